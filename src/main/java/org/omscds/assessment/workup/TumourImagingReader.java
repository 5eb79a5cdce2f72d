package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.ImagingDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.Words;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ImagingStudy;
import org.omscds.patient.Order;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.ProcedureDone;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;

/**
 * Tells which body regions MRI and CT cover, from codes, body sites and the names of scans. Other
 * tests, urine, MIBG and ultrasound among them, cover nothing here (Brunklaus 2012).
 */
public final class TumourImagingReader {

  /** A scan older than this does not answer today's question; [PROPOSAL]. */
  private static final int LOOK_BACK_DAYS = 90;

  private record Meaning(Set<String> modalities, Set<BodyRegion> regions) {}

  /** Stands among the modalities for a scan that is no search of the regions. */
  private static final String OTHER_SCAN = "other";

  private final Terminology terminology;
  private final Map<String, ImagingDefinition.Scan> scans = new HashMap<>();
  private final PhraseIndex<Meaning> index = new PhraseIndex<>();
  private final Set<String> insufficientConcepts;
  private final ScanText scanText;

  public TumourImagingReader(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
    ImagingDefinition imaging = knowledge.imaging();
    this.scanText = new ScanText(imaging);
    this.insufficientConcepts = Set.copyOf(imaging.insufficient());
    imaging.concepts().forEach(scan -> scans.put(scan.concept(), scan));
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
   * Reads finished scans and open orders.
   *
   * @param onset scans from before the neurological onset do not count
   */
  public TumourImaging read(PatientRecord patient, Optional<LocalDate> onset) {
    Map<BodyRegion, Evidence> done = new EnumMap<>(BodyRegion.class);
    Map<BodyRegion, Evidence> pending = new EnumMap<>(BodyRegion.class);
    List<Evidence> insufficient = new ArrayList<>();
    for (Report report : patient.reports()) {
      if (report.status() == ResultStatus.FINAL && counts(report.effective(), patient, onset)) {
        if (isInsufficient(report.concept())) {
          insufficient.add(
              new Evidence(report.reference(), report.concept().display(), report.effective()));
        }
        add(
            done,
            regionsOf(report, patient),
            report.reference(),
            report.concept().display(),
            report.effective());
      }
    }
    for (ImagingStudy study : patient.imagingStudies()) {
      if (study.complete() && counts(study.started(), patient, onset)) {
        add(pending, cover(study), study.reference(), study.description(), study.started());
      }
    }
    for (ProcedureDone procedure : patient.procedures()) {
      if (counts(procedure.performed(), patient, onset)) {
        List<Concept> concepts = new ArrayList<>(procedure.bodySites());
        concepts.addFirst(procedure.concept());
        add(
            done,
            cover(concepts),
            procedure.reference(),
            procedure.concept().display(),
            procedure.performed());
      }
    }
    for (Order order : patient.orders()) {
      if (order.state() == Order.State.PENDING
          && (!order.authored().isKnown() || counts(order.authored(), patient, onset))) {
        List<Concept> concepts = new ArrayList<>(order.bodySites());
        concepts.addFirst(order.concept());
        add(
            pending,
            cover(concepts),
            order.reference(),
            order.concept().display(),
            order.authored());
      }
    }
    done.keySet().forEach(pending::remove);
    return new TumourImaging(done, pending, insufficient);
  }

  /** The newest finished MRI or CT of any region, however old it is. */
  public Optional<Evidence> latest(PatientRecord patient) {
    List<Evidence> scans = new ArrayList<>();
    for (Report report : patient.reports()) {
      if (report.status() == ResultStatus.FINAL && !regionsOf(report, patient).isEmpty()) {
        scans.add(new Evidence(report.reference(), report.concept().display(), report.effective()));
      }
    }
    for (ProcedureDone procedure : patient.procedures()) {
      List<Concept> concepts = new ArrayList<>(procedure.bodySites());
      concepts.addFirst(procedure.concept());
      if (!cover(concepts).isEmpty()) {
        scans.add(
            new Evidence(
                procedure.reference(), procedure.concept().display(), procedure.performed()));
      }
    }
    return scans.stream()
        .filter(scan ->
            scan.date().day().filter(day -> !day.isAfter(patient.consultationDate())).isPresent())
        .max(
            Comparator.comparing((Evidence scan) -> scan.date().day().orElse(LocalDate.MIN))
                .thenComparing(Evidence::reference));
  }

  /**
   * The regions that a report covers: those of its name and code, of the scan's title in its text
   * and of the studies that it reports, less those that it says were not imaged.
   */
  public Set<BodyRegion> regionsOf(Report report, PatientRecord patient) {
    Set<String> modalities = new HashSet<>();
    Set<BodyRegion> regions = EnumSet.noneOf(BodyRegion.class);
    regions.addAll(cover(List.of(report.concept()), modalities));
    for (ImagingStudy study : patient.imagingStudies()) {
      if (study.complete() && report.studies().contains(study.reference())) {
        regions.addAll(cover(study));
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

  /** Whether a report says that no tumour was seen. */
  boolean saysNoTumour(Report report) {
    return scanText.saysNoTumour(report.conclusion());
  }

  private boolean isInsufficient(Concept concept) {
    return concept.codings().stream()
        .flatMap(coding -> terminology.lookUp(coding.system(), coding.code()).stream())
        .anyMatch(term -> insufficientConcepts.contains(term.concept()));
  }

  private static boolean counts(
      ClinicalDate date, PatientRecord patient, Optional<LocalDate> onset) {
    return date.day()
        .filter(day ->
            ChronoUnit.DAYS.between(day, patient.consultationDate()) <= LOOK_BACK_DAYS
                && onset.filter(day::isBefore).isEmpty())
        .isPresent();
  }

  private Set<BodyRegion> cover(ImagingStudy study) {
    List<Concept> concepts = new ArrayList<>(study.concepts());
    concepts.addAll(study.bodySites());
    concepts.add(new Concept(List.of(), study.description()));
    Set<String> modalities = new HashSet<>(study.modalities());
    return cover(concepts, modalities);
  }

  private Set<BodyRegion> cover(List<Concept> concepts) {
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
        readWords(coding.display(), modalities, regions);
      }
      readWords(concept.text(), modalities, regions);
    }
    boolean nuclear = modalities.contains("PT") || modalities.contains("NM");
    if (modalities.contains(OTHER_SCAN)) {
      return Set.of();
    }
    boolean crossSectional = modalities.contains("MR") || (modalities.contains("CT") && !nuclear);
    return crossSectional ? regions : Set.of();
  }

  private void readWords(String text, Set<String> modalities, Set<BodyRegion> regions) {
    for (PhraseIndex.Hit<Meaning> hit : index.find(Words.of(text))) {
      for (Meaning meaning : hit.meanings()) {
        modalities.addAll(meaning.modalities());
        regions.addAll(meaning.regions());
      }
    }
  }

  private static void add(
      Map<BodyRegion, Evidence> covered,
      Set<BodyRegion> regions,
      String reference,
      String seen,
      ClinicalDate date) {
    for (BodyRegion region : regions) {
      covered.putIfAbsent(region, new Evidence(reference, seen, date));
    }
  }
}
