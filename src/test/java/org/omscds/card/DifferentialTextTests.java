package org.omscds.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.wire.Card;

/** What a card says of mimics, triggers and what is recorded beside the pillars. */
class DifferentialTextTests {

  private static final String SNOMED = "http://snomed.info/sct";

  private static Card first(TestCharts chart) {
    return new CardWriter(Charts.KNOWLEDGE, Charts::uuid)
        .write(Charts.consult(chart.record()), new CallContext("p1", "e1", "u1", ""))
        .getFirst();
  }

  /** Ataxia and opsoclonus: card C02. */
  private static TestCharts child() {
    return TestCharts.child(30).problem(SNOMED, "20262006", 5).problem(SNOMED, "194177006", 5);
  }

  @Test
  void aMimicIsNamedWithItsCluesAndHowToTellIt() {
    String detail =
        first(
                child()
                    .words("Examination", "headache", 1)
                    .words("Examination", "vomiting", 1)
                    .words("Examination", "papilloedema", 1))
            .detail();

    assertThat(detail)
        .contains("**Mimics to exclude, by recorded clues [PROPOSAL]**")
        .containsPattern(
            "\\*\\*posterior fossa tumour or hydrocephalus\\*\\* – .*; \\+1\\. To tell: MRI")
        .contains("Also think of: ");
  }

  @Test
  void withoutAClueTheCardSaysSo() {
    assertThat(first(child()).detail()).contains("No clue recorded; think of: acute cerebellitis;");
  }

  @Test
  void triggersAreContextAndAtMostFour() {
    TestCharts chart =
        child()
            .problem("Varicella", 9)
            .problem("Mycoplasma infection", 9)
            .problem("Roseola infantum", 9)
            .problem("COVID-19", 9)
            .problem("Bronchiolitis", 9)
            .vaccinated("MMR", 9);

    assertThat(first(chart).detail())
        .contains("**Came before (context only; no reason not to search for a tumour)**")
        .contains("Varicella: Varicella")
        .contains("and 2 more");
    assertThat(first(child().problem("Varicella", 9)).detail()).doesNotContain(" more\n");
  }

  @Test
  void aFindingThatIsRecordedOftenTakesOneLine() {
    TestCharts chart = child();
    for (int day = 1; day <= 6; day++) {
      chart = chart.words("Examination", "drooling", day);
    }

    assertThat(first(chart).detail())
        .containsOnlyOnce("drooling")
        .containsPattern("drooling, 2026-11-19 \\(Observation/o0\\); \\+5");
  }

  @Test
  void theCardCitesTheSourcesOfTheMimicsThatItNames() {
    assertThat(first(child()).detail()).doesNotContain("Pearson 2017");
    assertThat(first(child().words("Examination", "fixation gaps", 1)).detail())
        .contains("Pearson 2017");
  }
}
