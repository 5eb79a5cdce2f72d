package org.omscds.hook.discovery;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.omscds.fhir.PrefetchKey;
import org.omscds.recommendation.Hook;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The discovery answer, which is served as it stands. Reading it is checking it: a document that
 * promises what this service does not keep stops the start, with a message that names the service,
 * the key and the rule.
 */
public final class DiscoveryDocument {

  private static final Set<String> REQUIRED = Set.of("hook", "description", "id");
  private static final Set<String> OPTIONAL_TEXT =
      Set.of("title", "usageRequirements", "version", "hookVersion");
  private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9._~-]+");

  private final byte[] json;
  private final Map<String, Hook> hooksById = new LinkedHashMap<>();
  private final Map<String, Map<PrefetchKey, String>> templatesById = new HashMap<>();

  private DiscoveryDocument(byte[] json) {
    this.json = json.clone();
  }

  /**
   * Reads and checks a discovery document.
   *
   * @throws IllegalStateException if it breaks a rule
   */
  static DiscoveryDocument read(byte[] json) {
    DiscoveryDocument document = new DiscoveryDocument(json);
    JsonNode services = parse(json).path("services");
    check(services.isArray() && !services.isEmpty(), "the document has no list 'services'");
    Set<PrefetchKey> asked = EnumSet.noneOf(PrefetchKey.class);
    for (JsonNode service : services) {
      document.add(service, asked);
    }
    Set<PrefetchKey> forgotten = EnumSet.complementOf(EnumSet.copyOf(asked));
    check(
        forgotten.isEmpty(),
        "no service asks for the prefetch keys "
            + forgotten.stream().map(PrefetchKey::key).toList()
            + ", which this service reads");
    return document;
  }

  /** The document as it stands. */
  public byte[] json() {
    return json.clone();
  }

  /** The ids of all services, in the order of the document. */
  public SequencedSet<String> serviceIds() {
    return new LinkedHashSet<>(hooksById.keySet());
  }

  /** The hook that a service answers, or empty where there is no such service. */
  public Optional<Hook> hookOf(String serviceId) {
    return Optional.ofNullable(hooksById.get(serviceId));
  }

  /** The prefetch templates of a service; none where there is no such service. */
  public Map<PrefetchKey, String> templatesOf(String serviceId) {
    return templatesById.getOrDefault(serviceId, Map.of());
  }

  private static JsonNode parse(byte[] json) {
    try {
      return JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(json);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "cds-services.json: not strict JSON: " + e.getOriginalMessage(), e);
    }
  }

  private void add(JsonNode service, Set<PrefetchKey> asked) {
    String id = service.path("id").asString("");
    String name = "service '" + id + "'";
    checkMembers(name, service);
    check(URL_SAFE.matcher(id).matches(), name + ": the id must be fit to stand in a URL");
    check(!hooksById.containsKey(id), name + ": the id is there twice");
    String hookName = service.path("hook").asString("");
    Hook hook =
        Hook.named(hookName)
            .orElseThrow(() -> broken(name + ": no handler for the hook '" + hookName + "'"));
    hooksById.put(id, hook);
    Map<PrefetchKey, String> templates = new EnumMap<>(PrefetchKey.class);
    service
        .path("prefetch")
        .properties()
        .forEach(entry ->
            templates.put(
                prefetchKey(name, hook, entry.getKey(), entry.getValue()),
                entry.getValue().asString("")));
    asked.addAll(templates.keySet());
    templatesById.put(id, Collections.unmodifiableMap(templates));
  }

  private static void checkMembers(String name, JsonNode service) {
    check(service.isObject(), "a service is not an object");
    for (String required : REQUIRED) {
      check(service.has(required), name + ": '" + required + "' is required");
    }
    for (Map.Entry<String, JsonNode> member : service.properties()) {
      String key = member.getKey();
      JsonNode value = member.getValue();
      if (REQUIRED.contains(key) || OPTIONAL_TEXT.contains(key)) {
        check(
            value.isString() && !value.stringValue().isBlank(),
            name + ": '" + key + "' must be a text and not empty");
      } else {
        check(
            key.equals("prefetch") || key.equals("extension"),
            name + ": the standard knows no member '" + key + "'");
        check(
            value.isObject() && !value.isEmpty(),
            name + ": '" + key + "' must be an object and not empty");
      }
    }
  }

  private static PrefetchKey prefetchKey(String name, Hook hook, String key, JsonNode template) {
    String place = name + ", prefetch key '" + key + "': ";
    PrefetchKey known =
        PrefetchKey.named(key).orElseThrow(() -> broken(place + "nothing here reads it"));
    check(template.isString(), place + "the template must be a text");
    PrefetchTemplateRules.brokenBy(hook, template.stringValue())
        .ifPresent(rule -> {
          throw broken(place + rule);
        });
    return known;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw broken(otherwise);
    }
  }

  private static IllegalStateException broken(String rule) {
    return new IllegalStateException("cds-services.json: " + rule);
  }
}
