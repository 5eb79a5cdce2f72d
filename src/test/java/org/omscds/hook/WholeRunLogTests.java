package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * After a whole run of the tests: nothing of a chart stands in what their services logged. The
 * folder of the logs is named by the property {@code logs}.
 */
@Tag("logs")
class WholeRunLogTests {

  /** A line of a log of the service begins so; other lines are those of the tests themselves. */
  private static final String LOGGED = "[oms-cds]";

  /** A day is in charts and, as the time by hand of a test, in logs. */
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  @Test
  void nothingOfAChartIsInTheLogsOfAllTests() throws IOException {
    Set<String> secrets = ChartSecrets.ofAllCharts();
    secrets.removeIf(each -> DAY.matcher(each).matches());
    assertThat(secrets).hasSizeGreaterThan(400);
    long lines = 0;
    for (Path log : logs()) {
      for (String line : Files.readString(log, StandardCharsets.UTF_8).lines().toList()) {
        if (line.contains(LOGGED)) {
          lines++;
          assertThat(secrets.stream().filter(each -> stands(each, line)).toList())
              .as(log.getFileName() + ": " + line)
              .isEmpty();
        }
      }
    }
    assertThat(lines).as("lines logged by the services of the tests").isGreaterThan(2000);
  }

  /** Whether a text stands in a line, and not as a part of a longer word. */
  private static boolean stands(String text, String line) {
    for (int at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
      int end = at + text.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
      if (begins && (end == line.length() || !Character.isLetterOrDigit(line.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("logs")))) {
      return files.filter(each -> each.toString().endsWith("-output.txt")).toList();
    }
  }
}
