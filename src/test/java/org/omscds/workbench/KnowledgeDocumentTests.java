package org.omscds.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.KnowledgeLoader;
import org.omscds.knowledge.RecommendationRow;
import org.omscds.knowledge.SiteSettings;
import org.omscds.knowledge.Term;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document holds all that is loaded, and every reference in it leads somewhere. */
class KnowledgeDocumentTests {

  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeLoader().load(SiteSettings.defaults());
  private static final JsonNode DOCUMENT =
      new JsonMapper().valueToTree(KnowledgeDocument.of(KNOWLEDGE));
  private static final Pattern REFERENCE = Pattern.compile("#[a-z]+/\\S+");

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("finding", KNOWLEDGE.findings().keySet()),
        Arguments.of("criterion", KNOWLEDGE.rules().keySet()),
        Arguments.of("card", KNOWLEDGE.cards().keySet()),
        Arguments.of(
            "rule", KNOWLEDGE.recommendations().stream().map(RecommendationRow::id).toList()),
        Arguments.of("fact", Stream.of(Fact.values()).map(Fact::name).toList()),
        Arguments.of("order", KNOWLEDGE.orders().keySet()),
        Arguments.of("group", KNOWLEDGE.orderGroups().keySet()),
        Arguments.of("mimic", KNOWLEDGE.mimics().keySet()),
        Arguments.of("trigger", KNOWLEDGE.triggers().keySet()),
        Arguments.of("result", KNOWLEDGE.results().keySet()),
        Arguments.of("antibody", KNOWLEDGE.antibodies().keySet()),
        Arguments.of("cancer", KNOWLEDGE.cancers().keySet()),
        Arguments.of(
            "check",
            KNOWLEDGE.safety().checks().stream()
                .map(each -> each.agent() + "." + each.risk())
                .toList()),
        Arguments.of(
            "risk", KNOWLEDGE.safety().risks().stream().map(each -> each.risk().name()).toList()),
        Arguments.of(
            "drug", KNOWLEDGE.drugs().stream().map(each -> each.drugClass().name()).toList()),
        Arguments.of("override", KNOWLEDGE.overrides().keySet()),
        Arguments.of("setting", KNOWLEDGE.site().numbers().keySet()),
        Arguments.of("source", KNOWLEDGE.sources().keySet()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyIdOfTheKnowledgeIsThereInItsOrder(String kind, Collection<String> ids) {
    assertThat(idsOf(kind)).containsExactlyElementsOf(ids);
  }

  @Test
  void everyAddressIsOfOneEntry() {
    List<String> addresses = addresses();
    assertThat(addresses)
        .doesNotHaveDuplicates()
        .allMatch(each -> REFERENCE.matcher(each).matches());
  }

  @Test
  void noReferenceLeadsNowhere() {
    Set<String> references = new HashSet<>();
    gather(DOCUMENT, references);
    assertThat(references).hasSizeGreaterThan(500);
    assertThat(addresses()).containsAll(references);
  }

  @Test
  void everyCodeIsThereWithWhatIsSaidOfIt() {
    List<String> written = new ArrayList<>();
    for (JsonNode concept : DOCUMENT.at("/entries/concept")) {
      for (JsonNode code : concept.path("codes")) {
        written.add(
            String.join(
                "|",
                concept.path("id").asString(),
                code.path("system").asString(),
                code.path("code").asString(),
                code.path("display").asString() + code.path("text").asString(),
                code.path("relation").asString(),
                code.path("verified").asString(),
                code.path("provenance").asString()));
      }
    }
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            KNOWLEDGE.terminology().terms().stream().map(KnowledgeDocumentTests::said).toList());
  }

  private static String said(Term term) {
    return String.join(
        "|",
        term.concept(),
        term.system(),
        term.code(),
        term.display() + term.text(),
        Entry.words(term.relation()),
        Boolean.toString(term.verified()),
        term.provenance());
  }

  @Test
  void everyPhraseOfAFindingIsThere() {
    for (FindingDefinition finding : KNOWLEDGE.findings().values()) {
      List<String> phrases = new ArrayList<>();
      JsonNode entry = entry("finding", finding.id());
      for (String key :
          List.of("phrases", "firmPhrases", "weakPhrases", "painPhrases", "abbreviations")) {
        entry.path(key).forEach(each -> phrases.add(each.asString()));
      }
      assertThat(phrases).isEqualTo(finding.allPhrases());
    }
  }

  @Test
  void aCardHasItsRowsStatementsAndSuggestions() {
    KNOWLEDGE
        .cards()
        .values()
        .forEach(card -> {
          JsonNode entry = entry("card", card.id());
          assertThat(entry.path("suggestions")).hasSameSizeAs(card.suggestions());
          assertThat(entry.path("statements")).hasSameSizeAs(card.detail());
          assertThat(entry.path("overrides")).hasSameSizeAs(card.overrides());
          assertThat(entry.path("shownWhen"))
              .hasSize(
                  (int)
                      KNOWLEDGE.recommendations().stream()
                          .filter(row -> row.card().equals(card.id()))
                          .count());
        });
  }

  @Test
  void aCriterionNamesTheFindingsOfItsWording() {
    assertThat(entry("criterion", "P3").path("namesFindings").toString())
        .contains("#finding/F-OPS", "#finding/F-ATX", "#finding/F-MYO", "#finding/F-NBT");
  }

  @Test
  void whatIsThisProjectsChoiceIsMarked() {
    KNOWLEDGE.rules().values().stream()
        .filter(rule -> rule.isProposal())
        .forEach(rule -> assertThat(marks("proposals")).contains("#criterion/" + rule.id()));
    assertThat(marks("proposals")).contains("#source/proposal").doesNotContain("#criterion/P3");
    assertThat(marks("toVerify")).contains("#source/ninds").doesNotContain("#source/brunklaus2012");
    assertThat(entry("check", "IVIG.ALLERGY_SEVERE").path("proposal").asBoolean()).isTrue();
  }

  @Test
  void whatTheSiteHasSetIsShown() {
    Map<String, Object> document = KnowledgeDocument.of(KNOWLEDGE);
    assertThat(document).containsEntry("version", KNOWLEDGE.version());
    assertThat(document).containsEntry("status", KNOWLEDGE.status());
    assertThat(entry("setting", "persistent-days").path("value").asInt())
        .isEqualTo(KNOWLEDGE.site().numbers().get("persistent-days"));
  }

  private static JsonNode entry(String kind, String id) {
    for (JsonNode entry : DOCUMENT.path("entries").path(kind)) {
      if (entry.path("id").asString().equals(id)) {
        return entry;
      }
    }
    throw new AssertionError("no " + kind + " " + id);
  }

  private static List<String> idsOf(String kind) {
    List<String> ids = new ArrayList<>();
    DOCUMENT.path("entries").path(kind).forEach(entry -> ids.add(entry.path("id").asString()));
    return ids;
  }

  private static List<String> marks(String name) {
    List<String> marks = new ArrayList<>();
    DOCUMENT.path(name).forEach(each -> marks.add(each.asString()));
    return marks;
  }

  private static List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    DOCUMENT
        .path("entries")
        .propertyNames()
        .forEach(kind -> idsOf(kind).forEach(id -> addresses.add(Entry.address(kind, id))));
    return addresses;
  }

  private static void gather(JsonNode node, Set<String> references) {
    if (node.isString() && REFERENCE.matcher(node.asString()).matches()) {
      references.add(node.asString());
    }
    node.forEach(each -> gather(each, references));
  }
}
