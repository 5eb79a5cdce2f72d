package org.omscds.knowledge;

/**
 * A knowledge file is wrong: the service must not start. The message says file, line and remedy.
 */
public final class KnowledgeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KnowledgeException(String file, int line, String problem) {
    super("knowledge/" + file + (line > 0 ? ", line " + line : "") + ": " + problem);
  }
}
