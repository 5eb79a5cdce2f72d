package org.omscds.patient;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.ClinicalImpression;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Derives the patient record from HAPI FHIR's object model, without a line of the lean reader, to
 * say what the lean reader must find.
 */
final class HapiOracle {

  private static final FhirContext R4 = FhirContext.forR4Cached();

  private final IParserErrorHandler errors;

  private HapiOracle(IParserErrorHandler errors) {
    this.errors = errors;
  }

  /** An oracle that forgives what HAPI can forgive. */
  static HapiOracle lenient() {
    return new HapiOracle(new LenientErrorHandler(false).disableAllErrors());
  }

  /** An oracle that refuses what is no R4, so that its answers bind. */
  static HapiOracle strict() {
    return new HapiOracle(new StrictErrorHandler());
  }

  /**
   * Reads a chart; it knows of no gaps.
   *
   * @throws RuntimeException if HAPI cannot read it
   */
  PatientRecord read(String patientJson, String valueJson) {
    Patient patient = parser().parseResource(Patient.class, patientJson);
    ClinicalDate birthDate = HapiShapes.date(patient.getBirthDateElement());
    Facts facts = new Facts(birthDate);
    resources((Resource) parser().parseResource(valueJson)).forEach(facts::add);
    return new PatientRecord(
        ChartSamples.PATIENT_ID,
        LeanReading.TODAY,
        birthDate,
        sex(patient),
        patient.getDeceased() instanceof BooleanType said
            ? said.booleanValue()
            : patient.hasDeceased(),
        isTestPatient(patient.getMeta()),
        facts.problems,
        facts.observations,
        facts.medications(),
        facts.procedures,
        facts.reports,
        facts.imagingStudies,
        facts.orders,
        facts.allergies,
        facts.vaccinations,
        List.of());
  }

  private IParser parser() {
    IParser parser = R4.newJsonParser().setParserErrorHandler(errors);
    parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
    return parser;
  }

  private static List<Resource> resources(Resource value) {
    return value instanceof Bundle bundle
        ? bundle.getEntry().stream()
            .map(BundleEntryComponent::getResource)
            .filter(resource -> resource != null)
            .toList()
        : List.of(value);
  }

  private static Sex sex(Patient patient) {
    return switch (patient.getGender()) {
      case FEMALE -> Sex.FEMALE;
      case MALE -> Sex.MALE;
      case OTHER, UNKNOWN, NULL -> Sex.UNKNOWN;
      case null -> Sex.UNKNOWN;
    };
  }

  private static boolean isTestPatient(Meta meta) {
    return meta.getSecurity().stream().anyMatch(label -> "HTEST".equals(label.getCode()))
        || meta.getTag().stream().anyMatch(label -> "HTEST".equals(label.getCode()));
  }

  /** Collects the facts, each resource once and those of other patients not at all. */
  private static final class Facts {
    private final ClinicalDate birthDate;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Medication> sentAlong = new HashMap<>();
    private final List<Resource> drugs = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Observed> observations = new ArrayList<>();
    private final List<ProcedureDone> procedures = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<ImagingStudy> imagingStudies = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Allergy> allergies = new ArrayList<>();
    private final List<Vaccination> vaccinations = new ArrayList<>();

    Facts(ClinicalDate birthDate) {
      this.birthDate = birthDate;
    }

    void add(Resource resource) {
      boolean again = resource.hasIdElement() && !seen.add(HapiShapes.reference(resource));
      if (again || isOfAnother(resource)) {
        return;
      }
      switch (resource) {
        case Condition condition -> problems.add(HapiProblems.problem(condition, birthDate));
        case Observation observation -> observations.add(HapiObservations.observed(observation));
        case MedicationRequest request -> drugs.add(request);
        case MedicationAdministration given -> drugs.add(given);
        case MedicationStatement said -> drugs.add(said);
        case Encounter visit -> HapiVisits.encounter(visit).ifPresent(observations::add);
        case QuestionnaireResponse answers ->
            HapiVisits.response(answers).ifPresent(observations::add);
        case ClinicalImpression impression ->
            HapiNotes.impression(impression).ifPresent(reports::add);
        case DocumentReference document -> HapiNotes.document(document).ifPresent(reports::add);
        case Medication medication ->
            sentAlong.put(HapiShapes.words(medication.getIdElement().getIdPart()), medication);
        case Procedure procedure -> HapiServices.procedure(procedure).ifPresent(procedures::add);
        case DiagnosticReport report -> reports.add(HapiServices.report(report));
        case org.hl7.fhir.r4.model.ImagingStudy study ->
            imagingStudies.add(HapiServices.imagingStudy(study));
        case ServiceRequest order -> orders.add(HapiServices.order(order));
        case AllergyIntolerance allergy -> HapiProblems.allergy(allergy).ifPresent(allergies::add);
        case Immunization given -> HapiServices.vaccination(given).ifPresent(vaccinations::add);
        default -> {}
      }
    }

    List<MedicationUse> medications() {
      return drugs.stream().map(drug -> HapiMedications.use(drug, sentAlong)).toList();
    }

    private static boolean isOfAnother(Resource resource) {
      return owner(resource)
          .map(Reference::getReferenceElement)
          .filter(id -> !id.isEmpty() && !id.isLocal())
          .filter(id -> !isThePatient(id))
          .isPresent();
    }

    private static boolean isThePatient(IIdType id) {
      return (!id.hasResourceType() || "Patient".equals(id.getResourceType()))
          && (ChartSamples.PATIENT_ID.equals(id.getIdPart())
              || ("urn:uuid:" + ChartSamples.PATIENT_ID).equals(id.getValue()));
    }

    private static Optional<Reference> owner(Resource resource) {
      return Optional.ofNullable(resource.getNamedProperty("subject"))
          .or(() -> Optional.ofNullable(resource.getNamedProperty("patient")))
          .map(Property::getValues)
          .flatMap(values -> values.stream().findFirst())
          .map(Reference.class::cast);
    }
  }
}
