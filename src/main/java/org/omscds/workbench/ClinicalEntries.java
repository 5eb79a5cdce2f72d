package org.omscds.workbench;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omscds.knowledge.AntibodyDefinition;
import org.omscds.knowledge.CancerDefinition;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.MimicDefinition;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.ResultDefinition;
import org.omscds.knowledge.Rule;
import org.omscds.knowledge.Specimen;
import org.omscds.knowledge.TriggerDefinition;

/** What is looked for in a chart: criteria, findings, mimics, triggers, results, cancers. */
final class ClinicalEntries {

  private final KnowledgeBase knowledge;
  private final PhraseIndex<String> phrases = new PhraseIndex<>();

  ClinicalEntries(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    for (FindingDefinition finding : knowledge.findings().values()) {
      phrases.add(finding.label(), finding.id());
      finding.allPhrases().forEach(phrase -> phrases.add(phrase, finding.id()));
    }
  }

  List<Map<String, Object>> pillars() {
    return Arrays.stream(Pillar.values())
        .map(pillar -> Entry.of(pillar.name(), pillar.label()).written())
        .toList();
  }

  List<Map<String, Object>> criteria() {
    return knowledge.rules().values().stream().map(this::criterion).toList();
  }

  /** The wording is all that ties a criterion to findings, so those are given that it names. */
  private Map<String, Object> criterion(Rule rule) {
    Set<String> named = new LinkedHashSet<>();
    phrases.find(rule.text()).forEach(hit -> named.addAll(hit.meanings()));
    return Entry.of(rule.id(), rule.text())
        .flag("proposal", rule.isProposal())
        .text("tier", rule.tier())
        .text("status", rule.status())
        .text("urgency", rule.urgency())
        .references("namesFindings", "finding", named)
        .sources(rule.sources())
        .written();
  }

  List<Map<String, Object>> findings() {
    return knowledge.findings().values().stream().map(ClinicalEntries::finding).toList();
  }

  private static Map<String, Object> finding(FindingDefinition finding) {
    return Entry.of(finding.id(), finding.label())
        .reference("pillar", "pillar", finding.belongsTo().map(Pillar::name))
        .references("shownBy", "concept", finding.shownBy())
        .references("suggestedBy", "concept", finding.suggestedBy())
        .flag("broaderSuggests", finding.broaderSuggests())
        .list("phrases", finding.phrases())
        .list("firmPhrases", finding.firmPhrases())
        .list("weakPhrases", finding.weakPhrases())
        .list("painPhrases", finding.painPhrases())
        .list("abbreviations", finding.abbreviations())
        .text("confidence", finding.confidence())
        .sources(finding.sources())
        .written();
  }

  List<Map<String, Object>> mimics() {
    return knowledge.mimics().values().stream().map(ClinicalEntries::mimic).toList();
  }

  private static Map<String, Object> mimic(MimicDefinition mimic) {
    return Entry.of(mimic.id(), mimic.label())
        .text("test", mimic.test())
        .choices("effects", mimic.effects())
        .references("recordedBy", "finding", mimic.recordedBy())
        .constants("explains", "pillar", mimic.explains())
        .references("clues", "finding", mimic.clues())
        .constants("drugs", "drug", mimic.drugs())
        .number("drugDays", mimic.drugDays())
        .references("notWith", "finding", mimic.notWith())
        .number("fromMonths", mimic.fromMonths())
        .number("toMonths", mimic.toMonths())
        .text("offer", mimic.offerLabel())
        .references("orders", "order", mimic.orders())
        .references("ordersNeed", "finding", mimic.ordersNeed())
        .text("confidence", mimic.confidence())
        .sources(mimic.sources())
        .written();
  }

  List<Map<String, Object>> triggers() {
    return knowledge.triggers().values().stream().map(ClinicalEntries::trigger).toList();
  }

  private static Map<String, Object> trigger(TriggerDefinition trigger) {
    return Entry.of(trigger.id(), trigger.label())
        .number("lookBackDays", trigger.lookBackDays())
        .text("countedFrom", Entry.words(trigger.countedFrom()))
        .references("findings", "finding", trigger.findings())
        .references("positiveResults", "concept", trigger.positiveResults())
        .constants("drugs", "drug", trigger.drugs())
        .constants("drugsEnded", "drug", trigger.drugsEnded())
        .flag("vaccinations", trigger.vaccinations())
        .text("confidence", trigger.confidence())
        .sources(trigger.sources())
        .proposedIn("lookBackDays")
        .written();
  }

  List<Map<String, Object>> results() {
    return knowledge.results().values().stream().map(ClinicalEntries::result).toList();
  }

  private static Map<String, Object> result(ResultDefinition result) {
    Entry concepts = Entry.part();
    for (Specimen specimen : Specimen.values()) {
      concepts.references(
          Entry.words(specimen), "concept", result.concepts().getOrDefault(specimen, List.of()));
    }
    return Entry.of(result.id(), result.label())
        .text("madeFor", Entry.words(result.kind()))
        .text("reads", Entry.words(result.reads()))
        .text("specimen", Entry.words(result.specimen()))
        .part("conceptsBySpecimen", concepts.written())
        .list("words", result.words())
        .list("wholeNames", result.wholeNames())
        .list("specimenWords", result.specimenWords())
        .list("notWords", result.notWords())
        .list("positiveWords", result.positiveWords())
        .list("negativeWords", result.negativeWords())
        .list("openWords", result.openWords())
        .sources(result.sources())
        .written();
  }

  List<Map<String, Object>> antibodies() {
    return knowledge.antibodies().values().stream().map(ClinicalEntries::antibody).toList();
  }

  private static Map<String, Object> antibody(AntibodyDefinition antibody) {
    return Entry.of(antibody.result(), antibody.name())
        .text("cancerRisk", Entry.words(antibody.risk()))
        .text("note", antibody.caution())
        .reference("result", "result", antibody.result())
        .references("tumours", "finding", antibody.tumours())
        .references("searches", "order", antibody.searches())
        .flag("inEveryPanel", antibody.inEveryPanel())
        .text("confidence", antibody.confidence())
        .sources(antibody.sources())
        .written();
  }

  List<Map<String, Object>> cancers() {
    return knowledge.cancers().values().stream().map(this::cancer).toList();
  }

  private Map<String, Object> cancer(CancerDefinition cancer) {
    return Entry.of(cancer.finding(), knowledge.definition(cancer.named()).label())
        .reference("finding", "finding", cancer.finding())
        .flag("fitsOms", cancer.fitsOms())
        .flag("omsException", cancer.omsException())
        .text("confidence", cancer.confidence())
        .sources(cancer.sources())
        .written();
  }
}
