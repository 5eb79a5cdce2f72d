package org.omscds.assessment.paraneoplastic;

import java.util.List;
import org.omscds.finding.Evidence;
import org.omscds.finding.result.TestResult;
import org.omscds.knowledge.AntibodyDefinition;
import org.omscds.knowledge.AntibodyDefinition.Risk;
import org.omscds.knowledge.CancerDefinition;

/**
 * What is known of neuronal antibodies, in serum or cerebrospinal fluid.
 *
 * @param confirmed antibodies found and confirmed by a second method
 * @param unconfirmed antibodies found by a method that nobody says was confirmed
 * @param negative what was looked for and not found
 * @param pending what is awaited, or leaves it open
 * @param panelNegative whether a panel, or each antibody that every panel holds, found none
 */
public record Antibodies(
    List<Found> confirmed,
    List<Found> unconfirmed,
    List<Found> negative,
    List<Found> pending,
    boolean panelNegative) {

  public Antibodies {
    confirmed = List.copyOf(confirmed);
    unconfirmed = List.copyOf(unconfirmed);
    negative = List.copyOf(negative);
    pending = List.copyOf(pending);
  }

  /** A result with what its antibody says. */
  public record Found(AntibodyDefinition antibody, TestResult result) {

    /** Where it stands in the chart. */
    public Evidence evidence() {
      return Evidence.of(result);
    }
  }

  /** How much is known. */
  public enum Knowledge {
    /** An antibody that the score has is confirmed. */
    FOUND,
    /** A panel found none, and no unconfirmed positive stands against it. */
    NONE,
    /** Not tested, not confirmed, awaited, or only some antibodies tested. */
    UNKNOWN
  }

  /** How much is known: a confirmed antibody first, then doubt, then a negative panel. */
  public Knowledge knowledge() {
    if (has(Risk.HIGH) || has(Risk.INTERMEDIATE)) {
      return Knowledge.FOUND;
    }
    if (has(Risk.PANEL) || unconfirmed.stream().anyMatch(Antibodies::bearsPoints)) {
      return Knowledge.UNKNOWN;
    }
    if (has(Risk.LOWER)) {
      return Knowledge.FOUND;
    }
    return panelNegative ? Knowledge.NONE : Knowledge.UNKNOWN;
  }

  /**
   * An unconfirmed antibody of the lower class leaves nothing open: it scores as a negative does.
   */
  private static boolean bearsPoints(Found found) {
    return switch (found.antibody().risk()) {
      case HIGH, INTERMEDIATE, PANEL -> true;
      case LOWER, NOT_SCORED -> false;
    };
  }

  /** Whether a confirmed antibody is of a risk class. */
  public boolean has(Risk risk) {
    return confirmed.stream().anyMatch(each -> each.antibody().risk() == risk);
  }

  /** Whether a confirmed antibody goes with certain tumours, and this is one of them. */
  public boolean goWith(CancerDefinition cancer) {
    return tumours().contains(cancer.finding());
  }

  /** The tumours that confirmed antibodies go with; empty where the phenotype alone decides. */
  List<String> tumours() {
    return confirmed.stream()
        .filter(each -> each.antibody().risk() != Risk.NOT_SCORED)
        .flatMap(each -> each.antibody().tumours().stream())
        .toList();
  }

  /** Whether a confirmed antibody calls for an order of the cancer search. */
  public boolean callsFor(String order) {
    return confirmed.stream().anyMatch(each -> each.antibody().searches().contains(order));
  }
}
