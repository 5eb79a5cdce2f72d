package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.finding.result.ResultCharts;
import org.omscds.knowledge.BodyRegion;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ResultStatus;

/** Which regions a report's text says were imaged, and which not. */
class ScanTextTests {

  private static final Concept CHEST_TO_PELVIS =
      new Concept(List.of(new Coding("http://loinc.org", "91524-9", "")), "");

  // The letters are neck, chest, abdomen and pelvis.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Radiology report | MRI neck, chest, abdomen and pelvis with contrast: no mass.       | NCAP
          Radiology report | MRI neck, chest, abdomen and pelvis, limited to abdomen.          | A
          Radiology report | MRI of the chest and abdomen. Pelvis not included.                | CA
          Radiology report | MRI of the chest, abdomen and pelvis, neck not imaged.            | CAP
          Radiology report | MRI of the chest, abdomen and pelvis. Abdomen, pelvis incomplete. | C
          Radiology report | No pelvic mass on MRI abdomen.                                    | ``
          Radiology report | MRI abdomen: no pelvic mass.                                      | A
          Radiology report | Recommend MRI neck, chest, abdomen and pelvis.                    | ``
          Radiology report | Compared with the previous CT chest: no change.                   | ``
          Radiology report | Ultrasound of the abdomen is normal.                              | ``
          Radiology report | Whole body MRI: no tumour.                                        | NCAP
          Radiology report | PET/CT chest, abdomen and pelvis: no uptake.                      | ``
          Radiology report | MRI cervical spine and chest wall are normal.                     | ``
          Ultrasound abdomen | MRI neck, chest, abdomen and pelvis with contrast: no mass.     | ``
          MRI abdomen      | MRI abdomen and pelvis with contrast. No mass.                    | AP
          MRI abdomen      | No mass in chest, abdomen or pelvis.                              | A
          MRI abdomen      | CT chest of last year was normal.                                 | A
          MRI chest abdomen pelvis | Study limited to the chest because of movement.           | C
          MRI chest abdomen pelvis | Disease confined to the abdomen.                          | CAP
          MRI chest abdomen pelvis | The pelvis could not be imaged.                           | CA
          MRI chest abdomen pelvis | Normal pelvic organs, neck not imaged.                    | CAP
          MRI chest abdomen pelvis | Pelvis, neck not imaged.                                  | CA
          MRI chest abdomen pelvis | Pelvis, this is normal, neck not imaged.                  | CAP
          Radiology report | MRI neck, chest, abdomen not imaged, pelvis incomplete.           | NC
          Radiology report | MRI chest, abdomen and pelvis,, pelvis incomplete.                | CA
          Radiology report | MRI chest wall is normal.                                         | ``
          Radiology report | MRI thoracic spine and abdomen.                                   | A
          Radiology report | Abdomen MRI: no mass.                                             | A
          Radiology report | Chest and abdomen MRI: no mass.                                   | CA
          Radiology report | Neck and chest and abdomen MRI: no mass.                          | NCA
          Radiology report | Neck normal and abdomen MRI: no mass.                             | A
          """)
  void theTextOfAReportAddsItsTitleAndTakesAwayWhatWasNotImaged(
      String name, String conclusion, String expected) {
    assertThat(done(Concept.inWords(name), conclusion)).isEqualTo(regions(expected));
  }

  @Test
  void aRegionThatTheTextTakesAwayIsMissingWhateverTheCodeSays() {
    assertThat(done(CHEST_TO_PELVIS, "No mass.")).isEqualTo(regions("CAP"));
    assertThat(done(CHEST_TO_PELVIS, "No mass. Pelvis not included.")).isEqualTo(regions("CA"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No mass.                                          | true
          No evidence of neuroblastoma in neck or abdomen.  | true
          No mass in the neck. 3 cm left adrenal lesion.    | false
          Left adrenal mass.                                | false
          Normal study.                                     | false
          """)
  void aScanFoundNoTumourOnlyWhereItSaysSoAndSpeaksOfNone(String conclusion, boolean expected) {
    assertThat(new ScanText(Charts.KNOWLEDGE.imaging()).saysNoTumour(conclusion))
        .isEqualTo(expected);
  }

  private static Set<BodyRegion> done(Concept concept, String conclusion) {
    TumourImagingReader reader = new TumourImagingReader(new ScanRegions(Charts.KNOWLEDGE), 90);
    return reader
        .read(
            new ResultCharts().report(concept, conclusion, ResultStatus.FINAL, 3).record(),
            Optional.empty())
        .done()
        .keySet();
  }

  private static Set<BodyRegion> regions(String letters) {
    return Arrays.stream(BodyRegion.values())
        .filter(region -> letters.contains(region.name().substring(0, 1)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(BodyRegion.class)));
  }
}
