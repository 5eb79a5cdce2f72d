package org.omscds.recommendation;

import java.util.Set;
import java.util.TreeSet;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.course.Worsening;
import org.omscds.assessment.instrument.PnsCareScore;
import org.omscds.assessment.instrument.PnsCareScore.Result.Scored;
import org.omscds.assessment.instrument.Relapse;
import org.omscds.assessment.pillar.PillarFinding;
import org.omscds.assessment.safety.Hazard;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.OverrideReason.Lift;
import org.omscds.knowledge.Pillar;

/**
 * What a chart had to say when its cards were written, as far as later news is measured by it.
 *
 * @param tier the tier of suspicion, T0 to T3, whose names stand in their order
 * @param pillars the pillars that were there, such as {@code A}, and those that were there or
 *     possible, such as {@code A?}
 * @param findings ids of findings, and hazards, worsenings and scores by a name of their own
 * @param records references of the resources that spoke for them
 */
public record Grounds(String tier, Set<String> pillars, Set<String> findings, Set<String> records) {

  public Grounds {
    pillars = Set.copyOf(pillars);
    findings = Set.copyOf(findings);
    records = Set.copyOf(records);
  }

  /** The grounds of the cards of one consultation. */
  public static Grounds of(Assessment assessment) {
    Set<String> pillars = new TreeSet<>();
    Set<String> findings = new TreeSet<>();
    Set<String> records = new TreeSet<>();
    for (Pillar pillar : Pillar.values()) {
      PillarFinding found = assessment.pillars().of(pillar);
      if (found.isPresent() || found.isPossible()) {
        pillars.add(pillar.name() + "?");
        found.counted().forEach(each -> add(each, findings, records));
        found.finding().restsOn().forEach(each -> records.add(each.reference()));
      }
      if (found.isPresent()) {
        pillars.add(pillar.name());
      }
    }
    assessment.supporting().forEach(each -> add(each, findings, records));
    assessment.diagnosisEvidence().forEach(each -> records.add(each.reference()));
    addCourse(assessment, findings, records);
    for (Hazard hazard : assessment.safety().hazards()) {
      findings.add("hazard:" + hazard.risk() + ":" + hazard.level());
      hazard.evidence().stream().map(Evidence::reference).forEach(records::add);
    }
    return new Grounds(assessment.tier().name(), pillars, findings, records);
  }

  private static void add(ClinicalStatement statement, Set<String> findings, Set<String> records) {
    findings.add(statement.finding().name());
    records.add(statement.evidence().reference());
  }

  private static void addCourse(Assessment assessment, Set<String> findings, Set<String> records) {
    Worsening worsening = assessment.course().worsening();
    if (worsening.kind() != Relapse.Kind.NONE) {
      findings.add("worsening:" + worsening.began().display());
      worsening.evidence().forEach(each -> records.add(each.reference()));
    }
    if (assessment.paraneoplastic().score() instanceof Scored scored) {
      for (PnsCareScore.Tier reached : PnsCareScore.Tier.values()) {
        if (reached.compareTo(scored.lowestTier()) <= 0) {
          findings.add("pns-care:" + reached);
        }
      }
    }
  }

  /**
   * Whether the chart of now holds news that shows a card again.
   *
   * @param now the grounds of now
   */
  boolean liftedBy(Grounds now, Lift lift) {
    boolean newPillar = now.tier.compareTo(tier) > 0 || !pillars.containsAll(now.pillars);
    return switch (lift) {
      case PILLAR -> newPillar;
      case FINDING -> newPillar || !findings.containsAll(now.findings);
      case RECORD ->
          newPillar || !findings.containsAll(now.findings) || !records.containsAll(now.records);
    };
  }
}
