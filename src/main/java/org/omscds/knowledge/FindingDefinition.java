package org.omscds.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shows a finding.
 *
 * @param label the clinician's name for it
 * @param pillar the criterion that it belongs to, where it belongs to one
 * @param shownBy concepts whose exact and narrower codes show it
 * @param suggestedBy concepts whose exact and narrower codes make it possible, no more
 * @param broaderSuggests whether broader codes of these concepts make it possible
 * @param phrases words that name it; a clinician's words count as a code would
 * @param firmPhrases words of which a doubt touches the cause and not the finding
 * @param weakPhrases everyday words that make it possible, no more, unless the same text tells of
 *     ataxia
 * @param painPhrases words that make it possible, no more, where the same text tells of weakness or
 *     pain
 * @param abbreviations short forms that count only beside a second term of the syndrome
 * @param sources keys of the sources
 * @param confidence H, M or L
 */
public record FindingDefinition(
    String id,
    String label,
    @Nullable Pillar pillar,
    List<String> shownBy,
    List<String> suggestedBy,
    boolean broaderSuggests,
    List<String> phrases,
    List<String> firmPhrases,
    List<String> weakPhrases,
    List<String> painPhrases,
    List<String> abbreviations,
    List<String> sources,
    String confidence) {

  public FindingDefinition {
    shownBy = List.copyOf(shownBy);
    suggestedBy = List.copyOf(suggestedBy);
    phrases = List.copyOf(phrases);
    firmPhrases = List.copyOf(firmPhrases);
    weakPhrases = List.copyOf(weakPhrases);
    painPhrases = List.copyOf(painPhrases);
    abbreviations = List.copyOf(abbreviations);
    sources = List.copyOf(sources);
  }

  /** The finding described. */
  public FindingId finding() {
    return FindingId.of(id).orElseThrow(() -> new IllegalStateException("unknown finding " + id));
  }

  /** Every phrase that names it, however surely. */
  public List<String> allPhrases() {
    return Stream.of(phrases, firmPhrases, weakPhrases, painPhrases, abbreviations)
        .flatMap(List::stream)
        .toList();
  }

  /** The pillar, where the finding belongs to one. */
  public Optional<Pillar> belongsTo() {
    return Optional.ofNullable(pillar);
  }
}
