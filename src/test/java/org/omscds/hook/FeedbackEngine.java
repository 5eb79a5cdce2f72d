package org.omscds.hook;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omscds.feedback.FeedbackEntry;
import org.omscds.feedback.FeedbackStore;
import org.omscds.feedback.TestFeedback;
import org.omscds.hook.HookEngine.Answer;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.hook.outcome.JsonAnswers;
import org.omscds.hook.request.FeedbackReader;
import org.omscds.store.TestDatabases;

/** The way from the bytes of a feedback body into the database, without a server around it. */
public final class FeedbackEngine {

  private final FeedbackStore store = TestFeedback.in(TestDatabases.inMemory());

  /**
   * Answers a body.
   *
   * @param kept whether what can be read is kept too, which takes longer than reading
   */
  public Answer answer(byte[] body, boolean kept) {
    try {
      List<FeedbackEntry> entries = FeedbackReader.read(new ByteArrayInputStream(body));
      boolean taken =
          !kept
              || store.keep(
                  new FeedbackStore.Sender("fuzzer", "", ""), "oms-patient-view", entries);
      return new Answer(taken ? 200 : 503, "{}");
    } catch (HookRefusal refusal) {
      return new Answer(
          refusal.status().value(),
          new String(JsonAnswers.bytes(refusal.outcome()), StandardCharsets.UTF_8));
    }
  }
}
