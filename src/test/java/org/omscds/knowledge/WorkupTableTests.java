package org.omscds.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test of the workup tables can be ordered, or it is said here why not. */
class WorkupTableTests {

  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeLoader().load(SiteSettings.defaults());

  private static final Map<String, String> WITHOUT_ORDER =
      Map.of(
          "W09", "no such row",
          "W12b", "research only: never suggested, and a result changes no tier");

  static Stream<String> ids() {
    return Stream.of(
            numbered("W", "%s%02d", 21), Stream.of("W12b"),
            numbered("B", "%s%02d", 16), numbered("AD", "%s%d", 11))
        .flatMap(each -> each);
  }

  private static Stream<String> numbered(String letters, String form, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> form.formatted(letters, number));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyRowHasAnOrderOrAReason(String id) {
    boolean ordered =
        KNOWLEDGE.orders().keySet().stream()
            .anyMatch(order -> order.equals(id) || order.startsWith(id + "-"));
    assertThat(ordered || WITHOUT_ORDER.containsKey(id)).as(id).isTrue();
    assertThat(ordered && WITHOUT_ORDER.containsKey(id)).as(id + " has both").isFalse();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyOrderOfTheTablesIsOfferedSomewhere(String id) {
    List<String> offered =
        Stream.concat(
                KNOWLEDGE.cards().values().stream()
                    .flatMap(card -> card.suggestions().stream())
                    .flatMap(offer ->
                        Stream.concat(
                            offer.orders().stream(),
                            offer.also().stream().flatMap(also -> also.orders().stream()))),
                KNOWLEDGE.mimics().values().stream().flatMap(mimic -> mimic.orders().stream()))
            .flatMap(order -> KNOWLEDGE.orderGroups().getOrDefault(order, List.of(order)).stream())
            .toList();
    assertThat(
            WITHOUT_ORDER.containsKey(id)
                || offered.stream()
                    .anyMatch(order -> order.equals(id) || order.startsWith(id + "-")))
        .as(id)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void everyOrderSaysWhyFromWhereAndHowUrgent(OrderDefinition order) {
    assertThat(order.priority()).isIn("stat", "urgent", "asap", "routine");
    assertThat(order.why()).isNotBlank();
    assertThat(order.sources()).isNotEmpty();
  }

  static Stream<OrderDefinition> orders() {
    return KNOWLEDGE.orders().values().stream();
  }
}
