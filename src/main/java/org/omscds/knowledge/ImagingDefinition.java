package org.omscds.knowledge;

import java.util.List;
import java.util.Map;

/**
 * Which regions a scan covers.
 *
 * @param modalityWords names of MR and CT
 * @param regionWords names of the regions
 * @param wholeBodyWords what covers all regions
 * @param otherScans what makes a scan another one than the search: angiography, PET/CT
 * @param neither what sounds like a region and is none: a part of the spine
 * @param genericReports names of reports that tell no modality, so that their text does
 * @param notCovered words that say that a region was not imaged
 * @param limitedTo words after which the only regions stand that were imaged
 * @param otherOccasion words that make the scan of a sentence another one than this
 * @param insideTitles words that may stand among the regions of a scan's title
 * @param noTumour words that say that a scan found no tumour
 * @param tumourWords words of which one outside those leaves that open
 * @param insufficient concepts of tests that do not complete a tumour search
 * @param tumourTests orders that are taken for a tumour search and do not complete it
 */
public record ImagingDefinition(
    Map<String, List<String>> modalityWords,
    Map<String, List<String>> regionWords,
    List<String> wholeBodyWords,
    List<String> otherScans,
    List<String> neither,
    List<String> genericReports,
    List<String> notCovered,
    List<String> limitedTo,
    List<String> otherOccasion,
    List<String> insideTitles,
    List<String> noTumour,
    List<String> tumourWords,
    List<String> insufficient,
    List<TumourTest> tumourTests,
    List<Scan> concepts,
    List<String> sources) {

  public ImagingDefinition {
    modalityWords = Map.copyOf(modalityWords);
    regionWords = Map.copyOf(regionWords);
    wholeBodyWords = List.copyOf(wholeBodyWords);
    otherScans = List.copyOf(otherScans);
    neither = List.copyOf(neither);
    genericReports = List.copyOf(genericReports);
    notCovered = List.copyOf(notCovered);
    limitedTo = List.copyOf(limitedTo);
    otherOccasion = List.copyOf(otherOccasion);
    insideTitles = List.copyOf(insideTitles);
    noTumour = List.copyOf(noTumour);
    tumourWords = List.copyOf(tumourWords);
    insufficient = List.copyOf(insufficient);
    tumourTests = List.copyOf(tumourTests);
    concepts = List.copyOf(concepts);
    sources = List.copyOf(sources);
  }

  /** A scan of a code's concept: its modality and the regions that it covers. */
  public record Scan(String concept, String modality, List<BodyRegion> regions) {
    public Scan {
      regions = List.copyOf(regions);
    }
  }

  /** A test that does not complete a tumour search on its own, by code or by name. */
  public record TumourTest(String label, List<String> concepts, List<String> words) {
    public TumourTest {
      concepts = List.copyOf(concepts);
      words = List.copyOf(words);
    }
  }
}
