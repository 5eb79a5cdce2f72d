package org.omscds.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a neuronal antibody says about a cancer behind it, a row of {@code antibodies.yaml}.
 *
 * @param result id of the test in {@code results.yaml}
 * @param name the antibody's name, short
 * @param tumours findings of {@code cancers.yaml} that fit it; empty where the phenotype alone
 *     decides
 * @param searches orders of the cancer search that it calls for
 * @param inEveryPanel whether a panel without it would be none; where there is no result of a
 *     panel, negatives of all of these are one
 * @param note what to know before the class is read
 * @param confidence H, M or L
 */
public record AntibodyDefinition(
    String result,
    String name,
    Risk risk,
    List<String> tumours,
    List<String> searches,
    boolean inEveryPanel,
    @Nullable String note,
    List<String> sources,
    String confidence) {

  public AntibodyDefinition {
    tumours = List.copyOf(tumours);
    searches = List.copyOf(searches);
    sources = List.copyOf(sources);
  }

  /** How often a cancer is found with an antibody (Graus 2021). */
  public enum Risk {
    /** Over 70%. */
    HIGH,
    /** 30 to 70%. */
    INTERMEDIATE,
    /** Under 30%. */
    LOWER,
    /** Not in the score. */
    NOT_SCORED,
    /** A panel of several, or an antibody whose target is not told. */
    PANEL
  }

  /** What to know before the class is read, where there is something. */
  public Optional<String> caution() {
    return Optional.ofNullable(note);
  }
}
