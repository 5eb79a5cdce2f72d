package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.result.ResultCharts.item;
import static org.omscds.finding.result.ResultCharts.number;
import static org.omscds.finding.result.ResultCharts.range;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.workup.Immunoglobulins.Antibody;
import org.omscds.assessment.workup.Immunoglobulins.Level;
import org.omscds.consultation.Charts;
import org.omscds.finding.result.ResultCharts;
import org.omscds.finding.result.TestResultReader;
import org.omscds.patient.ResultStatus;

/** Immunoglobulins against the age range sent with them. */
class ImmunoglobulinsTests {

  @ParameterizedTest
  @CsvSource({
    "20, NOT_LOW",
    "19, LOW",
    "101, NOT_LOW",
    "<7, UNDETECTABLE",
    "0, UNDETECTABLE",
    "<30, UNKNOWN"
  })
  void anIgaIsLowBelowItsRange(String value, Level expected) {
    ResultCharts chart =
        new ResultCharts()
            .item(item("IgA", number(value), List.of(), range("20-100")), ResultStatus.FINAL, 1);
    assertThat(read(chart).iga()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "undetectable, UNDETECTABLE",
    "low, LOW",
    "normal, NOT_LOW",
    "pending, UNKNOWN",
    "7, UNKNOWN"
  })
  void anIgaInWordsIsRead(String value, Level expected) {
    assertThat(read(new ResultCharts().words("IgA", value, 1)).iga()).isEqualTo(expected);
  }

  @Test
  void eachIsReadFromItsOwnTestAndIsUnknownWithoutOne() {
    Immunoglobulins read =
        read(new ResultCharts().words("IgG", "low", 1).words("Anti-IgA antibody", "positive", 1));
    assertThat(read)
        .isEqualTo(new Immunoglobulins(Level.UNKNOWN, Level.LOW, Level.UNKNOWN, Antibody.FOUND));
    assertThat(read(new ResultCharts().words("Anti-IgA", "not detected", 1)).antiIga())
        .isEqualTo(Antibody.NOT_FOUND);
    assertThat(read(new ResultCharts().words("IgM", "low", 1)).igm()).isEqualTo(Level.LOW);
  }

  private static Immunoglobulins read(ResultCharts chart) {
    return Immunoglobulins.of(new TestResultReader(Charts.KNOWLEDGE).read(chart.record()));
  }
}
