package org.omscds.fhir;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Takes the words out of the HTML of a note. Where a block ends a sentence ends, so that a negation
 * does not reach the next paragraph; cells of a row stay in one sentence, so that a finding meets
 * its answer.
 */
public final class HtmlText {

  private static final char END_OF_BLOCK = '\n';

  /** Elements that part words and not sentences, though a browser makes boxes of them. */
  private static final Set<String> BETWEEN_WORDS = Set.of("dt", "img", "input", "td", "th");

  private static final String NO_TEXT = "script, style";

  private final StringBuilder text = new StringBuilder();

  private HtmlText() {}

  /** The words, each block on a line of its own; script and style are none. */
  public static String of(String html) {
    HtmlText words = new HtmlText();
    Element page = Jsoup.parse(html).body();
    page.select(NO_TEXT).remove();
    page.traverse(words.new Collector());
    return words.text.toString().strip();
  }

  private final class Collector implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode words -> addWords(words.getWholeText(), isPreformatted(words));
        case Element element -> addBreak(element);
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        addBreak(element);
      }
    }
  }

  private static boolean isPreformatted(Node node) {
    return node.parent() instanceof Element parent && parent.closest("pre") != null;
  }

  private void addWords(String words, boolean preformatted) {
    words
        .chars()
        .forEach(c -> {
          if (c == '\n' && preformatted) {
            part(END_OF_BLOCK);
          } else if (Character.isWhitespace(c) || c == '\u00A0') {
            part(' ');
          } else {
            text.append((char) c);
          }
        });
  }

  private void addBreak(Element element) {
    if (BETWEEN_WORDS.contains(element.normalName())) {
      part(' ');
    } else if (element.isBlock() || element.normalName().equals("br")) {
      part(END_OF_BLOCK);
    }
  }

  /** One blank or line break between two words, the line break where both would stand. */
  private void part(char separator) {
    char last = text.isEmpty() ? END_OF_BLOCK : text.charAt(text.length() - 1);
    if (last == ' ' && separator == END_OF_BLOCK) {
      text.setCharAt(text.length() - 1, END_OF_BLOCK);
    } else if (last != ' ' && last != END_OF_BLOCK) {
      text.append(separator);
    }
  }
}
