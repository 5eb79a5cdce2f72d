package org.omscds.knowledge;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Loads the knowledge files and refuses them whole if anything in them is wrong. */
public final class KnowledgeLoader {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .withConfigOverride(
              List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private static final Pattern WINDOW = Pattern.compile("\\{([a-z]+(?:-[a-z]+)*-days?)}");

  private final UnaryOperator<String> files;

  /** Reads the files that come with the service. */
  public KnowledgeLoader() {
    this(KnowledgeLoader::resource);
  }

  /** Reads other files: for tests of wrong ones. The function gives the text of a file name. */
  KnowledgeLoader(UnaryOperator<String> files) {
    this.files = files;
  }

  /**
   * Loads and checks everything.
   *
   * @throws KnowledgeException naming file, line and what is allowed, if anything is wrong
   */
  public KnowledgeBase load(SiteSettings site) {
    return new KnowledgeLoader(name -> filled(name, files.apply(name), site)).loadFilled(site);
  }

  /** Texts name the windows as the site has set them: {@code {persistent-days}} and so on. */
  private static String filled(String name, String text, SiteSettings site) {
    Map<String, Integer> numbers = site.numbers();
    return WINDOW
        .matcher(text)
        .replaceAll(hit -> {
          Integer number = numbers.get(hit.group(1));
          if (number == null) {
            throw new KnowledgeException(
                name, 0, "no setting '" + hit.group(1) + "'; allowed: " + numbers.keySet());
          }
          return number.toString();
        });
  }

  private KnowledgeBase loadFilled(SiteSettings site) {
    Header header = read("knowledge.yaml", Header.class);
    KnowledgeBase knowledge =
        new KnowledgeBase(
            header.version(),
            header.status(),
            new Terminology(
                TermsReader.read(file("terms.tsv")), TermsReader.read(file("icd-prefixes.tsv"))),
            byKey("findings.yaml", FindingDefinition.class, FindingDefinition::id),
            read("language.yaml", Language.class),
            readAll("drugs.yaml", DrugDefinition.class),
            read("imaging.yaml", ImagingDefinition.class),
            read("severity.yaml", SeverityScaleDefinition.class),
            ofSite(orders(), site),
            header.orderGroups(),
            byKey("cards.yaml", CardDefinition.class, CardDefinition::id),
            readAll("recommendations.yaml", RecommendationRow.class),
            byKey("sources.yaml", Source.class, Source::key),
            byKey("overrides.yaml", OverrideReason.class, OverrideReason::code),
            byKey("criteria.yaml", Rule.class, Rule::id),
            byKey("mimics.yaml", MimicDefinition.class, MimicDefinition::id),
            byKey("triggers.yaml", TriggerDefinition.class, TriggerDefinition::id),
            byKey("results.yaml", ResultDefinition.class, ResultDefinition::id),
            read("result-words.yaml", ResultWords.class),
            byKey("antibodies.yaml", AntibodyDefinition.class, AntibodyDefinition::result),
            byKey("cancers.yaml", CancerDefinition.class, CancerDefinition::finding),
            read("cancer-search.yaml", CancerSearchDefinition.class),
            read("safety.yaml", SafetyDefinition.class),
            site);
    new KnowledgeChecker(knowledge, this::file).check();
    return knowledge;
  }

  /** The orders as they ship, by id: their names are the ones that a site may set something for. */
  public Map<String, OrderDefinition> orders() {
    return byKey("orders.yaml", OrderDefinition.class, OrderDefinition::id);
  }

  private static Map<String, OrderDefinition> ofSite(
      Map<String, OrderDefinition> orders, SiteSettings site) {
    site.lookBackDays()
        .forEach(
            (id, days) -> orders.computeIfPresent(id, (_, order) -> order.withLookBackDays(days)));
    return orders;
  }

  private record Header(String version, String status, Map<String, List<String>> orderGroups) {}

  private <T extends Record> T read(String name, Class<T> type) {
    return file(name).complete(parse(name, text -> MAPPER.readValue(text, type)));
  }

  private <T extends Record> List<T> readAll(String name, Class<T> type) {
    KnowledgeFile file = file(name);
    List<T> entries = parse(name, text -> MAPPER.readerForListOf(type).<List<T>>readValue(text));
    return entries.stream().map(file::complete).toList();
  }

  private <T extends Record> Map<String, T> byKey(
      String name, Class<T> type, Function<T, String> key) {
    Map<String, T> entries = new LinkedHashMap<>();
    for (T entry : readAll(name, type)) {
      if (entries.put(key.apply(entry), entry) != null) {
        throw file(name).fault(key.apply(entry), "duplicate id '" + key.apply(entry) + "'");
      }
    }
    return entries;
  }

  private <T> T parse(String name, Function<String, T> reading) {
    try {
      return reading.apply(file(name).text());
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new KnowledgeException(name, line, e.getOriginalMessage());
    }
  }

  private KnowledgeFile file(String name) {
    return new KnowledgeFile(name, files.apply(name));
  }

  private static String resource(String name) {
    try (InputStream in = KnowledgeLoader.class.getResourceAsStream("/knowledge/" + name)) {
      if (in == null) {
        throw new KnowledgeException(name, 0, "the file is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
