package org.omscds.hook;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Set;
import org.omscds.card.CallContext;
import org.omscds.card.CardWriter;
import org.omscds.consultation.Consultant;
import org.omscds.consultation.Consultation;
import org.omscds.fhir.FhirNode;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.PatientRecordReader;
import org.omscds.patient.Visit;
import org.omscds.patient.VisitReader;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.Occasion;
import org.omscds.recommendation.Occasion.Audience;
import org.omscds.wire.Card;
import org.omscds.wire.HookContext;
import org.omscds.wire.HookRequest;

/** Holds the consultation that a call asks for: the whole way from FHIR to cards. */
final class HookAnswerer {

  private static final Set<String> IN_HASTE = Set.of("urgent", "asap", "stat");

  private final PatientRecordReader recordReader;
  private final Consultant consultant;
  private final CardWriter cardWriter;
  private final String knowledgeVersion;

  HookAnswerer(
      PatientRecordReader recordReader,
      Consultant consultant,
      CardWriter cardWriter,
      String knowledgeVersion) {
    this.recordReader = recordReader;
    this.consultant = consultant;
    this.cardWriter = cardWriter;
    this.knowledgeVersion = knowledgeVersion;
  }

  /**
   * Answers a call.
   *
   * @throws HookRefusal if the call lacks what every consultation needs
   */
  HookAnswer answer(Hook hook, HookCall call) {
    FhirNode patient = Preconditions.patient(hook, call);
    HookContext context = call.request().context();
    PatientRecord record =
        recordReader.read(
            patient, call.prefetch(), context.patientId(), call.consultationDate(), call.carried());
    Visit visit =
        VisitReader.read(patient, call.prefetch(), requireNonNullElse(context.encounterId(), ""));
    Consultation consultation =
        consultant.consult(record, occasion(hook, context.userId(), visit, record));
    List<Card> cards = cardWriter.write(consultation, callContext(call.request()));
    return new HookAnswer(
        cards,
        consultation.recommendations().shown().stream().map(each -> each.card().id()).toList(),
        consultation.patient().consultationDate(),
        consultation.patient().gaps(),
        knowledgeVersion);
  }

  /** An order marked urgent, asap or stat is signed in haste, as is any in an emergency. */
  private static Occasion occasion(Hook hook, String userId, Visit visit, PatientRecord record) {
    boolean urgent =
        record.drafts().stream().anyMatch(draft -> IN_HASTE.contains(draft.priority()));
    Audience audience = visit.supportRole() ? Audience.SUPPORT : Audience.CLINICIAN;
    if (userId.startsWith("Patient/") || userId.startsWith("RelatedPerson/")) {
      audience = Audience.FAMILY;
    }
    return new Occasion(hook, audience, urgent || visit.emergency(), visit.breakGlass());
  }

  private static CallContext callContext(HookRequest request) {
    HookContext context = request.context();
    return new CallContext(
        context.patientId(),
        requireNonNullElse(context.encounterId(), ""),
        context.userId(),
        requireNonNullElse(request.fhirServer(), ""));
  }
}
