package org.omscds.finding;

import org.omscds.knowledge.FindingId;

/**
 * Something that was seen and not counted, with the reason, so that a reader can disagree.
 *
 * @param reason a short clause for the card, such as "refuted" or "family history"
 */
public record NotCounted(FindingId finding, Evidence evidence, String reason) {}
