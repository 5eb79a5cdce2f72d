package org.omscds.assessment.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omscds.knowledge.ScaleItem;
import org.omscds.knowledge.ScaleVersion;

/**
 * The OMS severity scale of Mitchell and Pike (Mitchell 2002, 2005; reprinted in Rossor 2022, DOI
 * 10.1212/NXI.0000000000001153): stance, gait, arm and hand, opsoclonus, mood, and in the longer
 * version speech, each 0 to 3.
 *
 * <p>The bands, the change that means something and the prorating are this service's choice
 * [PROPOSAL]: no validated cut-offs were found. Nothing is guessed: what is out of range or does
 * not fit together is refused with its reason. Scores are compared within one version only.
 */
public final class MitchellPikeScale {

  /** The change of the total that means something; [PROPOSAL]. */
  public static final int MEANINGFUL_CHANGE = 2;

  private static final int HIGHEST_ITEM = 3;
  private static final Set<ScaleItem> MAY_NOT_APPLY = EnumSet.of(ScaleItem.STANCE, ScaleItem.GAIT);

  private MitchellPikeScale() {}

  /** How severe a total is; [PROPOSAL]. */
  public enum Band {
    REMISSION,
    MILD,
    MODERATE,
    SEVERE
  }

  /**
   * A score as it was written down.
   *
   * @param items the items that were rated
   * @param notApplicable items marked as not applicable, such as gait before walking
   * @param totals every total that is named; none, or one that may be named twice
   */
  public record Entry(
      ScaleVersion version,
      Map<ScaleItem, BigDecimal> items,
      Set<ScaleItem> notApplicable,
      List<BigDecimal> totals) {
    public Entry {
      items = Map.copyOf(items);
      notApplicable = Set.copyOf(notApplicable);
      totals = List.copyOf(totals);
    }
  }

  /** A score that counts, or why it does not. */
  public sealed interface Reading {

    /**
     * A score.
     *
     * @param items the items that are known; may be empty where only the total was written down
     * @param leftOut items that did not apply; where there are any, the total is prorated
     * @param note what a reader must know of it, or the empty string
     */
    record Score(
        ScaleVersion version,
        int total,
        Map<ScaleItem, Integer> items,
        Set<ScaleItem> leftOut,
        String note)
        implements Reading {
      public Score {
        items = Map.copyOf(items);
        leftOut = Set.copyOf(leftOut);
      }

      /** Whether the total was scaled up from the items that apply. */
      public boolean isProrated() {
        return !leftOut.isEmpty();
      }
    }

    /** No score, with the reason. */
    record Refused(String reason) implements Reading {}
  }

  /** Reads a score; where items and total disagree and all items are there, the items count. */
  public static Reading read(Entry entry) {
    Optional<String> fault = fault(entry);
    return fault.isPresent() ? new Reading.Refused(fault.get()) : score(entry);
  }

  private static Optional<String> fault(Entry entry) {
    for (Map.Entry<ScaleItem, BigDecimal> item : entry.items().entrySet()) {
      if (!isWholeUpTo(item.getValue(), HIGHEST_ITEM)) {
        return Optional.of(
            item.getKey().label() + " is " + plain(item.getValue()) + ", outside 0 to 3");
      }
    }
    int highest = entry.version().highest();
    for (BigDecimal total : entry.totals()) {
      if (!isWholeUpTo(total, highest)) {
        return Optional.of("the total " + plain(total) + " is outside 0 to " + highest);
      }
      if (total.compareTo(entry.totals().getFirst()) != 0) {
        return Optional.of("two totals are named");
      }
    }
    if (entry.version() == ScaleVersion.MP5_15 && entry.items().containsKey(ScaleItem.SPEECH)) {
      return Optional.of("speech is rated, and the scale named has no such item");
    }
    return Optional.empty();
  }

  private static Reading score(Entry entry) {
    Map<ScaleItem, Integer> items = new EnumMap<>(ScaleItem.class);
    entry.items().forEach((item, value) -> items.put(item, value.intValueExact()));
    ScaleVersion version = version(entry.version(), items);
    Set<ScaleItem> wanted = itemsOf(version);
    Set<ScaleItem> leftOut = EnumSet.noneOf(ScaleItem.class);
    wanted.stream()
        .filter(item -> !items.containsKey(item))
        .filter(item -> entry.notApplicable().contains(item) && MAY_NOT_APPLY.contains(item))
        .forEach(leftOut::add);
    int rated = items.values().stream().mapToInt(Integer::intValue).sum();
    boolean whole = !wanted.isEmpty() && items.size() + leftOut.size() == wanted.size();
    if (whole) {
      int total = Math.round((float) rated * wanted.size() / items.size());
      return new Reading.Score(version, total, items, leftOut, note(entry, rated, total, leftOut));
    }
    if (entry.totals().isEmpty()) {
      return new Reading.Refused("no total, and not every item is rated");
    }
    int total = entry.totals().getFirst().intValueExact();
    int unrated = wanted.size() - items.size();
    boolean impossible =
        !wanted.isEmpty() && (total < rated || total > rated + HIGHEST_ITEM * unrated);
    return impossible
        ? new Reading.Refused("the total " + total + " does not fit the items that are rated")
        : new Reading.Score(version, total, items, Set.of(), "");
  }

  /** Six rated items, speech among them, can only be the longer version. */
  private static ScaleVersion version(ScaleVersion named, Map<ScaleItem, Integer> items) {
    boolean six = items.size() == ScaleItem.values().length;
    return named == ScaleVersion.UNSTATED && six ? ScaleVersion.MP6_18 : named;
  }

  private static Set<ScaleItem> itemsOf(ScaleVersion version) {
    return switch (version) {
      case MP5_15 -> EnumSet.complementOf(EnumSet.of(ScaleItem.SPEECH));
      case MP6_18 -> EnumSet.allOf(ScaleItem.class);
      case OMES_36, UNSTATED -> EnumSet.noneOf(ScaleItem.class);
    };
  }

  private static String note(Entry entry, int rated, int total, Set<ScaleItem> leftOut) {
    List<String> notes = new ArrayList<>();
    if (!leftOut.isEmpty()) {
      notes.add("prorated: the items rated add up to " + rated + " [PROPOSAL]");
    }
    entry.totals().stream()
        .map(BigDecimal::intValueExact)
        .filter(named -> named != total && named != rated)
        .findFirst()
        .ifPresent(
            named -> notes.add("the total says " + named + ", the items add up to " + rated));
    return String.join("; ", notes);
  }

  private static boolean isWholeUpTo(BigDecimal value, int highest) {
    return value.signum() >= 0
        && value.compareTo(BigDecimal.valueOf(highest)) <= 0
        && value.stripTrailingZeros().scale() <= 0;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** How severe a score is; empty for a scale without bands. */
  public static Optional<Band> band(Reading.Score score) {
    return switch (score.version()) {
      case MP5_15 -> Optional.of(band(score.total(), 5, 10));
      case MP6_18 -> Optional.of(band(score.total(), 6, 12));
      case OMES_36, UNSTATED -> Optional.empty();
    };
  }

  private static Band band(int total, int mildUpTo, int moderateUpTo) {
    if (total == 0) {
      return Band.REMISSION;
    }
    if (total <= mildUpTo) {
      return Band.MILD;
    }
    return total <= moderateUpTo ? Band.MODERATE : Band.SEVERE;
  }

  /** Whether two scores may be compared: one known version, the same items left out. */
  public static boolean areComparable(Reading.Score one, Reading.Score other) {
    return one.version() != ScaleVersion.UNSTATED
        && one.version() == other.version()
        && one.leftOut().equals(other.leftOut());
  }
}
