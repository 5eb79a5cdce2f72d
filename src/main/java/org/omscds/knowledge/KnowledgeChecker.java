package org.omscds.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Checks what one knowledge file says against what the others know. */
final class KnowledgeChecker {

  private static final int SUMMARY_LIMIT = 140;

  private final KnowledgeBase knowledge;
  private final Function<String, KnowledgeFile> files;
  private final Set<String> cited = new HashSet<>();

  KnowledgeChecker(KnowledgeBase knowledge, Function<String, KnowledgeFile> files) {
    this.knowledge = knowledge;
    this.files = files;
  }

  void check() {
    for (Term prefix : knowledge.terminology().prefixes()) {
      checkConcepts("icd-prefixes.tsv", prefix.concept(), List.of(prefix.concept()));
    }
    checkFindings();
    checkDrugs();
    checkOrders();
    checkCards();
    checkRows();
    new DifferentialChecker(knowledge, this).check();
    new ResultChecker(knowledge, this).check();
    new SafetyChecker(knowledge, this).check();
    checkSources("language.yaml", "sources", knowledge.language().sources());
    checkSources("imaging.yaml", "sources", knowledge.imaging().sources());
    checkSources("severity.yaml", "sources", knowledge.severity().sources());
    for (Rule rule : knowledge.rules().values()) {
      checkSources("criteria.yaml", rule.id(), rule.sources());
    }
    for (ImagingDefinition.Scan scan : knowledge.imaging().concepts()) {
      checkConcepts("imaging.yaml", scan.concept(), List.of(scan.concept()));
    }
    checkConcepts("imaging.yaml", "insufficient", knowledge.imaging().insufficient());
    for (ImagingDefinition.TumourTest test : knowledge.imaging().tumourTests()) {
      checkConcepts("imaging.yaml", test.label(), test.concepts());
    }
    for (String key : knowledge.sources().keySet()) {
      if (!cited.contains(key)) {
        throw fault("sources.yaml", key, "nothing cites the source '" + key + "'");
      }
    }
  }

  private void checkFindings() {
    Set<FindingId> described = EnumSet.noneOf(FindingId.class);
    for (FindingDefinition definition : knowledge.findings().values()) {
      String id = definition.id();
      FindingId finding =
          FindingId.of(id)
              .orElseThrow(() ->
                  fault(
                      "findings.yaml",
                      id,
                      "unknown finding '" + id + "'; allowed: " + ids(FindingId.values())));
      described.add(finding);
      if (definition.shownBy().isEmpty()
          && definition.suggestedBy().isEmpty()
          && definition.phrases().isEmpty()) {
        throw fault("findings.yaml", id, "nothing shows '" + id + "'");
      }
      checkConcepts("findings.yaml", id, definition.shownBy());
      checkConcepts("findings.yaml", id, definition.suggestedBy());
      checkSources("findings.yaml", id, definition.sources());
    }
    for (FindingId finding : FindingId.values()) {
      if (!described.contains(finding)) {
        throw fault("findings.yaml", "", "the finding '" + finding.id() + "' is not described");
      }
    }
  }

  private void checkDrugs() {
    Set<DrugClass> described = EnumSet.noneOf(DrugClass.class);
    for (DrugDefinition drug : knowledge.drugs()) {
      String id = drug.drugClass().name();
      if (!described.add(drug.drugClass())) {
        throw fault("drugs.yaml", id, "duplicate class '" + id + "'");
      }
      drug.ingredients().forEach(each -> checkConcepts("drugs.yaml", each.name(), each.concepts()));
      checkSources("drugs.yaml", id, drug.sources());
    }
    if (described.size() != DrugClass.values().length) {
      throw fault("drugs.yaml", "", "every class of " + names(DrugClass.values()) + " is needed");
    }
  }

  private void checkOrders() {
    for (OrderDefinition order : knowledge.orders().values()) {
      checkSources("orders.yaml", order.id(), order.sources());
      checkConcepts("orders.yaml", order.id(), order.doneBy());
      checkKnown(
          "orders.yaml", order.id(), "test", order.doneByResults(), knowledge.results().keySet());
      order
          .standardCode()
          .filter(code ->
              knowledge.terminology().emittable(code.concept()).stream()
                  .noneMatch(term ->
                      term.system().equals(code.system()) && term.code().equals(code.code())))
          .ifPresent(code -> {
            throw fault(
                "orders.yaml",
                order.id(),
                "'"
                    + code.code()
                    + "' is no row of terms.tsv that may be emitted for '"
                    + code.concept()
                    + "' (exact, verified, tier T1 or T2)");
          });
    }
    knowledge
        .orderGroups()
        .forEach((group, orders) -> checkOrderIds("knowledge.yaml", group, orders));
  }

  private void checkCards() {
    for (CardDefinition card : knowledge.cards().values()) {
      String id = card.id();
      checkSources("cards.yaml", id, List.of(card.source()));
      card.links().forEach(link -> checkSources("cards.yaml", id, List.of(link.source())));
      card.detail().forEach(line -> checkSources("cards.yaml", id, line.sources()));
      checkOverrides(id, card.overrides());
      checkKnown("cards.yaml", id, "card", card.suppresses(), knowledge.cards().keySet());
      if (!Set.of("any", "at-most-one").contains(card.selection())) {
        throw fault("cards.yaml", id, "selection must be 'any' or 'at-most-one'");
      }
      Set<String> offers = new HashSet<>();
      for (CardDefinition.Offer offer : card.suggestions()) {
        if (!offers.add(offer.id())) {
          throw fault("cards.yaml", id, "duplicate suggestion '" + offer.id() + "'");
        }
        checkOrderIds("cards.yaml", id, offer.orders());
        checkOrderIds("cards.yaml", id, offer.needs());
        checkOrderIds("cards.yaml", id, offer.replaces());
        checkOrderIds("cards.yaml", id, offer.problemCode().stream().toList());
        offer.also().forEach(also -> checkOrderIds("cards.yaml", id, also.orders()));
      }
      boolean used = knowledge.recommendations().stream().anyMatch(row -> row.card().equals(id));
      if (!used) {
        throw fault("cards.yaml", id, "no row of recommendations.yaml shows '" + id + "'");
      }
    }
  }

  /** The menu of a card lists reasons, and neither of the answers that stand for none. */
  private void checkOverrides(String card, List<String> codes) {
    Set<String> allowed = new LinkedHashSet<>(knowledge.overrides().keySet());
    for (String unlisted : List.of(OverrideReason.ACCEPTED, OverrideReason.NO_REASON)) {
      if (!allowed.remove(unlisted)) {
        throw fault("overrides.yaml", unlisted, "the answer '" + unlisted + "' is missing");
      }
    }
    checkKnown("cards.yaml", card, "override reason", codes, allowed);
  }

  private void checkRows() {
    Set<String> seen = new HashSet<>();
    for (RecommendationRow row : knowledge.recommendations()) {
      if (!seen.add(row.id())) {
        throw fault("recommendations.yaml", row.id(), "duplicate id '" + row.id() + "'");
      }
      checkKnown(
          "recommendations.yaml",
          row.id(),
          "card",
          List.of(row.card()),
          knowledge.cards().keySet());
      checkSources("recommendations.yaml", row.id(), row.sources());
      row.ownSource()
          .ifPresent(own -> checkSources("recommendations.yaml", row.id(), List.of(own)));
      if (row.when().isEmpty()) {
        throw fault("recommendations.yaml", row.id(), "'when' is empty: it would always hold");
      }
      if (row.when().stream().noneMatch(Fact::pointsToOms)) {
        throw fault(
            "recommendations.yaml",
            row.id(),
            "'when' names no fact that points to the syndrome, such as "
                + Fact.CRITERIA_MET
                + " or "
                + Fact.OMS_PATHWAY
                + ": it might hold for anybody");
      }
      if (row.summary().length() >= SUMMARY_LIMIT) {
        throw fault(
            "recommendations.yaml",
            row.id(),
            "the summary has " + row.summary().length() + " characters; at most 139 are allowed");
      }
    }
  }

  void checkFindingIds(String file, String near, List<String> ids) {
    checkKnown(file, near, "finding", ids, ids(FindingId.values()));
  }

  void checkOrderIds(String file, String near, List<String> ids) {
    Set<String> allowed = new HashSet<>(knowledge.orders().keySet());
    allowed.addAll(knowledge.orderGroups().keySet());
    checkKnown(file, near, "order", ids, allowed);
  }

  void checkConcepts(String file, String near, List<String> concepts) {
    for (String concept : concepts) {
      if (!knowledge.terminology().knows(concept)) {
        throw fault(file, near, "the concept '" + concept + "' has no row in terms.tsv");
      }
    }
  }

  void checkSources(String file, String near, List<String> keys) {
    cited.addAll(keys);
    if (keys.isEmpty()) {
      throw fault(file, near, "'" + near + "' names no source");
    }
    checkKnown(file, near, "source", keys, knowledge.sources().keySet());
  }

  void checkKnown(
      String file, String near, String kind, List<String> names, Collection<String> allowed) {
    for (String name : names) {
      if (!allowed.contains(name)) {
        throw fault(
            file,
            near,
            "unknown " + kind + " '" + name + "'; allowed: " + allowed.stream().sorted().toList());
      }
    }
  }

  KnowledgeException fault(String file, String near, String problem) {
    return files.apply(file).fault(near, problem);
  }

  private static List<String> ids(FindingId[] findings) {
    List<String> ids = new ArrayList<>();
    for (FindingId finding : findings) {
      ids.add(finding.id());
    }
    return ids;
  }

  private static List<String> names(Enum<?>[] constants) {
    List<String> names = new ArrayList<>();
    for (Enum<?> constant : constants) {
      names.add(constant.name());
    }
    return names;
  }
}
