package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omscds.finding.ClinicalStatement;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/**
 * The signs of pillars A, B and C that belong together in time. Statements are chained while the
 * next begins within the window after the last ends; a problem that still stands reaches to the day
 * of the consultation. Older statements that nobody repeated are kept apart as past.
 *
 * @param current the statements of this episode, by pillar
 * @param past statements last made before the current window
 * @param apart current statements of another episode
 * @param neuroOnset first day of present eyes or motor signs, else of behaviour
 */
public record Episode(
    Map<Pillar, List<ClinicalStatement>> current,
    Map<Pillar, List<ClinicalStatement>> past,
    List<ClinicalStatement> apart,
    Optional<LocalDate> neuroOnset) {

  public Episode {
    current = Map.copyOf(current);
    past = Map.copyOf(past);
    apart = List.copyOf(apart);
  }

  private record Sign(Pillar pillar, ClinicalStatement statement, LocalDate first, LocalDate last) {
    boolean isPresent() {
      return statement.isPresent();
    }
  }

  static Episode of(
      PatientRecord patient, Map<Pillar, List<ClinicalStatement>> counting, SiteSettings site) {
    LocalDate today = patient.consultationDate();
    List<Sign> signs = new ArrayList<>();
    Map<Pillar, List<ClinicalStatement>> past = new EnumMap<>(Pillar.class);
    counting.forEach((pillar, statements) -> {
      for (ClinicalStatement each : statements) {
        LocalDate said = each.lastSaid(today);
        if (ChronoUnit.DAYS.between(said, today) > site.windows().currentDays()) {
          past.computeIfAbsent(pillar, _ -> new ArrayList<>()).add(each);
        } else {
          LocalDate last = each.isStanding() ? today : said;
          signs.add(new Sign(pillar, each, each.firstDay(today), last));
        }
      }
    });
    List<Sign> chosen = choose(chain(signs, site));
    Map<Pillar, List<ClinicalStatement>> current = new EnumMap<>(Pillar.class);
    List<ClinicalStatement> apart = new ArrayList<>();
    for (Sign sign : signs) {
      if (chosen.contains(sign)) {
        current.computeIfAbsent(sign.pillar(), _ -> new ArrayList<>()).add(sign.statement());
      } else {
        apart.add(sign.statement());
      }
    }
    return new Episode(current, past, apart, onset(chosen));
  }

  private static List<List<Sign>> chain(List<Sign> signs, SiteSettings site) {
    List<Sign> inOrder = new ArrayList<>(signs);
    inOrder.sort(Comparator.comparing(Sign::first));
    List<List<Sign>> chains = new ArrayList<>();
    LocalDate reach = LocalDate.MIN;
    for (Sign sign : inOrder) {
      if (chains.isEmpty() || sign.first().isAfter(reach)) {
        chains.add(new ArrayList<>());
        reach = LocalDate.MIN;
      }
      chains.getLast().add(sign);
      LocalDate sameUntil = sign.last().plusDays(site.windows().pillarWindowDays());
      reach = sameUntil.isAfter(reach) ? sameUntil : reach;
    }
    return chains;
  }

  /** The chain with the most present pillars, then with the most possible ones, then the latest. */
  private static List<Sign> choose(List<List<Sign>> chains) {
    List<Sign> best = List.of();
    for (List<Sign> chain : chains) {
      if (weight(chain) >= weight(best)) {
        best = chain;
      }
    }
    return best;
  }

  private static int weight(List<Sign> chain) {
    Set<Pillar> present = EnumSet.noneOf(Pillar.class);
    Set<Pillar> possible = EnumSet.noneOf(Pillar.class);
    for (Sign sign : chain) {
      (sign.isPresent() ? present : possible).add(sign.pillar());
    }
    possible.removeAll(present);
    return present.size() * 10 + possible.size();
  }

  private static Optional<LocalDate> onset(List<Sign> chosen) {
    Optional<LocalDate> signs =
        chosen.stream()
            .filter(sign -> sign.isPresent() && sign.pillar() != Pillar.C)
            .map(Sign::first)
            .min(Comparator.naturalOrder());
    return signs.or(() ->
        chosen.stream().filter(Sign::isPresent).map(Sign::first).min(Comparator.naturalOrder()));
  }
}
