package org.omscds.assessment.pillar;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.omscds.knowledge.Pillar;

/** The four pillars of one patient. */
public record Pillars(Map<Pillar, PillarFinding> all) {

  public Pillars {
    if (all.size() != Pillar.values().length) {
      throw new IllegalArgumentException("all four pillars are needed, not " + all.keySet());
    }
    all = Map.copyOf(all);
  }

  /** Puts four pillars together. */
  public static Pillars of(PillarFinding... pillars) {
    Map<Pillar, PillarFinding> all = new EnumMap<>(Pillar.class);
    for (PillarFinding pillar : pillars) {
      all.put(pillar.pillar(), pillar);
    }
    return new Pillars(all);
  }

  /** One pillar. */
  public PillarFinding of(Pillar pillar) {
    PillarFinding found = all.get(pillar);
    if (found == null) {
      throw new IllegalStateException("no pillar " + pillar);
    }
    return found;
  }

  /** Whether a pillar is there. */
  public boolean has(Pillar pillar) {
    return of(pillar).isPresent();
  }

  /** The pillars that are there, in order. */
  public List<Pillar> present() {
    return List.of(Pillar.values()).stream().filter(this::has).toList();
  }

  /** The pillars that may be there, in order. */
  public List<Pillar> possible() {
    return List.of(Pillar.values()).stream().filter(each -> of(each).isPossible()).toList();
  }

  /** The pillars that are neither there nor possible, in order. */
  public List<Pillar> missing() {
    return List.of(Pillar.values()).stream()
        .filter(each -> !of(each).isPresent() && !of(each).isPossible())
        .toList();
  }

  /** The same pillars with one replaced. */
  Pillars with(PillarFinding changed) {
    Map<Pillar, PillarFinding> copy = new EnumMap<>(all);
    copy.put(changed.pillar(), changed);
    return new Pillars(copy);
  }
}
