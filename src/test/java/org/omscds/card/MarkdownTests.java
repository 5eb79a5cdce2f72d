package org.omscds.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of a chart stay words on the card, whatever they hold. */
class MarkdownTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          plain words, as they stand | plain words, as they stand
          **bold** | \\*\\*bold\\*\\*
          <script>alert(1)</script> | \\<script\\>alert\\(1\\)\\</script\\>
          [click](http://evil) | \\[click\\]\\(http:\u200b//evil\\)
          www.evil.example | www\u200b.evil.example
          WWW.evil.example | WWW\u200b.evil.example
          mail me@evil.example | mail me@ evil.example
          https://evil.example/x | https:\u200b//evil.example/x
          - item | \\- item
          1. item | 1\\. item
          # heading | \\# heading
          > quote | \\> quote
          a | a
          &lt; | \\&lt;
          `code` | \\`code\\`
          """)
  void nothingFormatsAndNothingLinks(String words, String escaped) {
    assertThat(Markdown.escape(words)).isEqualTo(escaped);
  }

  @Test
  void linesAndControlCharactersBecomeOneLine() {
    assertThat(Markdown.escape("one\n\n# two\u0007\u202e\tthree")).isEqualTo("one \\# two three");
  }

  @Test
  void longTextIsCutOnAWord() {
    assertThat(Markdown.escape("word ".repeat(100))).hasSizeLessThan(110).endsWith("word …");
  }
}
