package org.omscds.knowledge;

import java.util.List;
import java.util.Map;

/**
 * All that is looked up, loaded and checked once.
 *
 * @param version stamped on every card
 * @param cards by card id
 * @param orders by order id
 * @param orderGroups named lists of orders, such as BASELINE
 * @param sources by key
 * @param overrides by code
 * @param rules by rule id
 */
public record KnowledgeBase(
    String version,
    String status,
    Terminology terminology,
    List<FindingDefinition> findings,
    Language language,
    List<DrugDefinition> drugs,
    ImagingDefinition imaging,
    Map<String, OrderDefinition> orders,
    Map<String, List<String>> orderGroups,
    Map<String, CardDefinition> cards,
    List<RecommendationRow> recommendations,
    Map<String, Source> sources,
    Map<String, OverrideReason> overrides,
    Map<String, Rule> rules,
    SiteSettings site) {

  public KnowledgeBase {
    findings = List.copyOf(findings);
    drugs = List.copyOf(drugs);
    orders = Map.copyOf(orders);
    orderGroups = Map.copyOf(orderGroups);
    cards = Map.copyOf(cards);
    recommendations = List.copyOf(recommendations);
    sources = Map.copyOf(sources);
    overrides = Map.copyOf(overrides);
    rules = Map.copyOf(rules);
  }

  /** The definition of a finding; each has one. */
  public FindingDefinition definition(FindingId finding) {
    return findings.stream()
        .filter(definition -> definition.finding() == finding)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no definition of " + finding.id()));
  }
}
