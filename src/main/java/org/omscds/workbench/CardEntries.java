package org.omscds.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.OverrideReason;
import org.omscds.knowledge.RecommendationRow;
import org.omscds.knowledge.Term;

/** What is said and offered: cards, the decision table, its facts, orders and answers. */
final class CardEntries {

  private final KnowledgeBase knowledge;

  CardEntries(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  List<Map<String, Object>> cards() {
    return knowledge.cards().values().stream().map(this::card).toList();
  }

  private Map<String, Object> card(CardDefinition card) {
    List<String> rows =
        knowledge.recommendations().stream()
            .filter(row -> row.card().equals(card.id()))
            .map(RecommendationRow::id)
            .toList();
    Entry entry =
        Entry.of(card.id(), card.title())
            .list("hooks", card.hooks())
            .references("shownWhen", "rule", rows)
            .list("suggestions", card.suggestions().stream().map(this::offer).toList())
            .text("selection", card.selection())
            .list("statements", card.detail().stream().map(CardEntries::statement).toList())
            .choices("sections", card.sections())
            .references("overrides", "override", card.overrides())
            .number("priority", card.priority())
            .references("suppresses", "card", card.suppresses())
            .reference("source", "source", card.source())
            .list("links", card.links().stream().map(CardEntries::link).toList());
    if (card.detail().stream().anyMatch(CardDefinition.Statement::proposal)) {
      entry.proposedIn("statements");
    }
    return entry.written();
  }

  private Map<String, Object> offer(CardDefinition.Offer offer) {
    List<Map<String, Object>> also =
        offer.also().stream()
            .map(each ->
                Entry.part()
                    .text("label", each.label())
                    .list("orders", orders(each.orders()))
                    .written())
            .toList();
    return Entry.part()
        .text("label", offer.label())
        .text("id", offer.id())
        .flag("recommended", offer.recommended())
        .list("orders", orders(offer.orders()))
        .list("also", also)
        .list("needs", orders(offer.needs()))
        .constants("when", "fact", offer.when())
        .constants("unless", "fact", offer.unless())
        .reference("shownBy", "card", offer.alsoOfferedBy())
        .list("shownOrders", orders(offer.shownOrders()))
        .text("remainderLabel", offer.remainderLabel() == null ? "" : offer.remainderLabel())
        .list("replaces", orders(offer.replaces()))
        .reference("specifies", "order", offer.problemCode())
        .written();
  }

  /** An id of an order may also be one of a group of orders. */
  private List<String> orders(List<String> ids) {
    return ids.stream()
        .map(id -> Entry.address(knowledge.orderGroups().containsKey(id) ? "group" : "order", id))
        .toList();
  }

  private static Map<String, Object> statement(CardDefinition.Statement statement) {
    return Entry.part()
        .text("text", statement.text())
        .flag("proposal", statement.proposal())
        .constants("when", "fact", statement.when())
        .constants("unless", "fact", statement.unless())
        .sources(statement.sources())
        .written();
  }

  private static Map<String, Object> link(CardDefinition.Reading link) {
    return Entry.part()
        .text("label", link.label())
        .reference("source", "source", link.source())
        .constants("when", "fact", link.when())
        .written();
  }

  List<Map<String, Object>> rules() {
    return knowledge.recommendations().stream().map(CardEntries::rule).toList();
  }

  private static Map<String, Object> rule(RecommendationRow row) {
    return Entry.of(row.id(), row.summary())
        .reference("card", "card", row.card())
        .text("indicator", Entry.words(row.indicator()))
        .constants("when", "fact", row.when())
        .constants("unless", "fact", row.unless())
        .number("priority", row.priority())
        .reference("source", "source", row.ownSource())
        .sources(row.sources())
        .written();
  }

  List<Map<String, Object>> facts() {
    return Arrays.stream(Fact.values())
        .map(fact ->
            Entry.of(fact.name(), Entry.words(fact)).text("means", fact.meaning()).written())
        .toList();
  }

  List<Map<String, Object>> orders() {
    return knowledge.orders().values().stream().map(this::order).toList();
  }

  private Map<String, Object> order(OrderDefinition order) {
    Entry entry =
        Entry.of(order.id(), order.text())
            .text("why", order.why())
            .text("resource", Entry.words(order.kind()))
            .text("urgency", order.priority())
            .list("codes", codes(order))
            .part("imaging", order.scan().map(CardEntries::scan).orElse(Map.of()))
            .part("drug", order.proposedDrug().map(CardEntries::drug).orElse(Map.of()))
            .list("steps", order.steps())
            .number("fromDays", order.fromDays())
            .number("toDays", order.toDays())
            .constants("when", "fact", order.when())
            .constants("unless", "fact", order.unless())
            .references("doneBy", "concept", order.doneBy())
            .references("doneByResults", "result", order.doneByResults())
            .list("words", order.words())
            .number("lookBackDays", order.lookBackDays())
            .flag("afterOnset", order.afterOnset())
            .sources(order.sources());
    if (order.lookBackDays() > 0) {
      entry.proposedIn("lookBackDays");
    }
    return entry.written();
  }

  private List<Map<String, Object>> codes(OrderDefinition order) {
    Entry own = Entry.part().text("system", OrderDefinition.SYSTEM).text("code", order.id());
    List<Map<String, Object>> standard = order.standardCode().stream().map(this::standard).toList();
    List<Map<String, Object>> catalogue =
        knowledge.site().catalogueCode(order.id()).stream()
            .map(code ->
                Entry.part()
                    .text("system", code.system())
                    .text("code", code.code())
                    .text("display", code.display())
                    .flag("replacesOwn", code.replace())
                    .written())
            .toList();
    return Stream.of(List.of(own.written()), standard, catalogue).flatMap(List::stream).toList();
  }

  private Map<String, Object> standard(OrderDefinition.CodeChoice choice) {
    String display =
        knowledge.terminology().emittable(choice.concept()).stream()
            .filter(
                term -> term.system().equals(choice.system()) && term.code().equals(choice.code()))
            .map(Term::display)
            .findFirst()
            .orElse("");
    return Entry.part()
        .text("system", choice.system())
        .text("code", choice.code())
        .text("display", display)
        .reference("concept", "concept", choice.concept())
        .written();
  }

  private static Map<String, Object> scan(OrderDefinition.Imaging imaging) {
    return Entry.part()
        .text("modality", imaging.modality())
        .choices("regions", imaging.regions())
        .flag("repeat", imaging.repeat())
        .written();
  }

  private static Map<String, Object> drug(OrderDefinition.DrugChoice drug) {
    return Entry.part()
        .reference("drugClass", "drug", drug.drugClass().name())
        .text("ingredient", drug.ingredient())
        .written();
  }

  List<Map<String, Object>> groups() {
    return knowledge.orderGroups().entrySet().stream()
        .map(group ->
            Entry.of(group.getKey(), group.getKey())
                .references("orders", "order", group.getValue())
                .written())
        .toList();
  }

  List<Map<String, Object>> overrides() {
    return knowledge.overrides().values().stream().map(CardEntries::override).toList();
  }

  private static Map<String, Object> override(OverrideReason reason) {
    return Entry.of(reason.code(), reason.display())
        .text("system", OverrideReason.SYSTEM)
        .text("hold", Entry.words(reason.hold()))
        .number("hours", reason.hours())
        .text("lift", Entry.words(reason.lift()))
        .flag("personal", reason.personal())
        .flag("needsComment", reason.needsComment())
        .proposedIn("hold", "hours", "lift")
        .written();
  }
}
