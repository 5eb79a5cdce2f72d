package org.omscds.patient;

import java.util.List;

/**
 * A FHIR ImagingStudy.
 *
 * @param reference {@code ImagingStudy/id}
 * @param modalities DICOM modality codes, upper case, of the study and of its series
 * @param concepts procedure codes
 * @param bodySites body sites of its series, as words
 * @param description the study's and its series' descriptions
 * @param complete whether it was carried out (not registered only, cancelled or in error)
 */
public record ImagingStudy(
    String reference,
    List<String> modalities,
    List<Concept> concepts,
    List<Concept> bodySites,
    String description,
    ClinicalDate started,
    boolean complete) {

  public ImagingStudy {
    modalities = List.copyOf(modalities);
    concepts = List.copyOf(concepts);
    bodySites = List.copyOf(bodySites);
  }
}
