package org.omscds.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.omscds.fhir.PrefetchKey;
import org.omscds.patient.DataGap.Reason;

/**
 * FHIR as it should not be sent, with what is to be read of it.
 *
 * @param name what is odd
 * @param key where it was sent
 * @param json the value of the key
 * @param hapi what HAPI's lenient parser makes of it
 * @param read takes the fact in question out of the record
 * @param expected the fact
 */
record OddShape(
    String name,
    PrefetchKey key,
    String json,
    Hapi hapi,
    Function<PatientRecord, Object> read,
    Object expected) {

  /** What HAPI's lenient parser makes of an odd shape. */
  enum Hapi {
    /** It finds the same facts. */
    AGREES,
    /** It reads on and loses or changes a fact without a word. */
    DIFFERS,
    /** It throws. */
    REFUSES,
    /** It works on it for longer than anybody would wait, so it is not asked. */
    HANGS
  }

  /** The Patient of all odd charts. */
  static final String PATIENT =
      """
      {"resourceType":"Patient","id":"child-7","birthDate":"2023-05-06","gender":"female"}
      """;

  /** An odd Condition: its members after type and id, and its fact. */
  static OddShape condition(
      String name, String members, Hapi hapi, Function<Problem, Object> read, Object expected) {
    return new OddShape(
        name,
        PrefetchKey.CONDITIONS,
        resource("Condition", members),
        hapi,
        record -> read.apply(record.problems().getFirst()),
        expected);
  }

  /** An odd Observation: its members after type and id, and its fact. */
  static OddShape observation(
      String name, String members, Hapi hapi, Function<Observed, Object> read, Object expected) {
    return new OddShape(
        name,
        PrefetchKey.OBSERVATIONS,
        resource("Observation", members),
        hapi,
        record -> read.apply(record.observations().getFirst()),
        expected);
  }

  /** An odd value of the conditions' key, and the problems and gaps to which it leads. */
  static OddShape conditions(
      String name, String json, Hapi hapi, List<String> problems, List<DataGap> gaps) {
    return new OddShape(
        name,
        PrefetchKey.CONDITIONS,
        json,
        hapi,
        record ->
            List.of(record.problems().stream().map(Problem::reference).toList(), record.gaps()),
        List.of(problems, gaps));
  }

  static String resource(String type, String members) {
    return "{\"resourceType\":\"" + type + "\",\"id\":\"odd-1\"," + members.strip() + "}";
  }

  static DataGap gap(PrefetchKey key, Reason reason, String detail) {
    return new DataGap(key.key(), reason, detail);
  }

  static Concept words(String text) {
    return new Concept(List.of(), text);
  }

  static Concept coded(String system, String code, String display) {
    return new Concept(List.of(new Coding(system, code, display)), "");
  }

  /** Reads it the lean way and through HAPI and wants what the row says. */
  void check() {
    PatientRecord lean = LeanReading.read(PATIENT, key, json);
    assertThat(read.apply(lean)).as("%s in %s", name, json).isEqualTo(expected);
    assertThat(hapiBeside(lean)).as("HAPI on %s in %s", name, json).isEqualTo(hapi);
  }

  private Hapi hapiBeside(PatientRecord lean) {
    if (hapi == Hapi.HANGS) {
      return Hapi.HANGS;
    }
    PatientRecord found;
    try {
      found = HapiOracle.lenient().read(PATIENT, json);
    } catch (RuntimeException _) {
      return Hapi.REFUSES;
    }
    return found.problems().equals(lean.problems())
            && found.observations().equals(lean.observations())
            && found.medications().equals(lean.medications())
            && found.reports().equals(lean.reports())
            && found.imagingStudies().equals(lean.imagingStudies())
            && found.procedures().equals(lean.procedures())
        ? Hapi.AGREES
        : Hapi.DIFFERS;
  }

  @Override
  public String toString() {
    return name;
  }
}
