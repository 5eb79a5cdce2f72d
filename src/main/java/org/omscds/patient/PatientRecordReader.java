package org.omscds.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omscds.fhir.Carried;
import org.omscds.fhir.Element;
import org.omscds.fhir.FetchFailure;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;
import org.omscds.fhir.WholeResource;

/**
 * Reads a prefetch as a patient record: the one crossing from FHIR to the medicine. It never
 * throws; what it cannot use it notes as a {@link DataGap}.
 */
public final class PatientRecordReader {

  /** The types of resources that are read. */
  private static final Set<String> READ =
      Set.of(
          "AllergyIntolerance",
          "ClinicalImpression",
          "Condition",
          "DiagnosticReport",
          "DocumentReference",
          "Encounter",
          "ImagingStudy",
          "Immunization",
          "Medication",
          "MedicationAdministration",
          "MedicationRequest",
          "MedicationStatement",
          "Observation",
          "Patient",
          "Procedure",
          "QuestionnaireResponse",
          "ServiceRequest");

  /** Reads a chart to which nothing is being added. */
  public PatientRecord read(
      FhirNode patient, Prefetch prefetch, String patientId, LocalDate consultationDate) {
    return read(patient, prefetch, patientId, consultationDate, Carried.nothing());
  }

  /**
   * Reads the record.
   *
   * @param patient the Patient resource
   * @param prefetch all keys, the patient's included
   * @param patientId the logical id that the hook's context names; resources of anybody else are
   *     dropped and noted
   * @param consultationDate the day on which the chart is read
   * @param carried what the hook's context carries beside the chart
   */
  public PatientRecord read(
      FhirNode patient,
      Prefetch prefetch,
      String patientId,
      LocalDate consultationDate,
      Carried carried) {
    ClinicalDate birthDate = FhirDates.first(patient, Element.BIRTH_DATE);
    Facts facts = new Facts(birthDate, new SubjectFilter(patientId, prefetch));
    facts.addCarriedConditions(carried.conditions());
    for (PrefetchKey key : PrefetchKey.values()) {
      if (key != PrefetchKey.PRACTITIONER_ROLE) {
        facts.addAll(key, prefetch.state(key));
      }
    }
    prefetch.medications().forEach(facts.drugs::addMedication);
    List<MedicationUse> medications = facts.drugs.read(facts.gaps);
    facts.addDrafts(carried.draftOrders(), carried.selections());
    facts.gaps.addAll(facts.subjects.gaps());
    return new PatientRecord(
        patientId,
        consultationDate,
        birthDate,
        sex(patient),
        patient.flag(Element.DECEASED_BOOLEAN).orElse(false)
            || patient.text(Element.DECEASED_DATE_TIME).isPresent(),
        isTestPatient(patient),
        facts.problems,
        facts.observations,
        medications,
        facts.procedures,
        facts.reports,
        facts.imagingStudies,
        facts.orders,
        facts.allergies,
        facts.vaccinations,
        facts.drafts,
        facts.newProblems,
        facts.gaps);
  }

  private static Sex sex(FhirNode patient) {
    return switch (FhirShapes.code(patient, Element.GENDER)) {
      case "female" -> Sex.FEMALE;
      case "male" -> Sex.MALE;
      default -> Sex.UNKNOWN;
    };
  }

  private static boolean isTestPatient(FhirNode patient) {
    FhirNode meta = patient.at(Element.META);
    return meta.each(Element.SECURITY).stream().anyMatch(PatientRecordReader::isTestLabel)
        || meta.each(Element.TAG).stream().anyMatch(PatientRecordReader::isTestLabel);
  }

  private static boolean isTestLabel(FhirNode label) {
    return label.text(Element.CODE).orElse("").equals("HTEST");
  }

  /** Collects the facts of all keys, each resource once. */
  private static final class Facts {
    private final ClinicalDate birthDate;
    private final SubjectFilter subjects;
    private final Set<String> seen = new HashSet<>();
    private final DrugCollector drugs = new DrugCollector();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Observed> observations = new ArrayList<>();
    private final List<ProcedureDone> procedures = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<ImagingStudy> imagingStudies = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Allergy> allergies = new ArrayList<>();
    private final List<Vaccination> vaccinations = new ArrayList<>();
    private final List<DraftOrder> drafts = new ArrayList<>();
    private final Map<String, Map<String, Object>> newProblems = new HashMap<>();
    private final List<DataGap> gaps = new ArrayList<>();

    Facts(ClinicalDate birthDate, SubjectFilter subjects) {
      this.birthDate = birthDate;
      this.subjects = subjects;
    }

    void addAll(PrefetchKey key, Prefetched state) {
      switch (state) {
        case Prefetched.Absent _ -> {
          if (!key.isOptional()) {
            gaps.add(
                new DataGap(key.key(), DataGap.Reason.NOT_SUPPLIED, "not supplied with the call"));
          }
        }
        case Prefetched.NotFetched(FetchFailure why) -> {
          if (!key.isOptional() || !why.isRefusal()) {
            gaps.add(
                new DataGap(
                    key.key(),
                    DataGap.Reason.NOT_SUPPLIED,
                    "not supplied with the call; " + why.words()));
          }
        }
        case Prefetched.KnownEmpty _ -> {}
        case Prefetched.Failed(String why) ->
            gaps.add(new DataGap(key.key(), DataGap.Reason.FAILED, why));
        case Prefetched.Resources(List<FhirNode> resources, String shortfall, _, var uuids) -> {
          drugs.addUuids(uuids);
          resources.forEach(resource -> add(key, resource));
          if (!shortfall.isEmpty()) {
            gaps.add(new DataGap(key.key(), DataGap.Reason.PARTIAL, shortfall));
          }
        }
      }
    }

    /** What was just added to the problem list counts as conditions do, and comes first. */
    void addCarriedConditions(List<WholeResource> conditions) {
      int place = 0;
      for (WholeResource condition : conditions) {
        place++;
        if (condition.node().resourceType().equals("Condition")
            && isOfThePatient("conditions", condition.node())) {
          Map<String, Object> json = new LinkedHashMap<>(condition.json());
          json.putIfAbsent("id", "new-" + place);
          FhirNode node = FhirNode.ofJson(json);
          String reference = FhirShapes.reference(node);
          if (seen.add(reference)) {
            problems.add(ProblemReader.read(node, birthDate));
            newProblems.put(reference, condition.json());
          }
        }
      }
    }

    void addDrafts(List<WholeResource> orders, Set<String> selections) {
      Map<String, FhirNode> sentAlong = new HashMap<>(drugs.medications());
      for (WholeResource order : orders) {
        if (order.node().resourceType().equals("Medication")) {
          order.node().text(Element.ID).ifPresent(id -> sentAlong.put(id, order.node()));
        }
      }
      int place = 0;
      for (WholeResource order : orders) {
        place++;
        FhirNode node = order.node();
        if (!node.resourceType().equals("Medication") && isOfThePatient("draftOrders", node)) {
          String id = node.text(Element.ID).orElse("draft-" + place);
          String reference = node.resourceType() + "/" + id;
          boolean selected =
              selections.isEmpty() || selections.contains(reference) || selections.contains(id);
          DraftOrderReader.read(order, reference, selected, sentAlong).ifPresent(drafts::add);
        }
      }
    }

    private boolean isOfThePatient(String where, FhirNode resource) {
      return subjects.keeps(where, typeToName(resource), resource);
    }

    private void add(PrefetchKey key, FhirNode resource) {
      String reference = FhirShapes.reference(resource);
      boolean hasId = resource.text(Element.ID).isPresent();
      if (hasId && !seen.add(reference)) {
        return;
      }
      if (!isOfThePatient(key.key(), resource)) {
        return;
      }
      switch (resource.resourceType()) {
        case "Condition" -> problems.add(ProblemReader.read(resource, birthDate));
        case "Observation" -> observations.add(ObservedReader.read(resource));
        case "Encounter" -> EncounterReader.read(resource).ifPresent(observations::add);
        case "QuestionnaireResponse" ->
            QuestionnaireResponseReader.read(resource).ifPresent(observations::add);
        case "MedicationRequest", "MedicationAdministration", "MedicationStatement" ->
            drugs.addDrug(key, resource);
        case "Medication" -> drugs.addMedication(resource);
        case "Procedure" -> ServiceReaders.procedure(resource).ifPresent(procedures::add);
        case "DiagnosticReport" -> reports.add(ServiceReaders.report(resource));
        case "ClinicalImpression" -> NoteReaders.impression(resource).ifPresent(reports::add);
        case "DocumentReference" -> addDocument(key, resource);
        case "ImagingStudy" -> imagingStudies.add(ServiceReaders.imagingStudy(resource));
        case "ServiceRequest" -> orders.add(ServiceReaders.order(resource));
        case "AllergyIntolerance" -> ServiceReaders.allergy(resource).ifPresent(allergies::add);
        case "Immunization" -> ServiceReaders.vaccination(resource).ifPresent(vaccinations::add);
        case "Patient" -> {}
        default ->
            gaps.add(
                new DataGap(
                    key.key(),
                    DataGap.Reason.UNREADABLE,
                    "a resource of a type that is not read here was left out"));
      }
    }

    private void addDocument(PrefetchKey key, FhirNode resource) {
      if (NoteReaders.isValid(resource)) {
        switch (DocumentText.of(resource)) {
          case DocumentText.Found(String text) -> reports.add(NoteReaders.document(resource, text));
          case DocumentText.NotRead(DataGap.Reason reason, String why) ->
              gaps.add(new DataGap(key.key(), reason, why));
          case DocumentText.NotInline _ -> {}
        }
      }
    }

    /** The type, where it is one of FHIR's: a gap repeats nothing that the sender made up. */
    private static String typeToName(FhirNode resource) {
      String type = resource.resourceType();
      return READ.contains(type) ? type : "resource";
    }
  }
}
