package org.omscds.assessment.workup;

import java.util.List;
import org.omscds.patient.DraftOrder;

/**
 * What is to be said of the tests that are being written.
 *
 * @param insufficient names of chosen tests that do not complete a tumour search on their own
 * @param panels antibody panels that do not fit
 */
public record DraftedTests(List<String> insufficient, List<UnfitPanel> panels) {

  public DraftedTests {
    insufficient = List.copyOf(insufficient);
    panels = List.copyOf(panels);
  }

  /**
   * A draft of an antibody panel that does not fit.
   *
   * @param reasons why, one clause each
   * @param replaceable whether the panel for this age should take its place: it asks for GluD2
   */
  public record UnfitPanel(DraftOrder draft, List<String> reasons, boolean replaceable) {
    public UnfitPanel {
      reasons = List.copyOf(reasons);
    }
  }
}
