package org.omscds.assessment.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omscds.assessment.instrument.MitchellPikeScale;
import org.omscds.assessment.instrument.MitchellPikeScale.Reading;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.ScaleItem;
import org.omscds.knowledge.ScaleVersion;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Speaker;

/**
 * Reads severity scores from observations: a total, a panel of items, or words such as "OMS score
 * 8/15". A score counts when a clinician gave it, it is final and it has an exact day.
 */
public final class SeverityScoreReader {

  /** "8/15" or "12 out of 18", but no date such as 8/15/2026. */
  private static final Pattern OF_A_SCALE =
      Pattern.compile(
          "(?<![\\d/.,-])(\\d{1,2}(?:\\.\\d+)?)\\s*(?:/|out of)\\s*(\\d{1,3})(?![\\d/])");

  private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,3}(?:\\.\\d+)?)\\s*");

  private final ScaleWords words;

  public SeverityScoreReader(KnowledgeBase knowledge) {
    this.words = new ScaleWords(knowledge.severity());
  }

  /** All scores of a chart. */
  public SeverityScores read(PatientRecord patient) {
    List<SeverityScore> scores = new ArrayList<>();
    List<SeverityScores.Refused> refused = new ArrayList<>();
    for (Observed observed : patient.observations()) {
      if (observed.status() != ResultStatus.VOID) {
        read(observed, patient.consultationDate(), scores, refused);
      }
    }
    return new SeverityScores(scores, refused);
  }

  private void read(
      Observed observed,
      LocalDate today,
      List<SeverityScore> scores,
      List<SeverityScores.Refused> refused) {
    Optional<ObservedItem> head = head(observed);
    if (head.isEmpty()) {
      return;
    }
    Panel panel = new Panel();
    observed.items().forEach(item -> panel.add(item, item.equals(head.get())));
    if (panel.isEmpty()) {
      return;
    }
    Evidence evidence =
        new Evidence(observed.reference(), head.get().concept().display(), observed.effective());
    Optional<String> fault = fault(observed, today).or(panel::fault);
    Reading reading =
        fault.isPresent()
            ? new Reading.Refused(fault.get())
            : MitchellPikeScale.read(panel.entry());
    switch (reading) {
      case Reading.Refused(String reason) ->
          refused.add(new SeverityScores.Refused(evidence, reason));
      case Reading.Score score ->
          scores.add(
              new SeverityScore(
                  observed.effective().day().orElse(today), score, withTotal(evidence, score)));
    }
  }

  private static Evidence withTotal(Evidence evidence, Reading.Score score) {
    return new Evidence(
        evidence.reference(), evidence.seen() + ": " + score.total(), evidence.date());
  }

  private static Optional<String> fault(Observed observed, LocalDate today) {
    if (observed.speaker() == Speaker.FAMILY) {
      return Optional.of("not scored by a clinician");
    }
    if (observed.status() == ResultStatus.PRELIMINARY) {
      return Optional.of("preliminary");
    }
    ClinicalDate when = observed.effective();
    if (!when.isExact()) {
      return Optional.of("no exact day is recorded");
    }
    boolean future = when.day().filter(day -> day.isAfter(today.plusDays(1))).isPresent();
    return future ? Optional.of("dated after the consultation") : Optional.empty();
  }

  private Optional<ObservedItem> head(Observed observed) {
    for (ObservedItem item : observed.items()) {
      if (isScore(item)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  private boolean isScore(ObservedItem item) {
    return words.namesScale(item.concept())
        || (item.value() instanceof ObservedValue.Words(String said)
            && words.namesScale(said)
            && OF_A_SCALE.matcher(said).find());
  }

  /** What one observation says of one score. */
  private final class Panel {
    private final Set<ScaleVersion> versions = EnumSet.noneOf(ScaleVersion.class);
    private final Map<ScaleItem, BigDecimal> items = new EnumMap<>(ScaleItem.class);
    private final Set<ScaleItem> notApplicable = EnumSet.noneOf(ScaleItem.class);
    private final List<BigDecimal> totals = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    void add(ObservedItem item, boolean head) {
      if (head) {
        versions.addAll(words.versions(item.concept()));
        addText(item.concept().display());
        addTotal(item.value());
      } else if (words.isVersion(item.concept())) {
        addVersion(item.value());
      } else if (words.isTotal(item.concept()) || words.namesScale(item.concept())) {
        addTotal(item.value());
      } else {
        words.item(item.concept()).ifPresent(named -> addItem(named, item.value()));
      }
    }

    private void addVersion(ObservedValue value) {
      switch (value) {
        case ObservedValue.Coded(var concept) -> versions.addAll(words.versions(concept));
        case ObservedValue.Words(String text) -> versions.addAll(words.versions(text));
        case ObservedValue.Flag _, ObservedValue.Measured _, ObservedValue.NotGiven _ -> {}
      }
    }

    private void addTotal(ObservedValue value) {
      switch (value) {
        case ObservedValue.Measured(BigDecimal number, _, String comparator) -> {
          if (!comparator.isEmpty()) {
            faults.add("the total is not an exact number");
          }
          totals.add(number);
        }
        case ObservedValue.Words(String text) -> {
          Matcher number = NUMBER.matcher(text);
          if (number.matches()) {
            totals.add(new BigDecimal(number.group(1)));
          } else {
            versions.addAll(words.versions(text));
            addText(text);
          }
        }
        case ObservedValue.Coded _, ObservedValue.Flag _, ObservedValue.NotGiven _ -> {}
      }
    }

    /** "8/15" in words: the number, and the scale by its highest total. */
    private void addText(String text) {
      Matcher said = OF_A_SCALE.matcher(text);
      while (said.find()) {
        totals.add(new BigDecimal(said.group(1)));
        switch (said.group(2)) {
          case "15" -> versions.add(ScaleVersion.MP5_15);
          case "18" -> versions.add(ScaleVersion.MP6_18);
          case "36" -> versions.add(ScaleVersion.OMES_36);
          default -> faults.add("no known scale has the highest total " + said.group(2));
        }
      }
    }

    private void addItem(ScaleItem named, ObservedValue value) {
      switch (value) {
        case ObservedValue.Measured(BigDecimal number, _, String comparator) ->
            put(named, comparator.isEmpty() ? number : BigDecimal.valueOf(-1));
        case ObservedValue.Words(String text) -> {
          Matcher number = NUMBER.matcher(text);
          if (number.matches()) {
            put(named, new BigDecimal(number.group(1)));
          }
        }
        case ObservedValue.NotGiven(String reason) -> {
          if (reason.equals("not-applicable")) {
            notApplicable.add(named);
          }
        }
        case ObservedValue.Coded _, ObservedValue.Flag _ -> {}
      }
    }

    private void put(ScaleItem named, BigDecimal number) {
      BigDecimal earlier = items.put(named, number);
      if (earlier != null && earlier.compareTo(number) != 0) {
        faults.add(named.label() + " is rated twice");
      }
    }

    boolean isEmpty() {
      return items.isEmpty() && totals.isEmpty();
    }

    Optional<String> fault() {
      return versions.size() > 1
          ? Optional.of("two scales are named")
          : faults.stream().findFirst();
    }

    MitchellPikeScale.Entry entry() {
      ScaleVersion version = versions.stream().findFirst().orElse(ScaleVersion.UNSTATED);
      return new MitchellPikeScale.Entry(version, items, notApplicable, totals);
    }
  }
}
