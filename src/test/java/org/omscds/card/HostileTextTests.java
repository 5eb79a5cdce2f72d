package org.omscds.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;
import org.omscds.knowledge.Source;
import org.omscds.wire.Action;
import org.omscds.wire.Card;
import org.omscds.wire.Suggestion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hostile words in every field of a chart, one field at a time: on the card they are words, in the
 * eyes of a parser of GitHub Flavored Markdown, and every link leads where the knowledge has it.
 */
class HostileTextTests {

  private static final List<String> HOSTILE =
      List.of(
          " <script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; ``` *a* __b__ ~~c~~ \\",
          " [click](javascript:alert(1)) ![x](http://evil.example/x.png) ](http://evil.example)",
          " http://evil.example/a www.evil.example <https://evil.example> me@evil.example",
          "\n\n# heading\n\n| a | b |\n|---|---|\n| `x` | ~~y~~ |\n\n<div>\n",
          "\u202E\u2066gnp.exe\u2069\u202C\u200F\u0000\u0007\u001B[31m");

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Parser GITHUB =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
          .build();

  private static final CardWriter WRITER = new CardWriter(Charts.KNOWLEDGE, Charts::uuid);

  private static final Set<String> HOSTS =
      Charts.KNOWLEDGE.sources().values().stream()
          .map(Source::url)
          .filter(Objects::nonNull)
          .map(url -> URI.create(url).getHost())
          .collect(Collectors.toSet());

  static Stream<Path> samples() {
    return Charts.samples().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whateverAChartHoldsItFormatsNothing(Path sample) {
    JsonNode request = Charts.request(sample);
    int fields = strings(request).size();
    assertThat(fields).isGreaterThan(20);
    for (int field = 0; field < fields; field++) {
      for (String hostile : HOSTILE) {
        JsonNode changed = request.deepCopy();
        strings(changed).get(field).accept(hostile);
        check(changed, sample + ", field " + field + hostile);
      }
    }
  }

  private static void check(JsonNode request, String what) {
    CallContext call =
        new CallContext(request.at("/context/patientId").asString(), "e1", "Practitioner/p1", "");
    for (Card card : WRITER.write(Charts.consult(request), call)) {
      checkMarkdown(card.detail(), what);
      checkPlain(card.summary(), what);
      card.links().forEach(link -> checkAddress(link.url(), what));
      if (card.source().url() != null) {
        checkAddress(card.source().url(), what);
      }
      for (Suggestion suggestion : card.suggestions()) {
        checkPlain(suggestion.label(), what);
        for (Action action : suggestion.actions()) {
          checkPlain(action.description(), what);
        }
      }
    }
  }

  private static void checkPlain(String text, String what) {
    assertThat(text).as(what).doesNotContainPattern(UNSEEN).doesNotContain("\n");
  }

  private static void checkMarkdown(String detail, String what) {
    assertThat(detail.replace("\n", "")).as(what).doesNotContainPattern(UNSEEN);
    GITHUB
        .parse(detail)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlBlock html) {
                throw new AssertionError(what + ": HTML " + html.getLiteral());
              }

              @Override
              public void visit(HtmlInline html) {
                throw new AssertionError(what + ": HTML " + html.getLiteral());
              }

              @Override
              public void visit(Image image) {
                throw new AssertionError(what + ": an image of " + image.getDestination());
              }

              @Override
              public void visit(Link link) {
                checkAddress(link.getDestination(), what);
                visitChildren(link);
              }
            });
  }

  private static void checkAddress(String address, String what) {
    URI url = URI.create(address);
    assertThat(url.getScheme()).as(what).isIn("https", "http");
    assertThat(HOSTS).as(what).contains(url.getHost());
  }

  /** What appends to each string of the chart and of the orders and problems of the call. */
  private static List<Consumer<String>> strings(JsonNode request) {
    List<Consumer<String>> found = new ArrayList<>();
    collect(request.path("prefetch"), found);
    collect(request.at("/context/draftOrders"), found);
    collect(request.at("/context/conditions"), found);
    return found;
  }

  private static void collect(JsonNode node, List<Consumer<String>> found) {
    switch (node) {
      case ObjectNode object -> {
        for (String name : new HashSet<>(object.propertyNames()).stream().sorted().toList()) {
          JsonNode value = object.get(name);
          if (value.isString() && !name.equals("resourceType")) {
            found.add(more -> object.put(name, value.asString() + more));
          } else {
            collect(value, found);
          }
        }
      }
      case ArrayNode array -> array.values().forEach(each -> collect(each, found));
      default -> {}
    }
  }
}
