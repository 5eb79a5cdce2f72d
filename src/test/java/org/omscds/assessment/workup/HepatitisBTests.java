package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.result.ResultCharts.TODAY;
import static org.omscds.finding.result.ResultCharts.item;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.finding.result.ResultCharts;
import org.omscds.finding.result.TestResultReader;
import org.omscds.finding.result.TestResults;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.ResultStatus;

/** Hepatitis B before drugs that wake it. */
class HepatitisBTests {

  private static final Pattern RESULT =
      Pattern.compile(
          "([^;]+?) ((?:not )?(?:negative|positive|pending|equivocal|detected)) (\\d+)(?:; |$)");

  private final TestResultReader reader = new TestResultReader(Charts.KNOWLEDGE);

  // 7.2: serology is valid when collected before the first IVIG; that bears on positive antibody
  // results only, negatives count. B06: HBsAg and total anti-HBc, negative within 12 months.
  // C11: after IVIG a positive anti-HBc with negative HBsAg may be passive; HBsAg positive is
  // always
  // critical. Results are "test value days-ago"; the second column names the days of IVIG.
  @ParameterizedTest(name = "{0} | IVIG {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          HBsAg negative 5; anti-HBc negative 5                        | ``  | NEGATIVE
          HBsAg negative 365; anti-HBc negative 365                    | ``  | NEGATIVE
          HBsAg negative 366; anti-HBc negative 5                      | ``  | NOT_ON_RECORD
          HBsAg negative 5; anti-HBc negative 366                      | ``  | NOT_ON_RECORD
          HBsAg negative 5; anti-HBc negative 5                        | 10  | NEGATIVE
          HBsAg negative 5; anti-HBc positive 5                        | 10  | ANTI_HBC_POSSIBLY_PASSIVE
          HBsAg negative 5; anti-HBc positive 5                        | 300 | ANTI_HBC_POSSIBLY_PASSIVE
          HBsAg negative 5; anti-HBc positive 5                        | 5   | ANTI_HBC_POSITIVE
          HBsAg negative 5; anti-HBc positive 5                        | 3   | ANTI_HBC_POSITIVE
          HBsAg negative 5; anti-HBc positive 5                        | ``  | ANTI_HBC_POSITIVE
          anti-HBc positive 5                                          | 10  | ANTI_HBC_POSITIVE
          HBsAg pending 5; anti-HBc positive 5                         | 10  | ANTI_HBC_POSITIVE
          HBsAg positive 5; anti-HBc positive 5                        | 10  | POSITIVE_ANTIGEN
          HBsAg positive 5; anti-HBc negative 5                        | ``  | POSITIVE_ANTIGEN
          HBsAg negative 5; anti-HBc positive 5; HBV DNA detected 2    | 10  | POSITIVE_ANTIGEN
          HBsAg negative 5; anti-HBc positive 5; HBV DNA not detected 2 | 10 | ANTI_HBC_POSSIBLY_PASSIVE
          HBsAg positive 20; HBsAg negative 5; anti-HBc negative 5     | ``  | NEGATIVE
          HBsAg negative 20; HBsAg positive 5; anti-HBc negative 5     | ``  | POSITIVE_ANTIGEN
          anti-HBc negative 50; HBsAg negative 5; anti-HBc positive 5  | 10  | ANTI_HBC_POSSIBLY_PASSIVE
          HBsAg negative 5                                             | ``  | NOT_ON_RECORD
          anti-HBc negative 5                                          | ``  | NOT_ON_RECORD
          HBsAg negative 5; anti-HBc IgM negative 5                    | ``  | NOT_ON_RECORD
          HBsAg negative 5; anti-HBc IgM positive 5                    | ``  | NOT_ON_RECORD
          HBsAg negative 5; anti-HBc equivocal 5                       | ``  | NOT_ON_RECORD
          HBsAg negative 50; HBsAg equivocal 5; anti-HBc negative 5    | ``  | NOT_ON_RECORD
          HBsAg negative 50; HBsAg pending 5; anti-HBc negative 50     | ``  | NEGATIVE
          ``                                                           | ``  | NOT_ON_RECORD
          """)
  void eachStateOfTheChartHasItsStatus(String chart, String ivig, HepatitisB.Status expected) {
    List<ClinicalDate> infusions =
        ivig.isEmpty()
            ? List.of()
            : List.of(ClinicalDate.on(TODAY.minusDays(Integer.parseInt(ivig))));
    assertThat(HepatitisB.of(read(chart), infusions, TODAY, 365).status()).isEqualTo(expected);
  }

  @Test
  void aNegativeStatusIsAsOldAsTheOlderResult() {
    HepatitisB status =
        HepatitisB.of(read("HBsAg negative 5; anti-HBc negative 40"), List.of(), TODAY, 365);
    assertThat(status.date()).isEqualTo(ClinicalDate.on(TODAY.minusDays(40)));
    assertThat(status.evidence()).hasSize(2);
  }

  @Test
  void ofPreliminaryResultsOnlyAPositiveOneCounts() {
    assertThat(preliminary("positive").status()).isEqualTo(HepatitisB.Status.POSITIVE_ANTIGEN);
    assertThat(preliminary("negative").status()).isEqualTo(HepatitisB.Status.NOT_ON_RECORD);
  }

  @Test
  void aPositiveSampleWithoutADateIsNotTakenForPassive() {
    TestResults results =
        reader.read(
            new ResultCharts()
                .words("HBsAg", "negative", 5)
                .observed(
                    List.of(item("anti-HBc", new ObservedValue.Words("positive"), List.of())),
                    ResultStatus.FINAL,
                    ClinicalDate.unknown(),
                    "",
                    "")
                .record());
    assertThat(
            HepatitisB.of(results, List.of(ClinicalDate.on(TODAY.minusDays(10))), TODAY, 365)
                .status())
        .isEqualTo(HepatitisB.Status.ANTI_HBC_POSITIVE);
  }

  @Test
  void theTimingOfASampleIsOpenWhereADateIsMissing() {
    ClinicalDate sample = ClinicalDate.on(TODAY);
    ClinicalDate before = ClinicalDate.on(TODAY.minusDays(1));
    assertThat(SerologyTiming.of(sample, List.of())).isEqualTo(SerologyTiming.BEFORE_IVIG);
    assertThat(SerologyTiming.of(sample, List.of(before))).isEqualTo(SerologyTiming.AFTER_IVIG);
    assertThat(SerologyTiming.of(before, List.of(sample))).isEqualTo(SerologyTiming.BEFORE_IVIG);
    assertThat(SerologyTiming.of(sample, List.of(ClinicalDate.unknown())))
        .isEqualTo(SerologyTiming.UNKNOWN);
    assertThat(SerologyTiming.of(ClinicalDate.unknown(), List.of(before)))
        .isEqualTo(SerologyTiming.UNKNOWN);
  }

  private HepatitisB preliminary(String value) {
    TestResults results =
        reader.read(
            new ResultCharts()
                .item(
                    item("HBsAg", new ObservedValue.Words(value), List.of()),
                    ResultStatus.PRELIMINARY,
                    5)
                .words("anti-HBc", "negative", 5)
                .record());
    return HepatitisB.of(results, List.of(), TODAY, 365);
  }

  private TestResults read(String chart) {
    ResultCharts results = new ResultCharts();
    Matcher each = RESULT.matcher(chart);
    while (each.find()) {
      results.words(each.group(1), each.group(2), Integer.parseInt(each.group(3)));
    }
    return reader.read(results.record());
  }
}
