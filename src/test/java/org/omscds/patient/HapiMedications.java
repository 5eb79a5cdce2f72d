package org.omscds.patient;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.omscds.patient.MedicationUse.Kind;
import org.omscds.patient.MedicationUse.State;

/** Derives drugs from HAPI's object model. */
final class HapiMedications {

  private HapiMedications() {}

  /**
   * Derives one drug.
   *
   * @param sentAlong the Medications of the same answer by their ids
   */
  static MedicationUse use(Resource resource, Map<String, Medication> sentAlong) {
    return switch (resource) {
      case MedicationRequest request -> ordered(request, sentAlong);
      case MedicationAdministration administration -> given(administration, sentAlong);
      case MedicationStatement statement -> said(statement, sentAlong);
      default -> throw new IllegalArgumentException("no drug: " + resource.fhirType());
    };
  }

  private static MedicationUse ordered(
      MedicationRequest request, Map<String, Medication> sentAlong) {
    List<CodeableConcept> routes =
        request.getDosageInstruction().stream().map(Dosage::getRoute).toList();
    return new MedicationUse(
        HapiShapes.reference(request),
        Kind.ORDERED,
        drugs(request, request.getMedication(), sentAlong),
        HapiShapes.concepts(routes),
        state(request),
        HapiShapes.date(request.getAuthoredOnElement()),
        ClinicalDate.unknown(),
        doses(request.getDosageInstruction()));
  }

  private static State state(MedicationRequest request) {
    if (request.getDoNotPerform()) {
      return State.VOID;
    }
    return switch (request.getStatus()) {
      case ACTIVE, ONHOLD, DRAFT, UNKNOWN, NULL -> State.CURRENT;
      case COMPLETED, STOPPED -> State.PAST;
      case CANCELLED, ENTEREDINERROR -> State.VOID;
      case null -> State.CURRENT;
    };
  }

  private static MedicationUse given(
      MedicationAdministration administration, Map<String, Medication> sentAlong) {
    return new MedicationUse(
        HapiShapes.reference(administration),
        Kind.GIVEN,
        drugs(administration, administration.getMedication(), sentAlong),
        HapiShapes.concepts(List.of(administration.getDosage().getRoute())),
        state(administration),
        HapiShapes.when(administration.getEffective()),
        administration.getEffective() instanceof Period period
            ? HapiShapes.end(period)
            : ClinicalDate.unknown(),
        dose(
                administration.getDosage().getDose(),
                administration.getDosage().getText(),
                timesPerDay(HapiShapes.words(administration.getDosage().getText())))
            .toList());
  }

  private static List<Dose> doses(List<Dosage> dosages) {
    return dosages.stream()
        .flatMap(dosage ->
            dose(
                dosage.getDoseAndRate().stream()
                    .limit(1)
                    .map(rate -> rate.getDose())
                    .filter(Quantity.class::isInstance)
                    .map(Quantity.class::cast)
                    .findFirst()
                    .orElse(null),
                dosage.getText(),
                timesPerDay(dosage)))
        .toList();
  }

  private static int timesPerDay(Dosage dosage) {
    Timing timing = dosage.getTiming();
    if (dosage.hasTiming() && timing.hasRepeat()) {
      Timing.TimingRepeatComponent repeat = timing.getRepeat();
      int frequency = repeat.hasFrequency() ? repeat.getFrequency() : 1;
      int period = repeat.hasPeriod() ? repeat.getPeriod().intValue() : 0;
      String unit = repeat.hasPeriodUnit() ? repeat.getPeriodUnit().toCode() : "";
      if (period < 1) {
        return 0;
      }
      if (unit.equals("h")) {
        return frequency * 24 / period;
      }
      return unit.equals("d") && period == 1 ? frequency : 0;
    }
    Map<String, Integer> daily = Map.of("QD", 1, "AM", 1, "PM", 1, "BID", 2, "TID", 3, "QID", 4);
    Optional<Integer> coded =
        timing.getCode().getCoding().stream()
            .flatMap(coding ->
                Stream.ofNullable(
                    daily.get(HapiShapes.words(coding.getCode()).toUpperCase(Locale.ROOT))))
            .findFirst();
    String said = HapiShapes.words(timing.getCode().getText());
    return coded.orElseGet(
        () -> timesPerDay(said.isEmpty() ? HapiShapes.words(dosage.getText()) : said));
  }

  private static int timesPerDay(String said) {
    String plain = said.toLowerCase(Locale.ROOT);
    if (Pattern.compile("(four|4) times|qid|every 6 h|q6h").matcher(plain).find()) {
      return 4;
    }
    if (Pattern.compile("(three|3) times|tid|every 8 h|q8h").matcher(plain).find()) {
      return 3;
    }
    if (Pattern.compile("twice|(two|2) times|bid|every 12 h|q12h").matcher(plain).find()) {
      return 2;
    }
    return Pattern.compile("daily|(every|each) day|once a day").matcher(plain).find() ? 1 : 0;
  }

  private static Stream<Dose> dose(
      @Nullable Quantity quantity, @Nullable String text, int timesPerDay) {
    if (quantity != null && quantity.hasValue()) {
      ObservedValue.Measured measured = HapiObservations.measured(quantity);
      return Stream.of(new Dose(measured.number(), measured.unit(), timesPerDay));
    }
    return Dose.inWords(HapiShapes.words(text)).stream()
        .map(dose -> new Dose(dose.amount(), dose.unit(), timesPerDay));
  }

  private static State state(MedicationAdministration administration) {
    return switch (administration.getStatus()) {
      case INPROGRESS, ONHOLD, UNKNOWN, NULL -> State.CURRENT;
      case COMPLETED, STOPPED -> State.PAST;
      case NOTDONE, ENTEREDINERROR -> State.VOID;
      case null -> State.CURRENT;
    };
  }

  private static MedicationUse said(
      MedicationStatement statement, Map<String, Medication> sentAlong) {
    return new MedicationUse(
        HapiShapes.reference(statement),
        Kind.GIVEN,
        drugs(statement, statement.getMedication(), sentAlong),
        HapiShapes.concepts(statement.getDosage().stream().map(Dosage::getRoute).toList()),
        state(statement),
        HapiShapes.when(statement.getEffective())
            .or(HapiShapes.date(statement.getDateAssertedElement())),
        statement.getEffective() instanceof Period period
            ? HapiShapes.end(period)
            : ClinicalDate.unknown(),
        doses(statement.getDosage()));
  }

  private static State state(MedicationStatement statement) {
    return switch (statement.getStatus()) {
      case ACTIVE, UNKNOWN, NULL -> State.CURRENT;
      case COMPLETED, STOPPED -> State.PAST;
      case INTENDED, ONHOLD, NOTTAKEN, ENTEREDINERROR -> State.VOID;
      case null -> State.CURRENT;
    };
  }

  private static List<Concept> drugs(
      DomainResource drug, @Nullable Type medication, Map<String, Medication> sentAlong) {
    return switch (medication) {
      case CodeableConcept concept -> HapiShapes.concepts(List.of(concept));
      case Reference reference ->
          Stream.concat(
                  Stream.of(new Concept(List.of(), HapiShapes.words(reference.getDisplay()))),
                  referred(drug, reference, sentAlong).map(HapiShapes::concept))
              .filter(concept -> !concept.isEmpty())
              .toList();
      case null, default -> List.of();
    };
  }

  private static Stream<CodeableConcept> referred(
      DomainResource drug, Reference reference, Map<String, Medication> sentAlong) {
    String target = HapiShapes.words(reference.getReference());
    Stream<Medication> found =
        target.startsWith("#")
            ? drug.getContained().stream()
                .filter(contained -> target.equals("#" + idOf(contained)))
                .filter(Medication.class::isInstance)
                .map(Medication.class::cast)
            : Stream.ofNullable(sentAlong.get(idIn(reference)));
    return found.map(Medication::getCode);
  }

  /** The id of a contained resource, before which HAPI writes a mark of its own or not. */
  private static String idOf(Resource contained) {
    return HapiShapes.words(contained.getIdElement().getIdPart()).replace("#", "");
  }

  private static String idIn(Reference reference) {
    return HapiShapes.words(reference.getReferenceElement().getIdPart()).replace("urn:uuid:", "");
  }
}
