package org.omscds.hook;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.omscds.card.CardWriter;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultant;
import org.omscds.hook.meter.CardMeters;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.hook.outcome.JsonAnswers;
import org.omscds.hook.request.HookCall;
import org.omscds.hook.request.HookRequestReader;
import org.omscds.patient.PatientRecordReader;
import org.omscds.recommendation.Hook;
import org.omscds.trust.Caller;
import org.omscds.trust.outbound.OutboundGuard;

/** The way from the bytes of a body to the bytes of an answer, without a server around it. */
public final class HookEngine {

  /**
   * What a body comes to.
   *
   * @param status the HTTP status
   * @param json the cards, or the OperationOutcome of a refusal
   */
  public record Answer(int status, String json) {}

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
  private static final int MAX_RESOURCES = 20_000;
  private static final Caller CALLER =
      new Caller(
          "anonymous",
          "",
          "",
          List.of(),
          new OutboundGuard(List.of(), List.of(), false, _ -> List.of()),
          Optional.empty());

  private final HookRequestReader reader = new HookRequestReader(CLOCK, MAX_RESOURCES);
  private final HookAnswerer answerer =
      new HookAnswerer(
          new PatientRecordReader(),
          new Consultant(Charts.KNOWLEDGE),
          new CardWriter(Charts.KNOWLEDGE, Charts::uuid),
          new NoMemory(),
          new CardMeters(new SimpleMeterRegistry(), Charts.KNOWLEDGE),
          Charts.KNOWLEDGE.version());

  /** Answers a body that was sent to the service of a hook. */
  public Answer answer(Hook hook, byte[] body) {
    try {
      HookCall call = reader.read(new ByteArrayInputStream(body), body.length, hook);
      return new Answer(200, text(answerer.answer(hook, call, CALLER).response()));
    } catch (HookRefusal refusal) {
      return new Answer(refusal.status().value(), text(refusal.outcome()));
    }
  }

  private static String text(Object answer) {
    return new String(JsonAnswers.bytes(answer), StandardCharsets.UTF_8);
  }
}
