package org.omscds.consultation;

import java.util.List;
import java.util.Set;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.instrument.Tier;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.recommendation.Suppressed;

/** What a consultation says, without where the chart said it and in which order. */
record Verdict(
    Tier tier,
    GenoaCriteria.Verdict criteria,
    int count,
    List<String> rules,
    Set<Fact> facts,
    List<String> shown,
    List<String> suppressed) {

  static Verdict of(Consultation consultation) {
    return new Verdict(
        consultation.assessment().tier(),
        consultation.assessment().criteria().verdict(),
        consultation.assessment().criteria().count(),
        consultation.assessment().suspicion().rules(),
        consultation.assessment().facts(),
        consultation.recommendations().shown().stream()
            .map(shown ->
                shown.row().id()
                    + shown.suggestions().stream()
                        .flatMap(each -> each.orders().stream())
                        .map(OrderDefinition::id)
                        .toList())
            .toList(),
        consultation.recommendations().suppressed().stream().map(Suppressed::toString).toList());
  }
}
