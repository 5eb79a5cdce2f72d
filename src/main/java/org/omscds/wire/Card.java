package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One card. The standard lets the uuid be left out; here it is required, because feedback cannot be
 * given on a card without one.
 *
 * @param summary one sentence of less than 140 characters
 * @param detail GitHub Flavored Markdown without HTML
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Card(
    String uuid,
    String summary,
    @Nullable String detail,
    Indicator indicator,
    Source source,
    List<Suggestion> suggestions,
    @Nullable SelectionBehavior selectionBehavior,
    List<Coding> overrideReasons,
    List<Link> links,
    @Nullable Map<String, Object> extension) {

  private static final int SUMMARY_LIMIT = 140;

  public Card {
    Required.text("card.uuid", uuid);
    Required.text("card.summary", summary);
    Required.that(
        summary.length() < SUMMARY_LIMIT,
        "card.summary must be shorter than "
            + SUMMARY_LIMIT
            + " characters and has "
            + summary.length());
    detail = Required.absentIfEmpty(detail);
    Required.value("card.indicator", indicator);
    Required.value("card.source", source);
    suggestions = Required.copyOf(suggestions);
    overrideReasons = Required.copyOf(overrideReasons);
    links = Required.copyOf(links);
    extension = Required.extension("card.extension", extension);
    Required.that(
        suggestions.isEmpty() == (selectionBehavior == null),
        "card.selectionBehavior must be given with suggestions and only with them");
    Required.that(
        selectionBehavior == SelectionBehavior.ANY
            || suggestions.stream().filter(Suggestion::isRecommended).count() <= 1,
        "card.suggestions: several may be recommended only where selectionBehavior is any");
    Required.that(
        overrideReasons.stream().allMatch(reason -> reason.display() != null),
        "card.overrideReasons.display is required");
  }
}
