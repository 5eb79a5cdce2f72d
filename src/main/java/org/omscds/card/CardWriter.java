package org.omscds.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.omscds.assessment.Assessment;
import org.omscds.consultation.Consultation;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.OverrideReason;
import org.omscds.knowledge.Pillar;
import org.omscds.recommendation.Change;
import org.omscds.recommendation.OfferedSuggestion;
import org.omscds.recommendation.Recommendation;
import org.omscds.wire.Action;
import org.omscds.wire.ActionType;
import org.omscds.wire.Card;
import org.omscds.wire.Coding;
import org.omscds.wire.Indicator;
import org.omscds.wire.Link;
import org.omscds.wire.LinkType;
import org.omscds.wire.SelectionBehavior;
import org.omscds.wire.Source;
import org.omscds.wire.Suggestion;

/** Writes the cards of a consultation: the one crossing from the medicine to CDS Hooks. */
public final class CardWriter {

  /** The cards that lead to the site's own pathway. */
  private static final Set<String> WITH_PATHWAY = Set.of("C01", "C02", "C26");

  private final KnowledgeBase knowledge;
  private final CardDetail detail;
  private final DraftResources drafts;
  private final Explanation explanation;
  private final Function<String, UUID> uuids;

  /**
   * Prepares the writers.
   *
   * @param uuids gives the same name the same UUID, in a way that nobody else can guess
   */
  public CardWriter(KnowledgeBase knowledge, Function<String, UUID> uuids) {
    this.uuids = uuids;
    this.knowledge = knowledge;
    this.detail = new CardDetail(knowledge);
    this.drafts = new DraftResources(knowledge);
    this.explanation = new Explanation(knowledge);
  }

  /**
   * The cards, most urgent first; an empty list means that the chart was read and calls for none.
   */
  public List<Card> write(Consultation consultation, CallContext call) {
    return consultation.recommendations().shown().stream()
        .map(recommendation -> card(recommendation, consultation, call))
        .toList();
  }

  private Card card(Recommendation recommendation, Consultation consultation, CallContext call) {
    CardDefinition definition = recommendation.card();
    Assessment assessment = consultation.assessment();
    String uuid = uuid(recommendation, assessment, call);
    List<Suggestion> suggestions = suggestions(recommendation, uuid, call, consultation);
    return new Card(
        uuid,
        CardSummary.of(recommendation, assessment, consultation.patient().consultationDate()),
        detail.of(recommendation, consultation),
        Indicator.valueOf(recommendation.row().indicator().name()),
        source(recommendation.row().ownSource().orElse(definition.source())),
        suggestions,
        suggestions.isEmpty() ? null : selection(definition),
        overrides(definition),
        links(definition, assessment),
        Map.of("org.omscds.explanation", explanation.of(recommendation, assessment)));
  }

  /**
   * The same for the same card, patient and episode, or draft orders, so that an EHR can recognise
   * the card again and its feedback finds the way.
   */
  private String uuid(Recommendation recommendation, Assessment assessment, CallContext call) {
    String subject =
        recommendation.drafts().isEmpty()
            ? assessment.neuroOnset().map(Object::toString).orElse("no episode")
            : String.join("\n", new TreeSet<>(recommendation.drafts()));
    return uuid(
        String.join("\n", recommendation.card().id(), call.home(), call.patientId(), subject));
  }

  private String uuid(String name) {
    return uuids.apply(name).toString();
  }

  private List<Suggestion> suggestions(
      Recommendation recommendation, String cardUuid, CallContext call, Consultation consultation) {
    List<Evidence> reasons = reasons(consultation.assessment());
    LocalDate today = consultation.patient().consultationDate();
    List<Suggestion> written = new ArrayList<>();
    for (OfferedSuggestion offered : recommendation.suggestions()) {
      List<Action> actions = new ArrayList<>();
      for (OrderDefinition order : offered.orders()) {
        actions.add(
            new Action(
                ActionType.CREATE,
                describe(order),
                drafts.draft(order, call, reasons, today),
                null));
      }
      for (Change change : offered.changes()) {
        actions.add(new Action(ActionType.UPDATE, describe(change), changed(change), null));
      }
      written.add(
          new Suggestion(
              offered.label(),
              uuid(cardUuid + "\n" + offered.id()),
              offered.recommended(),
              actions));
    }
    return written;
  }

  private Map<String, Object> changed(Change change) {
    return switch (change.kind()) {
      case TEST -> drafts.replaced(change.resource(), change.order());
      case CODE -> drafts.specified(change.resource(), change.order());
    };
  }

  private static String describe(Change change) {
    return switch (change.kind()) {
      case TEST -> "Change the draft order to: " + change.order().text();
      case CODE -> "Add the specific code to the problem: " + change.order().text();
    };
  }

  private static String describe(OrderDefinition order) {
    return switch (order.kind()) {
      case SERVICE -> "Draft order: " + order.text();
      case TASK -> "Draft task: " + order.text();
      case CONDITION -> "Problem list: " + order.text();
      case DRUG -> "Draft medication order without dose: " + order.text();
      case COMMUNICATION -> "Draft message: " + order.text();
      case APPOINTMENT -> "Proposed appointment: " + order.text();
      case CARE_PLAN -> "Draft care plan: " + order.text();
    };
  }

  /** The evidence of the pillars that are there, then of those that may be, then the diagnosis. */
  private static List<Evidence> reasons(Assessment assessment) {
    List<Evidence> reasons = new ArrayList<>();
    for (Pillar pillar : assessment.pillars().present()) {
      reasons.addAll(assessment.pillars().of(pillar).finding().restsOn());
    }
    for (Pillar pillar : assessment.pillars().possible()) {
      reasons.addAll(assessment.pillars().of(pillar).finding().restsOn());
    }
    reasons.addAll(assessment.course().worsening().evidence());
    reasons.addAll(assessment.diagnosisEvidence());
    return reasons;
  }

  private Source source(String key) {
    org.omscds.knowledge.Source cited = knowledge.site().links().localised(knowledge.source(key));
    return new Source(cited.label(), cited.url(), null, null);
  }

  private static SelectionBehavior selection(CardDefinition definition) {
    return definition.selection().equals("at-most-one")
        ? SelectionBehavior.AT_MOST_ONE
        : SelectionBehavior.ANY;
  }

  private List<Coding> overrides(CardDefinition definition) {
    List<Coding> codings = new ArrayList<>();
    for (String code : definition.overrides()) {
      OverrideReason reason = knowledge.overrides().get(code);
      if (reason != null) {
        codings.add(new Coding(OverrideReason.SYSTEM, reason.code(), reason.display()));
      }
    }
    return codings;
  }

  private List<Link> links(CardDefinition definition, Assessment assessment) {
    List<Link> links = new ArrayList<>();
    String pathway = knowledge.site().links().pathwayUrl();
    if (!pathway.isEmpty() && WITH_PATHWAY.contains(definition.id())) {
      links.add(new Link("Local pathway", pathway, LinkType.ABSOLUTE, null));
    }
    for (CardDefinition.Reading reading : definition.links()) {
      String url = knowledge.site().links().localised(knowledge.source(reading.source())).url();
      if (url != null && assessment.facts().containsAll(reading.when())) {
        links.add(new Link(reading.label(), url, LinkType.ABSOLUTE, null));
      }
    }
    knowledge
        .site()
        .links()
        .entryOf(definition)
        .ifPresent(entry ->
            links.add(
                new Link("Why this card: rules and sources", entry, LinkType.ABSOLUTE, null)));
    return links;
  }
}
