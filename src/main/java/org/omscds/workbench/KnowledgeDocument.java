package org.omscds.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.omscds.knowledge.KnowledgeBase;

/**
 * Everything that the service has loaded, as one document for a reader: entries by kind, each with
 * an id, a title and what its definition holds. It adds nothing to the knowledge. Beside what the
 * entries themselves say, look-backs and the lengths of answers are marked as this project's own
 * choice, as the heads of their files do.
 */
final class KnowledgeDocument {

  /** The source that stands for a choice of this project. */
  static final String OWN_CHOICE = "proposal";

  private static final String NOTICE = "Research draft without clinical sign-off.";

  private KnowledgeDocument() {}

  /** Writes the document, always in the same order. */
  static Map<String, Object> of(KnowledgeBase knowledge) {
    ClinicalEntries clinical = new ClinicalEntries(knowledge);
    CardEntries cards = new CardEntries(knowledge);
    SafetyEntries safety = new SafetyEntries(knowledge);
    ReadingEntries reading = new ReadingEntries(knowledge);
    Map<String, List<Map<String, Object>>> entries = new LinkedHashMap<>();
    entries.put("card", cards.cards());
    entries.put("rule", cards.rules());
    entries.put("fact", cards.facts());
    entries.put("order", cards.orders());
    entries.put("group", cards.groups());
    entries.put("override", cards.overrides());
    entries.put("criterion", clinical.criteria());
    entries.put("pillar", clinical.pillars());
    entries.put("finding", clinical.findings());
    entries.put("mimic", clinical.mimics());
    entries.put("trigger", clinical.triggers());
    entries.put("result", clinical.results());
    entries.put("antibody", clinical.antibodies());
    entries.put("cancer", clinical.cancers());
    entries.put("check", safety.checks());
    entries.put("agent", safety.agents());
    entries.put("risk", safety.risks());
    entries.put("drug", safety.drugs());
    entries.put("concept", reading.concepts());
    entries.put("words", reading.words());
    entries.put("setting", reading.settings());
    entries.put("source", reading.sources());

    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", knowledge.version());
    document.put("status", knowledge.status());
    document.put("notice", NOTICE);
    document.put(
        "proposals",
        marked(entries, each -> each.containsKey("proposal") || each.containsKey("proposalIn")));
    document.put("toVerify", marked(entries, each -> each.containsKey("toVerify")));
    document.put("entries", entries);
    return document;
  }

  private static List<String> marked(
      Map<String, List<Map<String, Object>>> entries, Predicate<Map<String, Object>> mark) {
    List<String> addresses = new ArrayList<>();
    entries.forEach((kind, all) ->
        all.stream()
            .filter(mark)
            .forEach(each -> addresses.add(Entry.address(kind, String.valueOf(each.get("id"))))));
    return addresses;
  }
}
