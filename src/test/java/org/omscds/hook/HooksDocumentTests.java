package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omscds.OmsCdsApplication;
import org.omscds.recommendation.Hook;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each example of docs/hooks.md gives the cards that stand below it. */
@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HooksDocumentTests {

  private static final Pattern CALL =
      Pattern.compile("-d @(\\S+)[^\\n]*\\n\\s+http://localhost:8080(/cds-services/\\S+)");

  @LocalServerPort private int port;

  @Test
  void theExamplesGiveTheCardsThatAreShown() throws IOException {
    List<String> hooks = new ArrayList<>();
    String document = Files.readString(Path.of("docs/hooks.md"));
    for (String section : document.substring(document.indexOf("\n## ")).split("\n## ", -1)) {
      if (section.isBlank()) {
        continue;
      }
      hooks.add(section.lines().findFirst().orElseThrow());
      Matcher call = CALL.matcher(section);
      assertThat(call.find()).as(section).isTrue();
      assertThat(rows(section)).isEqualTo(cards(Path.of(call.group(1)), call.group(2)));
    }
    assertThat(hooks).extracting(name -> Hook.named(name).orElseThrow()).contains(Hook.values());
  }

  private static List<String> rows(String section) {
    return section
        .lines()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.startsWith("| Indicator"))
        .toList();
  }

  private List<String> cards(Path request, String path) throws IOException {
    HttpResponse<String> answer =
        new ServiceClient(port)
            .post(path, Files.readString(request), "Content-Type", "application/json");
    return ServiceClient.json(answer)
        .path("cards")
        .valueStream()
        .map(HooksDocumentTests::row)
        .toList();
  }

  private static String row(JsonNode card) {
    String suggestions =
        card.path("suggestions")
            .valueStream()
            .map(each ->
                (each.path("isRecommended").asBoolean(false) ? "★ " : "")
                    + each.path("label").asString())
            .collect(Collectors.joining("; "));
    return "| "
        + card.path("indicator").asString()
        + " | "
        + card.path("summary").asString()
        + " | "
        + (suggestions.isEmpty() ? "none" : suggestions)
        + " |";
  }
}
