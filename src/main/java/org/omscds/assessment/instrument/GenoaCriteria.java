package org.omscds.assessment.instrument;

import java.util.List;
import org.omscds.assessment.pillar.Alternative;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.knowledge.Pillar;

/**
 * The three-of-four criteria of the Genoa workshop (Matthay 2005, DOI
 * 10.1016/j.canlet.2005.01.051), in the wording of the SIOPEN trial NCT01868269: opsoclonus or
 * ocular flutter (but not nystagmus); ataxia and/or myoclonus; behavioural change and/or sleep
 * disturbance; neuroblastoma.
 *
 * <p>A tumour is not needed, nor is opsoclonus; two items of one pillar count once; there is no age
 * limit; a viral precursor is no exclusion. The paper gives no time window; the one used here is
 * this service's choice.
 */
public final class GenoaCriteria {

  private static final int NEEDED = 3;

  private GenoaCriteria() {}

  /** What the criteria say. */
  public enum Verdict {
    /** Three or four pillars are there. */
    MET,
    /** Three or four are there, and a confirmed other diagnosis may explain two of them. */
    MET_ALTERNATIVE_RECORDED,
    /** Two are there, and possible ones would make three: ask. */
    INDETERMINATE,
    NOT_MET
  }

  /**
   * The verdict with its count.
   *
   * @param count pillars that are there, 0 to 4
   * @param possible pillars that may be there
   * @param alternatives the diagnoses that may explain two counted pillars
   */
  public record Result(Verdict verdict, int count, int possible, List<Alternative> alternatives) {
    public Result {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** Counts the pillars of one episode. */
  public static Result evaluate(Pillars pillars, List<Alternative> alternatives) {
    int count = pillars.present().size();
    int possible = pillars.possible().size();
    List<Alternative> explaining =
        alternatives.stream().filter(each -> explainsTwo(each, pillars.present())).toList();
    Verdict verdict;
    if (count >= NEEDED) {
      verdict = explaining.isEmpty() ? Verdict.MET : Verdict.MET_ALTERNATIVE_RECORDED;
    } else if (count == NEEDED - 1 && possible > 0) {
      verdict = Verdict.INDETERMINATE;
    } else {
      verdict = Verdict.NOT_MET;
    }
    return new Result(verdict, count, possible, explaining);
  }

  private static boolean explainsTwo(Alternative alternative, List<Pillar> present) {
    return present.stream().filter(alternative.explains()::contains).count() >= 2;
  }
}
