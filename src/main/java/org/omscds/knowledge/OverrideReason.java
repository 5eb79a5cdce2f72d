package org.omscds.knowledge;

/**
 * A reason for overriding a card, of the code system {@code urn:oms-cds:override}.
 *
 * @param snooze how long it is to silence the card, in words
 */
public record OverrideReason(String code, String display, String snooze) {

  /** The code system of override reasons. */
  public static final String SYSTEM = "urn:oms-cds:override";
}
