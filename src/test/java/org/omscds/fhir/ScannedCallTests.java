package org.omscds.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the scanner takes, the parser takes too, and reads the same in it. */
class ScannedCallTests {

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/samples"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsScannedAndReadAsTheParserReadsIt(Path sample) throws IOException {
    byte[] body = Files.readAllBytes(sample);
    assertThat(BothReaders.scan(body)).isPresent();
    BothReaders.agree(body);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsDamagedIsReadAsTheParserReadsItOrLeftToIt(Path sample) throws IOException {
    byte[] whole = Files.readAllBytes(sample);
    Random random = new Random(20_261_130);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        int place = random.nextInt(damaged.length);
        damaged[place] =
            random.nextBoolean() ? (byte) random.nextInt(256) : whole[random.nextInt(whole.length)];
      }
      BothReaders.agree(damaged);
      BothReaders.agree(Arrays.copyOf(damaged, random.nextInt(damaged.length)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\"",
        "\"\"",
        "\"12345678\"",
        "\"just as long as two times eight.\"",
        "\"\\\"quoted\\\" and a \\\\ \\/ \\b\\f\\n\\r\\t\"",
        "\"\\u00e4 \\uD83D\\uDC76 \\u0041\"",
        "\"lone \\uD83D surrogate\"",
        "\"Kleinhirn-Störung 👶 \u2028\"",
        "\"12345678Ö\"",
        "\"\u0080 \u07FF \u0800 \uFFFC \uD800\uDC00 \uDBFF\uDFFF\"",
        "\"\u007f\"",
        "0",
        "-0",
        "-12.50",
        "1.5E+3",
        "1e-7",
        "1e7",
        "10",
        "true",
        "false",
        "null",
        "{}",
        "[]",
        "[[1,[2]],null,[[]],{},\"x\"]",
        " \t\r\n[ 1 , 2 ] ",
        "{\"text\":null,\"text\":\"second\",\"text\":\"third\"}",
        "{\"unknown\":{\"text\":[1,{\"a\":\"\\n\",\"b\":\"ü\"}]},\"text\":\"x\"}"
      })
  void plainFormsAreScanned(String value) {
    byte[] read =
        bytes(call("\"observations\":{\"resourceType\":\"X\",\"valueString\":" + value + "}"));
    byte[] skipped =
        bytes(call("\"observations\":{\"resourceType\":\"X\",\"unknown\":" + value + "}"));
    assertThat(BothReaders.scan(read)).isPresent();
    assertThat(BothReaders.scan(skipped)).isPresent();
    BothReaders.agree(read);
    BothReaders.agree(skipped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "-",
        "1x",
        "0x10",
        "NaN",
        "Infinity",
        "1_000",
        "tru",
        "truE",
        "nul",
        "undefined",
        "'x'",
        "\"",
        "\"x",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12\"",
        "\"tab\there\"",
        "\"zero\u0000here\"",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\" 1}",
        "/* x */1",
        "1//",
        "",
        "]",
        "}"
      })
  void malformedFormsAreLeftToTheParserWhichRefusesThem(String value) {
    for (String element : List.of("valueString", "unknown")) {
      byte[] body = bytes(call("\"observations\":{\"" + element + "\":" + value + "}"));
      assertThat(BothReaders.scan(body)).as(element).isEmpty();
      assertThat(BothReaders.parse(body)).as(element).isEmpty();
    }
  }

  static List<String> doubtful() {
    return List.of(
        "",
        " ",
        "null",
        "[]",
        "{}",
        "{\"hook\":\"patient-view\"}",
        call("") + "x",
        call("") + "{}",
        call("") + "\u0000",
        "\uFEFF" + call(""),
        "{\"prefetch\":null}",
        "{\"prefetch\":[]}",
        "{\"prefetch\":{},\"prefetch\":{}}",
        "{\"pre\\u0066etch\":{}}",
        call("\"conditions\":null,\"conditions\":null"),
        call("\"unknown\":null,\"unknown\":null"),
        call("\"condition\\u0073\":null"),
        call("\"conditions\":" + "[".repeat(99) + "]".repeat(99)),
        call("\"unknown\":" + "[".repeat(99) + "]".repeat(99)),
        call("\"conditions\":" + "{\"item\":".repeat(98) + "{}" + "}".repeat(98)),
        call("\"unknown\":" + "{\"item\":".repeat(98) + "{}" + "}".repeat(98)),
        call("\"conditions\":" + "1".repeat(FhirJson.MAX_NUMBER_LENGTH + 1)),
        call("\"" + "n".repeat(1001) + "\":1"));
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void whateverIsUnusualIsLeftToTheParser(String body) {
    assertThat(BothReaders.scan(bytes(body))).isEmpty();
  }

  @Test
  void whatTheLimitsAllowIsScanned() {
    for (String key : List.of("conditions", "unknown", "n".repeat(1000))) {
      for (String value :
          List.of(
              "[".repeat(98) + "]".repeat(98),
              "{\"item\":".repeat(97) + "{}" + "}".repeat(97),
              "1".repeat(FhirJson.MAX_NUMBER_LENGTH))) {
        byte[] body = bytes(call("\"" + key + "\":" + value));
        assertThat(BothReaders.scan(body)).as(key).isPresent();
        BothReaders.agree(body);
      }
    }
  }

  @Test
  void longListsAndObjectsAreReadWhole() {
    String item = "{\"code\":1,\"item\":[1,2,3]},";
    byte[] list = bytes(call("\"observations\":{\"item\":[" + item.repeat(500) + "0]}"));
    assertThat(BothReaders.scan(list)).isPresent();
    BothReaders.agree(list);
    byte[] object = bytes(call("\"observations\":{" + members("") + "}"));
    assertThat(BothReaders.scan(object)).isPresent();
    BothReaders.agree(object);
  }

  /** One in a thousand such names has the place of an element in the table of the scanner. */
  @Test
  void aNameThatBeginsAsAnElementDoesIsNotTakenForIt() {
    for (int number = 0; number < 2000; number++) {
      byte[] body = bytes(call("\"observations\":{" + members(Integer.toString(number)) + "}"));
      assertThat(BothReaders.scan(body)).isPresent();
      BothReaders.agree(body);
    }
  }

  /** All elements, with something behind their names. */
  private static String members(String behind) {
    return Arrays.stream(Element.values())
        .map(element -> "\"" + element + behind + "\":\"" + element + "\"")
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0xC0AF, 0xE08080, 0xEDA0BD, 0xF0808080, 0xF4908080, 0xFF, 0x80, 0xC3, 0xE282})
  void whatIsNoUtf8IsLeftToTheParser(int octets) {
    byte[] body = bytes(call("\"observations\":{\"valueString\":\"????\"}"));
    int place = new String(body, StandardCharsets.US_ASCII).indexOf("????");
    for (int i = 0; i < 4; i++) {
      int octet = octets >>> (24 - 8 * i) & 0xFF;
      body[place + i] = octet == 0 ? (byte) ' ' : (byte) octet;
    }
    assertThat(BothReaders.scan(body)).isEmpty();
  }

  @Test
  void theRestIsTheCallWithoutItsPrefetch() throws IOException {
    byte[] body =
        bytes(
            "{\"hook\" : \"x\", \"prefetch\" : {\"patient\":{\"resourceType\":\"Patient\"}} , \"y\":[1]}");
    ScannedCall call = BothReaders.scan(body).orElseThrow();
    assertThat(new String(call.rest().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualToIgnoringWhitespace("{\"hook\":\"x\",\"prefetch\":null,\"y\":[1]}");
  }

  private static String call(String prefetch) {
    return "{\"hook\":\"patient-view\",\"prefetch\":{"
        + prefetch
        + "},\"extension\":{\"x\":[true]}}";
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
