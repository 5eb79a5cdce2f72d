package org.omscds.knowledge;

import java.util.List;

/**
 * A named rule of the criteria with its wording and sources.
 *
 * @param id such as P2a
 * @param tier T1, T2 or T3
 * @param status {@code published} or {@code proposal}
 */
public record Rule(
    String id, String tier, String text, String status, String urgency, List<String> sources) {
  public Rule {
    sources = List.copyOf(sources);
  }

  /** Whether this is the service's own choice, to be marked where a clinician reads it. */
  public boolean isProposal() {
    return status.equals("proposal");
  }
}
