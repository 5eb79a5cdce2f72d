package org.omscds.trust;

import jakarta.servlet.http.HttpServletRequest;

/** Finds out who calls. */
public final class Callers {

  static final String ATTRIBUTE = Caller.class.getName();

  private Callers() {}

  /** The caller of a request that was let in. */
  public static Caller of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("a request came in past the filters of this service");
  }
}
