package org.omscds.consultation;

import java.util.regex.Pattern;
import org.omscds.assessment.Assessment;
import org.omscds.fhir.PrefetchKey;
import org.omscds.finding.DrugReader;
import org.omscds.finding.FindingReader;
import org.omscds.finding.Findings;
import org.omscds.patient.PatientRecord;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart as FHIR, written in few words: names need no quotes, texts stand in single ones, and
 * {@code '@5'} is the day five days before {@link TestCharts#TODAY}.
 */
public final class WrittenChart {

  private static final JsonMapper SHORTHAND =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES, JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private static final Pattern DAYS_AGO = Pattern.compile("@(\\d+)");

  private final ObjectNode request = SHORTHAND.createObjectNode();
  private int written;

  private WrittenChart(int months) {
    request.putObject("context").put("patientId", "p1");
    request
        .putObject("extension")
        .putObject("org.omscds.consultation")
        .put("date", TestCharts.TODAY.toString());
    ObjectNode prefetch = request.putObject("prefetch");
    prefetch
        .putObject("patient")
        .put("resourceType", "Patient")
        .put("id", "p1")
        .put("birthDate", TestCharts.TODAY.minusMonths(months).minusDays(1).toString());
    for (PrefetchKey key : PrefetchKey.values()) {
      if (key != PrefetchKey.PATIENT) {
        prefetch.putObject(key.key()).put("resourceType", "Bundle").putArray("entry");
      }
    }
  }

  /** An empty chart of somebody of that age in completed months. */
  public static WrittenChart child(int months) {
    return new WrittenChart(months);
  }

  /** An active, confirmed Condition, unless the body says otherwise. */
  public WrittenChart condition(String body) {
    return add(
        PrefetchKey.CONDITIONS,
        "resourceType: 'Condition', clinicalStatus: {coding: [{code: 'active'}]},"
            + " verificationStatus: {coding: [{code: 'confirmed'}]}",
        body);
  }

  /** A final Observation of yesterday. */
  public WrittenChart observation(String body) {
    return add(
        PrefetchKey.OBSERVATIONS,
        "resourceType: 'Observation', status: 'final', effectiveDateTime: '@1'",
        body);
  }

  /** An active MedicationRequest of yesterday. */
  public WrittenChart drug(String body) {
    return add(
        PrefetchKey.MEDICATION_REQUESTS,
        "resourceType: 'MedicationRequest', status: 'active', intent: 'order', authoredOn: '@1'",
        body);
  }

  /** A completed MedicationAdministration of yesterday. */
  public WrittenChart dose(String body) {
    return add(
        PrefetchKey.MEDICATION_ADMINISTRATIONS,
        "resourceType: 'MedicationAdministration', status: 'completed', effectiveDateTime: '@1'",
        body);
  }

  /** A completed Procedure of yesterday. */
  public WrittenChart procedure(String body) {
    return add(
        PrefetchKey.PROCEDURES,
        "resourceType: 'Procedure', status: 'completed', performedDateTime: '@1'",
        body);
  }

  /** A final DiagnosticReport of yesterday. */
  public WrittenChart report(String body) {
    return add(
        PrefetchKey.DIAGNOSTIC_REPORTS,
        "resourceType: 'DiagnosticReport', status: 'final', effectiveDateTime: '@1'",
        body);
  }

  /** An available ImagingStudy of yesterday. */
  public WrittenChart study(String body) {
    return add(
        PrefetchKey.IMAGING_STUDIES,
        "resourceType: 'ImagingStudy', status: 'available', started: '@1'",
        body);
  }

  /** An active ServiceRequest of yesterday. */
  public WrittenChart order(String body) {
    return add(
        PrefetchKey.SERVICE_REQUESTS,
        "resourceType: 'ServiceRequest', status: 'active', intent: 'order', authoredOn: '@1'",
        body);
  }

  /** An active AllergyIntolerance. */
  public WrittenChart allergy(String body) {
    return add(
        PrefetchKey.ALLERGIES,
        "resourceType: 'AllergyIntolerance', clinicalStatus: {coding: [{code: 'active'}]}",
        body);
  }

  /** The patient has died. */
  public WrittenChart deceased() {
    ((ObjectNode) request.at("/prefetch/patient")).put("deceasedBoolean", true);
    return this;
  }

  /** An administered vaccine of yesterday. */
  public WrittenChart vaccine(String body) {
    return add(
        PrefetchKey.IMMUNIZATIONS,
        "resourceType: 'Immunization', status: 'completed', occurrenceDateTime: '@1'",
        body);
  }

  /** The administrative gender. */
  public WrittenChart gender(String gender) {
    ((ObjectNode) request.at("/prefetch/patient")).put("gender", gender);
    return this;
  }

  /** The same call without one of its prefetch keys. */
  public WrittenChart without(String key) {
    ((ObjectNode) request.get("prefetch")).remove(key);
    return this;
  }

  /** The record. */
  public PatientRecord record() {
    return Charts.record(request);
  }

  /** What it says, read by readers that are made anew. */
  public Findings findings() {
    return new FindingReader(Charts.KNOWLEDGE, new DrugReader(Charts.KNOWLEDGE)).read(record());
  }

  /** The consultation, by rules that are prepared anew. */
  public Consultation consult() {
    return Charts.freshly(record());
  }

  /** The assessment, by rules that are prepared anew. */
  public Assessment assessment() {
    return consult().assessment();
  }

  private WrittenChart add(PrefetchKey key, String usual, String body) {
    ObjectNode resource = parse(usual);
    resource.put("id", "r" + ++written);
    resource.setAll(parse(body));
    ArrayNode entries = (ArrayNode) request.get("prefetch").get(key.key()).get("entry");
    entries.addObject().set("resource", resource);
    return this;
  }

  private static ObjectNode parse(String body) {
    String dated =
        DAYS_AGO
            .matcher("{" + body + "}")
            .replaceAll(day -> "" + TestCharts.TODAY.minusDays(Long.parseLong(day.group(1))));
    return (ObjectNode) SHORTHAND.readTree(dated);
  }
}
