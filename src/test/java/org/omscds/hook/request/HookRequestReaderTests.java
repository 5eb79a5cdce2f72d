package org.omscds.hook.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;
import org.omscds.hook.HookRequests;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.recommendation.Hook;
import org.omscds.wire.FhirAuthorization;
import org.omscds.wire.HookContext;
import org.omscds.wire.HookRequest;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpStatus;

class HookRequestReaderTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 24);
  private static final HookRequests WHOLE = HookRequests.whole();

  private final HookRequestReader reader =
      new HookRequestReader(
          Clock.fixed(Instant.parse("2026-12-24T08:00:00Z"), ZoneOffset.UTC), 20_000);

  @Test
  void moreResourcesThanASiteTakesAreRefused() {
    byte[] body = WHOLE.json().getBytes(StandardCharsets.UTF_8);
    Clock clock = Clock.fixed(Instant.parse("2026-12-24T08:00:00Z"), ZoneOffset.UTC);

    assertThat(
            new HookRequestReader(clock, 2)
                .read(new ByteArrayInputStream(body), body.length, Hook.PATIENT_VIEW)
                .resources())
        .as("the patient and one condition")
        .isEqualTo(2);
    assertThatThrownBy(() ->
            new HookRequestReader(clock, 1)
                .read(new ByteArrayInputStream(body), body.length, Hook.PATIENT_VIEW))
        .isInstanceOfSatisfying(
            HookRefusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
              assertThat(refusal.outcome().issue().getFirst().details().text())
                  .isEqualTo("The request holds more than 1 resources.");
            });
  }

  @Test
  void everyMemberOfTheStandardsRequestIsRead() {
    HookCall call = read(WHOLE.json());
    assertThat(call.request())
        .isEqualTo(
            new HookRequest(
                "patient-view",
                "1f1d9a3e-6a0e-4b0b-9d57-3a3f5a2f9a10",
                "https://ehr.example.org/r4",
                new FhirAuthorization(
                    "opaque",
                    "Bearer",
                    300,
                    "patient/Patient.rs patient/Observation.rs",
                    "oms-cds",
                    "p1"),
                new HookContext("Practitioner/7", "p1", "e1")));
    assertThat(call.prefetch().states())
        .containsOnlyKeys(PrefetchKey.PATIENT, PrefetchKey.CONDITIONS);
    assertThat(call.consultationDate()).isEqualTo("2026-11-20");
  }

  /** All 5,040 orders: prefetch before context, context last, and every other. */
  @Test
  void theOrderOfTheMembersDoesNotMatter() {
    HookCall expected = read(WHOLE.json());
    int orders = 0;
    for (List<String> order : orders(List.copyOf(WHOLE.members().keySet()))) {
      Map<String, String> members = new LinkedHashMap<>();
      order.forEach(name -> members.put(name, WHOLE.members().get(name)));
      assertThat(read(new HookRequests(members).json())).isEqualTo(expected);
      orders++;
    }
    assertThat(orders).isEqualTo(5040);
  }

  @Test
  void whatNobodyKnowsIsSkippedWhereverItStands() {
    String odd = "{\"deep\":[{\"hook\":1,\"context\":null}],\"prefetch\":\"x\"}";
    String body =
        WHOLE
            .with("com.example.unknown", odd)
            .with(
                "context",
                HookRequests.CONTEXT.replaceFirst("\\{", "{\"selections\":[" + odd + "],"))
            .with("extension", "{\"com.example\":" + odd + ",\"a\":[" + odd + "],\"b\":null}")
            .with("prefetch", "{\"unknown\":" + odd + ",\"patient\":" + HookRequests.PATIENT + "}")
            .json();
    HookCall call = read(body);
    assertThat(call.request()).isEqualTo(read(WHOLE.json()).request());
    assertThat(call.prefetch().states()).containsOnlyKeys(PrefetchKey.PATIENT);
    assertThat(call.consultationDate()).isEqualTo(TODAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"text\"", "null", "[{\"url\":\"a\"}]"})
  void anExtensionOfAnotherShapeIsSkipped(String extension) {
    assertThat(read(WHOLE.with("extension", extension).json()).consultationDate()).isEqualTo(TODAY);
  }

  @Test
  void optionalMembersMayBeAbsentOrNull() {
    HookRequests bare =
        WHOLE.with("context", "{\"userId\":\"Practitioner/7\",\"patientId\":\"p1\"}");
    for (String member : List.of("fhirAuthorization", "fhirServer", "prefetch", "extension")) {
      bare = bare.without(member);
    }
    HookCall call = read(bare.json());
    assertThat(call.request().fhirServer()).isNull();
    assertThat(call.prefetch().states()).isEmpty();
    HookRequests nulls = bare.with("context", HookRequests.CONTEXT.replace("\"e1\"", "null"));
    for (String member : List.of("fhirAuthorization", "fhirServer", "prefetch", "extension")) {
      nulls = nulls.with(member, "null");
    }
    assertThat(read(nulls.json())).isEqualTo(call);
  }

  @Test
  void aReferenceInPlaceOfAnIdIsReadAsItsId() {
    HookRequests references =
        WHOLE.with(
            "context",
            "{\"userId\":\"Practitioner/7\",\"patientId\":\"Patient/p1\",\"encounterId\":\"Encounter/e1\"}");
    assertThat(read(references.json()).request().context().patientId()).isEqualTo("p1");
    assertThat(read(references.json()).request().context().encounterId()).isEqualTo("e1");
  }

  /** cds-hooks_2.0@48 to @53: five states that mean five things. */
  @Test
  void theStatesOfAPrefetchKeyAreToldApart() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("patient", HookRequests.PATIENT);
    values.put("conditions", "null");
    values.put("observations", "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}");
    values.put("procedures", HookRequests.EMPTY_BUNDLE);
    values.put("allergies", paged(HookRequests.CONDITIONS));
    values.put("immunizations", "\"none\"");
    HookCall call = read(WHOLE.withPrefetch(values).json());
    assertThat(state(call, PrefetchKey.PATIENT)).isInstanceOf(Prefetched.Resources.class);
    assertThat(state(call, PrefetchKey.CONDITIONS)).isInstanceOf(Prefetched.KnownEmpty.class);
    assertThat(state(call, PrefetchKey.OBSERVATIONS)).isInstanceOf(Prefetched.Failed.class);
    assertThat(state(call, PrefetchKey.PROCEDURES))
        .isEqualTo(Prefetched.Resources.whole(List.of()));
    assertThat(state(call, PrefetchKey.ALLERGIES))
        .isInstanceOfSatisfying(
            Prefetched.Resources.class,
            page -> {
              assertThat(page.resources()).hasSize(1);
              assertThat(page.shortfall()).isNotEmpty();
            });
    assertThat(state(call, PrefetchKey.IMMUNIZATIONS)).isInstanceOf(Prefetched.Failed.class);
    assertThat(state(call, PrefetchKey.SERVICE_REQUESTS)).isInstanceOf(Prefetched.Absent.class);
  }

  @Test
  void withoutADateTheChartIsReadAsOfToday() {
    assertThat(read(WHOLE.without("extension").json()).consultationDate()).isEqualTo(TODAY);
  }

  /** Each body that is refused, the issue's code, and words that name the thing. */
  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("empty", "", "required", "empty"),
        refused("blank", "  \n ", "required", "empty"),
        refused("an array", "[" + WHOLE.json() + "]", "value", "the request body"),
        refused("a number", "7", "value", "the request body"),
        refused("null", "null", "value", "the request body"),
        refused("no JSON", "hook=patient-view", "structure", "line 1, column 1"),
        refused("cut off", "{\"hook\":\n \"pat", "incomplete", "line 2, column"),
        refused("malformed", "{\"a\":\n {\"a\" 7}}", "structure", "line 2, column 7"),
        refused("a comment", "{/* no */}", "structure", "column 2"),
        refused("a trailing comma", "{\"hook\":\"a\",}", "structure", "column 13"),
        refused("NaN", "{\"a\":NaN}", "structure", "line 1, column"),
        refused("more follows", WHOLE.json() + " {}", "structure", "follows the end"),
        refused("junk follows", WHOLE.json() + " x", "structure", "not valid JSON"),
        refused("a hook twice", twice("hook", "\"patient-view\""), "duplicate", "'hook'"),
        refused(
            "a context twice", twice("context", HookRequests.CONTEXT), "duplicate", "'context'"),
        refused("a prefetch twice", twice("prefetch", "{}"), "duplicate", "'prefetch'"),
        refused(
            "a prefetch key twice",
            WHOLE.with("prefetch", "{\"patient\":null,\"patient\":null}").json(),
            "duplicate",
            "'patient'"),
        refused(
            "a user twice",
            WHOLE.with("context", "{\"userId\":\"a\",\"userId\":\"b\"}").json(),
            "duplicate",
            "'userId'"),
        refused("nested too deep", deep("a", 101), "too-costly", "nested deeper than 100"),
        refused("prefetch nested too deep", deepPrefetch(), "too-costly", "nested deeper than 100"),
        refused("hook a number", WHOLE.with("hook", "1").json(), "value", "'hook'"),
        refused("instance a number", WHOLE.with("hookInstance", "1").json(), "value", "'hookInst"),
        refused("server a number", WHOLE.with("fhirServer", "1").json(), "value", "'fhirServer'"),
        refused("context a text", WHOLE.with("context", "\"p1\"").json(), "value", "'context'"),
        refused("prefetch an array", WHOLE.with("prefetch", "[]").json(), "value", "'prefetch'"),
        refused("token a text", WHOLE.with("fhirAuthorization", "\"t\"").json(), "value", "'fhirA"),
        refused("user a number", context("{\"userId\":1}"), "value", "'context.userId'"),
        refused("patient a number", context("{\"patientId\":1}"), "value", "'context.patientId'"),
        refused("encounter a list", context("{\"encounterId\":[]}"), "value", "'context.encoun"),
        refused("no hook", WHOLE.without("hook").json(), "required", "'hook'"),
        refused("a blank hook", WHOLE.with("hook", "\" \"").json(), "required", "'hook'"),
        refused("a null hook", WHOLE.with("hook", "null").json(), "required", "'hook'"),
        refused("no instance", WHOLE.without("hookInstance").json(), "required", "'hookInstance'"),
        refused("no context", WHOLE.without("context").json(), "required", "'context'"),
        refused("a null context", WHOLE.with("context", "null").json(), "required", "'context'"),
        refused("no user", context("{\"patientId\":\"p1\"}"), "required", "'context.userId'"),
        refused("no patient", context("{\"userId\":\"a\"}"), "required", "'context.patientId'"),
        refused("no server", WHOLE.without("fhirServer").json(), "invariant", "fhirServer is req"),
        refused("odd server", WHOLE.with("fhirServer", "\"x\"").json(), "invariant", "fhirServer"),
        refused(
            "token missing", token("access_token", "null"), "required", "'fhirAuthorization.acc"),
        refused("token of another type", token("token_type", "\"MAC\""), "invariant", "token_type"),
        refused(
            "lifetime a text", token("expires_in", "\"300\""), "value", "'fhirAuthorization.exp"),
        refused("lifetime huge", token("expires_in", "9".repeat(30)), "value", "expires_in"),
        refused("no lifetime", token("expires_in", "null"), "required", "expires_in"),
        refused("date malformed", date("\"20.11.2026\""), "value", "a date such as 2026-11-20"),
        refused("date with a time", date("\"2026-11-20T10:00:00Z\""), "value", "a date such as"),
        refused("date that is none", date("\"2026-02-30\""), "value", "a date such as"),
        refused("date far off", date("\"+999999999-01-01\""), "value", "a date such as"),
        refused(
            "date a number", date("20261120"), "value", "'extension['org.omscds.consultation']"),
        refused(
            "consultation a text",
            WHOLE.with("extension", "{\"org.omscds.consultation\":\"2026-11-20\"}").json(),
            "value",
            "an object"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsNoHookRequestIsRefusedByName(String body, String code, String words) {
    assertThatExceptionOfType(HookRefusal.class)
        .isThrownBy(() -> read(body))
        .satisfies(refusal -> {
          OperationOutcome.Issue issue = refusal.outcome().issue().getFirst();
          assertThat(refusal.status().value()).isEqualTo(400);
          assertThat(issue.code()).isEqualTo(code);
          assertThat(issue.details().text() + issue.diagnostics())
              .contains(words)
              .doesNotContain(HookRequests.CHART_TEXT);
        });
  }

  @Test
  void aHundredLevelsAreNotTooDeep() {
    assertThat(read(deep("a", 100)).request().hook()).isEqualTo("patient-view");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"observations\":{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":%s}}}",
        "{\"observations\":{\"resourceType\":\"Observation\",\"unread\":%s}}"
      })
  void aNumberTooLongIsRefused(String prefetch) {
    String tooLong = WHOLE.with("prefetch", prefetch.formatted("1".repeat(1001))).json();
    assertThatExceptionOfType(HookRefusal.class)
        .isThrownBy(() -> read(tooLong))
        .satisfies(refusal ->
            assertThat(refusal.outcome().issue().getFirst().details().text()).contains("number"));
  }

  /**
   * Whatever the damage, a body is either read or refused with 400, and no chart text comes back.
   */
  @Test
  void everyCutOffBodyIsRefused() {
    byte[] whole = WHOLE.json().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(
              catchThrowable(
                  () -> reader.read(new ByteArrayInputStream(part), -1, Hook.PATIENT_VIEW)))
          .as("the first %d bytes", length)
          .isInstanceOfSatisfying(HookRefusal.class, HookRequestReaderTests::isHarmless);
    }
  }

  @Test
  void aDamagedBodyIsReadOrRefused() {
    byte[] whole = WHOLE.json().getBytes(StandardCharsets.UTF_8);
    Random random = new Random(20_261_120);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = whole.clone();
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Throwable failure =
          catchThrowable(() ->
              reader.read(new ByteArrayInputStream(damaged), damaged.length, Hook.PATIENT_VIEW));
      if (failure != null) {
        assertThat(failure)
            .as(() -> new String(damaged, StandardCharsets.ISO_8859_1))
            .isInstanceOfSatisfying(HookRefusal.class, HookRequestReaderTests::isHarmless);
      }
    }
  }

  @Test
  void aBodyThatStopsComingIsRefused() {
    InputStream broken =
        new FilterInputStream(
            new ByteArrayInputStream("{\"hook\":".getBytes(StandardCharsets.UTF_8))) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
              throw new IOException("connection reset");
            }
            return count;
          }
        };
    assertThatExceptionOfType(HookRefusal.class)
        .isThrownBy(() -> reader.read(broken, -1, Hook.PATIENT_VIEW))
        .satisfies(refusal ->
            assertThat(refusal.outcome().issue().getFirst().details().text())
                .contains("could not be read to its end"));
  }

  /** Larger bodies are parsed as they come, whether or not anybody said how large they are. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void bodiesAboveAndBelowTheSizeThatIsHeldAreReadAlike(int more) {
    String json = WHOLE.json();
    int missing =
        HookRequestReader.MOST_AT_ONCE + more - json.getBytes(StandardCharsets.UTF_8).length;
    byte[] body =
        json.replaceFirst("\\{", "{" + " ".repeat(missing)).getBytes(StandardCharsets.UTF_8);
    assertThat(body).hasSize(HookRequestReader.MOST_AT_ONCE + more);
    HookCall expected = read(json);
    for (long length : new long[] {body.length, -1}) {
      assertThat(reader.read(new ByteArrayInputStream(body), length, Hook.PATIENT_VIEW))
          .isEqualTo(expected);
    }
  }

  @Test
  void theStreamIsLeftOpenForWhoeverHandsItIn() {
    boolean[] closed = {false};
    InputStream body =
        new ByteArrayInputStream(WHOLE.json().getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    reader.read(body, -1, Hook.PATIENT_VIEW);
    assertThat(closed[0]).isFalse();
  }

  private HookCall read(String body) {
    return reader.read(
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), -1, Hook.PATIENT_VIEW);
  }

  private static void isHarmless(HookRefusal refusal) {
    OperationOutcome.Issue issue = refusal.outcome().issue().getFirst();
    assertThat(refusal.status().value()).isEqualTo(400);
    assertThat(issue.details().text() + issue.diagnostics()).doesNotContain("chart", "opaque");
  }

  private static Prefetched state(HookCall call, PrefetchKey key) {
    return call.prefetch().state(key);
  }

  private static String paged(String bundle) {
    return bundle.replaceFirst(
        "\"entry\"", "\"link\":[{\"relation\":\"next\",\"url\":\"https://a/b\"}],\"entry\"");
  }

  private static Arguments refused(String what, String body, String code, String words) {
    return argumentSet(what, body, code, words);
  }

  private static String twice(String member, String value) {
    return WHOLE.json().replaceFirst("\\{", "{\"" + member + "\":" + value + ",");
  }

  private static String context(String context) {
    return WHOLE.with("context", context).json();
  }

  private static String token(String member, String value) {
    String members =
        HookRequests.AUTHORIZATION.replaceFirst(
            "\"" + member + "\":(\"[^\"]*\"|\\d+)", "\"" + member + "\":" + value);
    return WHOLE.with("fhirAuthorization", members).json();
  }

  private static String date(String value) {
    return WHOLE.with("extension", "{\"org.omscds.consultation\":{\"date\":" + value + "}}").json();
  }

  /** A request in which the arrays of a member reach down to a level, the body itself being 1. */
  private static String deep(String member, int level) {
    return WHOLE.with(member, "[".repeat(level - 1) + "]".repeat(level - 1)).json();
  }

  private static String deepPrefetch() {
    String items = "{\"contained\":[".repeat(60) + "]}".repeat(60);
    return WHOLE.with("prefetch", "{\"observations\":" + items + "}").json();
  }

  private static List<List<String>> orders(List<String> names) {
    if (names.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> orders = new ArrayList<>();
    for (String first : names) {
      List<String> rest = new ArrayList<>(names);
      rest.remove(first);
      for (List<String> order : orders(rest)) {
        List<String> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(Collections.unmodifiableList(whole));
      }
    }
    return orders;
  }
}
