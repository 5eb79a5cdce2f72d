package org.omscds.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultant;
import org.omscds.consultation.Consultation;
import org.omscds.consultation.WrittenChart;
import org.omscds.consultation.WrittenDraft;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.KnowledgeLoader;
import org.omscds.knowledge.SiteSettings;
import org.omscds.knowledge.SiteSettings.AdultFirstLine;
import org.omscds.knowledge.SiteSettings.Cards;
import org.omscds.knowledge.SiteSettings.CareWindows;
import org.omscds.knowledge.SiteSettings.CatalogueCode;
import org.omscds.knowledge.SiteSettings.ChildFirstLine;
import org.omscds.knowledge.SiteSettings.CourseWindows;
import org.omscds.knowledge.SiteSettings.Links;
import org.omscds.knowledge.SiteSettings.Proposals;
import org.omscds.knowledge.SiteSettings.SafetyScope;
import org.omscds.knowledge.SiteSettings.Windows;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.Occasion;
import org.omscds.wire.CdsResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a site sets changes what its cards say, and nothing else. */
class SiteSettingsEffectTests {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final SiteSettings STANDARD = SiteSettings.defaults();
  private static final CallContext CALL = new CallContext("p1", "", "Practitioner/7", "");

  private static SiteSettings site(
      Windows windows,
      CourseWindows course,
      CareWindows care,
      Proposals proposals,
      Cards cards,
      Links links,
      Map<String, Integer> lookBackDays,
      Map<String, CatalogueCode> catalogue) {
    return new SiteSettings(
        windows,
        course,
        care,
        STANDARD.criteria(),
        proposals,
        cards,
        links,
        lookBackDays,
        catalogue);
  }

  private static SiteSettings with(Proposals proposals, Cards cards, Links links) {
    return site(
        STANDARD.windows(),
        STANDARD.course(),
        STANDARD.care(),
        proposals,
        cards,
        links,
        Map.of(),
        Map.of());
  }

  private static SiteSettings with(Windows windows, CourseWindows course, CareWindows care) {
    return site(
        windows,
        course,
        care,
        STANDARD.proposals(),
        STANDARD.cards(),
        STANDARD.links(),
        Map.of(),
        Map.of());
  }

  private static SiteSettings with(
      Map<String, Integer> lookBackDays, Map<String, CatalogueCode> catalogue) {
    return site(
        STANDARD.windows(),
        STANDARD.course(),
        STANDARD.care(),
        STANDARD.proposals(),
        STANDARD.cards(),
        STANDARD.links(),
        lookBackDays,
        catalogue);
  }

  private static JsonNode sample(String name) {
    return Charts.request(Path.of("src/main/resources/samples/" + name + ".json"));
  }

  private static Consultation consult(JsonNode request, SiteSettings site) {
    KnowledgeBase knowledge = new KnowledgeLoader().load(site);
    return new Consultant(knowledge)
        .consult(Charts.record(request), Occasion.of(Hook.PATIENT_VIEW));
  }

  private static List<JsonNode> cards(JsonNode request, SiteSettings site) {
    KnowledgeBase knowledge = new KnowledgeLoader().load(site);
    CdsResponse response =
        new CdsResponse(
            new CardWriter(knowledge, Charts::uuid).write(consult(request, site), CALL), null);
    return items(MAPPER.readTree(MAPPER.writeValueAsString(response)).get("cards"));
  }

  private static List<JsonNode> items(JsonNode array) {
    return array == null
        ? List.of()
        : new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
  }

  private static List<JsonNode> suggestions(JsonNode request, SiteSettings site) {
    return cards(request, site).stream()
        .flatMap(card -> items(card.get("suggestions")).stream())
        .toList();
  }

  private static JsonNode draft(JsonNode request, SiteSettings site, String id) {
    return suggestions(request, site).stream()
        .flatMap(suggestion -> items(suggestion.get("actions")).stream())
        .map(action -> action.get("resource"))
        .filter(resource -> resource.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theCatalogueCodeStandsFirstBesideTheOthers() {
    SiteSettings site =
        with(
            Map.of(),
            Map.of(
                "W10",
                new CatalogueCode("urn:example:lab", "MRB", "MRI brain, paediatric", false)));
    JsonNode draft = draft(sample("typical-toddler"), site, "oms-w10");
    assertThat(items(draft.at("/code/coding")).stream().map(each -> each.get("system").asString()))
        .hasSize(3)
        .startsWith("urn:example:lab")
        .endsWith("urn:oms-cds:order");
    assertThat(draft.at("/code/coding/0/code").asString()).isEqualTo("MRB");
    assertThat(draft.at("/code/coding/0/display").asString()).isEqualTo("MRI brain, paediatric");
    assertThat(Drafts.errors(draft.toString())).isEmpty();
  }

  @Test
  void theCatalogueCodeMayReplaceTheLocalOne() {
    SiteSettings site =
        with(Map.of(), Map.of("W10", new CatalogueCode("urn:example:lab", "MRB", "", true)));
    JsonNode draft = draft(sample("typical-toddler"), site, "oms-w10");
    assertThat(items(draft.at("/code/coding")).stream().map(each -> each.get("system").asString()))
        .containsExactly("urn:example:lab", "http://loinc.org");
    assertThat(draft.at("/code/coding/0/display").isMissingNode()).isTrue();
  }

  private static JsonNode toddlerWithOrder(String code) {
    ObjectNode request = (ObjectNode) sample("typical-toddler");
    JsonNode orders =
        Charts.parse(
            """
            {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": {
              "resourceType": "ServiceRequest", "id": "s1", "status": "active",
              "intent": "order", "authoredOn": "2026-11-19",
              "subject": {"reference": "Patient/typical-toddler"},
              "code": {"coding": [{"system": "urn:example:lab", "code": "%s"}]}}}]}
            """
                .formatted(code));
    ((ObjectNode) request.get("prefetch")).set("serviceRequests", orders);
    return request;
  }

  /** What was ordered under the catalogue's code alone is on its way and not offered again. */
  @ParameterizedTest
  @CsvSource({"MRB, false", "XYZ, true"})
  void anOrderUnderTheCatalogueCodeIsKnownAgain(String code, boolean offered) {
    SiteSettings site =
        with(Map.of(), Map.of("W10", new CatalogueCode("urn:example:lab", "MRB", "", true)));
    assertThat(
            suggestions(toddlerWithOrder(code), site).stream()
                .flatMap(suggestion -> items(suggestion.get("actions")).stream())
                .anyMatch(action -> action.at("/resource/id").asString().equals("oms-w10")))
        .isEqualTo(offered);
  }

  @ParameterizedTest
  @CsvSource({"MRN, NECK", "XYZ, ''"})
  void aScanUnderTheCatalogueCodeCoversItsRegions(String code, String regions) {
    SiteSettings site =
        with(
            Map.of(),
            Map.of("W01-MRI-NECK", new CatalogueCode("urn:example:lab", "MRN", "", true)));
    Set<BodyRegion> pending =
        consult(toddlerWithOrder(code), site).assessment().tumourImaging().pending().keySet();
    assertThat(pending)
        .isEqualTo(regions.isEmpty() ? Set.of() : Set.of(BodyRegion.valueOf(regions)));
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, NONE, typical-toddler, ''",
    "STEROID_IVIG, NONE, typical-toddler, 'Steroid pulses + IVIG'",
    "ACTH_IVIG, NONE, typical-toddler, 'ACTH + IVIG'",
    "NONE, METHYLPREDNISOLONE_IVIG, typical-toddler, ''",
    "NONE, METHYLPREDNISOLONE_IVIG, adult, 'Methylprednisolone + IVIG'"
  })
  void theChosenFirstLineOptionIsStarred(
      ChildFirstLine children, AdultFirstLine adults, String sample, String label) {
    SiteSettings site =
        with(new Proposals(true, children, adults), STANDARD.cards(), STANDARD.links());
    JsonNode firstLine =
        cards(sample(sample), site).stream()
            .filter(card -> card.get("selectionBehavior").asString().equals("at-most-one"))
            .findFirst()
            .orElseThrow();
    List<String> starred =
        items(firstLine.get("suggestions")).stream()
            .filter(each -> each.path("isRecommended").asBoolean(false))
            .map(each -> each.get("label").asString().replaceAll(", .*", ""))
            .toList();
    assertThat(starred).isEqualTo(label.isEmpty() ? List.of() : List.of(label));
  }

  @Test
  void theDisclaimerFollowsTheFixedWords() {
    Cards words = new Cards(3, SafetyScope.OMS_ONLY, "Ask the neurologist on call.");
    assertThat(
            cards(sample("typical-toddler"), with(STANDARD.proposals(), words, STANDARD.links())))
        .isNotEmpty()
        .allSatisfy(card ->
            assertThat(card.get("detail").asString())
                .endsWith("Decision support only. Ask the neurologist on call."));
    assertThat(cards(sample("typical-toddler"), STANDARD))
        .allSatisfy(
            card -> assertThat(card.get("detail").asString()).endsWith("Decision support only."));
  }

  @Test
  void theLocalPathwayIsLinkedWhereTheNextStepsAre() {
    Links links = new Links("https://intranet.example.org/oms", "", "");
    List<JsonNode> cards =
        cards(sample("typical-toddler"), with(STANDARD.proposals(), STANDARD.cards(), links));
    List<String> first = cards.stream().map(card -> card.at("/links/0/url").asString("")).toList();
    assertThat(cards).hasSize(3);
    assertThat(first.subList(0, 2)).containsOnly("https://intranet.example.org/oms");
    assertThat(first.get(2)).isNotEqualTo("https://intranet.example.org/oms");
    assertThat(cards(sample("typical-toddler"), STANDARD).toString())
        .doesNotContain("Local pathway");
  }

  @Test
  void everyCardLeadsToItsRulesWhereTheSiteSaysWhereTheyAre() {
    Links links = new Links("", "", "https://cds.example.org/knowledge");
    List<JsonNode> cards =
        cards(sample("typical-toddler"), with(STANDARD.proposals(), STANDARD.cards(), links));
    assertThat(cards)
        .hasSize(3)
        .allSatisfy(card -> {
          String id = card.at("/extension/org.omscds.explanation/card").asString();
          assertThat(card.path("links").valueStream())
              .filteredOn(link ->
                  link.path("url")
                      .asString()
                      .equals("https://cds.example.org/knowledge#card/" + id))
              .singleElement()
              .satisfies(link -> {
                assertThat(link.path("label").asString())
                    .isEqualTo("Why this card: rules and sources");
                assertThat(link.path("type").asString()).isEqualTo("absolute");
              });
          assertThat(card.at("/source/url").asString()).startsWith("https://doi.org/");
        });
    assertThat(cards(sample("typical-toddler"), STANDARD).toString()).doesNotContain("#card/");
  }

  @Test
  void productLabellingIsReadInTheLocalFormulary() {
    Links links = new Links("", "https://formulary.example.org/", "");
    var labelling = Charts.KNOWLEDGE.source("igiv-labelling");
    var paper = Charts.KNOWLEDGE.source("rossor2022");
    assertThat(links.localised(labelling).url()).isEqualTo("https://formulary.example.org/");
    assertThat(links.localised(paper)).isEqualTo(paper);
    assertThat(STANDARD.links().localised(labelling)).isEqualTo(labelling);
  }

  @Test
  void theSafetyCardsMayBeForAllPatients() {
    Cards all = new Cards(3, SafetyScope.ALL_PATIENTS, "");
    SiteSettings site = with(STANDARD.proposals(), all, STANDARD.links());
    JsonNode nystagmus = sample("infantile-nystagmus");
    assertThat(consult(nystagmus, site).assessment().holds(Fact.SAFETY_FOR_ALL)).isTrue();
    assertThat(consult(nystagmus, STANDARD).assessment().holds(Fact.SAFETY_FOR_ALL)).isFalse();
  }

  /** A well child of whom nothing says OMS: rituximab untested, and a vaccine under ACTH. */
  @Test
  void rituximabAndLiveVaccinesAreThenCheckedForAnybody() {
    Cards all = new Cards(3, SafetyScope.ALL_PATIENTS, "");
    SiteSettings site = with(STANDARD.proposals(), all, STANDARD.links());
    PatientRecord chart =
        WrittenChart.child(40)
            .drug("medicationCodeableConcept: {text: 'Corticotropin (ACTH)'}")
            .record()
            .withDrafts(List.of(WrittenDraft.drug("Rituximab"), WrittenDraft.drug("MMR vaccine")));

    assertThat(shownAtSigning(chart, site)).containsExactly("C11", "C13");
    assertThat(shownAtSigning(chart, STANDARD)).isEmpty();
  }

  private static List<String> shownAtSigning(PatientRecord chart, SiteSettings site) {
    return new Consultant(new KnowledgeLoader().load(site))
        .consult(chart, Occasion.of(Hook.ORDER_SIGN)).recommendations().shown().stream()
            .map(shown -> shown.card().id())
            .toList();
  }

  /** The toddler's signs were last recorded some days before the consultation. */
  @Test
  void aShorterTimeForWhatIsCurrentChangesTheVerdict() {
    Windows narrow = new Windows(90, 1, 180, 21, 7, 14, 28, 7, 30, 180, 5);
    SiteSettings site = with(narrow, STANDARD.course(), STANDARD.care());
    JsonNode toddler = sample("typical-toddler");
    assertThat(consult(toddler, STANDARD).assessment().holds(Fact.CRITERIA_MET)).isTrue();
    assertThat(consult(toddler, site).assessment().holds(Fact.CRITERIA_MET)).isFalse();
  }

  @Test
  void aLongerStableTimeMakesARelapseNone() {
    CourseWindows strict = new CourseWindows(3000, 3, 7, 30, 14, 14, 42, 84, 42, 90);
    SiteSettings site = with(STANDARD.windows(), strict, STANDARD.care());
    JsonNode relapse = sample("relapse-after-taper");
    assertThat(consult(relapse, STANDARD).assessment().holds(Fact.OMS_RELAPSE)).isTrue();
    assertThat(consult(relapse, site).assessment().holds(Fact.OMS_RELAPSE)).isFalse();
  }

  @Test
  void aCardNamesTheWindowsAsTheSiteHasThem() {
    CourseWindows longer = new CourseWindows(15, 4, 7, 61, 14, 14, 42, 84, 42, 90);
    SiteSettings site = with(STANDARD.windows(), longer, STANDARD.care());
    assertThat(cards(sample("relapse-after-taper"), site).toString())
        .contains("after 15 days stable or better, worse for 4 days or more")
        .contains("in the 61 days before")
        .doesNotContain("in the 30 days before");
  }

  @Test
  void aShorterLookBackMakesAnOrderDueAgain() {
    KnowledgeBase knowledge = new KnowledgeLoader().load(with(Map.of("W12", 5), Map.of()));
    assertThat(knowledge.order("W12").lookBackDays()).isEqualTo(5);
    assertThat(knowledge.order("W12-CSF").lookBackDays()).isEqualTo(180);
  }
}
