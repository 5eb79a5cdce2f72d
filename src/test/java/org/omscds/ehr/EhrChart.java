package org.omscds.ehr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sample as a call on an EHR: its resources, under ids that no other sample has, and the request
 * without them.
 *
 * @param name of the sample
 * @param service the id of the service that it calls
 * @param request without prefetch
 * @param resources by {@code Type/id}
 */
record EhrChart(
    String name, String service, ObjectNode request, Map<String, ObjectNode> resources) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SAMPLES = Path.of("src/main/resources/samples");

  /** A sample, all ids with a prefix. */
  static EhrChart of(String sample, String prefix) {
    ObjectNode request = (ObjectNode) JSON.readTree(text(SAMPLES.resolve(sample + ".json")));
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    collect(request.get("prefetch"), found);
    Set<String> names = new HashSet<>(found.keySet());
    ObjectNode own = (ObjectNode) renamed(request, names, prefix);
    Map<String, ObjectNode> resources = new LinkedHashMap<>();
    collect(own.get("prefetch"), resources);
    resources
        .values()
        .forEach(each -> {
          each.put("id", prefix + each.get("id").asString());
        });
    Map<String, ObjectNode> named = new LinkedHashMap<>();
    resources.values().forEach(each -> named.put(reference(each), each));
    own.remove("prefetch");
    ObjectNode context = (ObjectNode) own.get("context");
    context.put("patientId", prefix + context.get("patientId").asString());
    if (context.has("selections")) {
      context.set("selections", request.at("/context/selections"));
    }
    return new EhrChart(sample, "oms-" + own.get("hook").asString(), own, named);
  }

  /**
   * The same chart with more resources, written as JSON in which PATIENT stands for the patient.
   */
  EhrChart with(Stream<String> more) {
    Map<String, ObjectNode> all = new LinkedHashMap<>(resources);
    more.map(json -> json.replace("PATIENT", request.at("/context/patientId").asString()))
        .map(json -> (ObjectNode) JSON.readTree(json))
        .forEach(each -> all.put(reference(each), each));
    return new EhrChart(name, service, request, all);
  }

  /** The transaction that puts the chart on a server. */
  String transaction() {
    ObjectNode bundle = JSON.createObjectNode();
    bundle.put("resourceType", "Bundle").put("type", "transaction");
    ArrayNode entries = bundle.putArray("entry");
    resources.forEach((reference, resource) -> {
      ObjectNode entry = entries.addObject();
      entry.set("resource", resource);
      entry.putObject("request").put("method", "PUT").put("url", reference);
    });
    return bundle.toString();
  }

  /** What a client that answers every template would prefetch from the server. */
  Map<String, String> prefetch(EhrServer server) {
    Map<String, String> prefetch = new LinkedHashMap<>();
    templates()
        .forEach((key, template) -> {
          String filled =
              template.replace(
                  "{{context.patientId}}", request.at("/context/patientId").asString());
          if (!filled.contains("{{")) {
            prefetch.put(key, fetched(filled, server));
          }
        });
    return prefetch;
  }

  private static String fetched(String query, EhrServer server) {
    int mark = query.indexOf('?');
    if (mark < 0) {
      return server.read(query);
    }
    String form =
        Stream.of(query.substring(mark + 1).split("&"))
            .map(parameter -> parameter.split("=", 2))
            .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return server.search(query.substring(0, mark), form);
  }

  private Map<String, String> templates() {
    Map<String, String> templates = new LinkedHashMap<>();
    for (JsonNode each : JSON.readTree(text(Path.of("cds-services.json"))).path("services")) {
      if (each.path("id").asString().equals(service)) {
        each.path("prefetch")
            .properties()
            .forEach(entry -> templates.put(entry.getKey(), entry.getValue().asString()));
      }
    }
    return templates;
  }

  /** The request with a prefetch, for that server. */
  String call(EhrServer server, Map<String, String> prefetch) {
    ObjectNode call = request.deepCopy();
    call.put("fhirServer", server.base());
    if (!server.token().isEmpty()) {
      call.putObject("fhirAuthorization")
          .put("access_token", server.token())
          .put("token_type", "Bearer")
          .put("expires_in", 300)
          .put("scope", "patient/*.rs user/PractitionerRole.read")
          .put("subject", "oms-cds");
    }
    if (!prefetch.isEmpty()) {
      ObjectNode values = call.putObject("prefetch");
      prefetch.forEach((key, value) -> values.set(key, JSON.readTree(value)));
    }
    return call.toString();
  }

  private static void collect(JsonNode node, Map<String, ObjectNode> found) {
    if (node instanceof ObjectNode resource
        && resource.has("id")
        && !resource.path("resourceType").asString("Bundle").equals("Bundle")) {
      found.put(reference(resource), resource);
      return;
    }
    node.valueStream().forEach(each -> collect(each, found));
  }

  private static String reference(JsonNode resource) {
    return resource.get("resourceType").asString() + "/" + resource.get("id").asString();
  }

  /** A copy in which references to the chart's own resources have the prefix. */
  private static JsonNode renamed(JsonNode node, Set<String> names, String prefix) {
    if (node.isString() && names.contains(node.asString())) {
      return JSON.getNodeFactory().stringNode(node.asString().replace("/", "/" + prefix));
    }
    if (node.isObject()) {
      ObjectNode copy = JSON.createObjectNode();
      node.properties()
          .forEach(each -> copy.set(each.getKey(), renamed(each.getValue(), names, prefix)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JSON.createArrayNode();
      node.values().forEach(each -> copy.add(renamed(each, names, prefix)));
      return copy;
    }
    return node;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
