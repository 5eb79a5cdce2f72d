package org.omscds.assessment.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.knowledge.KnowledgeBase;

/**
 * What is to be drawn before the first immunotherapy: antibody from IVIG makes serology
 * uninterpretable, and treatment lowers the B cells and bands of the cerebrospinal fluid. Treatment
 * does not wait for results (Rossor 2022).
 */
public final class SamplesBeforeTreatment {

  private static final Map<String, List<String>> SAMPLES = samples();

  private SamplesBeforeTreatment() {}

  private static Map<String, List<String>> samples() {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    samples.put("neuronal antibodies", List.of("W12", "AD6"));
    samples.put("hepatitis B", List.of("B06-HBSAG", "B06-HBC"));
    samples.put("varicella IgG", List.of("B09"));
    samples.put("immunoglobulins", List.of("B04-IGG", "B04-IGA", "B04-IGM"));
    samples.put("cerebrospinal fluid", List.of("W11"));
    return samples;
  }

  /** The names of the samples that are neither drawn nor ordered. */
  public static List<String> open(
      OrderHistory orders, Optional<LocalDate> onset, KnowledgeBase knowledge) {
    List<String> open = new ArrayList<>();
    SAMPLES.forEach((name, ids) -> {
      boolean due =
          name.equals("neuronal antibodies")
              ? ids.stream().allMatch(id -> isDue(id, orders, onset, knowledge))
              : ids.stream().anyMatch(id -> isDue(id, orders, onset, knowledge));
      if (due) {
        open.add(name);
      }
    });
    return open;
  }

  /** Whether serology that IVIG would spoil is among them. */
  public static boolean serologyIsOpen(List<String> open) {
    return open.stream().anyMatch(each -> !each.equals("cerebrospinal fluid"));
  }

  private static boolean isDue(
      String id, OrderHistory orders, Optional<LocalDate> onset, KnowledgeBase knowledge) {
    return orders.state(knowledge.order(id), onset) instanceof OrderHistory.State.Due;
  }
}
