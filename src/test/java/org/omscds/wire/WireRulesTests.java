package org.omscds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireRulesTests {

  private static final Suggestion RECOMMENDED = new Suggestion("One", null, true, List.of());
  private static final Suggestion OTHER = new Suggestion("Two", null, false, List.of());
  private static final HookContext CONTEXT = WireExamples.CONTEXT;
  private static final String URL = "https://oms.example.org/";

  /** Each broken rule with the words by which the refusal names the member. */
  static Stream<Arguments> brokenRules() {
    return Stream.of(
        broken("hook is required", () -> new HookRequest("", "i", null, null, CONTEXT)),
        broken("hookInstance is required", () -> new HookRequest("h", " ", null, null, CONTEXT)),
        broken("context is required", () -> new HookRequest("h", "i", null, null, null)),
        broken(
            "fhirServer is required where fhirAuthorization",
            () -> new HookRequest("h", "i", null, WireExamples.AUTHORIZATION, CONTEXT)),
        broken("fhirServer must be", () -> new HookRequest("h", "i", "ftp://a/b", null, CONTEXT)),
        broken("fhirServer must be", () -> new HookRequest("h", "i", "/fhir", null, CONTEXT)),
        broken("fhirServer must be", () -> new HookRequest("h", "i", "a b", null, CONTEXT)),
        broken("context.userId is required", () -> new HookContext(null, "p", null)),
        broken("context.patientId is required", () -> new HookContext("u", "", null)),
        broken("access_token", () -> authorization("", "Bearer", "s", "c")),
        broken("token_type is required", () -> authorization("t", "", "s", "c")),
        broken("token_type must be Bearer", () -> authorization("t", "MAC", "s", "c")),
        broken("scope", () -> authorization("t", "Bearer", "", "c")),
        broken("subject", () -> authorization("t", "Bearer", "s", "")),
        broken("cards is required", () -> new CdsResponse(null, null)),
        broken(
            "extension.org.example.a must be an object",
            () -> new CdsResponse(List.of(), Map.of("org.example.a", "text"))),
        broken("card.summary is required", () -> WireExamples.bareCard("")),
        broken("card.summary must be shorter", () -> WireExamples.bareCard("x".repeat(140))),
        broken("selectionBehavior", () -> card(List.of(OTHER), null)),
        broken("selectionBehavior", () -> card(List.of(), SelectionBehavior.ANY)),
        broken(
            "several may be recommended only",
            () -> card(List.of(RECOMMENDED, RECOMMENDED), SelectionBehavior.AT_MOST_ONE)),
        broken("overrideReasons.display", () -> cardWithReason(new Coding("s", "c", ""))),
        broken("source.label", () -> new Source("", null, null, null)),
        broken("source.url", () -> new Source("l", "about", null, null)),
        broken("source.icon", () -> new Source("l", null, "icon.png", null)),
        broken("suggestion.label", () -> new Suggestion("", null, false, List.of())),
        broken("action.type", () -> new Action(null, "d", null, null)),
        broken("action.description", () -> create("", WireExamples.draftOrder())),
        broken("action.resource is required", () -> create("d", null)),
        broken("has a resourceType", () -> create("d", Map.of("id", "a"))),
        broken("action.resource.note[].text must not be empty", () -> create("d", emptyNote())),
        broken("action.resource.code must not be null", () -> create("d", nullCode())),
        broken("action.resource.note must not be empty", () -> create("d", noNotes())),
        broken("action.resourceId", () -> new Action(ActionType.DELETE, "d", null, "")),
        broken("link.label", () -> new Link("", URL, LinkType.ABSOLUTE, null)),
        broken("link.url", () -> new Link("l", "criteria", LinkType.ABSOLUTE, null)),
        broken("link.url is required", () -> new Link("l", "", LinkType.ABSOLUTE, null)),
        broken("link.type", () -> new Link("l", URL, null, null)),
        broken("link.appContext", () -> new Link("l", URL, LinkType.ABSOLUTE, "{}")),
        broken("coding.system", () -> new Coding("", "c", null)),
        broken("coding.code", () -> new Coding("s", "", null)),
        broken("issue is required", () -> new OperationOutcome("OperationOutcome", List.of())),
        broken("resourceType", () -> new OperationOutcome("Patient", List.of(WireExamples.ISSUE))),
        broken("issue.details.text", () -> new OperationOutcome.Details("")));
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void aBrokenRuleIsRefusedByName(String words, Supplier<Object> construction) {
    assertThatIllegalArgumentException().isThrownBy(construction::get).withMessageContaining(words);
  }

  /** cds-hooks_2.0@83. */
  @Test
  void aSummaryMayHave139Characters() {
    assertThat(WireExamples.bareCard("x".repeat(139)).summary()).hasSize(139);
  }

  @Test
  void severalSuggestionsMayBeRecommendedWhereAnyMayBeTaken() {
    assertThat(card(List.of(RECOMMENDED, RECOMMENDED), SelectionBehavior.ANY).suggestions())
        .hasSize(2);
    assertThat(card(List.of(RECOMMENDED, OTHER), SelectionBehavior.AT_MOST_ONE).suggestions())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://fhir_server:8080/fhir", "https://ehr.example.org/r4"})
  void aFhirServerMayBeAnyHttpAddress(String address) {
    assertThat(new HookRequest("h", "i", address, null, CONTEXT).fhirServer()).isEqualTo(address);
  }

  @Test
  void listsAndMapsAreCopied() {
    List<Card> cards = new ArrayList<>();
    Map<String, Object> extension = new HashMap<>(Map.of("org.example.a", Map.of("b", 1)));
    CdsResponse response = new CdsResponse(cards, extension);
    cards.add(WireExamples.CARD);
    extension.clear();
    assertThat(response.cards()).isEmpty();
    assertThat(response.extension()).containsKey("org.example.a");
  }

  @Test
  void theMembersOfAResourceKeepTheirOrder() {
    assertThat(create("d", WireExamples.draftOrder()).resource().keySet())
        .containsExactly("resourceType", "id", "status", "category");
  }

  @Test
  void theTextOfARequestNeverShowsTheToken() {
    HookRequest request =
        new HookRequest("h", "i", URL, authorization("hush", "Bearer", "s", "c"), CONTEXT);
    assertThat(request.toString()).doesNotContain("hush");
  }

  private static Arguments broken(String words, Supplier<Object> construction) {
    return argumentSet(words, words, construction);
  }

  private static FhirAuthorization authorization(
      String token, String type, String scope, String subject) {
    return new FhirAuthorization(token, type, 300, scope, subject, null);
  }

  private static Action create(String description, @Nullable Map<String, Object> resource) {
    return new Action(ActionType.CREATE, description, resource, null);
  }

  private static Map<String, Object> emptyNote() {
    return Map.of("resourceType", "Task", "note", List.of(Map.of("text", "")));
  }

  private static Map<String, Object> noNotes() {
    return Map.of("resourceType", "Task", "note", List.of());
  }

  private static Map<String, Object> nullCode() {
    Map<String, Object> resource = new HashMap<>(Map.of("resourceType", "Task"));
    resource.put("code", null);
    return resource;
  }

  private static Card card(List<Suggestion> suggestions, @Nullable SelectionBehavior behavior) {
    return new Card(
        "u",
        "s",
        null,
        Indicator.INFO,
        WireExamples.SOURCE,
        suggestions,
        behavior,
        List.of(),
        List.of(),
        null);
  }

  private static Card cardWithReason(Coding reason) {
    return new Card(
        "u",
        "s",
        null,
        Indicator.INFO,
        WireExamples.SOURCE,
        List.of(),
        null,
        List.of(reason),
        List.of(),
        null);
  }
}
