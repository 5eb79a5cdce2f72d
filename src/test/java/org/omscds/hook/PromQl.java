package org.omscds.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in expressions of Prometheus which metrics they ask for. */
final class PromQl {

  /**
   * A metric that is asked for.
   *
   * @param labels those by which it is chosen
   */
  record Selector(String metric, Set<String> labels) {}

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(\\s*\\()?(?:\\s*\\{([^}]*)})?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=|!)");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "group_left", "group_right");

  private PromQl() {}

  static List<Selector> selectors(String expression) {
    String bare = GROUPING.matcher(TEXT.matcher(expression).replaceAll("")).replaceAll(" ");
    Matcher name = NAME.matcher(RANGE.matcher(bare).replaceAll(""));
    List<Selector> selectors = new ArrayList<>();
    while (name.find()) {
      if (name.group(2) == null && !WORDS.contains(name.group(1))) {
        Set<String> labels = new TreeSet<>();
        Matcher label = LABEL.matcher(name.group(3) == null ? "" : name.group(3));
        while (label.find()) {
          labels.add(label.group(1));
        }
        selectors.add(new Selector(name.group(1), labels));
      }
    }
    return selectors;
  }
}
