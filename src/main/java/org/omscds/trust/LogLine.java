package org.omscds.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line of the log about a call: names and values, which are the text of the line and fields of
 * a structured one, there under {@code omscds.}. Nothing of a patient belongs into it.
 */
public final class LogLine {

  private static final String PREFIX = "omscds.";

  private final String words;
  private final List<Map.Entry<String, Object>> pairs = new ArrayList<>();

  private LogLine(String words) {
    this.words = words;
  }

  /** A line that begins with some words of our own, or none. */
  public static LogLine of(String words) {
    return new LogLine(words);
  }

  /** Adds a name with its value. */
  public LogLine with(String name, Object value) {
    pairs.add(Map.entry(name, value));
    return this;
  }

  /** Writes it as information. */
  public void info(Logger log) {
    write(log.atInfo());
  }

  /** Writes it as a warning. */
  public void warn(Logger log) {
    write(log.atWarn());
  }

  private void write(LoggingEventBuilder event) {
    LoggingEventBuilder filled = event;
    for (Map.Entry<String, Object> pair : pairs) {
      filled = filled.addKeyValue(PREFIX + pair.getKey(), pair.getValue());
    }
    filled.log(this::text);
  }

  private String text() {
    StringBuilder text = new StringBuilder(words);
    for (Map.Entry<String, Object> pair : pairs) {
      text.append(text.isEmpty() ? "" : " ").append(pair.getKey()).append('=');
      text.append(pair.getValue());
    }
    return text.toString();
  }
}
