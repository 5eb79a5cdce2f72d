package org.omscds.patient;

import static org.omscds.patient.OddShape.Hapi.AGREES;
import static org.omscds.patient.OddShape.Hapi.DIFFERS;
import static org.omscds.patient.OddShape.coded;
import static org.omscds.patient.OddShape.condition;
import static org.omscds.patient.OddShape.observation;
import static org.omscds.patient.OddShape.words;

import java.util.List;
import java.util.stream.Stream;
import org.omscds.patient.Problem.ClinicalStatus;
import org.omscds.patient.Problem.Verification;

/** Concepts, statuses and texts in shapes that FHIR does not know. */
final class OddElements {

  private static final Concept OPSOCLONUS = coded("urn:s", "1", "Opsoclonus");

  private OddElements() {}

  static Stream<OddShape> rows() {
    return Stream.concat(concepts(), texts());
  }

  private static Stream<OddShape> concepts() {
    return Stream.of(
        condition(
            "an array where one concept is expected",
            "\"code\":[{\"text\":\"first\"},{\"text\":\"second\"}]",
            AGREES,
            Problem::concept,
            words("first")),
        condition(
            "one coding where an array is expected",
            "\"code\":{\"coding\":{\"system\":\"urn:s\",\"code\":\"1\",\"display\":\"Opsoclonus\"}}",
            AGREES,
            Problem::concept,
            OPSOCLONUS),
        condition(
            "an array within an array",
            "\"code\":{\"coding\":[[{\"system\":\"urn:s\",\"code\":\"1\",\"display\":\"Opsoclonus\"}]]}",
            AGREES,
            Problem::concept,
            OPSOCLONUS),
        condition(
            "a string as concept",
            "\"code\":\"opsoclonus\"",
            DIFFERS,
            Problem::concept,
            words("opsoclonus")),
        condition(
            "a bare coding as concept",
            "\"code\":{\"system\":\"urn:s\",\"code\":\"1\",\"display\":\"Opsoclonus\"}",
            DIFFERS,
            Problem::concept,
            OPSOCLONUS),
        condition("a number as concept", "\"code\":7", DIFFERS, Problem::concept, words("7")),
        condition("an empty concept", "\"code\":{}", AGREES, Problem::concept, Concept.NONE),
        condition(
            "an empty array as concept", "\"code\":[]", AGREES, Problem::concept, Concept.NONE),
        condition("null as concept", "\"code\":null", AGREES, Problem::concept, Concept.NONE),
        condition(
            "null among the codings",
            "\"code\":{\"coding\":[null,{\"system\":\"urn:s\",\"code\":\"1\",\"display\":\"Opsoclonus\"},null]}",
            AGREES,
            Problem::concept,
            OPSOCLONUS),
        condition(
            "codings that say nothing",
            "\"code\":{\"coding\":[{},{\"system\":\"urn:s\"},{\"code\":\"\"}],\"text\":\"words\"}",
            AGREES,
            Problem::concept,
            words("words")),
        condition(
            "a number as code",
            "\"code\":{\"coding\":[{\"system\":\"urn:s\",\"code\":1,\"display\":\"Opsoclonus\"}]}",
            AGREES,
            Problem::concept,
            OPSOCLONUS),
        condition(
            "an object as code",
            "\"code\":{\"coding\":[{\"system\":\"urn:s\",\"code\":{\"value\":\"1\"},\"display\":\"x\"}]}",
            AGREES,
            Problem::concept,
            coded("urn:s", "", "x")),
        condition(
            "a member twice, of which the first counts",
            "\"code\":{\"text\":\"first\"},\"code\":{\"text\":\"second\"}",
            DIFFERS,
            Problem::concept,
            words("first")),
        condition(
            "a member twice, at first null",
            "\"code\":null,\"code\":{\"text\":\"second\"}",
            AGREES,
            Problem::concept,
            words("second")),
        condition(
            "a status as plain code",
            "\"clinicalStatus\":\"resolved\"",
            DIFFERS,
            Problem::clinicalStatus,
            ClinicalStatus.RESOLVED),
        condition(
            "a status in capitals",
            "\"clinicalStatus\":{\"coding\":[{\"code\":\"Active\"}]},\"verificationStatus\":{\"text\":\"Refuted\"}",
            AGREES,
            Problem::verification,
            Verification.REFUTED),
        condition(
            "a status that nobody knows",
            "\"verificationStatus\":{\"coding\":[{\"code\":\"perhaps\"}]}",
            AGREES,
            Problem::verification,
            Verification.UNSTATED),
        condition(
            "evidence that is one object",
            "\"evidence\":{\"code\":{\"text\":\"myoclonus\"}}",
            AGREES,
            Problem::evidence,
            List.of(words("myoclonus"))),
        condition(
            "evidence that is a string",
            "\"evidence\":[\"myoclonus\",{\"code\":[\"ataxia\"]}]",
            DIFFERS,
            Problem::evidence,
            List.of(words("ataxia"))),
        observation(
            "a category that is an object",
            "\"category\":{\"text\":\"exam\"},\"code\":{\"text\":\"gait\"}",
            AGREES,
            seen -> seen.items().getFirst().concept(),
            words("gait")));
  }

  private static Stream<OddShape> texts() {
    String lengthy = "opsoclonus ".repeat(20_000).strip();
    String exotic = "\\uD83D\\uDC41 \\u202Eright to left\\u202C \\u0000 \\uFEFF a\\u0301";
    return Stream.of(
        condition(
            "notes that are strings",
            "\"note\":[\"one\",{\"text\":\"two\"},null,{}]",
            DIFFERS,
            Problem::notes,
            List.of("one", "two")),
        condition(
            "a note that is one object",
            "\"note\":{\"text\":\"one\"}",
            AGREES,
            Problem::notes,
            List.of("one")),
        condition(
            "a note that is one string",
            "\"note\":\"one\"",
            DIFFERS,
            Problem::notes,
            List.of("one")),
        condition(
            "a very long text",
            "\"code\":{\"text\":\"" + lengthy + "\"}",
            AGREES,
            Problem::concept,
            words(lengthy)),
        condition(
            "exotic characters",
            "\"code\":{\"text\":\"" + exotic + "\"}",
            AGREES,
            Problem::concept,
            words("\uD83D\uDC41 \u202Eright to left\u202C \0 \uFEFF a\u0301")),
        condition(
            "half a character",
            "\"code\":{\"text\":\"\\uD83D\"}",
            AGREES,
            Problem::concept,
            words("\uD83D")),
        condition(
            "an extension of 50 levels",
            "\"extension\":" + nested(50) + ",\"code\":{\"text\":\"after it\"}",
            AGREES,
            Problem::concept,
            words("after it")),
        condition(
            "unknown elements of every kind",
            "\"x\":1,\"y\":[[],{}],\"z\":{\"code\":{\"text\":\"no\"}},\"code\":{\"text\":\"yes\",\"q\":null}",
            AGREES,
            Problem::concept,
            words("yes")));
  }

  private static String nested(int levels) {
    return "[{\"url\":\"urn:x\",\"extension\":".repeat(levels)
        + "[{\"url\":\"urn:x\",\"valueString\":\"misleading\"}]"
        + "}]".repeat(levels);
  }
}
