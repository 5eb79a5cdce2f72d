package org.omscds.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a page, as a reader of the page sees them. */
class HtmlTextTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          <p>No <b>opso</b>clonus</p><p>Ataxia</p>   | No opsoclonus^Ataxia
          one<br>two<BR/>three                       | one^two^three
          <table><tr><td>Opsoclonus</td><td>absent</td></tr></table> | Opsoclonus absent
          <table><tr><td>a</td></tr><tr><td>b</td></tr></table>      | a^b
          a<script>if (a < b) "</p>"</script>b       | ab
          a<STYLE>p {}</Style>b                      | ab
          a<!-- no > ataxia -->b                     | ab
          temperature < 38 and > 36                  | temperature < 38 and > 36
          a &lt;b&gt; &amp;amp; c                    | a <b> &amp; c
          &#65;&#x42;&nbsp;c&ouml;&szlig;            | AB cöß
          &unknown; & &;                             | &unknown; & &;
          <p class="x" title='y'>a</p                | a
          """)
  void thePageIsReadAsItLooks(String html, String lines) {
    assertThat(HtmlText.of(html)).isEqualTo(lines.replace('^', '\n'));
  }

  @Test
  void aLineBreakOfTheSourceIsABlankExceptWhereItIsShown() {
    assertThat(HtmlText.of("<p>no\n  opsoclonus</p><pre>gait\nnormal</pre>"))
        .isEqualTo("no opsoclonus\ngait\nnormal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a ",
        "&",
        "&#",
        "<!--",
        "<script>",
        "</",
        "<script></",
        "<a>",
        "<p> ",
        "<b>"
      })
  void aHostilePageIsRead(String piece) {
    String page = "ataxia " + piece.repeat(200_000 / piece.length());
    assertThat(HtmlText.of(page)).startsWith("ataxia");
  }
}
