package org.omscds.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.omscds.assessment.instrument.PnsCareScore;
import org.omscds.assessment.instrument.PnsCareScore.Antibody;
import org.omscds.assessment.instrument.PnsCareScore.Cancer;
import org.omscds.assessment.instrument.PnsCareScore.FollowUp;
import org.omscds.assessment.paraneoplastic.Antibodies;
import org.omscds.assessment.paraneoplastic.CancerSearch;
import org.omscds.assessment.workup.RepeatSchedule;
import org.omscds.knowledge.AntibodyDefinition.Risk;
import org.omscds.patient.Sex;

/**
 * What is known of a cancer behind the syndrome, with the score of Graus 2021.
 *
 * @param sex decides where to look
 * @param followUp how long since the neurological onset
 * @param score not scored under ten years of age and without the phenotype
 */
public record Paraneoplastic(
    Sex sex,
    Antibodies antibodies,
    CancerSearch search,
    FollowUp followUp,
    PnsCareScore.Result score) {

  /** From here on a paraneoplastic cause is probable. */
  private static final int PROBABLE_POINTS = 6;

  static Paraneoplastic of(
      boolean omsPhenotype,
      Sex sex,
      Antibodies antibodies,
      CancerSearch search,
      Optional<LocalDate> onset,
      LocalDate today) {
    FollowUp followUp =
        onset
            .map(day -> FollowUp.ofMonths(ChronoUnit.MONTHS.between(day, today)))
            .orElse(FollowUp.UNKNOWN);
    PnsCareScore.Result score =
        PnsCareScore.evaluate(omsPhenotype, level(antibodies), level(search), followUp);
    return new Paraneoplastic(sex, antibodies, search, followUp, score);
  }

  /**
   * AD11: no cancer was found, a paraneoplastic cause is probable or a high-risk antibody is
   * confirmed, and the years of the schedule are not over.
   */
  boolean isSearchToRepeat(Optional<LocalDate> onset, LocalDate today) {
    boolean suspected =
        antibodies.has(Risk.HIGH)
            || (score instanceof PnsCareScore.Result.Scored scored
                && scored.total().lowest() >= PROBABLE_POINTS);
    return search instanceof CancerSearch.NotFound
        && suspected
        && onset.filter(day -> RepeatSchedule.ADULT.isOpen(day, today)).isPresent();
  }

  private static Antibody level(Antibodies antibodies) {
    return switch (antibodies.knowledge()) {
      case NONE -> Antibody.NEGATIVE;
      case UNKNOWN -> Antibody.UNKNOWN;
      case FOUND -> {
        if (antibodies.has(Risk.HIGH)) {
          yield Antibody.HIGH_RISK;
        }
        yield antibodies.has(Risk.INTERMEDIATE) ? Antibody.INTERMEDIATE_RISK : Antibody.LOWER_RISK;
      }
    };
  }

  /** The chart never says that a tumour expresses an antigen: that is left open here. */
  private static Cancer level(CancerSearch search) {
    return switch (search) {
      case CancerSearch.Found(_, boolean consistent, boolean exceptionTumour) ->
          new Cancer.Found(consistent, false, exceptionTumour);
      case CancerSearch.NotFound _ -> new Cancer.NotFound();
      case CancerSearch.Unsettled _, CancerSearch.Open _, CancerSearch.NotSearched _ ->
          new Cancer.Unknown();
    };
  }
}
