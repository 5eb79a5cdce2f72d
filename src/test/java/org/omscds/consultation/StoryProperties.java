package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.omscds.finding.Evidence;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Suppressed;
import tools.jackson.databind.JsonNode;

/** What must hold of every sample and of every patient story, tried on each of them. */
class StoryProperties {

  @Provide
  Arbitrary<Path> charts() {
    return Arbitraries.of(Charts.all());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void theOrderOfResourcesDoesNotMatter(
      @ForAll("charts") Path chart, @ForAll @IntRange(max = 4) int seed) {
    JsonNode shuffled = ChartChanges.shuffled(Charts.request(chart), seed);
    assertThat(verdict(shuffled)).isEqualTo(verdict(Charts.request(chart)));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void aResourceSentTwiceCountsOnce(@ForAll("charts") Path chart) {
    assertThat(Charts.consult(ChartChanges.doubled(Charts.request(chart))))
        .isEqualTo(Charts.consult(Charts.request(chart)));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void irrelevantResourcesChangeNothing(@ForAll("charts") Path chart) {
    assertThat(verdict(ChartChanges.crowded(Charts.request(chart), 9)))
        .isEqualTo(verdict(Charts.request(chart)));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void resourcesOfAnotherPatientAreDroppedAndNoted(@ForAll("charts") Path chart) {
    JsonNode mixedUp = ChartChanges.mixedUp(Charts.request(chart));
    assertThat(verdict(mixedUp)).isEqualTo(verdict(Charts.request(chart)));
    assertThat(Charts.record(mixedUp).gaps())
        .extracting(gap -> gap.reason().name())
        .contains("OTHER_PATIENT");
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void theSameRecordGivesTheSameConsultation(@ForAll("charts") Path chart) {
    PatientRecord record = Charts.record(Charts.request(chart));
    assertThat(Charts.consult(record)).isEqualTo(Charts.consult(record));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void everyRecommendationHasEvidenceAndASource(@ForAll("charts") Path chart) {
    Consultation consultation = Charts.consult(Charts.request(chart));
    for (var shown : consultation.recommendations().shown()) {
      assertThat(shown.row().sources()).isNotEmpty();
      assertThat(evidence(consultation)).as(shown.row().id()).isNotEmpty();
    }
  }

  @Example
  void nothingIsShownForAPatientWhoHasDied() {
    PatientRecord patient =
        TestCharts.child(30)
            .deceased()
            .problem("http://snomed.info/sct", "194177006", 3)
            .problem("http://snomed.info/sct", "20262006", 3)
            .problem("http://snomed.info/sct", "193462001", 3)
            .record();

    Consultation consultation = Charts.consult(patient);

    assertThat(consultation.recommendations().shown()).isEmpty();
    assertThat(consultation.recommendations().suppressed())
        .extracting(Suppressed::reason)
        .containsOnly(Suppressed.Reason.DECEASED);
  }

  private static Verdict verdict(JsonNode request) {
    return Verdict.of(Charts.consult(request));
  }

  private static List<Evidence> evidence(Consultation consultation) {
    var assessment = consultation.assessment();
    return Stream.of(
            assessment.pillars().all().values().stream()
                .flatMap(pillar -> pillar.finding().restsOn().stream()),
            assessment.diagnosisEvidence().stream(),
            assessment.supporting().stream().map(each -> each.evidence()),
            assessment.notCounted().stream().map(left -> left.evidence()))
        .flatMap(each -> each)
        .toList();
  }
}
