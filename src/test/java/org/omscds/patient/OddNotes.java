package org.omscds.patient;

import static org.omscds.fhir.PrefetchKey.CLINICAL_IMPRESSIONS;
import static org.omscds.fhir.PrefetchKey.DOCUMENT_REFERENCES;
import static org.omscds.fhir.PrefetchKey.ENCOUNTERS;
import static org.omscds.fhir.PrefetchKey.MEDICATION_STATEMENTS;
import static org.omscds.fhir.PrefetchKey.QUESTIONNAIRE_RESPONSES;
import static org.omscds.patient.DataGap.Reason.PARTIAL;
import static org.omscds.patient.DataGap.Reason.UNREADABLE;
import static org.omscds.patient.NoteSamples.base64;
import static org.omscds.patient.OddShape.Hapi.AGREES;
import static org.omscds.patient.OddShape.Hapi.DIFFERS;
import static org.omscds.patient.OddShape.gap;
import static org.omscds.patient.OddShape.resource;
import static org.omscds.patient.OddShape.words;

import java.util.List;
import java.util.stream.Stream;

/** Visits, questionnaires, notes and statements in shapes that clients seldom send. */
final class OddNotes {

  private OddNotes() {}

  static Stream<OddShape> rows() {
    return Stream.concat(visits(), notes());
  }

  private static Stream<OddShape> visits() {
    return Stream.of(
        new OddShape(
            "one reason that is a string",
            ENCOUNTERS,
            resource("Encounter", "\"reasonCode\":\"Ataxia\""),
            DIFFERS,
            OddNotes::values,
            List.of(new ObservedValue.Coded(words("Ataxia")))),
        new OddShape(
            "a visit that did not take place",
            ENCOUNTERS,
            resource("Encounter", "\"status\":\"cancelled\",\"reasonCode\":[{\"text\":\"x\"}]"),
            AGREES,
            OddNotes::items,
            List.of()),
        new OddShape(
            "one question and one answer, not in arrays",
            QUESTIONNAIRE_RESPONSES,
            resource(
                "QuestionnaireResponse",
                "\"item\":{\"text\":\"Unsteady? \",\"answer\":{\"valueBoolean\":\"true\"}}"),
            AGREES,
            OddNotes::items,
            List.of(words("Unsteady"))),
        new OddShape(
            "an answer without a value that is read",
            QUESTIONNAIRE_RESPONSES,
            resource(
                "QuestionnaireResponse",
                "\"item\":[{\"text\":\"Unsteady\",\"answer\":[{},{\"valueBoolean\":\"maybe\"}]}]"),
            AGREES,
            OddNotes::items,
            List.of()),
        new OddShape(
            "more questions in questions than anybody asks",
            QUESTIONNAIRE_RESPONSES,
            resource("QuestionnaireResponse", questions(12)),
            DIFFERS,
            record -> record.observations().getFirst().items().size(),
            10),
        new OddShape(
            "a drug that is only intended",
            MEDICATION_STATEMENTS,
            resource("MedicationStatement", "\"status\":\"intended\""),
            AGREES,
            record -> record.medications().getFirst().state(),
            MedicationUse.State.VOID));
  }

  private static Stream<OddShape> notes() {
    return Stream.of(
        new OddShape(
            "a note that is a string",
            CLINICAL_IMPRESSIONS,
            resource("ClinicalImpression", "\"summary\":[\"Ataxia\"],\"note\":\"and rage\""),
            DIFFERS,
            OddNotes::texts,
            List.of("Ataxia\nand rage")),
        document("content that is no array", plain(base64("Ataxia")), AGREES, "Ataxia"),
        document("line breaks in the data", plain("QXRh\\r\\neGlh"), AGREES, "Ataxia"),
        document("bytes that are no UTF-8", plain("QXRh/3hpYQ=="), AGREES, "Ata\uFFFDxia"),
        document("data that is an object", plain("x").replace("\"x\"", "{}"), AGREES),
        new OddShape(
            "data that is no base64",
            DOCUMENT_REFERENCES,
            resource("DocumentReference", plain("a")),
            AGREES,
            PatientRecord::gaps,
            List.of(
                gap(
                    DOCUMENT_REFERENCES,
                    UNREADABLE,
                    "a document whose text cannot be decoded was left out"))),
        new OddShape(
            "a text of more than 200 kB",
            DOCUMENT_REFERENCES,
            resource("DocumentReference", plain(base64("ataxia ".repeat(30_000)))),
            DIFFERS,
            PatientRecord::gaps,
            List.of(
                gap(
                    DOCUMENT_REFERENCES,
                    PARTIAL,
                    "a document with more than 200 kB of text was left out"))));
  }

  private static String questions(int levels) {
    return "\"item\":[{\"linkId\":\"q\",\"answer\":[{\"valueBoolean\":true,".repeat(levels)
        + "\"id\":\"last\""
        + "}]}]".repeat(levels);
  }

  private static String plain(String data) {
    return "\"content\":{\"attachment\":{\"contentType\":\"text/plain\",\"data\":\""
        + data
        + "\"}}";
  }

  private static OddShape document(
      String name, String members, OddShape.Hapi hapi, String... texts) {
    return new OddShape(
        name,
        DOCUMENT_REFERENCES,
        resource("DocumentReference", members),
        hapi,
        OddNotes::texts,
        List.of(texts));
  }

  private static List<Concept> items(PatientRecord record) {
    return record.observations().stream()
        .flatMap(observed -> observed.items().stream())
        .map(ObservedItem::concept)
        .toList();
  }

  private static List<ObservedValue> values(PatientRecord record) {
    return record.observations().stream()
        .flatMap(observed -> observed.items().stream())
        .map(ObservedItem::value)
        .toList();
  }

  private static List<String> texts(PatientRecord record) {
    return record.reports().stream().map(Report::conclusion).toList();
  }
}
