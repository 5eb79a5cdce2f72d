package org.omscds.hook;

import static java.util.Objects.requireNonNullElse;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.omscds.assessment.Assessment;
import org.omscds.card.CallContext;
import org.omscds.card.CardWriter;
import org.omscds.consultation.Consultant;
import org.omscds.consultation.Consultation;
import org.omscds.feedback.Asker;
import org.omscds.feedback.CardMemory;
import org.omscds.fhir.FhirNode;
import org.omscds.hook.meter.CardMeters;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.hook.request.HookCall;
import org.omscds.knowledge.Fact;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.PatientRecordReader;
import org.omscds.patient.Visit;
import org.omscds.patient.VisitReader;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.Occasion;
import org.omscds.recommendation.Occasion.Audience;
import org.omscds.recommendation.Snooze;
import org.omscds.trust.Caller;
import org.omscds.wire.Card;
import org.omscds.wire.HookContext;
import org.omscds.wire.HookRequest;

/** Holds the consultation that a call asks for: the whole way from FHIR to cards. */
final class HookAnswerer {

  private static final int LONGEST_TYPE = 40;
  private static final Set<String> IN_HASTE = Set.of("urgent", "asap", "stat");

  private final PatientRecordReader recordReader;
  private final Consultant consultant;
  private final CardWriter cardWriter;
  private final CardMemory memory;
  private final CardMeters meters;
  private final String knowledgeVersion;

  HookAnswerer(
      PatientRecordReader recordReader,
      Consultant consultant,
      CardWriter cardWriter,
      CardMemory memory,
      CardMeters meters,
      String knowledgeVersion) {
    this.recordReader = recordReader;
    this.consultant = consultant;
    this.cardWriter = cardWriter;
    this.memory = memory;
    this.meters = meters;
    this.knowledgeVersion = knowledgeVersion;
  }

  /**
   * A chart that was weighed on the occasion of a call.
   *
   * @param asker who asked about whom
   */
  record Weighed(Consultation consultation, Asker asker) {}

  /**
   * Answers a call, and notes the cards that it issues.
   *
   * @throws HookRefusal if the call lacks what every consultation needs
   */
  HookAnswer answer(Hook hook, HookCall call, Caller caller) {
    Weighed weighed = weigh(hook, call, caller);
    Consultation consultation = weighed.consultation();
    List<Card> cards =
        cardWriter.write(consultation, callContext(call.request().context(), weighed.asker()));
    remember(hook, consultation, cards, weighed.asker());
    meters.count(consultation.recommendations());
    return new HookAnswer(
        cards,
        consultation.recommendations().shown().stream().map(each -> each.card().id()).toList(),
        consultation.patient().consultationDate(),
        consultation.patient().gaps(),
        knowledgeVersion);
  }

  /**
   * Weighs the chart of a call, after earlier answers.
   *
   * @throws HookRefusal if the call lacks what every consultation needs
   */
  Weighed weigh(Hook hook, HookCall call, Caller caller) {
    FhirNode patient = Preconditions.patient(hook, call);
    HookContext context = call.request().context();
    PatientRecord record =
        recordReader.read(
            patient, call.prefetch(), context.patientId(), call.consultationDate(), call.carried());
    Visit visit =
        VisitReader.read(patient, call.prefetch(), requireNonNullElse(context.encounterId(), ""));
    Asker asker = asker(call.request(), visit, caller);
    return new Weighed(
        consult(record, occasion(hook, context.userId(), visit, record), asker), asker);
  }

  String knowledgeVersion() {
    return knowledgeVersion;
  }

  /** An order marked urgent, asap or stat is signed in haste, as is any in an emergency. */
  private static Occasion occasion(Hook hook, String userId, Visit visit, PatientRecord record) {
    boolean urgent =
        record.drafts().stream().anyMatch(draft -> IN_HASTE.contains(draft.priority()));
    Audience audience = visit.supportRole() ? Audience.SUPPORT : Audience.CLINICIAN;
    if (userId.startsWith("Patient/") || userId.startsWith("RelatedPerson/")) {
      audience = Audience.FAMILY;
    }
    return new Occasion(hook, audience, urgent || visit.emergency(), visit.breakGlass(), List.of());
  }

  /** Most charts call for nothing: only where there is something to show, answers are looked up. */
  private Consultation consult(PatientRecord record, Occasion occasion, Asker asker) {
    Consultation first = consultant.consult(record, occasion);
    if (first.recommendations().shown().isEmpty()) {
      return first;
    }
    List<Snooze> snoozes = memory.snoozes(asker);
    meters.countSnoozes(snoozes.size());
    return snoozes.isEmpty() ? first : consultant.again(first, occasion.after(snoozes));
  }

  private void remember(Hook hook, Consultation consultation, List<Card> cards, Asker asker) {
    if (consultation.isUnremarkable()) {
      return;
    }
    Assessment assessment = consultation.assessment();
    if (!cards.isEmpty()) {
      memory.issued(asker, IssuedCards.of(hook, consultation, cards, knowledgeVersion));
    }
    if (assessment.holds(Fact.OMS_DIAGNOSED)) {
      memory.diagnosed(
          asker,
          assessment.diagnosisEvidence().stream()
              .flatMap(each -> each.date().day().stream())
              .min(Comparator.naturalOrder()));
    }
  }

  private static Asker asker(HookRequest request, Visit visit, Caller caller) {
    HookContext context = request.context();
    return new Asker(
        caller.name(),
        caller.issuer(),
        caller.tenant(),
        requireNonNullElse(request.fhirServer(), ""),
        context.patientId(),
        context.userId(),
        visit.supportRole() ? "support" : typeOf(context.userId()));
  }

  /** The type of a reference; whatever is none leaves nothing. */
  private static String typeOf(String reference) {
    String type = reference.substring(0, Math.max(0, reference.indexOf('/')));
    return type.length() <= LONGEST_TYPE && type.chars().allMatch(HookAnswerer::isLetter)
        ? type
        : "";
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static CallContext callContext(HookContext context, Asker asker) {
    return new CallContext(
        context.patientId(),
        requireNonNullElse(context.encounterId(), ""),
        context.userId(),
        asker.home());
  }
}
