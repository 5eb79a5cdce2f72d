package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.WrittenChart;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.BodyRegion;

/** How far scans cover the four regions, from their names, codes, body sites and dates. */
class TumourImagingTests {

  private static TumourImaging imaging(WrittenChart chart) {
    return chart.assessment().tumourImaging();
  }

  private static String regions(Iterable<BodyRegion> regions) {
    StringBuilder words = new StringBuilder();
    for (BodyRegion each : BodyRegion.values()) {
      for (BodyRegion region : regions) {
        words.append(region == each ? " " + each.label() : "");
      }
    }
    return words.isEmpty() ? "-" : words.substring(1);
  }

  private static WrittenChart child() {
    return WrittenChart.child(30);
  }

  @ParameterizedTest(name = "{0} covers {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MRI neck | neck
          MRI of the chest | chest
          MR thorax and abdomen | chest abdomen
          CT chest, abdomen and pelvis | chest abdomen pelvis
          CT CAP | chest abdomen pelvis
          Magnetic resonance imaging pelvis | pelvis
          Whole body MRI | neck chest abdomen pelvis
          # a scan without a region, a region without a scan
          MRI | -
          Abdomen | -
          Ultrasound of the abdomen | -
          MRI brain | -
          # parts of the spine are no region
          MRI cervical spine | -
          MRI thoracic spine and abdomen | abdomen
          CT chest wall | -
          # not cross-sectional imaging of the regions
          PET/CT whole body | -
          CT angiography chest | -
          CT guided biopsy of the abdomen | -
          """)
  void aReportCoversWhatItsNameSays(String name, String regions) {
    TumourImaging imaging = imaging(child().report("code: {text: '" + name + "'}"));
    assertThat(regions(imaging.done().keySet())).isEqualTo(regions);
    assertThat(imaging.pending()).isEmpty();
  }

  @ParameterizedTest(name = "LOINC {0} covers {1}")
  @CsvSource({
    "24840-1, neck",
    "91524-9, chest abdomen pelvis",
    "36813-4, abdomen pelvis",
    "36283-0, chest"
  })
  void aReportCoversWhatItsCodeSays(String code, String regions) {
    String body = "code: {coding: [{system: 'http://loinc.org', code: '" + code + "'}]}";
    assertThat(regions(imaging(child().report(body)).done().keySet())).isEqualTo(regions);
    assertThat(regions(imaging(child().procedure(body)).done().keySet())).isEqualTo(regions);
    assertThat(regions(imaging(child().order(body)).pending().keySet())).isEqualTo(regions);
  }

  @Test
  void theDisplayOfACodeIsReadToo() {
    String body = "code: {coding: [{system: 'http://local', code: 'x', display: 'MRI pelvis'}]}";
    assertThat(regions(imaging(child().report(body)).done().keySet())).isEqualTo("pelvis");
  }

  // "a scan older than 90 days does not count", nor one from before the neurological onset

  @ParameterizedTest(name = "a scan of {0} days ago counts: {1}")
  @CsvSource({"0, true", "90, true", "91, false"})
  void aScanCountsForNinetyDays(int daysAgo, boolean counts) {
    String expected = counts ? "neck" : "-";
    String dated = "code: {text: 'MRI neck'}, ";
    assertThat(
            regions(
                imaging(child().report(dated + "effectiveDateTime: '@" + daysAgo + "'"))
                    .done()
                    .keySet()))
        .isEqualTo(expected);
    assertThat(
            regions(
                imaging(child().procedure(dated + "performedDateTime: '@" + daysAgo + "'"))
                    .done()
                    .keySet()))
        .isEqualTo(expected);
    assertThat(
            regions(
                imaging(child().study("description: 'MRI neck', started: '@" + daysAgo + "'"))
                    .pending()
                    .keySet()))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "onset 20 days ago, scan {0} days ago: counts {1}")
  @CsvSource({"20, true", "21, false"})
  void aScanFromBeforeTheOnsetDoesNotCount(int daysAgo, boolean counts) {
    WrittenChart chart =
        child()
            .condition("code: {text: 'Ataxia'}, onsetDateTime: '@20', recordedDate: '@20'")
            .report("code: {text: 'MRI neck'}, effectiveDateTime: '@" + daysAgo + "'");
    assertThat(regions(imaging(chart).done().keySet())).isEqualTo(counts ? "neck" : "-");
  }

  @Test
  void anUndatedScanDoesNotCount() {
    assertThat(imaging(child().report("code: {text: 'MRI neck'}, effectiveDateTime: ''")).done())
        .isEmpty();
  }

  @ParameterizedTest(name = "a report that is {0} counts: {1}")
  @CsvSource({"final, true", "amended, true", "preliminary, false", "cancelled, false"})
  void onlyAFinalReportCounts(String status, boolean counts) {
    WrittenChart chart = child().report("code: {text: 'MRI neck'}, status: '" + status + "'");
    assertThat(imaging(chart).done().isEmpty()).isEqualTo(!counts);
  }

  // A study without its report is on its way

  @Test
  void aStudyCoversByModalityBodySiteAndDescription() {
    assertThat(
            regions(
                imaging(
                        child()
                            .study(
                                "series: [{modality: {code: 'MR'}, bodySite: {display: 'Chest'}}]"))
                    .pending()
                    .keySet()))
        .isEqualTo("chest");
    assertThat(
            regions(
                imaging(child().study("modality: [{code: 'CT'}], description: 'abdomen, pelvis'"))
                    .pending()
                    .keySet()))
        .isEqualTo("abdomen pelvis");
    assertThat(
            regions(
                imaging(child().study("procedureCode: [{text: 'MRI neck'}]")).pending().keySet()))
        .isEqualTo("neck");
  }

  @ParameterizedTest(name = "modalities {0} on the abdomen: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CT | abdomen
          MR | abdomen
          US | -
          PT, CT | -
          NM, CT | -
          NM, MR | abdomen
          PT, MR | abdomen
          """)
  void nuclearScansWithCtAreNoSearch(String modalities, String regions) {
    String codes =
        String.join(
            ", ",
            List.of(modalities.split(", ")).stream()
                .map(each -> "{code: '" + each + "'}")
                .toList());
    WrittenChart chart = child().study("modality: [" + codes + "], description: 'abdomen'");
    assertThat(regions(imaging(chart).pending().keySet())).isEqualTo(regions);
  }

  @Test
  void aCancelledStudyCoversNothing() {
    assertThat(imaging(child().study("description: 'MRI neck', status: 'cancelled'")).pending())
        .isEmpty();
  }

  @Test
  void anOrderCoversByNameAndBodySite() {
    assertThat(
            regions(
                imaging(child().order("code: {text: 'MRI'}, bodySite: [{text: 'Pelvis'}]"))
                    .pending()
                    .keySet()))
        .isEqualTo("pelvis");
    assertThat(imaging(child().order("code: {text: 'MRI neck'}, status: 'completed'")).pending())
        .isEmpty();
    assertThat(imaging(child().order("code: {text: 'MRI neck'}, status: 'revoked'")).pending())
        .isEmpty();
  }

  @Test
  void whatIsDoneIsNoLongerPending() {
    TumourImaging imaging =
        imaging(
            child().order("code: {text: 'MRI neck and chest'}").report("code: {text: 'MRI neck'}"));
    assertThat(regions(imaging.done().keySet())).isEqualTo("neck");
    assertThat(regions(imaging.pending().keySet())).isEqualTo("chest");
    assertThat(regions(imaging.missing())).isEqualTo("chest abdomen pelvis");
    assertThat(regions(imaging.toOrder())).isEqualTo("abdomen pelvis");
  }

  @Test
  void aRegionNamesItsScan() {
    TumourImaging imaging = imaging(child().report("code: {text: 'MRI neck'}"));
    assertThat(imaging.done().get(BodyRegion.NECK))
        .extracting(Evidence::reference, Evidence::seen)
        .containsExactly("DiagnosticReport/r1", "MRI neck");
  }

  // Tests that do not complete the search are named: ultrasound, chest X-ray, MIBG, PET

  @ParameterizedTest(name = "{0} is insufficient: {1}")
  @CsvSource({"ultrasound-abdomen, true", "chest-xray, true", "mri-neck, false"})
  void testsThatDoNotCompleteTheSearchAreNamed(String concept, boolean insufficient) {
    var term =
        org.omscds.consultation.Charts.KNOWLEDGE.terminology().terms().stream()
            .filter(each -> each.concept().equals(concept) && each.verified())
            .findFirst()
            .orElseThrow();
    String body =
        "code: {coding: [{system: '%s', code: '%s'}]}".formatted(term.system(), term.code());
    assertThat(imaging(child().report(body)).insufficient()).hasSize(insufficient ? 1 : 0);
  }

  // A study that a final report names is read by that report

  @ParameterizedTest(name = "report {0}, study {1}: done {2}, on its way {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          final       | available | neck chest | -
          preliminary | available | -          | neck chest
          final       | cancelled | -          | -
          """)
  void aStudyIsDoneWhereAFinalReportNamesIt(
      String reportStatus, String studyStatus, String done, String pending) {
    TumourImaging imaging =
        imaging(
            child()
                .study(
                    "id: 's', modality: [{code: 'MR'}], description: 'neck and chest', status: '"
                        + studyStatus
                        + "'")
                .report(
                    "code: {text: 'Imaging report'}, imagingStudy: [{reference: 'ImagingStudy/s'}],"
                        + " status: '"
                        + reportStatus
                        + "'"));
    assertThat(regions(imaging.done().keySet())).isEqualTo(done);
    assertThat(regions(imaging.pending().keySet())).isEqualTo(pending);
  }

  @Test
  void aStudyThatNoReportNamesStaysOnItsWay() {
    TumourImaging imaging =
        imaging(
            child()
                .study("id: 's', modality: [{code: 'MR'}], description: 'neck'")
                .report(
                    "code: {text: 'Imaging report'},"
                        + " imagingStudy: [{reference: 'ImagingStudy/another'}]"));
    assertThat(imaging.done()).isEmpty();
    assertThat(regions(imaging.pending().keySet())).isEqualTo("neck");
  }

  // The newest finished scan, however old

  private static String latest(WrittenChart chart) {
    return new TumourImagingReader(new ScanRegions(Charts.KNOWLEDGE), 90)
        .latest(chart.record())
        .map(Evidence::seen)
        .orElse("-");
  }

  @Test
  void theLatestScanIsTheNewestFinishedOneHoweverOld() {
    WrittenChart chart =
        child()
            .report("code: {text: 'MRI neck'}, effectiveDateTime: '@400'")
            .procedure("code: {text: 'CT chest'}, performedDateTime: '@300'");
    assertThat(latest(chart)).isEqualTo("CT chest");
    assertThat(latest(chart.report("code: {text: 'MRI pelvis'}, effectiveDateTime: '@299'")))
        .isEqualTo("MRI pelvis");
  }

  @ParameterizedTest(name = "{0} is no finished MRI or CT of a region")
  @ValueSource(
      strings = {
        "code: {text: 'MRI brain'}, effectiveDateTime: '@3'",
        "code: {text: 'MRI neck'}, effectiveDateTime: '@3', status: 'preliminary'",
        "code: {text: 'MRI neck'}, effectiveDateTime: '@-1'",
        "code: {text: 'MRI neck'}, effectiveDateTime: ''"
      })
  void whatIsNoFinishedScanIsNotTheLatest(String report) {
    assertThat(latest(child().report(report))).isEqualTo("-");
    assertThat(latest(child().order("code: {text: 'MRI neck'}"))).isEqualTo("-");
    assertThat(latest(child().procedure("code: {text: 'Biopsy'}"))).isEqualTo("-");
  }

  @Test
  void aScanOfTodayIsTheLatest() {
    assertThat(latest(child().report("code: {text: 'MRI neck'}, effectiveDateTime: '@0'")))
        .isEqualTo("MRI neck");
  }
}
