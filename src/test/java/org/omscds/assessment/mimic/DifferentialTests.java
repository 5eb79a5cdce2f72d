package org.omscds.assessment.mimic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.instrument.GenoaCriteria.Verdict;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.MimicDefinition;

/** What else the chart makes one think of, row by row of the differential diagnosis. */
class DifferentialTests {

  private static final String SNOMED = "http://snomed.info/sct";
  private static final String OPSOCLONUS = "194177006";
  private static final String ATAXIA = "20262006";

  private static Assessment assess(TestCharts chart) {
    return Charts.consult(chart.record()).assessment();
  }

  private static List<String> named(TestCharts chart) {
    return assess(chart).differential().named().stream().map(each -> each.mimic().id()).toList();
  }

  private static List<String> further(TestCharts chart) {
    return assess(chart).differential().further().stream().map(MimicDefinition::id).toList();
  }

  private static TestCharts child() {
    return TestCharts.child(30).problem(SNOMED, ATAXIA, 3);
  }

  // Every row of the table with one of its clues. "MRI", "LP" and so on are the row's tests.
  @ParameterizedTest(name = "{0} makes one think of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          headache                  | cerebellitis            | W10
          cerebellitis              | cerebellitis            | W10
          papilloedema              | posterior-fossa         | W10-STAT
          hemiparesis               | posterior-fossa         | W10-STAT
          medulloblastoma           | posterior-fossa         | W10-STAT
          accidental ingestion      | toxic-ingestion         | W14
          scorpion sting            | toxic-ingestion         | W14
          neck stiffness            | cns-infection           | W13
          drowsy                    | cns-infection           | W11
          catatonia                 | nmdar-encephalitis      | W12-NMDAR
          chorea                    | nmdar-encephalitis      | W12-NMDAR
          mutism                    | nmdar-encephalitis      | W12-NMDAR
          hyperekplexia             | autoimmune-encephalitis | W12
          optic neuritis            | adem-mogad              | W12-MOG
          white matter lesions      | adem-mogad              | W12-MOG
          absent reflexes           | miller-fisher-gbs       | W12-GQ1B
          ophthalmoplegia           | bickerstaff             | W12-GQ1B
          neck pain                 | stroke                  | W10-MRA
          fluctuating awareness     | status-epilepticus      | W16
          fixation gaps             | glut1                   | W15-GLUT1
          malnutrition              | wernicke                | W15-THIAMINE
          consanguinity             | inborn-error            | W15
          chronic diarrhoea         | coeliac                 | W15-TTG
          """)
  void aClueNamesItsMimicAndOffersItsTest(String clue, String mimic, String order) {
    TestCharts chart = child().words("Examination", clue, 2);

    assertThat(named(chart)).contains(mimic);
    assertThat(assess(chart).differential().offers(order)).isTrue();
  }

  @ParameterizedTest(name = "{0} makes one think of {1}, and offers no test")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          varicella            | acute-cerebellar-ataxia
          vestibular migraine  | episodic-ataxia
          telangiectasia       | genetic-ataxia
          nystagmus            | infantile-nystagmus
          head nodding         | spasmus-nutans
          tics                 | shuddering-tics
          distractible         | functional
          vertigo              | vestibular
          uraemia              | metabolic-state
          """)
  void aRowOfNotesOffersNothing(String clue, String mimic) {
    TestCharts chart = child().words("Examination", clue, 2);

    assertThat(named(chart)).contains(mimic);
    assertThat(Charts.KNOWLEDGE.mimics().get(mimic).orders()).isEmpty();
    assertThat(assess(chart).differential().named())
        .filteredOn(each -> each.mimic().id().equals(mimic))
        .noneMatch(NamedMimic::offersTests);
  }

  @Test
  void mostCluesComeFirstThenTheOrderOfTheTable() {
    TestCharts chart =
        child()
            .words("Examination", "headache", 2)
            .words("Examination", "vomiting", 2)
            .words("Examination", "papilloedema", 2)
            .words("Examination", "drowsy", 2);

    // Three clues each: cerebellitis (headache, vomiting, drowsy) stands first in the table.
    assertThat(named(chart)).startsWith("cerebellitis", "posterior-fossa");
  }

  @Test
  void twoWordsForOneClueCountOnce() {
    TestCharts chart =
        child()
            .words("Examination", "headache", 2)
            .words("Examination", "headaches", 3)
            .words("Examination", "neck stiffness", 2)
            .words("Examination", "fever", 2);

    assertThat(named(chart)).startsWith("cns-infection");
  }

  @Test
  void atMostFiveAreNamedAndOthersFillUpToFive() {
    TestCharts many =
        child()
            .words("Examination", "drowsy", 2)
            .words("Examination", "seizure", 2)
            .words("Examination", "catatonia", 2)
            .words("Examination", "ophthalmoplegia", 2)
            .words("Examination", "neck pain", 2);
    TestCharts none = child();
    TestCharts one = child().words("Examination", "tics", 2);

    assertThat(named(many)).hasSize(5);
    assertThat(further(many)).isEmpty();
    assertThat(named(none)).isEmpty();
    assertThat(further(none))
        .containsExactly(
            "acute-cerebellar-ataxia",
            "cerebellitis",
            "posterior-fossa",
            "toxic-ingestion",
            "cns-infection");
    assertThat(named(one)).containsExactly("shuddering-tics");
    assertThat(further(one)).hasSize(4).doesNotContain("shuddering-tics");
  }

  @Test
  void opsoclonusSpeaksAgainstSimpleCerebellarAtaxia() {
    TestCharts chart = child().problem(SNOMED, OPSOCLONUS, 2).words("Examination", "varicella", 5);

    assertThat(named(chart)).doesNotContain("acute-cerebellar-ataxia");
    assertThat(further(chart)).doesNotContain("acute-cerebellar-ataxia");
  }

  // from-months and to-months, on both sides
  @ParameterizedTest(name = "{0} at {1} months: {3}")
  @CsvSource({
    "multiple-sclerosis, 120, optic neuritis, true",
    "multiple-sclerosis, 119, optic neuritis, false",
    "creutzfeldt-jakob, 216, rapid dementia, true",
    "creutzfeldt-jakob, 215, rapid dementia, false",
    "spasmus-nutans, 4, head nodding, true",
    "spasmus-nutans, 3, head nodding, false",
    "spasmus-nutans, 48, head nodding, true",
    "spasmus-nutans, 49, head nodding, false",
    "benign-neonatal, 2, opsoclonus, true",
    "benign-neonatal, 3, opsoclonus, false",
    "acute-cerebellar-ataxia, 12, varicella, true",
    "acute-cerebellar-ataxia, 11, varicella, false",
    "acute-cerebellar-ataxia, 120, varicella, true",
    "acute-cerebellar-ataxia, 121, varicella, false",
  })
  void ageDecidesWhatIsNamed(String mimic, int months, String clue, boolean expected) {
    TestCharts chart = TestCharts.child(months).words("Examination", clue, 0);

    assertThat(named(chart).contains(mimic)).isEqualTo(expected);
  }

  @Test
  void aClueCountsForThirtyDaysAndADiagnosisForHalfAYear() {
    assertThat(named(child().words("Examination", "headache", 30))).contains("cerebellitis");
    assertThat(named(child().words("Examination", "headache", 31))).isEmpty();
    assertThat(named(child().words("Examination", "cerebellitis", 180))).contains("cerebellitis");
    assertThat(named(child().words("Examination", "cerebellitis", 181))).isEmpty();
  }

  @Test
  void aNegatedClueNamesNothing() {
    assertThat(named(child().words("Examination", "no headache, no vomiting", 2))).isEmpty();
  }

  @Test
  void feverAloneNamesAnInfectionAndOffersNoPuncture() {
    TestCharts chart = child().words("Examination", "fever", 2);

    assertThat(named(chart)).contains("cns-infection");
    assertThat(assess(chart).differential().offers("W11")).isFalse();
    assertThat(assess(chart).differential().offers("W13")).isFalse();
  }

  @Test
  void aDrowsyChildMayHaveAdemButMogWaitsForTheScan() {
    TestCharts chart = child().words("Examination", "drowsy", 2);

    assertThat(named(chart)).contains("adem-mogad");
    assertThat(assess(chart).differential().offers("W12-MOG")).isFalse();
  }

  @Test
  void headTiltNamesThePosteriorFossaAndIsNoEmergencyByItself() {
    TestCharts chart = child().words("Examination", "head tilt", 2);

    assertThat(named(chart)).contains("posterior-fossa");
    assertThat(assess(chart).holds(Fact.EMERGENCY_BRAIN_IMAGING)).isFalse();
    assertThat(assess(child().words("Examination", "vomiting", 2)))
        .satisfies(each -> assertThat(each.holds(Fact.EMERGENCY_BRAIN_IMAGING)).isTrue());
  }

  @Test
  void serotoninSyndromeNeedsADrugAndASign() {
    assertThat(named(child().drug("Sertraline 50 mg", 20))).doesNotContain("serotonin-syndrome");
    assertThat(named(child().words("Examination", "ocular clonus", 1)))
        .doesNotContain("serotonin-syndrome");
    assertThat(named(child().drug("Sertraline 50 mg", 20).words("Examination", "ocular clonus", 1)))
        .contains("serotonin-syndrome");
    assertThat(named(child().words("Examination", "serotonin syndrome", 1)))
        .contains("serotonin-syndrome");
  }

  @Test
  void aDrugNamesItsRowsForAsLongAsTheirLookBack() {
    assertThat(named(child().drug("Lithium", 60, 14))).contains("drug-induced");
    assertThat(named(child().drug("Lithium", 60, 15))).doesNotContain("drug-induced");
    assertThat(named(child().drug("Nivolumab", 200, 182))).contains("checkpoint-inhibitor");
    assertThat(named(child().drug("Nivolumab", 200, 183))).doesNotContain("checkpoint-inhibitor");
  }

  // Confirmed and active, a mimic that may explain two counted pillars changes the verdict; the
  // tumour search and the card stay.
  @ParameterizedTest(name = "{0} recorded")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Acute cerebellitis                 | MET_ALTERNATIVE_RECORDED | false
          Medulloblastoma                    | MET_ALTERNATIVE_RECORDED | false
          Poisoning                          | MET_ALTERNATIVE_RECORDED | false
          Meningitis                         | MET_ALTERNATIVE_RECORDED | true
          Anti-NMDA receptor encephalitis    | MET_ALTERNATIVE_RECORDED | false
          Limbic encephalitis                | MET_ALTERNATIVE_RECORDED | false
          MOGAD                              | MET_ALTERNATIVE_RECORDED | false
          Multiple sclerosis                 | MET_ALTERNATIVE_RECORDED | false
          Bickerstaff brainstem encephalitis | MET_ALTERNATIVE_RECORDED | false
          GLUT1 deficiency                   | MET_ALTERNATIVE_RECORDED | false
          Wernicke encephalopathy            | MET_ALTERNATIVE_RECORDED | false
          Maple syrup urine disease          | MET_ALTERNATIVE_RECORDED | false
          Serotonin syndrome                 | MET_ALTERNATIVE_RECORDED | false
          Uraemia                            | MET_ALTERNATIVE_RECORDED | false
          Guillain Barre syndrome            | MET                      | false
          Stroke                             | MET                      | false
          Functional movement disorder       | MET                      | false
          Coeliac disease                    | MET                      | false
          Migraine                           | MET                      | false
          Vestibular neuritis                | MET                      | false
          Status epilepticus                 | MET                      | false
          """)
  void aConfirmedMimicIsAnAlternativeAndNeverWithholdsTheTumourSearch(
      String diagnosis, Verdict verdict, boolean blocks) {
    TestCharts chart =
        child()
            .problem(SNOMED, OPSOCLONUS, 3)
            .problem("http://human-phenotype-ontology.org", "HP:0025160", 3)
            .problem(diagnosis, 2);
    Assessment assessment = assess(chart);

    assertThat(assessment.criteria().verdict()).isEqualTo(verdict);
    assertThat(assessment.holds(Fact.BLOCKING_MIMIC)).isEqualTo(blocks);
    assertThat(cards(chart)).contains("C01", "C05");
  }

  @Test
  void aBlockingMimicWithholdsTheFirstTreatmentOnly() {
    TestCharts criteriaMet =
        child()
            .problem(SNOMED, OPSOCLONUS, 3)
            .problem("http://human-phenotype-ontology.org", "HP:0025160", 3);

    assertThat(cards(criteriaMet)).contains("C26", "C05");
    assertThat(cards(criteriaMet.problem("Meningitis", 2))).contains("C05").doesNotContain("C26");
  }

  @Test
  void onlyOneMimicBlocks() {
    assertThat(Charts.KNOWLEDGE.mimics().values().stream().filter(MimicDefinition::blocks))
        .extracting(MimicDefinition::id)
        .containsExactly("cns-infection");
  }

  @Test
  void aTestOfAMimicIsOfferedOnceAndNotWhenItIsDone() {
    TestCharts chart =
        child()
            .problem(SNOMED, "193462001", 3)
            .words("Examination", "ophthalmoplegia and absent reflexes", 1);
    List<String> offered =
        Charts.consult(chart.record()).recommendations().shown().stream()
            .flatMap(shown -> shown.suggestions().stream())
            .flatMap(each -> each.orders().stream())
            .map(order -> order.id())
            .toList();

    assertThat(offered).containsOnlyOnce("W12-GQ1B").contains("W15-THIAMINE");
    assertThat(
            Charts.consult(
                    chart
                        .observation("http://loinc.org", "32554-8", 1)
                        .words("GQ1b antibodies", "negative", 1)
                        .record())
                .recommendations()
                .shown())
        .flatExtracting(shown -> shown.suggestions())
        .flatExtracting(each -> each.orders())
        .extracting(order -> order.id())
        .doesNotContain("W12-GQ1B", "W15-THIAMINE");
  }

  @Test
  void everyRowOfTheTableIsThere() {
    assertThat(Charts.KNOWLEDGE.mimics()).hasSize(30);
    assertThat(Charts.KNOWLEDGE.mimics().values())
        .allSatisfy(each -> assertThat(each.confidence()).isIn("H", "M", "L"));
  }

  private static Stream<String> cardIds(TestCharts chart) {
    return Charts.consult(chart.record()).recommendations().shown().stream()
        .map(shown -> shown.card().id());
  }

  private static List<String> cards(TestCharts chart) {
    return cardIds(chart).toList();
  }
}
