package org.omscds.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.omscds.consultation.Charts;
import org.omscds.consultation.WrittenChart;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.patient.DraftOrder;

/**
 * A situation in which a card is shown or not.
 *
 * @param months the age of the patient
 * @param drafts orders that are being written
 * @param shown the card's indicator, or the empty text where it is not shown
 * @param reason why it is held back, or the empty text where it is not called for at all
 * @param offered orders that the card offers
 * @param notOffered orders that it must not offer
 */
record Situation(
    String name,
    String card,
    Hook hook,
    int months,
    UnaryOperator<WrittenChart> chart,
    List<DraftOrder> drafts,
    String shown,
    String reason,
    List<String> offered,
    List<String> notOffered) {

  /** The card is shown with that indicator. */
  static Situation fires(
      String card, Hook hook, UnaryOperator<WrittenChart> chart, String indicator) {
    return new Situation(
        "fires", card, hook, 30, chart, List.of(), indicator, "", List.of(), List.of());
  }

  /** The card is not called for. */
  static Situation silent(String card, Hook hook, UnaryOperator<WrittenChart> chart) {
    return new Situation("silent", card, hook, 30, chart, List.of(), "", "", List.of(), List.of());
  }

  Situation named(String changed) {
    return new Situation(
        changed, card, hook, months, chart, drafts, shown, reason, offered, notOffered);
  }

  Situation aged(int changed) {
    return new Situation(
        name, card, hook, changed, chart, drafts, shown, reason, offered, notOffered);
  }

  Situation drafting(DraftOrder... changed) {
    return new Situation(
        name, card, hook, months, chart, List.of(changed), shown, reason, offered, notOffered);
  }

  /** It is called for, and held back for that reason. */
  Situation heldBack(String changed) {
    return new Situation(name, card, hook, months, chart, drafts, "", changed, offered, notOffered);
  }

  Situation offering(String... orders) {
    return new Situation(
        name, card, hook, months, chart, drafts, shown, reason, List.of(orders), notOffered);
  }

  Situation notOffering(String... orders) {
    return new Situation(
        name, card, hook, months, chart, drafts, shown, reason, offered, List.of(orders));
  }

  /** Holds the consultation and compares. */
  void check() {
    Recommendations answer =
        Charts.consult(chart.apply(WrittenChart.child(months)).record().withDrafts(drafts), hook)
            .recommendations();
    List<Recommendation> cards =
        answer.shown().stream().filter(each -> each.card().id().equals(card)).toList();
    assertThat(cards)
        .as("%s among %s", this, answer.shown().stream().map(each -> each.card().id()).toList())
        .extracting(each -> each.row().indicator().name().toLowerCase(Locale.ROOT))
        .isEqualTo(shown.isEmpty() ? List.of() : List.of(shown));
    if (!reason.isEmpty()) {
      assertThat(answer.suppressed())
          .filteredOn(each -> each.card().equals(card))
          .extracting(each -> each.reason().name())
          .containsExactly(reason);
    }
    List<String> orders =
        cards.stream()
            .flatMap(each -> each.suggestions().stream())
            .flatMap(each -> each.orders().stream())
            .map(OrderDefinition::id)
            .toList();
    if (!offered.isEmpty()) {
      assertThat(orders).as(toString()).containsAll(offered);
    }
    assertThat(orders).as(toString()).filteredOn(notOffered::contains).isEmpty();
  }

  @Override
  public String toString() {
    return card + " on " + hook.hookName() + ": " + name;
  }
}
