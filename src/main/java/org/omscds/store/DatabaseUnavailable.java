package org.omscds.store;

/** The database cannot be used at the moment. It says nothing of what was to be stored. */
public final class DatabaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(String why) {
    super(why, null, false, false);
  }
}
