package org.omscds.fuzz;

import java.util.Arrays;
import org.omscds.hook.FeedbackEngine;
import org.omscds.hook.HookEngine.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The target of the fuzzer for feedback: any bytes, taken as the body of a post. It is taken, or
 * refused with a reason.
 */
public final class FeedbackFuzzer {

  private static final FeedbackEngine ENGINE = new FeedbackEngine();
  private static final JsonMapper JSON = new JsonMapper();

  /** One body in so many goes into the database. */
  private static final int KEPT_OF = 64;

  private FeedbackFuzzer() {}

  /** Takes one body. */
  public static void fuzzerTestOneInput(byte[] input) {
    boolean kept = Math.floorMod(Arrays.hashCode(input), KEPT_OF) == 0;
    Answer answer = ENGINE.answer(input, kept);
    JsonNode json = JSON.readTree(answer.json());
    boolean refused =
        answer.status() == 400
            && json.path("resourceType").asString("").equals("OperationOutcome")
            && !json.at("/issue/0/details/text").asString("").isEmpty();
    if (answer.status() != 200 && !refused) {
      throw new AssertionError("neither taken nor refused: " + answer.status());
    }
  }
}
