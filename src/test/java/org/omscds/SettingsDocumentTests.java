package org.omscds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omscds.trust.ClientSettings;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of docs/settings.md are made from the code: from what the configuration processor of
 * Spring Boot writes down of the settings, and for clients from their record. A table stands
 * between two comments, {@code <!-- settings omscds.hook -->} and {@code <!-- end -->}.
 */
class SettingsDocumentTests {

  private static final Path DOCUMENT = Path.of("docs/settings.md");
  private static final Path EXPECTED = Path.of("target/settings.md");
  private static final Path METADATA =
      Path.of("target/classes/META-INF/spring-configuration-metadata.json");
  private static final Path CLIENTS = Path.of("src/main/java/org/omscds/trust/ClientSettings.java");
  private static final String OF_CLIENT = "omscds.trust.clients.<name>";
  private static final Pattern TABLE =
      Pattern.compile("(?s)(<!-- settings (\\S+) -->\n).*?(<!-- end -->)");
  private static final Pattern PARAMETER = Pattern.compile("(?s)@param (\\w+) (.*?)(?= @param |$)");

  /**
   * One row: the name below the prefix of the table, what holds unless it is set, and what it is.
   */
  private record Row(String name, String standard, String meaning) {

    String text() {
      return "| `%s` | %s | %s |\n".formatted(name, standard, meaning);
    }
  }

  @Test
  void theTablesAreThoseOfTheCode() throws IOException {
    Map<String, List<Row>> rows = rowsByPrefix();
    List<String> shown = new ArrayList<>();
    String document = Files.readString(DOCUMENT);
    String expected =
        TABLE
            .matcher(document)
            .replaceAll(table -> {
              shown.add(table.group(2));
              return Matcher.quoteReplacement(
                  table.group(1) + written(rows.get(table.group(2))) + table.group(3));
            });
    assertThat(shown)
        .as("tables of " + DOCUMENT)
        .containsExactlyInAnyOrderElementsOf(rows.keySet());
    Files.writeString(EXPECTED, expected);
    assertThat(document)
        .as("The settings have changed: look at %s and copy it to %s", EXPECTED, DOCUMENT)
        .isEqualTo(expected);
  }

  private static String written(List<Row> rows) {
    return rows.stream()
        .map(Row::text)
        .collect(Collectors.joining("", "| Setting | Default | Meaning |\n|---|---|---|\n", ""));
  }

  private static Map<String, List<Row>> rowsByPrefix() throws IOException {
    Map<String, List<Row>> rows = new TreeMap<>();
    JsonNode metadata = new JsonMapper().readTree(Files.readString(METADATA));
    for (JsonNode property : metadata.path("properties")) {
      String name = property.path("name").asString();
      int dot = name.lastIndexOf('.');
      rows.computeIfAbsent(name.substring(0, dot), _ -> new ArrayList<>())
          .add(
              new Row(
                  name.substring(dot + 1),
                  standard(property),
                  marked(property.path("description").asString())));
    }
    rows.put(OF_CLIENT, clientRows());
    return rows;
  }

  private static List<Row> clientRows() throws IOException {
    String javadoc =
        Files.readString(CLIENTS)
            .replaceAll("(?s).*?/\\*\\*(.*?)\\*/.*", "$1")
            .replaceAll("\\s*\n \\*\\s*", " ")
            .strip();
    Map<String, String> meanings =
        PARAMETER
            .matcher(javadoc)
            .results()
            .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2).strip()));
    List<Row> rows = new ArrayList<>();
    for (RecordComponent component : ClientSettings.class.getRecordComponents()) {
      assertThat(meanings).containsKey(component.getName());
      rows.add(
          new Row(
              kebab(component.getName()),
              standard(component),
              marked(meanings.get(component.getName()))));
    }
    return rows;
  }

  private static String standard(RecordComponent component) {
    DefaultValue value =
        Arrays.stream(ClientSettings.class.getDeclaredConstructors())
            .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
            .filter(parameter -> parameter.getName().equals(component.getName()))
            .findFirst()
            .orElseThrow()
            .getAnnotation(DefaultValue.class);
    return value == null || value.value().length == 0
        ? "none"
        : "`" + String.join("`, `", value.value()) + "`";
  }

  /** The processor writes the defaults of a list in brackets. */
  private static String standard(JsonNode property) {
    String text = property.path("defaultValue").asString("");
    if (text.isEmpty()) {
      return "none";
    }
    return property.path("type").asString().startsWith("java.util.List")
        ? "`" + text.replaceAll("^\\[|]$", "").replace(", ", "`, `") + "`"
        : "`" + text + "`";
  }

  /** Javadoc's code as Markdown's; a brace in it has its own end. */
  private static String marked(String javadoc) {
    return Pattern.compile("\\{@code ((?:\\{[^}]*}|[^{}])*)}")
        .matcher(javadoc)
        .replaceAll(
            (MatchResult code) -> Matcher.quoteReplacement("`" + code.group(1).strip() + "`"))
        .replace("|", "\\|");
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
