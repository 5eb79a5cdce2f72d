package org.omscds.knowledge;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one knowledge file, so that a fault can be reported with its line.
 *
 * @param name the file's name without the folder
 */
record KnowledgeFile(String name, String text) {

  /** A fault at the line where a word stands first as the value of a key, or at no line. */
  KnowledgeException fault(String near, String problem) {
    return new KnowledgeException(name, lineOf(near), problem);
  }

  /** Refuses an entry in which a required member is missing. */
  <T extends Record> T complete(T entry) {
    for (RecordComponent component : entry.getClass().getRecordComponents()) {
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!optional && valueOf(entry, component) == null) {
        throw fault(
            firstWord(entry), "'" + component.getName() + "' is missing in " + firstWord(entry));
      }
    }
    return entry;
  }

  private static String firstWord(Record entry) {
    Object first = valueOf(entry, entry.getClass().getRecordComponents()[0]);
    return first == null ? "" : first.toString();
  }

  private static @Nullable Object valueOf(Record entry, RecordComponent component) {
    try {
      return component.getAccessor().invoke(entry);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private int lineOf(String word) {
    if (word.isEmpty()) {
      return 0;
    }
    List<String> lines = text.lines().toList();
    for (String marker : List.of("id: " + word, "key: " + word, "code: " + word, word)) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(marker) && !lines.get(i).startsWith("#")) {
          return i + 1;
        }
      }
    }
    return 0;
  }
}
