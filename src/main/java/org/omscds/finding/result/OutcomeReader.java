package org.omscds.finding.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.ResultDefinition;
import org.omscds.knowledge.ResultDefinition.Reads;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.Words;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.ReferenceRange;
import org.omscds.patient.ResultStatus;

/**
 * Reads what a value says of its test: the test's own words first, then the laboratory's
 * interpretation, then the value against the range sent with it, then words.
 */
final class OutcomeReader {

  private static final Set<String> FOUND = Set.of("POS", "DET", "RR", "WR");
  private static final Set<String> HIGH = Set.of("H", "HH", "HU", "HX", ">");
  private static final Set<String> NOT_FOUND = Set.of("NEG", "ND", "NR", "N");
  private static final Set<String> BELOW = Set.of("L", "LL", "LU", "LX", "<");
  private static final Set<String> OPEN = Set.of("IND", "E", "IE");
  private static final Set<String> ABNORMAL = Set.of("A", "AA", "ABNORMAL");

  /** A range that stands behind the value: "12 (normal &lt;10)". */
  private static final Pattern RANGE_IN_TEXT =
      Pattern.compile(
          "[(\\[]?\\s*\\b(?:ref(?:erence)?(?: range| interval)?|normal(?: range)?|rr)\\s?[:=]?\\s?"
              + "((?:[<>]=?|up to|less than)?\\s?\\d[\\d.:]*(?:\\s?(?:-|to)\\s?\\d[\\d.]*)?)"
              + "[^)\\]]*[)\\]]?",
          Pattern.CASE_INSENSITIVE);

  private final Terminology terminology;
  private final OutcomeWords words;

  OutcomeReader(KnowledgeBase knowledge, OutcomeWords words) {
    this.terminology = knowledge.terminology();
    this.words = words;
  }

  /** What an item says of a test; empty where it holds neither a value nor a reason for none. */
  Optional<Outcome> read(ObservedItem item, ResultDefinition test, ResultStatus status) {
    if (item.value() instanceof ObservedValue.NotGiven(String reason)
        && item.interpretations().isEmpty()) {
      return withoutValue(reason, status);
    }
    Outcome outcome =
        ownWords(item.value(), test)
            .or(() -> interpreted(item, test))
            .orElseGet(() -> byValue(item, test));
    return Optional.of(held(outcome, test));
  }

  /** What the coded conclusion of a report says. */
  Optional<Outcome> coded(Concept concept) {
    for (Coding coding : concept.codings()) {
      for (Term term : terminology.lookUp(coding.system(), coding.code())) {
        switch (term.concept()) {
          case "answer-present", "answer-positive", "answer-detected", "answer-yes" -> {
            return Optional.of(Outcome.POSITIVE);
          }
          case "answer-absent", "answer-negative", "answer-not-detected", "answer-no" -> {
            return Optional.of(Outcome.NEGATIVE);
          }
          case "answer-indeterminate" -> {
            return Optional.of(Outcome.INDETERMINATE);
          }
          default -> {}
        }
      }
    }
    return Optional.empty();
  }

  /** Only an amount of which both ends matter can be low. */
  private static Outcome held(Outcome outcome, ResultDefinition test) {
    return outcome == Outcome.LOW && test.reads() != Reads.RANGE ? Outcome.NEGATIVE : outcome;
  }

  /** A value that is to come is pending; one that was not measured says nothing. */
  private static Optional<Outcome> withoutValue(String reason, ResultStatus status) {
    if (reason.equals("temp-unknown") || status == ResultStatus.PRELIMINARY) {
      return Optional.of(Outcome.PENDING);
    }
    return reason.isEmpty() ? Optional.empty() : Optional.of(Outcome.INDETERMINATE);
  }

  private Optional<Outcome> ownWords(ObservedValue value, ResultDefinition test) {
    return switch (value) {
      case ObservedValue.Words(String text) -> words.inOwn(Words.of(text), test);
      case ObservedValue.Coded(Concept concept) -> words.inOwn(Words.of(concept.display()), test);
      case ObservedValue.Flag _, ObservedValue.Measured _, ObservedValue.NotGiven _ ->
          Optional.empty();
    };
  }

  private Optional<Outcome> interpreted(ObservedItem item, ResultDefinition test) {
    List<String> codes = item.interpretations();
    if (codes.stream().anyMatch(OPEN::contains)) {
      return Optional.of(Outcome.INDETERMINATE);
    }
    if (codes.stream().anyMatch(code -> FOUND.contains(code) || HIGH.contains(code))) {
      return Optional.of(Outcome.POSITIVE);
    }
    if (codes.stream().anyMatch(BELOW::contains)) {
      return Optional.of(Outcome.LOW);
    }
    if (codes.stream().anyMatch(ABNORMAL::contains)) {
      return Optional.of(abnormal(item, test));
    }
    if (codes.stream().anyMatch(NOT_FOUND::contains)) {
      return Optional.of(Outcome.NEGATIVE);
    }
    return codes.stream().flatMap(code -> words.in(Words.of(code), test).stream()).findFirst();
  }

  /**
   * "Abnormal" is high or low; where the value does not tell, only a one-sided test is positive.
   */
  private Outcome abnormal(ObservedItem item, ResultDefinition test) {
    Outcome byValue = byValue(item, test);
    return switch (byValue) {
      case POSITIVE, LOW -> byValue;
      case NEGATIVE, INDETERMINATE, PENDING ->
          test.reads() == Reads.RANGE ? Outcome.INDETERMINATE : Outcome.POSITIVE;
    };
  }

  private Outcome byValue(ObservedItem item, ResultDefinition test) {
    return switch (item.value()) {
      case ObservedValue.Flag(boolean yes) -> yes ? Outcome.POSITIVE : Outcome.NEGATIVE;
      case ObservedValue.Coded(Concept concept) ->
          coded(concept).orElseGet(() -> ofWords(concept.display(), item, test));
      case ObservedValue.Words(String text) -> ofWords(text, item, test);
      case ObservedValue.Measured(BigDecimal number, _, String comparator) ->
          ofAmount(new Amount(number, comparator, false), limits(item.ranges()), test)
              .orElse(Outcome.INDETERMINATE);
      case ObservedValue.NotGiven _ -> Outcome.INDETERMINATE;
    };
  }

  private Outcome ofWords(String text, ObservedItem item, ResultDefinition test) {
    Matcher range = RANGE_IN_TEXT.matcher(Amount.plain(text));
    List<Limits> limits = new ArrayList<>(limits(item.ranges()));
    String value = text;
    if (range.find()) {
      Limits.inWords(range.group(1)).ifPresent(limits::add);
      value = range.replaceAll(" ");
    }
    List<String> said = Words.of(value);
    Optional<Amount> amount = Amount.in(value);
    return amount
        .flatMap(each -> placed(each, limits))
        .or(() -> words.in(said, test))
        .or(() -> amount.flatMap(each -> ofAmount(each, limits, test)))
        .orElse(Outcome.INDETERMINATE);
  }

  /**
   * Without a range, an amount below what can be measured, or none, says that nothing is there; one
   * beyond what can be measured that something is.
   */
  private static Optional<Outcome> ofAmount(
      Amount amount, List<Limits> limits, ResultDefinition test) {
    if (test.reads() != Reads.PRESENCE || !limits.isEmpty()) {
      return placed(amount, limits);
    }
    if (amount.comparator().startsWith("<") || amount.number().signum() == 0) {
      return Optional.of(Outcome.NEGATIVE);
    }
    return amount.comparator().startsWith(">") ? Optional.of(Outcome.POSITIVE) : Optional.empty();
  }

  /** Where the amount lies, if all ranges that were sent agree. */
  private static Optional<Outcome> placed(Amount amount, List<Limits> limits) {
    Set<Optional<Outcome>> places =
        limits.stream().map(each -> each.place(amount)).collect(Collectors.toSet());
    return places.size() == 1 ? places.iterator().next() : Optional.empty();
  }

  private static List<Limits> limits(List<ReferenceRange> ranges) {
    return ranges.stream().flatMap(range -> Limits.of(range).stream()).toList();
  }
}
