package org.omscds.patient;

import static org.omscds.fhir.PrefetchKey.CONDITIONS;
import static org.omscds.fhir.PrefetchKey.IMAGING_STUDIES;
import static org.omscds.fhir.PrefetchKey.MEDICATION_REQUESTS;
import static org.omscds.patient.DataGap.Reason.FAILED;
import static org.omscds.patient.DataGap.Reason.OTHER_PATIENT;
import static org.omscds.patient.DataGap.Reason.PARTIAL;
import static org.omscds.patient.DataGap.Reason.UNREADABLE;
import static org.omscds.patient.OddShape.Hapi.AGREES;
import static org.omscds.patient.OddShape.Hapi.DIFFERS;
import static org.omscds.patient.OddShape.Hapi.REFUSES;
import static org.omscds.patient.OddShape.conditions;
import static org.omscds.patient.OddShape.gap;
import static org.omscds.patient.OddShape.resource;
import static org.omscds.patient.OddShape.words;

import java.util.List;
import java.util.stream.Stream;

/** Bundles, owners and references in shapes that FHIR does not know or clients seldom send. */
final class OddCharts {

  private static final String ONE = "{\"resourceType\":\"Condition\",\"id\":\"one\"}";
  private static final List<String> READ = List.of("Condition/one");
  private static final List<DataGap> NO_GAP = List.of();
  private static final DataGap NO_RESOURCE =
      gap(CONDITIONS, FAILED, "the value is not a FHIR resource");

  private OddCharts() {}

  static Stream<OddShape> rows() {
    return Stream.of(bundles(), owners(), references()).flatMap(rows -> rows);
  }

  private static Stream<OddShape> bundles() {
    return Stream.of(
        conditions("a Bundle without a type", bundle(entry(ONE)), AGREES, READ, NO_GAP),
        conditions(
            "one entry that is no array",
            "{\"resourceType\":\"Bundle\",\"entry\":" + entry(ONE) + "}",
            AGREES,
            READ,
            NO_GAP),
        conditions(
            "entries without a resource",
            bundle("{\"fullUrl\":\"urn:x\"}", "{}", "null", "{\"resource\":null}", entry(ONE)),
            REFUSES,
            READ,
            NO_GAP),
        conditions(
            "an entry without a type",
            bundle(entry("{\"id\":\"x\"}"), entry(ONE)),
            REFUSES,
            READ,
            NO_GAP),
        conditions("an empty Bundle", "{\"resourceType\":\"Bundle\"}", AGREES, List.of(), NO_GAP),
        conditions("the same resource twice", bundle(entry(ONE), entry(ONE)), AGREES, READ, NO_GAP),
        conditions("a resource that is no Bundle", ONE, AGREES, READ, NO_GAP),
        conditions(
            "a resource without id",
            "{\"resourceType\":\"Condition\"}",
            AGREES,
            List.of("Condition/(no id)"),
            NO_GAP),
        conditions(
            "a number as id",
            "{\"resourceType\":\"Condition\",\"id\":7}",
            AGREES,
            List.of("Condition/7"),
            NO_GAP),
        conditions(
            "a next page",
            "{\"resourceType\":\"Bundle\",\"link\":{\"relation\":\"next\"},\"entry\":["
                + entry(ONE)
                + "]}",
            AGREES,
            READ,
            List.of(gap(CONDITIONS, PARTIAL, "only the first page was supplied"))),
        conditions("an array of resources", "[" + ONE + "]", REFUSES, READ, NO_GAP),
        conditions("a string", "\"Condition/one\"", REFUSES, List.of(), List.of(NO_RESOURCE)),
        conditions("a number", "7", REFUSES, List.of(), List.of(NO_RESOURCE)),
        conditions("an empty object", "{}", REFUSES, List.of(), List.of(NO_RESOURCE)),
        conditions("an empty array", "[]", REFUSES, List.of(), List.of(NO_RESOURCE)),
        conditions("null", "null", REFUSES, List.of(), NO_GAP),
        conditions(
            "an unknown type of resource",
            bundle(entry("{\"resourceType\":\"Spaceship\",\"id\":\"x\"}"), entry(ONE)),
            REFUSES,
            READ,
            List.of(
                gap(
                    CONDITIONS,
                    UNREADABLE,
                    "a resource of a type that is not read here was left out"))),
        conditions(
            "an outcome instead of an answer",
            "{\"resourceType\":\"OperationOutcome\",\"issue\":{\"severity\":\"error\",\"code\":\"timeout\"}}",
            AGREES,
            List.of(),
            List.of(gap(CONDITIONS, FAILED, "the EHR reported an error (timeout)"))),
        conditions(
            "an outcome that tells of the chart",
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"code\":\"Ann has opsoclonus\"}]}",
            AGREES,
            List.of(),
            List.of(gap(CONDITIONS, FAILED, "the EHR reported an error (unknown issue)"))));
  }

  private static Stream<OddShape> owners() {
    List<DataGap> other =
        List.of(gap(CONDITIONS, OTHER_PATIENT, "a Condition of another patient was left out"));
    List<String> read = List.of("Condition/odd-1");
    return Stream.of(
        owned("another patient", "{\"reference\":\"Patient/x\"}", AGREES, List.of(), other),
        owned(
            "another patient of another server",
            "{\"reference\":\"https://e/Patient/x/_history/2\"}",
            AGREES,
            List.of(),
            other),
        owned(
            "another patient in an array",
            "[{\"reference\":\"Patient/x\"}]",
            AGREES,
            List.of(),
            other),
        owned("another patient as string", "\"Patient/x\"", DIFFERS, List.of(), other),
        owned("this patient as string", "\"Patient/child-7\"", AGREES, read, NO_GAP),
        owned(
            "this patient with server and version",
            "{\"reference\":\"https://e/f/Patient/child-7/_history/2\"}",
            AGREES,
            read,
            NO_GAP),
        owned(
            "a UUID that is nobody's here",
            "{\"reference\":\"urn:uuid:5f1c\"}",
            AGREES,
            List.of(),
            other),
        owned(
            "a UUID that is the patient's id",
            "{\"reference\":\"urn:uuid:child-7\"}",
            AGREES,
            read,
            NO_GAP),
        owned("a bare id", "{\"reference\":\"child-7\"}", AGREES, read, NO_GAP),
        owned("another's bare id", "{\"reference\":\"x\"}", AGREES, List.of(), other),
        owned("a contained patient", "{\"reference\":\"#p\"}", AGREES, read, NO_GAP),
        owned("a group", "{\"reference\":\"Group/x\"}", AGREES, List.of(), other),
        owned("nobody", "{}", AGREES, read, NO_GAP),
        conditions(
            "another patient's resource of a made-up type",
            bundle(
                entry(
                    "{\"resourceType\":\"Ann Smith\",\"subject\":{\"reference\":\"Patient/x\"}}")),
            REFUSES,
            List.of(),
            List.of(gap(CONDITIONS, OTHER_PATIENT, "a resource of another patient was left out"))));
  }

  private static Stream<OddShape> references() {
    return Stream.of(
        drug("a relative reference", "{\"reference\":\"Medication/m-1\"}", AGREES),
        drug("an absolute reference", "{\"reference\":\"https://e/fhir/Medication/m-1\"}", AGREES),
        drug("a versioned reference", "{\"reference\":\"Medication/m-1/_history/4\"}", AGREES),
        drug("a urn", "{\"reference\":\"urn:uuid:m-1\"}", AGREES),
        drug("a bare id", "{\"reference\":\"m-1\"}", AGREES),
        drug("a reference that is a string", "\"Medication/m-1\"", DIFFERS),
        drug("a reference in an array", "[{\"reference\":\"Medication/m-1\"}]", AGREES),
        new OddShape(
            "a contained resource that is no array",
            MEDICATION_REQUESTS,
            resource(
                "MedicationRequest",
                "\"contained\":{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"rituximab\"}},"
                    + "\"medicationReference\":{\"reference\":\"#m\"}"),
            AGREES,
            record -> record.medications().getFirst().concepts(),
            List.of(words("rituximab"))),
        new OddShape(
            "a route that stands in one dosage, not in an array",
            MEDICATION_REQUESTS,
            resource("MedicationRequest", "\"dosageInstruction\":{\"route\":\"oral\"}"),
            DIFFERS,
            record -> record.medications().getFirst().routes(),
            List.of(words("oral"))),
        new OddShape(
            "a prohibition as string",
            MEDICATION_REQUESTS,
            resource("MedicationRequest", "\"status\":\"active\",\"doNotPerform\":\"true\""),
            AGREES,
            record -> record.medications().getFirst().state(),
            MedicationUse.State.VOID),
        new OddShape(
            "modalities as strings",
            IMAGING_STUDIES,
            resource("ImagingStudy", "\"modality\":[\"mr\",{\"code\":\"CT\"}]"),
            DIFFERS,
            record -> record.imagingStudies().getFirst().modalities(),
            List.of("MR", "CT")),
        new OddShape(
            "modalities as concepts, as in FHIR R5",
            IMAGING_STUDIES,
            resource("ImagingStudy", "\"modality\":[{\"coding\":[{\"code\":\"MR\"}]}]"),
            DIFFERS,
            record -> record.imagingStudies().getFirst().modalities(),
            List.of("MR")));
  }

  private static OddShape owned(
      String name, String subject, OddShape.Hapi hapi, List<String> problems, List<DataGap> gaps) {
    return conditions(name, resource("Condition", "\"subject\":" + subject), hapi, problems, gaps);
  }

  private static OddShape drug(String name, String reference, OddShape.Hapi hapi) {
    String medication =
        "{\"resourceType\":\"Medication\",\"id\":\"m-1\",\"code\":{\"text\":\"rituximab\"}}";
    String request = resource("MedicationRequest", "\"medicationReference\":" + reference);
    return new OddShape(
        name,
        MEDICATION_REQUESTS,
        bundle(entry(request), entry(medication)),
        hapi,
        record -> record.medications().getFirst().concepts(),
        List.of(words("rituximab")));
  }

  private static String entry(String resource) {
    return "{\"resource\":" + resource + "}";
  }

  private static String bundle(String... entries) {
    return "{\"resourceType\":\"Bundle\",\"entry\":[" + String.join(",", entries) + "]}";
  }
}
