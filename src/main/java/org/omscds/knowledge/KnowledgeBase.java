package org.omscds.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is looked up, loaded and checked once.
 *
 * @param version stamped on every card
 * @param findings by finding id
 * @param cards by card id
 * @param orders by order id
 * @param orderGroups named lists of orders, such as BASELINE
 * @param sources by key
 * @param overrides by code
 * @param rules by rule id
 * @param mimics by mimic id, in the order of the differential diagnosis
 * @param triggers by trigger id
 * @param results tests whose results matter, by test id
 * @param antibodies by test id
 * @param cancers by finding id
 * @param safety the checks before an order is signed
 */
public record KnowledgeBase(
    String version,
    String status,
    Terminology terminology,
    Map<String, FindingDefinition> findings,
    Language language,
    List<DrugDefinition> drugs,
    ImagingDefinition imaging,
    SeverityScaleDefinition severity,
    Map<String, OrderDefinition> orders,
    Map<String, List<String>> orderGroups,
    Map<String, CardDefinition> cards,
    List<RecommendationRow> recommendations,
    Map<String, Source> sources,
    Map<String, OverrideReason> overrides,
    Map<String, Rule> rules,
    Map<String, MimicDefinition> mimics,
    Map<String, TriggerDefinition> triggers,
    Map<String, ResultDefinition> results,
    ResultWords resultWords,
    Map<String, AntibodyDefinition> antibodies,
    Map<String, CancerDefinition> cancers,
    CancerSearchDefinition cancerSearch,
    SafetyDefinition safety,
    SiteSettings site) {

  public KnowledgeBase {
    findings = inOrder(findings);
    drugs = List.copyOf(drugs);
    orders = inOrder(orders);
    orderGroups = inOrder(orderGroups);
    cards = inOrder(cards);
    recommendations = List.copyOf(recommendations);
    sources = inOrder(sources);
    overrides = inOrder(overrides);
    rules = inOrder(rules);
    mimics = inOrder(mimics);
    triggers = inOrder(triggers);
    results = inOrder(results);
    antibodies = inOrder(antibodies);
    cancers = inOrder(cancers);
  }

  /** A copy that keeps the order of the file. */
  private static <T> Map<String, T> inOrder(Map<String, T> entries) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The definition of a finding; each has one. */
  public FindingDefinition definition(FindingId finding) {
    return known(findings, finding.id(), "finding");
  }

  /** A card by its id; the data files name no other. */
  public CardDefinition card(String id) {
    return known(cards, id, "card");
  }

  /** An order by its id; the data files name no other. */
  public OrderDefinition order(String id) {
    return known(orders, id, "order");
  }

  /** A source by its key; the data files name no other. */
  public Source source(String key) {
    return known(sources, key, "source");
  }

  /** A test by its id; the readers know no other. */
  public ResultDefinition result(String id) {
    return known(results, id, "test");
  }

  private static <T> T known(Map<String, T> entries, String key, String kind) {
    T entry = entries.get(key);
    if (entry == null) {
      throw new IllegalArgumentException("no " + kind + " '" + key + "' in the knowledge files");
    }
    return entry;
  }
}
