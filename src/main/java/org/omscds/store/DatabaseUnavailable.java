package org.omscds.store;

/** The database cannot be used at the moment. It says nothing of what was to be stored. */
public sealed class DatabaseUnavailable extends RuntimeException permits StatementRefused {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(String why) {
    super(why, null, false, false);
  }
}
