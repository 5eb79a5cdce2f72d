package org.omscds.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The knowledge files: one case for each row, and the faults that must stop the start. */
class KnowledgeTests {

  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeLoader().load(SiteSettings.defaults());

  private static String file(String name) {
    try {
      return Files.readString(Path.of("src/main/resources/knowledge", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnowledgeLoader planted(String name, String instead, String with) {
    UnaryOperator<String> files =
        asked -> {
          String text = file(asked);
          if (asked.equals(name)) {
            assertThat(text).as("the place to plant the fault").contains(instead);
            int at = text.indexOf(instead);
            return text.substring(0, at) + with + text.substring(at + instead.length());
          }
          return text;
        };
    return new KnowledgeLoader(files);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          recommendations.yaml | CRITERIA_MET, NO_IMM | CRITERIA_MEET, NO_IMM | CRITERIA_MEET
          recommendations.yaml | card: C26 | card: C27 | unknown card 'C27'
          recommendations.yaml | when: [CHILD, SUSPECTED] | when: [CHILD] | no fact that points to the syndrome
          recommendations.yaml | sources: [brunklaus2012] | sources: [brunklaus2021] | unknown source 'brunklaus2021'
          recommendations.yaml | sources: [brunklaus2012] | sources: [] | names no source
          recommendations.yaml | source: graus2021 | source: graus2012 | unknown source 'graus2012'
          recommendations.yaml | id: eyes-alone-adult | id: eyes-alone | duplicate id 'eyes-alone'
          recommendations.yaml | indicator: critical | indicator: hard-stop | hard-stop
          recommendations.yaml | indicator: critical | urgency: critical | urgency
          findings.yaml | id: F-FLU | id: F-FLX | unknown finding 'F-FLX'
          findings.yaml | id: F-FLU | id: F-OPS | duplicate id 'F-OPS'
          findings.yaml | shown-by: [opsoclonus] | shown-by: [opsoclonos] | 'opsoclonos' has no row in terms.tsv
          findings.yaml | label: ocular flutter | lable: ocular flutter | lable
          findings.yaml | label: ocular flutter | confidence: H | 'label' is missing in F-FLU
          cards.yaml | orders: [REF-NEURO], recommended | orders: [REF-NEUR], recommended | unknown order 'REF-NEUR'
          cards.yaml | selection: any | selection: all | selection must be
          cards.yaml | overrides: [alt-dx, spec | overrides: [alt-dxx, spec | unknown override reason 'alt-dxx'
          orders.yaml | code: "24840-1" | code: "24839-9" | no row of terms.tsv that may be emitted
          orders.yaml | done-by: [referral-oncology] | done-by: [referral-oncologist] | has no row in terms.tsv
          drugs.yaml | concepts: [dexamethasone] | concepts: [dexamethason] | has no row in terms.tsv
          drugs.yaml | drug-class: ACTH | drug-class: STEROID | duplicate class
          sources.yaml | key: ninds | key: nindss | unknown source 'ninds'
          sources.yaml | key: ninds | key: rossor2022 | duplicate id 'rossor2022'
          icd-prefixes.tsv | http://hl7.org/fhir/sid/icd-10-cm | http://hl7.org/fhir/sid/icd | unknown code system
          icd-prefixes.tsv | neuroblastoma-adrenal | neuroblastoma-adrenl | the concept 'neuroblastoma-adrenl' has no row
          icd-prefixes.tsv | broader | wider | unknown relation 'wider'
          terms.tsv | http://snomed.info/sct | http://snomed.info/ct | unknown code system
          mimics.yaml | recorded-by: [M-CBL] | recorded-by: [M-CBX] | unknown finding 'M-CBX'
          mimics.yaml | clues: [K-HDA, F-VOM, F-LET] | clues: [K-HDX] | unknown finding 'K-HDX'
          mimics.yaml | not-with: [F-OPS, F-FLU] | not-with: [F-OPX] | unknown finding 'F-OPX'
          mimics.yaml | orders-need: [K-MRI, K-OPN] | orders-need: [K-MRX] | unknown finding 'K-MRX'
          mimics.yaml | orders: [W15-GLUT1] | orders: [W15-GLUTX] | unknown order 'W15-GLUTX'
          mimics.yaml | sources: [pearson2017] | sources: [pearson2071] | unknown source 'pearson2071'
          mimics.yaml | effects: [block, add] | effects: [block] | 'add' needs 'orders'
          mimics.yaml | effects: [note] | effects: [add] | 'add' needs 'orders'
          mimics.yaml | effects: [note] | effects: [] | 'add' needs 'orders'
          mimics.yaml | effects: [note] | effects: [hush] | hush
          mimics.yaml | recorded-by: [M-INF] | recorded-by: [] | need 'recorded-by'
          mimics.yaml | clues: [T-VZV, T-URI] | clues: [] | nothing names 'acute-cerebellar-ataxia'
          mimics.yaml | id: glut1 | id: wernicke | duplicate id 'wernicke'
          triggers.yaml | findings: [T-EBV] | findings: [T-EBX] | unknown finding 'T-EBX'
          triggers.yaml | findings: [T-EBV] | findings: [] | need a finding
          triggers.yaml | positive-results: [ebv-vca-igm] | positive-results: [ebv-igm] | 'ebv-igm' has no row
          triggers.yaml | drugs-ended: [STEROID, ACTH] | drugs-ended: [STEROIDS] | STEROIDS
          triggers.yaml | 42, counted-from: onset | 42, counted-from: birth | birth
          imaging.yaml | concept: mri-neck | concept: mri-nck | has no row in terms.tsv
          """)
  void aFaultStopsTheStartAndIsNamedWithItsFile(
      String name, String instead, String with, String message) {
    assertThatThrownBy(
            () -> planted(name, instead.strip(), with.strip()).load(SiteSettings.defaults()))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("knowledge/")
        .hasMessageContaining(message.strip());
  }

  @Test
  void aFaultIsNamedWithItsLineAndTheAllowedNames() {
    assertThatThrownBy(
            () -> planted("findings.yaml", "id: F-FLU", "id: F-FLX").load(SiteSettings.defaults()))
        .hasMessageMatching("knowledge/findings.yaml, line \\d+: .*allowed: \\[F-OPS, .*");
  }

  @Test
  void aRowOfTheTermsWithAMissingColumnIsNamedWithItsLine() {
    assertThatThrownBy(
            () -> planted("terms.tsv", "\texact\tyes\t", "\texact\t").load(SiteSettings.defaults()))
        .hasMessageMatching("knowledge/terms.tsv, line \\d+: has 9 columns instead of 10");
  }

  static Stream<Term> terms() {
    return KNOWLEDGE.terminology().terms().stream();
  }

  @Test
  void allRowsOfTheTerminologyAreThere() {
    assertThat(terms()).hasSizeGreaterThan(790);
  }

  @Test
  void codesAreWellFormed() {
    assertThat(terms().filter(term -> term.system().equals("http://snomed.info/sct")))
        .isNotEmpty()
        .allMatch(term -> CheckDigits.isSnomed(term.code()), "passes Verhoeff");
    assertThat(
            terms()
                .filter(term -> term.system().equals("http://loinc.org"))
                .filter(term -> !term.code().startsWith("LA")))
        .isNotEmpty()
        .allMatch(term -> CheckDigits.isLoinc(term.code()), "passes Mod-10");
    assertThat(terms().filter(term -> term.system().contains("human-phenotype")))
        .isNotEmpty()
        .allMatch(term -> term.code().matches("HP:\\d{7}"));
  }

  @Test
  void aCodeOfTheWrongSystemIsNotFound() {
    assertThat(KNOWLEDGE.terminology().lookUp("http://snomed.info/sct", "194177006")).isNotEmpty();
    assertThat(KNOWLEDGE.terminology().lookUp("http://loinc.org", "194177006")).isEmpty();
    assertThat(KNOWLEDGE.terminology().lookUp("", "194177006")).isEmpty();
    assertThat(KNOWLEDGE.terminology().lookUp("urn:oid:1.2.3", "G25.3")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/icd-10-cm, G25.3",
    "http://hl7.org/fhir/sid/icd-10-cm, G253",
    "http://hl7.org/fhir/sid/icd-10-cm, g25.3",
    "urn:oid:2.16.840.1.113883.6.90, G25.3"
  })
  void icdCodesAreFoundWithAndWithoutTheirDot(String system, String code) {
    assertThat(KNOWLEDGE.terminology().lookUp(system, code))
        .extracting(Term::concept)
        .contains("myoclonus");
  }

  @ParameterizedTest
  @CsvSource({
    "C74.00, neuroblastoma-adrenal, BROADER",
    "C4721, neuroblastoma-unspecified-autonomic, BROADER",
    "C38.2, neuroblastoma-thoracic, BROADER",
    "G40.A09, epilepsy, NARROWER",
    "G35.B0, multiple-sclerosis, NARROWER",
    "H55.03, nystagmus, NARROWER",
    "H55.82, abnormal-eye-movement, NARROWER",
    "T42.6X1A, drug-toxicity, BROADER",
    "G40, epilepsy, NARROWER"
  })
  void anIcdCodeWithoutARowIsFoundByItsLongestListedPrefix(
      String code, String concept, Relation relation) {
    assertThat(KNOWLEDGE.terminology().lookUp("http://hl7.org/fhir/sid/icd-10-cm", code))
        .extracting(Term::concept, Term::relation)
        .containsExactly(tuple(concept, relation));
  }

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/icd-10-cm, C75.5",
    "http://hl7.org/fhir/sid/icd-10-cm, C38.8",
    "http://hl7.org/fhir/sid/icd-10-cm, H55",
    "http://hl7.org/fhir/sid/icd-10-cm, T51.0X1A",
    "http://hl7.org/fhir/sid/icd-10-cm, C7",
    "http://snomed.info/sct, C74.00"
  })
  void noOtherCodeIsFoundByAPrefix(String system, String code) {
    assertThat(KNOWLEDGE.terminology().lookUp(system, code)).isEmpty();
  }

  @Test
  void aRowOfItsOwnGoesBeforeAPrefix() {
    assertThat(KNOWLEDGE.terminology().lookUp("http://hl7.org/fhir/sid/icd-10-cm", "G40.822"))
        .extracting(Term::concept)
        .containsExactly("infantile-spasms");
  }

  @ParameterizedTest
  @CsvSource({
    "http://human-phenotype-ontology.org",
    "http://purl.obolibrary.org/obo/hp.owl",
    "http://human-phenotype-ontology.github.io"
  })
  void systemsAreFoundByTheirAliases(String system) {
    assertThat(KNOWLEDGE.terminology().lookUp(system, "HP:0010543"))
        .extracting(Term::concept)
        .contains("opsoclonus");
  }

  static List<RecommendationRow> rows() {
    return KNOWLEDGE.recommendations();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachRowOfTheDecisionTableContradictsNothing(RecommendationRow row) {
    assertThat(row.when()).doesNotHaveDuplicates().noneMatch(row.unless()::contains);
    assertThat(row.summary()).endsWith(".");
  }

  @Test
  void everyFactIsAskedForSomewhere() {
    Set<Fact> asked = new TreeSet<>();
    rows().forEach(row -> asked.addAll(row.when()));
    rows().forEach(row -> asked.addAll(row.unless()));
    KNOWLEDGE
        .orders()
        .values()
        .forEach(order -> {
          asked.addAll(order.when());
          asked.addAll(order.unless());
        });
    KNOWLEDGE
        .cards()
        .values()
        .forEach(card -> {
          card.detail().forEach(line -> asked.addAll(line.when()));
          card.suggestions()
              .forEach(offer -> {
                asked.addAll(offer.when());
                asked.addAll(offer.unless());
              });
        });
    assertThat(asked).containsExactlyInAnyOrder(Fact.values());
  }

  @ParameterizedTest
  @EnumSource(Fact.class)
  void everyFactSaysInOneSentenceWhatItMeans(Fact fact) {
    assertThat(fact.meaning()).matches("[A-Z0-9][^\\n]{14,158}\\.");
  }
}
