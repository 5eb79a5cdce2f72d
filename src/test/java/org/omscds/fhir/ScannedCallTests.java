package org.omscds.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the scanner takes, the parser takes too, and reads the same in it. */
class ScannedCallTests {

  private static final JsonMapper JSON = JsonMapper.builder(FhirJson.factory()).build();

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/samples"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsScannedAndReadAsTheParserReadsIt(Path sample) throws IOException {
    byte[] body = Files.readAllBytes(sample);
    assertThat(scan(body)).isPresent();
    agree(body);
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
      agree(damaged);
      agree(Arrays.copyOf(damaged, random.nextInt(damaged.length)));
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
    assertThat(scan(read)).isPresent();
    assertThat(scan(skipped)).isPresent();
    agree(read);
    agree(skipped);
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
      assertThat(scan(body)).as(element).isEmpty();
      assertThat(parse(body)).as(element).isEmpty();
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
    assertThat(scan(bytes(body))).isEmpty();
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
        assertThat(scan(body)).as(key).isPresent();
        agree(body);
      }
    }
  }

  @Test
  void longListsAndObjectsAreReadWhole() {
    String item = "{\"code\":1,\"item\":[1,2,3]},";
    byte[] list = bytes(call("\"observations\":{\"item\":[" + item.repeat(500) + "0]}"));
    assertThat(scan(list)).isPresent();
    agree(list);
    byte[] object = bytes(call("\"observations\":{" + members("") + "}"));
    assertThat(scan(object)).isPresent();
    agree(object);
  }

  /** One in a thousand such names has the place of an element in the table of the scanner. */
  @Test
  void aNameThatBeginsAsAnElementDoesIsNotTakenForIt() {
    for (int number = 0; number < 2000; number++) {
      byte[] body = bytes(call("\"observations\":{" + members(Integer.toString(number)) + "}"));
      assertThat(scan(body)).isPresent();
      agree(body);
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
    assertThat(scan(body)).isEmpty();
  }

  @Test
  void theRestIsTheCallWithoutItsPrefetch() throws IOException {
    byte[] body =
        bytes(
            "{\"hook\" : \"x\", \"prefetch\" : {\"patient\":{\"resourceType\":\"Patient\"}} , \"y\":[1]}");
    ScannedCall call = scan(body).orElseThrow();
    assertThat(new String(call.rest().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualToIgnoringWhitespace("{\"hook\":\"x\",\"prefetch\":null,\"y\":[1]}");
  }

  /** Fails if the scanner takes what the parser does not, or reads it otherwise. */
  private static void agree(byte[] body) {
    Optional<ScannedCall> scanned = scan(body);
    if (scanned.isEmpty()) {
      return;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    Optional<ObjectNode> parsed = parse(body);
    assertThat(parsed).as(text).isPresent();
    ObjectNode whole = parsed.orElseThrow();
    assertThat(scanned.get().prefetch()).as(text).isEqualTo(states(body));
    whole.putNull("prefetch");
    assertThat(JSON.readTree(scanned.get().rest())).as(text).isEqualTo(whole);
  }

  private static Map<PrefetchKey, Prefetched> states(byte[] body) {
    Map<PrefetchKey, Prefetched> states = new EnumMap<>(PrefetchKey.class);
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (!name.equals("prefetch")) {
          parser.skipChildren();
          continue;
        }
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
          parser.nextToken();
          PrefetchKey.named(key)
              .ifPresentOrElse(
                  known -> states.put(known, Prefetched.of(FhirReader.read(parser))),
                  parser::skipChildren);
        }
      }
    }
    return states;
  }

  /** The whole body as a tree, if it is JSON and nothing follows it. */
  private static Optional<ObjectNode> parse(byte[] body) {
    try (JsonParser parser = FhirJson.factory().createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        parser.skipChildren();
        if (parser.nextToken() == null) {
          JsonNode tree = JSON.readTree(body);
          return Optional.of((ObjectNode) tree);
        }
      }
      return Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<ScannedCall> scan(byte[] body) {
    return ScannedCall.of(Arrays.copyOf(body, body.length + ScannedCall.PADDING));
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
