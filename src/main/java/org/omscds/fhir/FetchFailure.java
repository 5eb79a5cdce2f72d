package org.omscds.fhir;

/** Why something that a call did not bring could not be fetched from the FHIR server either. */
public enum FetchFailure {
  NOT_LISTED("its FHIR server is not on the list of servers that this service may ask", true),
  NOT_SECURE("its FHIR server is not reached by https", true),
  NO_ADDRESS("its fhirServer is no address that can be asked", true),
  LEADS_ASTRAY("the name of its FHIR server leads to an address that is not asked", true),
  TOKEN_UNUSABLE("its token cannot be used", true),
  TOKEN_EXPIRED("its token had run out", true),
  TOKEN_OF_ANOTHER("its token is for another patient", true),
  NOT_IN_SCOPE("the scopes of its token do not allow it", true),
  ODD_ID("an id in it cannot stand in an address", true),
  TOKEN_REFUSED("the FHIR server refused the token", true),
  FORBIDDEN("the FHIR server does not allow it", true),
  NOT_FOUND("the FHIR server does not have it", true),
  NOT_TAKEN("the FHIR server does not take the query", true),
  REDIRECTED("the FHIR server points elsewhere, which is not followed", false),
  BUSY("the FHIR server is too busy", false),
  SERVER_FAILED("the FHIR server failed", false),
  NOT_FHIR("the FHIR server did not answer in FHIR JSON", false),
  BROKEN_OFF("the answer of the FHIR server broke off", false),
  TOO_LARGE("the answer of the FHIR server is too large", false),
  NOT_REACHED("the FHIR server could not be reached", false),
  LATE("the FHIR server did not answer in time", false),
  PAUSED("the FHIR server failed too often just now and is left alone for a while", false);

  private final String words;
  private final boolean refusal;

  FetchFailure(String words, boolean refusal) {
    this.words = words;
    this.refusal = refusal;
  }

  /** What happened, for a reader of the card, without anything that came from the server. */
  public String words() {
    return words;
  }

  /** Whether it was never to be had, in which case an optional key lacks nothing. */
  public boolean isRefusal() {
    return refusal;
  }
}
