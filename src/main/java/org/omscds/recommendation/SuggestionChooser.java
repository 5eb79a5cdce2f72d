package org.omscds.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.mimic.NamedMimic;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.finding.DrugReader;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.CardDefinition.Also;
import org.omscds.knowledge.CardDefinition.Offer;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.patient.Allergy;
import org.omscds.patient.PatientRecord;

/**
 * Chooses what a card suggests: only orders that are due, only regions not yet imaged, nothing that
 * another card of the response offers already, and no drug to which an allergy is recorded.
 */
final class SuggestionChooser {

  private static final String FIRST_LINE = "C26";

  private final KnowledgeBase knowledge;
  private final DrugReader drugs;

  SuggestionChooser(KnowledgeBase knowledge, DrugReader drugs) {
    this.knowledge = knowledge;
    this.drugs = drugs;
  }

  /**
   * Fills one card.
   *
   * @param call what was called for: the row, its card and the drafts that it is about
   * @param accepted ids of suggestions that were taken and are not offered again
   * @param shownCards all cards of the response
   */
  Recommendation choose(
      Called call,
      Set<String> accepted,
      PatientRecord patient,
      Assessment assessment,
      Set<String> shownCards) {
    CardDefinition card = call.card();
    List<OfferedSuggestion> suggestions = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Offer offer : card.suggestions()) {
      if (holds(offer.when(), offer.unless(), assessment)) {
        List<Change> changes = changes(offer, patient, assessment);
        if (changes.isEmpty()) {
          fill(offer, patient, assessment, shownCards, leftOut)
              .map(offered -> starred(offered, card))
              .ifPresent(suggestions::add);
        } else {
          suggestions.add(
              new OfferedSuggestion(
                  offer.id(), offer.label(), offer.recommended(), List.of(), changes));
        }
      }
    }
    if (card.namesMimics()) {
      addTestsForMimics(assessment, suggestions);
    }
    suggestions.removeIf(each -> accepted.contains(each.id()));
    return new Recommendation(call.row(), card, suggestions, leftOut, call.drafts());
  }

  /** Which first-line option is recommended is the site's choice: centres differ. */
  private OfferedSuggestion starred(OfferedSuggestion offered, CardDefinition card) {
    return card.id().equals(FIRST_LINE) && knowledge.site().proposals().stars(offered.id())
        ? new OfferedSuggestion(offered.id(), offered.label(), true, offered.orders())
        : offered;
  }

  /** Drafts that another test replaces, and new problems that lack their specific code. */
  private List<Change> changes(Offer offer, PatientRecord patient, Assessment assessment) {
    List<Change> changes = new ArrayList<>();
    offer.replaces().stream()
        .map(knowledge::order)
        .filter(order -> holds(order.when(), order.unless(), assessment))
        .findFirst()
        .ifPresent(order ->
            assessment.draftedTests().panels().stream()
                .filter(panel -> panel.replaceable())
                .map(panel -> panel.draft().resource())
                .filter(resource -> "ServiceRequest".equals(resource.get("resourceType")))
                .forEach(resource -> changes.add(new Change(Change.Kind.TEST, resource, order))));
    offer
        .problemCode()
        .map(knowledge::order)
        .ifPresent(order ->
            assessment.unspecificProblems().stream()
                .flatMap(
                    reference -> Optional.ofNullable(patient.newProblems().get(reference)).stream())
                .filter(resource -> resource.containsKey("id"))
                .forEach(resource -> changes.add(new Change(Change.Kind.CODE, resource, order))));
    return changes;
  }

  /** The tests of the mimics that the chart speaks for, each test once in a card. */
  private void addTestsForMimics(Assessment assessment, List<OfferedSuggestion> suggestions) {
    Set<OrderDefinition> offered = new LinkedHashSet<>();
    suggestions.forEach(each -> offered.addAll(each.orders()));
    for (NamedMimic named : assessment.differential().named()) {
      Optional<String> label = named.mimic().offerLabel();
      if (named.offersTests() && label.isPresent()) {
        Set<OrderDefinition> due = expand(named.mimic().orders(), assessment);
        due.removeAll(offered);
        if (!due.isEmpty()) {
          offered.addAll(due);
          suggestions.add(
              new OfferedSuggestion(
                  "mimic-" + named.mimic().id(), label.get(), false, List.copyOf(due)));
        }
      }
    }
  }

  private Optional<OfferedSuggestion> fill(
      Offer offer,
      PatientRecord patient,
      Assessment assessment,
      Set<String> shownCards,
      List<String> leftOut) {
    boolean shownElsewhere = offer.alsoOfferedBy().filter(shownCards::contains).isPresent();
    List<String> wanted = new ArrayList<>(offer.orders());
    if (shownElsewhere) {
      wanted.removeAll(offer.shownOrders().isEmpty() ? offer.orders() : offer.shownOrders());
    }
    Set<OrderDefinition> due = expand(wanted, assessment);
    StringBuilder further = new StringBuilder();
    for (Also also : offer.also()) {
      Set<OrderDefinition> added = expand(also.orders(), assessment);
      if (due.addAll(added)) {
        further.append(" + ").append(also.label());
      }
    }
    for (OrderDefinition order : due) {
      Optional<String> stop = allergyTo(order, patient).or(() -> hardStop(order, assessment));
      if (stop.isPresent()) {
        leftOut.add("\"" + offer.label() + "\" is left out: " + stop.get());
        return Optional.empty();
      }
    }
    boolean lacksNeeded =
        offer.needs().stream()
            .anyMatch(need -> expand(List.of(need), assessment).stream().noneMatch(due::contains));
    if (due.isEmpty() || lacksNeeded) {
      return Optional.empty();
    }
    String label =
        isRemainder(offer, due, assessment) && offer.remainderLabel() != null
            ? offer.remainderLabel()
            : withRegions(offer.label(), due, assessment);
    return Optional.of(
        new OfferedSuggestion(offer.id(), label + further, offer.recommended(), List.copyOf(due)));
  }

  /** Whether nothing is left of what another card may offer: that card has it, or it is done. */
  private boolean isRemainder(Offer offer, Collection<OrderDefinition> due, Assessment assessment) {
    return !offer.shownOrders().isEmpty()
        && expand(offer.shownOrders(), assessment).stream().noneMatch(due::contains);
  }

  /** A label that names all four regions is cut to those that are ordered here. */
  private static String withRegions(
      String label, Collection<OrderDefinition> due, Assessment assessment) {
    Set<BodyRegion> covered = EnumSet.noneOf(BodyRegion.class);
    due.forEach(order -> order.scan().ifPresent(scan -> covered.addAll(scan.regions())));
    if (covered.isEmpty()
        || covered.size() == 4
        || assessment.tumourImaging().toOrder().size() == 4) {
      return label;
    }
    List<String> names = covered.stream().map(BodyRegion::label).toList();
    return label
        .replace("neck, chest, abdomen and pelvis", String.join(" and ", names))
        .replace("neck, chest, abdomen, pelvis", String.join(", ", names));
  }

  private Set<OrderDefinition> expand(List<String> ids, Assessment assessment) {
    Set<OrderDefinition> due = new LinkedHashSet<>();
    for (String id : ids) {
      List<OrderDefinition> members =
          knowledge.orderGroups().getOrDefault(id, List.of(id)).stream()
              .map(knowledge::order)
              .toList();
      if (members.getFirst().scan().isPresent()) {
        due.addAll(smallestCover(members, assessment));
      } else {
        members.stream().filter(each -> isDue(each, assessment)).forEach(due::add);
      }
    }
    return due;
  }

  /**
   * The fewest scans that cover the regions to order and nothing else; a repeat search may cover
   * more, so that few orders do.
   */
  private static List<OrderDefinition> smallestCover(
      List<OrderDefinition> scans, Assessment assessment) {
    Set<BodyRegion> open = EnumSet.noneOf(BodyRegion.class);
    boolean repeat = scans.getFirst().scan().filter(OrderDefinition.Imaging::repeat).isPresent();
    open.addAll(
        repeat
            ? assessment.followUp().repeatSearch().regionsToOrder()
            : assessment.tumourImaging().toOrder());
    List<OrderDefinition> largestFirst = new ArrayList<>(scans);
    largestFirst.sort(Comparator.comparingInt(scan -> -regions(scan).size()));
    List<OrderDefinition> chosen = new ArrayList<>();
    for (OrderDefinition scan : largestFirst) {
      boolean fits =
          repeat ? !Collections.disjoint(open, regions(scan)) : open.containsAll(regions(scan));
      if (fits) {
        chosen.add(scan);
        open.removeAll(regions(scan));
      }
    }
    return chosen.reversed();
  }

  private static List<BodyRegion> regions(OrderDefinition scan) {
    return scan.scan().map(OrderDefinition.Imaging::regions).orElse(List.of());
  }

  private static boolean isDue(OrderDefinition order, Assessment assessment) {
    Optional<LocalDate> onset = assessment.neuroOnset();
    return holds(order.when(), order.unless(), assessment)
        && assessment.orders().state(order, onset) instanceof OrderHistory.State.Due;
  }

  private Optional<String> allergyTo(OrderDefinition order, PatientRecord patient) {
    Optional<DrugClass> drugClass = order.proposedDrug().map(OrderDefinition.DrugChoice::drugClass);
    return drugClass.flatMap(named ->
        patient.allergies().stream()
            .filter(allergy -> reactsTo(allergy, named))
            .findFirst()
            .map(allergy ->
                "an allergy to this class of drug is recorded (" + allergy.reference() + ")"));
  }

  private static Optional<String> hardStop(OrderDefinition order, Assessment assessment) {
    return order
        .proposedDrug()
        .map(drug -> assessment.stops().getOrDefault(drug.drugClass(), List.of()))
        .flatMap(stops -> stops.stream().findFirst())
        .map(stop ->
            stop.label()
                + stop.evidence().stream()
                    .findFirst()
                    .map(evidence -> " (" + evidence.reference() + ")")
                    .orElse(""));
  }

  private boolean reactsTo(Allergy allergy, DrugClass drugClass) {
    return allergy.substances().stream()
        .anyMatch(substance -> drugs.isAllergyTo(substance, drugClass));
  }

  private static boolean holds(List<Fact> when, List<Fact> unless, Assessment assessment) {
    return assessment.facts().containsAll(when) && unless.stream().noneMatch(assessment::holds);
  }
}
