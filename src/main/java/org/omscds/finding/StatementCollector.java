package org.omscds.finding;

import java.util.ArrayList;
import java.util.List;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.text.Mention;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.patient.Concept;
import org.omscds.patient.Speaker;

/**
 * Collects what one chart says: turns codes and words at a place into statements, and keeps what is
 * not counted with the reason.
 */
final class StatementCollector {

  private static final String FAMILY_HISTORY = "family history";

  private static final int SHORT_TEXT = 60;

  private final KnowledgeBase knowledge;
  private final ConceptReader concepts;
  private final List<ClinicalStatement> statements = new ArrayList<>();
  private final List<NotCounted> notCounted = new ArrayList<>();

  StatementCollector(KnowledgeBase knowledge, ConceptReader concepts) {
    this.knowledge = knowledge;
    this.concepts = concepts;
  }

  /** What was counted, in the chart's order. */
  List<ClinicalStatement> statements() {
    return statements;
  }

  /** What was not counted, in the chart's order. */
  List<NotCounted> notCounted() {
    return notCounted;
  }

  /** All that a concept names, by code and in words. */
  void concept(Concept concept, Place place) {
    List<Mention> mentions = concepts.words(concept);
    List<ConceptReader.Coded> codes = concepts.codes(concept);
    if (mentions.isEmpty() && codes.isEmpty()) {
      return;
    }
    boolean onlyInSleep =
        mentions.stream().anyMatch(each -> each.finding() == FindingId.SLEEP_MYOCLONUS);
    for (ConceptReader.Coded coded : codes) {
      if (coded.finding() == FindingId.MYOCLONUS && onlyInSleep) {
        leaveOut(coded.finding(), concept.display(), place, "sleep myoclonus");
      } else {
        state(coded.finding(), coded.certainty(), concept.display(), place);
      }
    }
    words(mentions, place, concept.display());
  }

  /** All that a text names, each by what the words around it make of it. */
  void words(List<Mention> mentions, Place place) {
    words(mentions, place, "");
  }

  /** The same; a short text is shown whole, of a long one the phrase that was found. */
  private void words(List<Mention> mentions, Place place, String whole) {
    boolean showWhole = !whole.isEmpty() && whole.length() <= SHORT_TEXT;
    for (Mention mention : mentions) {
      Place spoken = mention.speaker() == Speaker.FAMILY ? place.byFamily() : place;
      FindingId finding = mention.finding();
      String seen = showWhole ? whole : "\"" + mention.words() + "\"";
      switch (mention.assertion()) {
        case AFFIRMED -> state(finding, Certainty.PRESENT, seen, spoken);
        case UNCERTAIN -> state(finding, Certainty.POSSIBLE, seen, spoken);
        case NEGATED -> state(finding, Certainty.ABSENT, seen + " negated", spoken);
        case IN_REMISSION -> inRemission(finding, seen, spoken);
        case LONG_STANDING -> longStanding(finding, seen, spoken);
        case HISTORICAL -> historical(finding, seen, spoken);
        case FAMILY_HISTORY -> leaveOut(finding, seen, spoken, FAMILY_HISTORY);
        case HYPOTHETICAL -> {}
      }
    }
  }

  /** What is said of relatives: seen, not counted. */
  void ofRelatives(Concept said, Place place) {
    leaveOutAll(said, place, FAMILY_HISTORY);
  }

  /** Everything that a concept names, left out for one reason. */
  void leaveOutAll(Concept said, Place place, String reason) {
    concepts.codes(said).stream()
        .map(ConceptReader.Coded::finding)
        .forEach(finding -> leaveOut(finding, said.display(), place, reason));
    concepts.words(said).stream()
        .map(Mention::finding)
        .forEach(finding -> leaveOut(finding, said.display(), place, reason));
  }

  /** One statement, held to the most that its place allows. */
  void state(FindingId finding, Certainty certainty, String seen, Place place) {
    boolean unsureNegative =
        certainty == Certainty.ABSENT
            && (place.speaker() == Speaker.FAMILY || place.atMost() == Certainty.POSSIBLE);
    if (unsureNegative) {
      return;
    }
    statements.add(
        new ClinicalStatement(
            finding,
            held(finding, certainty, place),
            place.course(),
            place.speaker(),
            place.onset(),
            place.asserted(),
            place.ended(),
            place.confirmed(),
            new Evidence(place.reference(), place.element(), seen, place.onset())));
  }

  /** A result that was read elsewhere. */
  void add(ClinicalStatement statement) {
    statements.add(statement);
  }

  /** Something seen that does not count. */
  void add(NotCounted left) {
    notCounted.add(left);
  }

  private Certainty held(FindingId finding, Certainty certainty, Place place) {
    if (certainty != Certainty.PRESENT) {
      return certainty;
    }
    boolean unprovenTumour = finding.isTumour() && place.tumourAtMost() == Certainty.POSSIBLE;
    boolean heardOnly = place.speaker() == Speaker.FAMILY && mustBeSeen(finding);
    return place.atMost() == Certainty.POSSIBLE || unprovenTumour || heardOnly
        ? Certainty.POSSIBLE
        : Certainty.PRESENT;
  }

  /** Eyes, motor signs and tumours take a clinician; for behaviour the family's word is enough. */
  private boolean mustBeSeen(FindingId finding) {
    return knowledge
        .definition(finding)
        .belongsTo()
        .filter(pillar -> pillar != Pillar.C)
        .isPresent();
  }

  /**
   * A tumour in remission is still the tumour of now; of other findings only the past is told. Of
   * an adult's cancer nobody then says for how long it has been over: it is possible.
   */
  private void inRemission(FindingId finding, String seen, Place place) {
    if (finding.isTumour()) {
      state(finding, ofThePast(finding), seen, place);
    } else {
      leaveOut(finding, seen, place, "in remission");
    }
  }

  /** Motor signs and behaviour from the beginning of life are none of the syndrome's. */
  private void longStanding(FindingId finding, String seen, Place place) {
    switch (knowledge.definition(finding).belongsTo().orElse(Pillar.D)) {
      case B, C -> leaveOut(finding, seen, place, "long-standing");
      case A, D -> state(finding, Certainty.PRESENT, seen, place);
    }
  }

  /** A tumour counts whenever it was; other findings not once they are past. */
  private void historical(FindingId finding, String seen, Place place) {
    if (finding.isTumour()) {
      state(finding, ofThePast(finding), seen, place.longAgo());
    } else {
      leaveOut(finding, seen, place, "past history");
    }
  }

  private static Certainty ofThePast(FindingId tumour) {
    return tumour.isAdultCancer() ? Certainty.POSSIBLE : Certainty.PRESENT;
  }

  private void leaveOut(FindingId finding, String seen, Place place, String reason) {
    NotCounted left =
        new NotCounted(
            finding,
            new Evidence(place.reference(), place.element(), seen, place.asserted()),
            reason);
    if (!notCounted.contains(left)) {
      notCounted.add(left);
    }
  }
}
