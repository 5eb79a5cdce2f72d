package org.omscds.hook;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.omscds.card.CallContext;
import org.omscds.card.CardWriter;
import org.omscds.consultation.Consultant;
import org.omscds.consultation.Consultation;
import org.omscds.fhir.FhirNode;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.PatientRecordReader;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.Occasion;
import org.omscds.wire.Card;
import org.omscds.wire.HookContext;
import org.omscds.wire.HookRequest;

/** Holds the consultation that a call asks for: the whole way from FHIR to cards. */
final class HookAnswerer {

  private final PatientRecordReader recordReader;
  private final Consultant consultant;
  private final CardWriter cardWriter;

  HookAnswerer(PatientRecordReader recordReader, Consultant consultant, CardWriter cardWriter) {
    this.recordReader = recordReader;
    this.consultant = consultant;
    this.cardWriter = cardWriter;
  }

  /**
   * Answers a call.
   *
   * @throws HookRefusal if the call lacks what every consultation needs
   */
  HookAnswer answer(Hook hook, HookCall call) {
    FhirNode patient = Preconditions.patient(call);
    HookContext context = call.request().context();
    PatientRecord record =
        recordReader.read(patient, call.prefetch(), context.patientId(), call.consultationDate());
    Consultation consultation = consultant.consult(record, Occasion.of(hook));
    List<Card> cards = cardWriter.write(consultation, callContext(call.request()));
    return new HookAnswer(
        cards, consultation.patient().consultationDate(), consultation.patient().gaps());
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
