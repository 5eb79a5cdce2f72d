package org.omscds.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.omscds.conformance.AnswerChecks;
import org.omscds.fhir.BothReaders;
import org.omscds.hook.HookEngine;
import org.omscds.recommendation.Hook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The target of the fuzzer: any bytes, taken as the body of a call, as a chart in a call that is
 * well formed, or as the words of a note. Whatever comes in, an answer goes out that keeps the
 * rules for cards, or a refusal that says why; and the two readers of FHIR read the same in it.
 */
public final class HookFuzzer {

  private static final HookEngine ENGINE = new HookEngine();
  private static final JsonMapper JSON = new JsonMapper();
  private static final Hook[] HOOKS = Hook.values();

  /**
   * One answer in so many has its resources parsed as FHIR, which takes far longer than the rest.
   */
  private static final int PARSED_OF = 64;

  private static final String BEFORE =
      "{\"hookInstance\":\"1f1d9a3e-6a0e-4b0b-9d57-3a3f5a2f9a10\",\"context\":{\"userId\":"
          + "\"Practitioner/7\",\"patientId\":\"p1\",\"encounterId\":\"e1\",\"draftOrders\":[],"
          + "\"conditions\":[]},\"hook\":\"HOOK\",\"prefetch\":{\"patient\":{\"resourceType\":"
          + "\"Patient\",\"id\":\"p1\",\"birthDate\":\"2024-11-01\"},\"KEY\":";

  private HookFuzzer() {}

  /** Takes one input: two bytes choose the way and the hook, the others are what comes in. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 2) {
      return;
    }
    Hook hook = HOOKS[(input[1] & 0xff) % HOOKS.length];
    byte[] rest = Arrays.copyOfRange(input, 2, input.length);
    byte[] body =
        switch (Math.floorMod(input[0], 4)) {
          case 0 -> rest;
          case 1 -> call(hook, "conditions", rest);
          case 2 -> call(hook, "observations", rest);
          default -> call(hook, "conditions", note(rest));
        };
    check(ENGINE.answer(hook, body), Arrays.hashCode(input));
    BothReaders.agree(body);
  }

  private static byte[] call(Hook hook, String key, byte[] value) {
    byte[] before =
        BEFORE
            .replace("HOOK", hook.hookName())
            .replace("KEY", key)
            .getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(before, before.length + value.length + 2);
    System.arraycopy(value, 0, body, before.length, value.length);
    body[body.length - 2] = '}';
    body[body.length - 1] = '}';
    return body;
  }

  /** The words as the text of a problem and as the finding of an eye examination. */
  private static byte[] note(byte[] words) {
    String text = JSON.writeValueAsString(new String(words, StandardCharsets.UTF_8));
    return ("[{\"resourceType\":\"Condition\",\"id\":\"c\",\"recordedDate\":\"2026-11-17\",\"code\":"
            + "{\"text\":"
            + text
            + "}},{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\","
            + "\"effectiveDateTime\":\"2026-11-18\",\"code\":{\"text\":\"Eye movements\"},"
            + "\"valueString\":"
            + text
            + "}]")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void check(HookEngine.Answer answer, int hash) {
    JsonNode json = JSON.readTree(answer.json());
    if (answer.status() == 200) {
      List<String> faults = AnswerChecks.ofBrokenCall(json, Math.floorMod(hash, PARSED_OF) == 0);
      if (!faults.isEmpty()) {
        throw new AssertionError("the answer breaks rules: " + faults);
      }
    } else if (answer.status() < 400
        || answer.status() >= 500
        || !json.path("resourceType").asString("").equals("OperationOutcome")) {
      throw new AssertionError("no refusal: " + answer.status());
    }
  }
}
