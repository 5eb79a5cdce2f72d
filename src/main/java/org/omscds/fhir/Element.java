package org.omscds.fhir;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/**
 * Every FHIR element name that this service reads. The JSON reader keeps these and skips all
 * others, and readers can ask for nothing else, so that what is kept and what is read never differ.
 */
public enum Element {
  ABATEMENT_AGE("abatementAge"),
  ABATEMENT_BOOLEAN("abatementBoolean"),
  ABATEMENT_DATE_TIME("abatementDateTime"),
  ABATEMENT_PERIOD("abatementPeriod"),
  ABATEMENT_RANGE("abatementRange"),
  ABATEMENT_STRING("abatementString"),
  ANSWER("answer"),
  ASSERTER("asserter"),
  ATTACHMENT("attachment"),
  AUTHOR("author"),
  AUTHORED("authored"),
  AUTHORED_ON("authoredOn"),
  BIRTH_DATE("birthDate"),
  BODY_SITE("bodySite"),
  CLASS("class"),
  CLINICAL_STATUS("clinicalStatus"),
  CODE("code"),
  CODING("coding"),
  COMPARATOR("comparator"),
  COMPONENT("component"),
  CONCLUSION("conclusion"),
  CONCLUSION_CODE("conclusionCode"),
  CONTAINED("contained"),
  CONTENT("content"),
  CONTENT_TYPE("contentType"),
  CRITICALITY("criticality"),
  DATA("data"),
  DATA_ABSENT_REASON("dataAbsentReason"),
  DATE("date"),
  DATE_ASSERTED("dateAsserted"),
  DECEASED_BOOLEAN("deceasedBoolean"),
  DECEASED_DATE_TIME("deceasedDateTime"),
  DENOMINATOR("denominator"),
  DERIVED_FROM("derivedFrom"),
  DESCRIPTION("description"),
  DISPLAY("display"),
  DOC_STATUS("docStatus"),
  DOSAGE("dosage"),
  DOSAGE_INSTRUCTION("dosageInstruction"),
  DOSE("dose"),
  DOSE_AND_RATE("doseAndRate"),
  DOSE_QUANTITY("doseQuantity"),
  DO_NOT_PERFORM("doNotPerform"),
  EFFECTIVE_DATE_TIME("effectiveDateTime"),
  EFFECTIVE_INSTANT("effectiveInstant"),
  EFFECTIVE_PERIOD("effectivePeriod"),
  END("end"),
  ENTRY("entry"),
  EVIDENCE("evidence"),
  FINDING("finding"),
  FREQUENCY("frequency"),
  FULL_URL("fullUrl"),
  GENDER("gender"),
  HIGH("high"),
  ID("id"),
  IMAGING_STUDY("imagingStudy"),
  INTENT("intent"),
  INTERPRETATION("interpretation"),
  ISSUE("issue"),
  ISSUED("issued"),
  ITEM("item"),
  ITEM_CODEABLE_CONCEPT("itemCodeableConcept"),
  LINK("link"),
  LINK_ID("linkId"),
  LOW("low"),
  MANIFESTATION("manifestation"),
  MEDICATION_CODEABLE_CONCEPT("medicationCodeableConcept"),
  MEDICATION_REFERENCE("medicationReference"),
  META("meta"),
  METHOD("method"),
  MODALITY("modality"),
  NOTE("note"),
  NUMERATOR("numerator"),
  OCCURRENCE_DATE_TIME("occurrenceDateTime"),
  OCCURRENCE_PERIOD("occurrencePeriod"),
  ONSET_AGE("onsetAge"),
  ONSET_DATE_TIME("onsetDateTime"),
  ONSET_PERIOD("onsetPeriod"),
  ONSET_RANGE("onsetRange"),
  ONSET_STRING("onsetString"),
  OUTCOME("outcome"),
  PATIENT("patient"),
  PERFORMED_DATE_TIME("performedDateTime"),
  PERFORMED_PERIOD("performedPeriod"),
  PERFORMER("performer"),
  PERIOD("period"),
  PERIOD_UNIT("periodUnit"),
  PRIORITY("priority"),
  PROCEDURE_CODE("procedureCode"),
  REACTION("reaction"),
  REASON_CODE("reasonCode"),
  RECORDED_DATE("recordedDate"),
  REFERENCE("reference"),
  REFERENCE_RANGE("referenceRange"),
  RELATION("relation"),
  REPEAT("repeat"),
  RESOURCE("resource"),
  RESOURCE_TYPE("resourceType"),
  ROUTE("route"),
  SECURITY("security"),
  SERIES("series"),
  SEVERITY("severity"),
  SOURCE("source"),
  SPECIALTY("specialty"),
  STAGE("stage"),
  SPECIMEN("specimen"),
  START("start"),
  STARTED("started"),
  STATUS("status"),
  SUBJECT("subject"),
  SUBSTANCE("substance"),
  SUMMARY("summary"),
  SYSTEM("system"),
  TAG("tag"),
  TEXT("text"),
  TIMING("timing"),
  TYPE("type"),
  UNIT("unit"),
  URL("url"),
  VACCINE_CODE("vaccineCode"),
  VALUE("value"),
  VALUE_BOOLEAN("valueBoolean"),
  VALUE_CODEABLE_CONCEPT("valueCodeableConcept"),
  VALUE_CODING("valueCoding"),
  VALUE_DECIMAL("valueDecimal"),
  VALUE_INTEGER("valueInteger"),
  VALUE_QUANTITY("valueQuantity"),
  VALUE_RATIO("valueRatio"),
  VALUE_STRING("valueString"),
  VERIFICATION_STATUS("verificationStatus");

  private static final PropertyNameMatcher NAMES =
      FhirJson.factory()
          .constructNameMatcher(
              Arrays.stream(values()).map(each -> Named.fromString(each.name)).toList(), false);

  private static final Element[] ALL = values();

  private static final Map<String, Element> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(e -> e.name, Function.identity()));

  private final String name;

  Element(String name) {
    this.name = name;
  }

  /** The element of that FHIR name, or empty where this service does not read it. */
  static Optional<Element> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All names, for a parser that looks for them; a match is the number of the element. */
  static PropertyNameMatcher names() {
    return NAMES;
  }

  /** The element of that number. */
  static Element at(int number) {
    return ALL[number];
  }

  /** The name as FHIR spells it. */
  @Override
  public String toString() {
    return name;
  }
}
