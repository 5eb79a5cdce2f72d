package org.omscds.assessment.paraneoplastic;

import java.util.ArrayList;
import java.util.List;
import org.omscds.assessment.paraneoplastic.Antibodies.Found;
import org.omscds.finding.result.Confirmation;
import org.omscds.finding.result.TestResult;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.AntibodyDefinition;
import org.omscds.knowledge.AntibodyDefinition.Risk;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Specimen;

/**
 * Sorts antibody results. Only a positive result that a second method confirmed counts: of positive
 * commercial blots alone many are wrong.
 */
public final class AntibodyReader {

  private final KnowledgeBase knowledge;

  /** Prepares the risk classes. */
  public AntibodyReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** Sorts all antibody results of a chart. */
  public Antibodies read(TestResults results) {
    List<Found> confirmed = new ArrayList<>();
    List<Found> unconfirmed = new ArrayList<>();
    List<Found> negative = new ArrayList<>();
    List<Found> pending = new ArrayList<>();
    for (AntibodyDefinition antibody : knowledge.antibodies().values()) {
      for (TestResult result : results.of(antibody.result())) {
        Found found = new Found(antibody, result);
        if (result.isFinalPositive()) {
          boolean sure = result.confirmation() == Confirmation.CONFIRMED;
          (sure ? confirmed : unconfirmed).add(found);
        } else if (result.isFinalNegative()) {
          negative.add(found);
        } else {
          pending.add(found);
        }
      }
    }
    unconfirmed.removeIf(each -> isSettled(each, confirmed, negative));
    boolean panelNegative =
        negative.stream().anyMatch(each -> each.antibody().risk() == Risk.PANEL)
            || knowledge.antibodies().values().stream()
                .filter(AntibodyDefinition::inEveryPanel)
                .allMatch(
                    each -> negative.stream().anyMatch(found -> found.antibody().equals(each)));
    return new Antibodies(confirmed, unconfirmed, negative, pending, panelNegative);
  }

  /**
   * A first, unconfirmed result of an antibody is settled by a confirmed one, or by a later
   * negative one of the same fluid.
   */
  private static boolean isSettled(Found first, List<Found> confirmed, List<Found> negative) {
    return confirmed.stream().anyMatch(each -> each.antibody().equals(first.antibody()))
        || negative.stream()
            .filter(each -> each.antibody().equals(first.antibody()))
            .filter(each -> sameFluid(each.result().specimen(), first.result().specimen()))
            .anyMatch(each -> isLater(each.result(), first.result()));
  }

  private static boolean sameFluid(Specimen one, Specimen other) {
    return one == other || one == Specimen.UNKNOWN || other == Specimen.UNKNOWN;
  }

  private static boolean isLater(TestResult one, TestResult other) {
    return one.date()
        .day()
        .filter(day -> other.date().day().filter(day::isAfter).isPresent())
        .isPresent();
  }
}
