package org.omscds.assessment.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.knowledge.ScaleItem;
import org.omscds.knowledge.ScaleVersion;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Sex;
import org.omscds.patient.Speaker;

/** How charts write severity scores, and which of them count. */
class SeverityScoreReaderTests {

  private static final ClinicalDate TODAY = ClinicalDate.on(TestCharts.TODAY);

  private static SeverityScores read(
      ResultStatus status, ClinicalDate date, Speaker speaker, ObservedItem... items) {
    Observed observed =
        new Observed("Observation/o1", status, List.of(items), date, List.of(), speaker);
    return new SeverityScoreReader(Charts.KNOWLEDGE)
        .read(
            new PatientRecord(
                "p1",
                TestCharts.TODAY,
                ClinicalDate.unknown(),
                Sex.UNKNOWN,
                false,
                false,
                List.of(),
                List.of(observed),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
  }

  private static SeverityScores read(ObservedItem... items) {
    return read(ResultStatus.FINAL, TODAY, Speaker.CLINICIAN, items);
  }

  private static ObservedItem words(String question, String answer) {
    return item(question, new ObservedValue.Words(answer));
  }

  private static ObservedItem number(String question, String number) {
    return item(question, new ObservedValue.Measured(new BigDecimal(number), "{score}", ""));
  }

  private static ObservedItem item(String question, ObservedValue value) {
    return new ObservedItem(Concept.inWords(question), value, List.of(), List.of());
  }

  private static ObservedItem nothing(String question) {
    return item(question, new ObservedValue.NotGiven(""));
  }

  private static final String LONG = "OMS severity score (Mitchell-Pike with speech, 0-18)";

  @ParameterizedTest(name = "{0}: {1} is {2} on {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OMS severity score (Mitchell-Pike, 0-15) | 8 | 8 | MP5_15
          OMS severity score (Mitchell-Pike with speech, 0-18) | 12 | 12 | MP6_18
          OMS score | 8/15 | 8 | MP5_15
          OMS score | 12/18 | 12 | MP6_18
          OMS score | 12 out of 18 | 12 | MP6_18
          OMS Evaluation Scale | 23/36 | 23 | OMES_36
          OMS Evaluation Scale | 23 | 23 | OMES_36
          Mitchell-Pike, five items | 0 | 0 | MP5_15
          Assessment | OMS score 8/15, much better | 8 | MP5_15
          OMS score | 8 | 8 | UNSTATED
          """)
  void aTotalIsReadInItsWords(String question, String answer, int total, ScaleVersion version) {
    SeverityScores scores = read(words(question, answer));

    assertThat(scores.refused()).isEmpty();
    assertThat(scores.scores())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.score().total()).isEqualTo(total);
          assertThat(each.score().version()).isEqualTo(version);
          assertThat(each.day()).isEqualTo(TestCharts.TODAY);
        });
  }

  @ParameterizedTest(name = "{0}: {1} is refused: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OMS score (0-15) | 16 | the total 16 is outside 0 to 15
          OMS score | 8/20 | no known scale has the highest total 20
          OMS score (0-15) | 9/18 | two scales are named
          OMS score | was 12/15, now 8/15 | two totals are named
          """)
  void whatDoesNotFitIsRefusedWithItsReason(String question, String answer, String reason) {
    SeverityScores scores = read(words(question, answer));

    assertThat(scores.scores()).isEmpty();
    assertThat(scores.refused()).extracting(SeverityScores.Refused::reason).containsExactly(reason);
  }

  @ParameterizedTest(name = "{0}: {1} is no score")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OMS score | not done
          OMS clinic | 8/15/2026
          Pain score | 8/15
          Assessment | OMS score pending since 8/15/2026
          """)
  void otherWordsAreNoScore(String question, String answer) {
    SeverityScores scores = read(words(question, answer));

    assertThat(scores.scores()).isEmpty();
    assertThat(scores.refused()).isEmpty();
  }

  @Test
  void aPanelOfItemsAddsUp() {
    SeverityScores scores =
        read(
            nothing(LONG),
            number("Stance", "2"),
            number("Gait", "3"),
            number("Arm/hand function", "1"),
            number("Opsoclonus", "1"),
            number("Mood, behaviour, sleep", "2"),
            number("Speech", "0"));

    assertThat(scores.scores()).extracting(each -> each.score().total()).containsExactly(9);
    assertThat(scores.scores()).extracting(each -> each.score().items().size()).containsExactly(6);
  }

  @Test
  void theScaleAndTheTotalMayBeComponents() {
    SeverityScores scores =
        read(nothing("OMS severity score"), words("scaleVersion", "MP6_18"), number("total", "11"));

    assertThat(scores.scores())
        .extracting(each -> each.score().version())
        .containsExactly(ScaleVersion.MP6_18);
    assertThat(scores.scores()).extracting(each -> each.score().total()).containsExactly(11);
  }

  /** "score" and "sum" alone name the total; beside an item they belong to the item. */
  @ParameterizedTest(name = "{0} is gait")
  @ValueSource(strings = {"Gait score", "Score of gait", "Gait, total score", "Gait"})
  void aComponentThatSaysMoreThanTotalIsNoTotal(String gait) {
    SeverityScores scores = read(words("OMS score", "8/15"), number(gait, "2"));

    assertThat(scores.refused()).isEmpty();
    assertThat(scores.scores())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.score().total()).isEqualTo(8);
          assertThat(each.score().items()).isEqualTo(Map.of(ScaleItem.GAIT, 2));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"total", "Total score", "Sum", "Score"})
  void theTotalMayBeAComponent(String total) {
    SeverityScores scores = read(nothing("OMS score (0-15)"), number(total, "8"));

    assertThat(scores.scores()).extracting(each -> each.score().total()).containsExactly(8);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Stance, STANCE",
    "Walking, GAIT",
    "Hand function, ARM_HAND",
    "Opsoclonus, OPSOCLONUS",
    "Irritability, MOOD",
    "Language, SPEECH"
  })
  void anItemIsKnownByItsWords(String words, ScaleItem item) {
    SeverityScores scores = read(words("OMS score", "8/18"), number(words, "1"));

    assertThat(scores.scores())
        .singleElement()
        .satisfies(each -> assertThat(each.score().items()).isEqualTo(Map.of(item, 1)));
  }

  @Test
  void aCodeWithoutADisplayAndATextNamesNothing() {
    ObservedItem unknown =
        coded("something-else", new ObservedValue.Measured(BigDecimal.TWO, "", ""));
    SeverityScores scores = read(words("OMS score", "8/15"), unknown);

    assertThat(scores.scores()).extracting(each -> each.score().total()).containsExactly(8);
    assertThat(read(unknown).scores()).isEmpty();
  }

  @Test
  void localCodesAreRead() {
    List<ObservedItem> items = new ArrayList<>();
    items.add(coded("oms-severity", new ObservedValue.NotGiven("")));
    items.add(
        coded(
            "scale-version",
            new ObservedValue.Coded(
                new Concept(List.of(new Coding("urn:oms-cds:scale", "MP5_15", "")), ""))));
    for (String code : List.of("stance", "gait", "arm-hand", "opsoclonus", "mood")) {
      items.add(coded(code, new ObservedValue.Measured(BigDecimal.TWO, "", "")));
    }
    SeverityScores scores = read(items.toArray(ObservedItem[]::new));

    assertThat(scores.scores()).extracting(each -> each.score().total()).containsExactly(10);
    assertThat(scores.scores())
        .extracting(each -> each.score().version())
        .containsExactly(ScaleVersion.MP5_15);
  }

  private static ObservedItem coded(String code, ObservedValue value) {
    return new ObservedItem(
        new Concept(List.of(new Coding("urn:oms-cds:scale", code, "")), ""),
        value,
        List.of(),
        List.of());
  }

  @Test
  void anItemThatDoesNotApplyIsLeftOut() {
    SeverityScores scores =
        read(
            nothing("OMS severity score (0-15)"),
            item("Stance", new ObservedValue.NotGiven("not-applicable")),
            item("Gait", new ObservedValue.NotGiven("not-applicable")),
            number("Arm", "2"),
            number("Opsoclonus", "2"),
            number("Mood", "2"));

    assertThat(scores.scores()).extracting(each -> each.score().total()).containsExactly(10);
    assertThat(scores.scores()).allMatch(each -> each.score().isProrated());
  }

  @Test
  void whoScoredAndWhenMustBeClear() {
    ObservedItem score = words("OMS score", "8/15");

    assertThat(reason(read(ResultStatus.FINAL, TODAY, Speaker.FAMILY, score)))
        .isEqualTo("not scored by a clinician");
    assertThat(reason(read(ResultStatus.PRELIMINARY, TODAY, Speaker.CLINICIAN, score)))
        .isEqualTo("preliminary");
    assertThat(reason(read(ResultStatus.FINAL, ClinicalDate.unknown(), Speaker.CLINICIAN, score)))
        .isEqualTo("no exact day is recorded");
    ClinicalDate later = ClinicalDate.on(TestCharts.TODAY.plusDays(2));
    assertThat(reason(read(ResultStatus.FINAL, later, Speaker.CLINICIAN, score)))
        .isEqualTo("dated after the consultation");
    SeverityScores cancelled = read(ResultStatus.VOID, TODAY, Speaker.CLINICIAN, score);
    assertThat(cancelled.scores()).isEmpty();
    assertThat(cancelled.refused()).isEmpty();
  }

  private static String reason(SeverityScores scores) {
    assertThat(scores.scores()).isEmpty();
    return scores.refused().getFirst().reason();
  }

  @Test
  void aNumberThatIsNoExactNumberIsRefused() {
    ObservedItem less =
        item("OMS score (0-15)", new ObservedValue.Measured(new BigDecimal("8"), "", "<"));
    assertThat(reason(read(less))).isEqualTo("the total is not an exact number");
  }

  @Test
  void anItemRatedTwiceIsRefused() {
    SeverityScores scores =
        read(number("OMS score (0-15)", "8"), number("Gait", "1"), number("Gait", "2"));
    assertThat(reason(scores)).isEqualTo("gait is rated twice");
  }
}
