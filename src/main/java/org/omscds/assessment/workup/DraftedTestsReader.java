package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.omscds.finding.Findings;
import org.omscds.knowledge.ImagingDefinition.TumourTest;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.Words;
import org.omscds.patient.Concept;
import org.omscds.patient.DraftOrder;
import org.omscds.patient.PatientRecord;

/**
 * Reads the tests that are being written: those that are taken for a tumour search and do not
 * complete it (Brunklaus 2012), and antibody panels that do not fit (Graus 2021).
 */
public final class DraftedTestsReader {

  private static final Set<String> SERUM_PANELS = Set.of("W12", "AD6");
  private static final Set<String> CSF_PANELS = Set.of("W12-CSF", "AD6-CSF");
  private static final int IVIG_DAYS = 56;
  private static final int DUPLICATE_DAYS = 180;
  private static final String GLUD2 = "glud2";

  private final Terminology terminology;
  private final List<TumourTest> tests;
  private final PhraseIndex<TumourTest> words = new PhraseIndex<>();

  /** Compiles the names of the tests. */
  public DraftedTestsReader(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
    this.tests = knowledge.imaging().tumourTests();
    tests.forEach(test -> test.words().forEach(word -> words.add(word, test)));
  }

  /**
   * Reads the drafts.
   *
   * @param orders what was done and asked for, the drafts included
   */
  public DraftedTests read(
      PatientRecord patient, Findings findings, OrderHistory orders, boolean adult) {
    SequencedSet<String> insufficient = new LinkedHashSet<>();
    List<DraftedTests.UnfitPanel> panels = new ArrayList<>();
    for (DraftOrder draft : patient.drafts()) {
      if (draft.selected() && draft.content() instanceof DraftOrder.Content.Service) {
        draft.concepts().forEach(concept -> insufficient.addAll(tumourTests(concept)));
        List<String> reasons = doubts(draft, patient, findings, orders, adult);
        if (!reasons.isEmpty()) {
          panels.add(new DraftedTests.UnfitPanel(draft, reasons, asksForGluD2(draft)));
        }
      }
    }
    return new DraftedTests(List.copyOf(insufficient), panels);
  }

  private List<String> tumourTests(Concept concept) {
    List<String> coded =
        concept.codings().stream()
            .flatMap(coding -> terminology.lookUp(coding.system(), coding.code()).stream())
            .flatMap(
                term -> tests.stream().filter(test -> test.concepts().contains(term.concept())))
            .map(TumourTest::label)
            .distinct()
            .toList();
    return coded.isEmpty()
        ? concept.names().stream()
            .flatMap(name -> words.findInName(name).stream())
            .flatMap(hit -> hit.meanings().stream())
            .map(TumourTest::label)
            .distinct()
            .toList()
        : coded;
  }

  private static List<String> doubts(
      DraftOrder draft,
      PatientRecord patient,
      Findings findings,
      OrderHistory orders,
      boolean adult) {
    LocalDate today = patient.consultationDate();
    Set<String> meant = orders.askedBy(draft.reference());
    boolean glud2 = asksForGluD2(draft);
    boolean serum = meant.stream().anyMatch(SERUM_PANELS::contains);
    boolean csf = meant.stream().anyMatch(CSF_PANELS::contains);
    List<String> doubts = new ArrayList<>();
    if (glud2) {
      doubts.add("GluD2 antibodies: 14 of 16 against 0 of 203 in two series; not to be ordered");
    }
    if (!serum && !csf) {
      return doubts;
    }
    if (adult && serum && !csf && !orders.wasAskedOrDone(CSF_PANELS, DUPLICATE_DAYS)) {
      doubts.add("serum alone: adults need serum and cerebrospinal fluid");
    }
    boolean afterIvig =
        SerologyTiming.infusions(findings, today).stream()
            .anyMatch(date -> date.isWithinDaysBefore(today, IVIG_DAYS));
    if (afterIvig) {
      doubts.add("IVIG in the last 8 weeks: a positive antibody may be the donors'");
    }
    if (orders.isDouble(meant, draft.reference(), DUPLICATE_DAYS)) {
      doubts.add("a panel was sent or ordered in the last 6 months");
    }
    return doubts;
  }

  private static boolean asksForGluD2(DraftOrder draft) {
    return draft.concepts().stream()
        .flatMap(concept -> concept.names().stream())
        .flatMap(name -> Words.ofName(name).stream())
        .anyMatch(GLUD2::equals);
  }
}
