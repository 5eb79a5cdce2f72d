package org.omscds.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.knowledge.FindingId.ATAXIA;
import static org.omscds.knowledge.FindingId.INSOMNIA;
import static org.omscds.knowledge.FindingId.MYOCLONUS;
import static org.omscds.knowledge.FindingId.NEUROBLASTIC_TUMOUR;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.WrittenChart;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Speaker;

/**
 * Every place in which a finding can stand: what its status, its date and its speaker make of it.
 */
class FindingReaderTests {

  private static final String OPS =
      "code: {coding: [{system: 'http://snomed.info/sct', code: '194177006'}]}";

  private static WrittenChart child() {
    return WrittenChart.child(30);
  }

  private static ClinicalStatement only(WrittenChart chart, FindingId finding) {
    List<ClinicalStatement> all = chart.findings().about(finding);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static List<String> reasons(WrittenChart chart) {
    return chart.findings().notCounted().stream().map(NotCounted::reason).toList();
  }

  // Status filters: verification of a Condition

  @ParameterizedTest(name = "a Condition that is {0}: {1}, confirmed {2}")
  @CsvSource({
    "confirmed, PRESENT, true",
    "provisional, PRESENT, false",
    "differential, POSSIBLE, false",
    "unconfirmed, POSSIBLE, false",
    "'', PRESENT, false"
  })
  void theVerificationTellsHowSure(String status, Certainty certainty, boolean confirmed) {
    ClinicalStatement statement =
        only(
            child().condition(OPS + ", verificationStatus: {coding: [{code: '" + status + "'}]}"),
            OPSOCLONUS);
    assertThat(statement.certainty()).isEqualTo(certainty);
    assertThat(statement.confirmed()).isEqualTo(confirmed);
    assertThat(statement.speaker()).isEqualTo(Speaker.CLINICIAN);
  }

  @Test
  void whatIsRefutedIsListedAndWhatIsAnErrorIsNot() {
    WrittenChart refuted =
        child().condition(OPS + ", verificationStatus: {coding: [{code: 'refuted'}]}");
    assertThat(refuted.findings().about(OPSOCLONUS)).isEmpty();
    assertThat(reasons(refuted)).containsExactly("refuted");
    WrittenChart inWords =
        child()
            .condition(
                "code: {text: 'Opsoclonus'}, verificationStatus: {coding: [{code: 'refuted'}]}");
    assertThat(inWords.findings().about(OPSOCLONUS)).isEmpty();
    assertThat(reasons(inWords)).containsExactly("refuted");
    WrittenChart error =
        child().condition(OPS + ", verificationStatus: {coding: [{code: 'entered-in-error'}]}");
    assertThat(error.findings().about(OPSOCLONUS)).isEmpty();
    assertThat(reasons(error)).isEmpty();
  }

  @ParameterizedTest(name = "a tumour that is {0} is {1}")
  @CsvSource({
    "confirmed, PRESENT",
    "'', PRESENT",
    "provisional, POSSIBLE",
    "differential, POSSIBLE"
  })
  void aProvisionalTumourIsPossible(String status, Certainty certainty) {
    assertThat(
            only(
                    child()
                        .condition(
                            "code: {text: 'Neuroblastoma'}, verificationStatus: {coding: [{code: '"
                                + status
                                + "'}]}"),
                    NEUROBLASTIC_TUMOUR)
                .certainty())
        .isEqualTo(certainty);
  }

  // Clinical status

  @ParameterizedTest(name = "a Condition that is {0} is {1}")
  @CsvSource({
    "active, ONGOING",
    "recurrence, RETURNED",
    "relapse, RETURNED",
    "inactive, OVER",
    "remission, OVER",
    "resolved, OVER",
    "'', ONGOING"
  })
  void theClinicalStatusTellsTheCourse(String status, Course course) {
    ClinicalStatement statement =
        only(
            child().condition(OPS + ", clinicalStatus: {coding: [{code: '" + status + "'}]}"),
            OPSOCLONUS);
    assertThat(statement.course()).isEqualTo(course);
    assertThat(statement.isStanding()).isEqualTo(course != Course.OVER);
    assertThat(statement.isOver()).isEqualTo(course == Course.OVER);
  }

  // Dates of a statement: "A Condition began on its onset, else on its recorded date (marked
  // 'about'); it was last said on the later of the two."

  @ParameterizedTest(name = "onset {0}, recorded {1}: began {2}, said {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-10 | 2026-11-15 | 2026-11-10 | 2026-11-15
          2026-11-15 | 2026-11-10 | 2026-11-15 | 2026-11-15
          2026-11-10 | '' | 2026-11-10 | 2026-11-10
          '' | 2026-11-15 | about 2026-11-15 | 2026-11-15
          2026-10 | '' | about 2026-10-01 | date not recorded
          2026-10 | 2026-11-15 | about 2026-10-01 | 2026-11-15
          '' | '' | date not recorded | date not recorded
          # a date more than one day after the consultation is taken as not recorded
          2026-11-21 | '' | 2026-11-21 | 2026-11-21
          2026-11-22 | '' | date not recorded | date not recorded
          2026-11-10 | 2026-11-22 | 2026-11-10 | 2026-11-10
          """)
  void aConditionTellsWhenItBeganAndWhenItWasLastSaid(
      String onset, String recorded, String began, String said) {
    ClinicalStatement statement =
        only(
            child()
                .condition(
                    OPS + ", onsetDateTime: '" + onset + "', recordedDate: '" + recorded + "'"),
            OPSOCLONUS);
    assertThat(statement.onset().display()).isEqualTo(began);
    assertThat(statement.asserted().display()).isEqualTo(said);
  }

  @Test
  void anEndIsTheAbatementElseTheLastWord() {
    String resolved = OPS + ", clinicalStatus: {coding: [{code: 'resolved'}]}, recordedDate: '@9'";
    assertThat(only(child().condition(resolved + ", abatementDateTime: '@4'"), OPSOCLONUS).ended())
        .isEqualTo(Told.day(4));
    assertThat(only(child().condition(resolved), OPSOCLONUS).ended()).isEqualTo(Told.day(9));
    assertThat(only(child().condition(OPS + ", recordedDate: '@9'"), OPSOCLONUS).ended())
        .isEqualTo(ClinicalDate.unknown());
  }

  // "Notes and `evidence.code` of a Condition: never confirmed; a tumour named there is POSSIBLE"

  @Test
  void whatStandsBesideAConditionIsNeverConfirmed() {
    WrittenChart chart =
        child()
            .condition(
                "code: {text: 'Examined today'}, evidence: [{code: [{text: 'Ataxia'}]}],"
                    + " note: [{text: 'Neuroblastoma. Myoclonus.'}]");
    assertThat(only(chart, ATAXIA).confirmed()).isFalse();
    assertThat(only(chart, ATAXIA).certainty()).isEqualTo(Certainty.PRESENT);
    assertThat(only(chart, MYOCLONUS).confirmed()).isFalse();
    assertThat(only(chart, NEUROBLASTIC_TUMOUR).certainty()).isEqualTo(Certainty.POSSIBLE);
  }

  // Observations and reports by their status

  @ParameterizedTest(name = "an Observation or report that is {0}: {1}")
  @CsvSource({
    "final, PRESENT",
    "amended, PRESENT",
    "preliminary, POSSIBLE",
    "cancelled, -",
    "entered-in-error, -"
  })
  void theStatusTellsHowMuchAResultCounts(String status, String certainty) {
    String bodyStatus = ", status: '" + status + "'";
    List<WrittenChart> charts =
        List.of(
            child().observation(OPS + ", valueBoolean: true" + bodyStatus),
            child().report("code: {text: 'Letter'}, conclusion: 'Opsoclonus.'" + bodyStatus));
    for (WrittenChart chart : charts) {
      List<ClinicalStatement> all = chart.findings().about(OPSOCLONUS);
      if (certainty.equals("-")) {
        assertThat(all).isEmpty();
      } else {
        assertThat(all)
            .extracting(ClinicalStatement::certainty)
            .containsExactly(Certainty.valueOf(certainty));
        assertThat(all).allMatch(each -> each.course() == Course.OBSERVED);
      }
    }
  }

  @Test
  void anUnsureNegativeSaysNothing() {
    String no = OPS + ", valueBoolean: false";
    assertThat(only(child().observation(no), OPSOCLONUS).certainty()).isEqualTo(Certainty.ABSENT);
    assertThat(child().observation(no + ", status: 'preliminary'").findings().about(OPSOCLONUS))
        .isEmpty();
    assertThat(
            child()
                .observation(no + ", performer: [{reference: 'RelatedPerson/mother'}]")
                .findings()
                .about(OPSOCLONUS))
        .isEmpty();
    assertThat(
            child()
                .condition(
                    "code: {text: 'No opsoclonus'}, verificationStatus: {coding: [{code:"
                        + " 'unconfirmed'}]}")
                .findings()
                .about(OPSOCLONUS))
        .isEmpty();
  }

  // Who speaks: the family makes A, B and D possible, and C present

  @ParameterizedTest(name = "the family says {0}: {2}")
  @CsvSource({
    "dancing eyes, OPSOCLONUS, POSSIBLE",
    "ataxia, ATAXIA, POSSIBLE",
    "neuroblastoma, NEUROBLASTIC_TUMOUR, POSSIBLE",
    "insomnia, INSOMNIA, PRESENT",
    "fever, FEVER, PRESENT"
  })
  void theFamilysWordCountsForBehaviourOnly(String words, FindingId finding, Certainty certainty) {
    String said =
        "code: {text: 'Told'}, valueString: '"
            + words
            + "', performer: [{reference: 'RelatedPerson/mother'}]";
    ClinicalStatement statement = only(child().observation(said), finding);
    assertThat(statement.certainty()).isEqualTo(certainty);
    assertThat(statement.speaker()).isEqualTo(Speaker.FAMILY);
    ClinicalStatement quoted =
        only(
            child()
                .observation(
                    "code: {text: 'History'}, valueString: 'Mother reports " + words + "'"),
            finding);
    assertThat(quoted.certainty()).isEqualTo(certainty);
    assertThat(quoted.speaker()).isEqualTo(Speaker.FAMILY);
  }

  @Test
  void theNotesOfAnObservationAreRead() {
    WrittenChart chart = child().observation("code: {text: 'Visit'}, note: [{text: 'Ataxia.'}]");
    assertThat(only(chart, ATAXIA).certainty()).isEqualTo(Certainty.PRESENT);
  }

  // "A report is histology when its name holds 'pathology', 'histology' or the like"

  @ParameterizedTest(name = "a tumour in {0} is {1}")
  @CsvSource({
    "Surgical pathology, PRESENT",
    "Histology of the adrenal, PRESENT",
    "Biopsy, PRESENT",
    "MRI abdomen, POSSIBLE",
    "Letter, POSSIBLE"
  })
  void onlyHistologyProvesATumour(String name, Certainty certainty) {
    String report = "code: {text: '" + name + "'}, ";
    assertThat(
            only(child().report(report + "conclusion: 'Neuroblastoma.'"), NEUROBLASTIC_TUMOUR)
                .certainty())
        .isEqualTo(certainty);
    assertThat(
            only(
                    child()
                        .report(
                            report
                                + "conclusionCode: [{coding: [{system: 'http://snomed.info/sct',"
                                + " code: '432328008'}]}]"),
                    NEUROBLASTIC_TUMOUR)
                .certainty())
        .isEqualTo(certainty);
  }

  @Test
  void aProcedureNamesATumourAndNothingElse() {
    WrittenChart chart =
        child().procedure("code: {text: 'Resection of neuroblastoma, child with ataxia'}");
    ClinicalStatement tumour = only(chart, NEUROBLASTIC_TUMOUR);
    assertThat(tumour.certainty()).isEqualTo(Certainty.PRESENT);
    assertThat(tumour.isOver()).isTrue();
    assertThat(tumour.onset()).isEqualTo(Told.day(1));
    assertThat(chart.findings().about(ATAXIA)).isEmpty();
  }

  // Words in a text: what is left out, and with which reason

  @ParameterizedTest(name = "{0}: left out as {1}")
  @CsvSource({
    "Family history of ataxia., family history",
    "History of ataxia., past history",
    "Ataxia in remission., in remission",
    "Watch for ataxia., -"
  })
  void whatDoesNotCountIsListedWithTheReason(String text, String reason) {
    WrittenChart chart = child().report("code: {text: 'Letter'}, conclusion: '" + text + "'");
    assertThat(chart.findings().about(ATAXIA)).isEmpty();
    assertThat(reasons(chart)).isEqualTo(reason.equals("-") ? List.of() : List.of(reason));
  }

  @Test
  void aTumourInThePastStillCounts() {
    String history = "code: {text: 'Letter'}, conclusion: 'History of neuroblastoma.'";
    ClinicalStatement past = only(child().report(history), NEUROBLASTIC_TUMOUR);
    assertThat(past.isOver()).isTrue();
    assertThat(past.onset()).isEqualTo(ClinicalDate.unknown());
    assertThat(
            only(
                    child().condition("code: {text: 'Neuroblastoma in remission'}"),
                    NEUROBLASTIC_TUMOUR)
                .certainty())
        .isEqualTo(Certainty.PRESENT);
  }

  @Test
  void whatIsSaidTwiceIsListedOnce() {
    assertThat(
            reasons(
                child()
                    .report(
                        "code: {text: 'Letter'}, conclusion: 'History of ataxia. History of"
                            + " ataxia.'")))
        .containsExactly("past history");
  }

  @Test
  void aDoubtfulOrNegatedWordIsThatMuch() {
    assertThat(
            only(
                    child().report("code: {text: 'Letter'}, conclusion: 'Possible opsoclonus.'"),
                    OPSOCLONUS)
                .certainty())
        .isEqualTo(Certainty.POSSIBLE);
    ClinicalStatement negated =
        only(child().report("code: {text: 'Letter'}, conclusion: 'No opsoclonus.'"), OPSOCLONUS);
    assertThat(negated.certainty()).isEqualTo(Certainty.ABSENT);
    assertThat(negated.evidence().seen()).isEqualTo("\"opsoclonus\" negated");
  }

  // "a short text is shown whole, of a long one the phrase that was found": 60 characters

  @ParameterizedTest(name = "a text of {0} characters is shown whole: {1}")
  @CsvSource({"60, true", "61, false"})
  void aShortTextIsShownWhole(int length, boolean whole) {
    String text = "Opsoclonus since Sunday " + "x".repeat(length - 24);
    assertThat(text).hasSize(length);
    ClinicalStatement statement =
        only(child().condition("code: {text: '" + text + "'}"), OPSOCLONUS);
    assertThat(statement.evidence().seen()).isEqualTo(whole ? text : "\"opsoclonus\"");
  }

  @Test
  void aCodeForMyoclonusBesideSleepMyoclonusIsLeftOut() {
    String coding = "coding: [{system: 'http://snomed.info/sct', code: '17450006'}]";
    WrittenChart asleep = child().condition("code: {text: 'Sleep myoclonus', " + coding + "}");
    assertThat(asleep.findings().about(MYOCLONUS)).isEmpty();
    assertThat(reasons(asleep)).contains("sleep myoclonus");
    assertThat(
            child()
                .condition("code: {text: 'Insomnia', " + coding + "}")
                .findings()
                .about(MYOCLONUS))
        .hasSize(1);
    assertThat(
            only(
                    child()
                        .condition(
                            "code: {text: 'Sleep myoclonus', coding: [{system:"
                                + " 'http://snomed.info/sct', code: '20262006'}]}"),
                    ATAXIA)
                .certainty())
        .isEqualTo(Certainty.PRESENT);
  }

  // The display of a code is read only where the code itself names no finding here

  @Test
  void theDisplayOfACodeIsReadWhereTheCodeIsSilent() {
    assertThat(
            only(
                    child()
                        .condition(
                            "code: {coding: [{system: 'http://local', code: '1', display:"
                                + " 'Insomnia'}]}"),
                    INSOMNIA)
                .certainty())
        .isEqualTo(Certainty.PRESENT);
    assertThat(
            child()
                .condition(
                    "code: {coding: [{system: 'http://snomed.info/sct', code: '194177006', display:"
                        + " 'Insomnia'}]}")
                .findings()
                .about(INSOMNIA))
        .isEmpty();
    assertThat(
            child()
                .condition(
                    "code: {text: 'Insomnia', coding: [{system: 'http://local', code: '1', display:"
                        + " 'Insomnia'}]}")
                .findings()
                .about(INSOMNIA))
        .hasSize(1);
  }

  @Test
  void ofSeveralCodesForOneFindingTheSurestCounts() {
    String eyes =
        "code: {coding: [%s]}"
            .formatted(
                "{system: 'http://snomed.info/sct', code: '194177006'},"
                    + " {system: 'http://human-phenotype-ontology.org', code: 'HP:0010543'}");
    assertThat(only(child().condition(eyes), OPSOCLONUS).certainty()).isEqualTo(Certainty.PRESENT);
  }
}
