package org.omscds.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something else that may explain the signs: one row of the differential diagnosis.
 *
 * @param label the clinician's name for it
 * @param recordedBy findings that are the diagnosis itself
 * @param explains pillars that it may explain when confirmed and active
 * @param clues findings that make one think of it
 * @param drugs drug classes that make one think of it; with {@code clues}, one of each is needed
 * @param drugDays how long ago such a drug may have been taken
 * @param notWith findings beside which it is not named
 * @param fromMonths youngest age at onset at which it is named, in completed months
 * @param toMonths oldest age at onset, in completed months; 0 is no limit
 * @param effects what it does
 * @param orders tests that are offered where it is named
 * @param ordersNeed findings of which one must be there for the tests; empty for any clue
 * @param test what tells it from the syndrome
 * @param offer the label of the suggestion, for one with orders
 * @param confidence H, M or L
 */
public record MimicDefinition(
    String id,
    String label,
    List<String> recordedBy,
    List<Pillar> explains,
    List<String> clues,
    List<DrugClass> drugs,
    int drugDays,
    List<String> notWith,
    int fromMonths,
    int toMonths,
    List<Effect> effects,
    List<String> orders,
    List<String> ordersNeed,
    String test,
    @Nullable String offer,
    List<String> sources,
    String confidence) {

  public MimicDefinition {
    recordedBy = List.copyOf(recordedBy);
    explains = List.copyOf(explains);
    clues = List.copyOf(clues);
    drugs = List.copyOf(drugs);
    notWith = List.copyOf(notWith);
    effects = List.copyOf(effects);
    orders = List.copyOf(orders);
    ordersNeed = List.copyOf(ordersNeed);
    sources = List.copyOf(sources);
  }

  /** What a mimic does; none of them ever withholds the search for a tumour. */
  public enum Effect {
    /** Confirmed and active, it withholds the first immunotherapy. */
    BLOCK,
    /** Its tests are offered. */
    ADD,
    /** It is named, no more. */
    NOTE
  }

  /** The label of the suggestion that offers its tests, where it has any. */
  public Optional<String> offerLabel() {
    return Optional.ofNullable(offer);
  }

  /** Whether it holds immunosuppression back while confirmed and active. */
  public boolean blocks() {
    return effects.contains(Effect.BLOCK);
  }

  /** Whether an age in completed months is within its range. */
  public boolean occursAt(long months) {
    return months >= fromMonths && (toMonths == 0 || months <= toMonths);
  }

  /** The findings of a list of ids, in order. */
  public static List<FindingId> findings(List<String> ids) {
    return ids.stream().flatMap(id -> FindingId.of(id).stream()).toList();
  }
}
