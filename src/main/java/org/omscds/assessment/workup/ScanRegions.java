package org.omscds.assessment.workup;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.ImagingDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ImagingStudy;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Report;

/**
 * Tells which body regions an MRI or CT covers: from codes, body sites, names, and what its report
 * says was imaged and was not. Other tests, urine, MIBG and ultrasound among them, cover nothing
 * here (Brunklaus 2012).
 */
public final class ScanRegions {

  private record Meaning(Set<String> modalities, Set<BodyRegion> regions) {}

  /** Stands among the modalities for a scan that is no search of the regions. */
  private static final String OTHER_SCAN = "other";

  private final Terminology terminology;
  private final Map<String, ImagingDefinition.Scan> scans = new HashMap<>();
  private final PhraseIndex<Meaning> index = new PhraseIndex<>();
  private final Map<String, List<OrderDefinition.Imaging>> byCatalogue = new HashMap<>();
  private final Set<String> insufficientConcepts;
  private final ScanText scanText;

  /** Compiles the words of scans and regions. */
  public ScanRegions(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
    ImagingDefinition imaging = knowledge.imaging();
    this.scanText = new ScanText(imaging);
    this.insufficientConcepts = Set.copyOf(imaging.insufficient());
    imaging.concepts().forEach(scan -> scans.put(scan.concept(), scan));
    knowledge
        .site()
        .ordersByCatalogueCode()
        .forEach((code, orders) ->
            byCatalogue.put(
                code, orders.stream().flatMap(id -> knowledge.order(id).scan().stream()).toList()));
    imaging
        .modalityWords()
        .forEach((modality, words) ->
            words.forEach(word -> index.add(word, new Meaning(Set.of(modality), Set.of()))));
    imaging
        .regionWords()
        .forEach((region, words) -> {
          BodyRegion named = BodyRegion.valueOf(region.toUpperCase(Locale.ROOT));
          words.forEach(word -> index.add(word, new Meaning(Set.of(), Set.of(named))));
        });
    imaging
        .wholeBodyWords()
        .forEach(word -> index.add(word, new Meaning(Set.of(), EnumSet.allOf(BodyRegion.class))));
    imaging
        .otherScans()
        .forEach(word -> index.add(word, new Meaning(Set.of(OTHER_SCAN), Set.of())));
    imaging.neither().forEach(word -> index.add(word, new Meaning(Set.of(), Set.of())));
  }

  /**
   * The regions that a report covers: those of its name and code, of the scan's title in its text
   * and of the studies that it reports, less those that it says were not imaged.
   */
  public Set<BodyRegion> of(Report report, PatientRecord patient) {
    Set<String> modalities = new HashSet<>();
    Set<BodyRegion> regions = EnumSet.noneOf(BodyRegion.class);
    regions.addAll(cover(List.of(report.concept()), modalities));
    for (ImagingStudy study : patient.imagingStudies()) {
      if (study.complete() && report.studies().contains(study.reference())) {
        regions.addAll(of(study));
      }
    }
    if (!report.reference().startsWith("DiagnosticReport/")) {
      return regions;
    }
    boolean own = modalities.contains("MR") || modalities.contains("CT");
    if (!modalities.contains(OTHER_SCAN)
        && (own || scanText.isGeneric(report.concept().display()))) {
      scanText
          .titles(report.conclusion())
          .forEach((modality, titled) -> {
            if (!own || modalities.contains(modality)) {
              regions.addAll(titled);
            }
          });
    }
    regions.removeAll(scanText.notImaged(report.conclusion()));
    return regions;
  }

  /** MRI or CT, by the name of a scan; else only that it is a scan. */
  String modality(String name) {
    Set<String> modalities = new HashSet<>();
    cover(List.of(Concept.inWords(name)), modalities);
    if (modalities.contains("MR")) {
      return "MRI";
    }
    return modalities.contains("CT") ? "CT" : "scan";
  }

  /** Whether a report says that no tumour was seen. */
  boolean saysNoTumour(Report report) {
    return scanText.saysNoTumour(report.conclusion());
  }

  /** Whether a test is taken for a tumour search and completes none. */
  boolean isInsufficient(Concept concept) {
    return concept.codings().stream()
        .flatMap(coding -> terminology.lookUp(coding.system(), coding.code()).stream())
        .anyMatch(term -> insufficientConcepts.contains(term.concept()));
  }

  /** The regions that a study covers. */
  Set<BodyRegion> of(ImagingStudy study) {
    List<Concept> concepts = new ArrayList<>(study.concepts());
    concepts.addAll(study.bodySites());
    concepts.add(new Concept(List.of(), study.description()));
    Set<String> modalities = new HashSet<>(study.modalities());
    return cover(concepts, modalities);
  }

  /** The regions that a procedure or an order covers, by its name and its body sites. */
  Set<BodyRegion> of(Concept name, List<Concept> bodySites) {
    List<Concept> concepts = new ArrayList<>(bodySites);
    concepts.addFirst(name);
    return cover(concepts, new HashSet<>());
  }

  private Set<BodyRegion> cover(List<Concept> concepts, Set<String> modalities) {
    Set<BodyRegion> regions = EnumSet.noneOf(BodyRegion.class);
    for (Concept concept : concepts) {
      for (Coding coding : concept.codings()) {
        for (Term term : terminology.lookUp(coding.system(), coding.code())) {
          ImagingDefinition.Scan scan = scans.get(term.concept());
          if (scan != null) {
            modalities.add(scan.modality());
            regions.addAll(scan.regions());
          }
        }
        if (!byCatalogue.isEmpty()) {
          String ofSite = coding.system() + "|" + coding.code();
          for (OrderDefinition.Imaging scan : byCatalogue.getOrDefault(ofSite, List.of())) {
            modalities.add(scan.modality());
            regions.addAll(scan.regions());
          }
        }
      }
      concept.names().forEach(name -> readWords(name, modalities, regions));
    }
    boolean nuclear = modalities.contains("PT") || modalities.contains("NM");
    if (modalities.contains(OTHER_SCAN)) {
      return Set.of();
    }
    boolean crossSectional = modalities.contains("MR") || (modalities.contains("CT") && !nuclear);
    return crossSectional ? regions : Set.of();
  }

  private void readWords(String text, Set<String> modalities, Set<BodyRegion> regions) {
    for (PhraseIndex.Hit<Meaning> hit : index.find(text)) {
      for (Meaning meaning : hit.meanings()) {
        modalities.addAll(meaning.modalities());
        regions.addAll(meaning.regions());
      }
    }
  }
}
