package org.omscds.store;

/**
 * The database is there and does not take what it was asked: it will not take it later either.
 * Whoever goes on without a database that is away goes on without this, too.
 */
public final class StatementRefused extends DatabaseUnavailable {

  private static final long serialVersionUID = 1L;

  StatementRefused(String sqlState) {
    super("the database refuses a statement (SQL state " + sqlState + ")");
  }
}
