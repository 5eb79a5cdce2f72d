package org.omscds.knowledge;

/** What a code says about a concept. */
public enum Relation {
  /** The same thing: it may be recognised and emitted. */
  EXACT,
  /** A kind of it: it may be recognised. */
  NARROWER,
  /** Something wider: it supports and never proves. */
  BROADER
}
