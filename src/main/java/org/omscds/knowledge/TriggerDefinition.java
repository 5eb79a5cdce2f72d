package org.omscds.knowledge;

import java.util.List;

/**
 * What may have set the syndrome off: context for the reader, which lowers nothing.
 *
 * @param lookBackDays how long before the reference day it may lie; 0 is any time
 * @param countedFrom the reference day
 * @param findings findings that show it
 * @param positiveResults concepts of tests whose positive answer shows the first of the findings
 * @param drugs drug classes of which one was begun or taken
 * @param drugsEnded drug classes of which one was ended
 * @param vaccinations whether any vaccination shows it
 * @param confidence H, M or L
 */
public record TriggerDefinition(
    String id,
    String label,
    int lookBackDays,
    Reference countedFrom,
    List<String> findings,
    List<String> positiveResults,
    List<DrugClass> drugs,
    List<DrugClass> drugsEnded,
    boolean vaccinations,
    List<String> sources,
    String confidence) {

  public TriggerDefinition {
    findings = List.copyOf(findings);
    positiveResults = List.copyOf(positiveResults);
    drugs = List.copyOf(drugs);
    drugsEnded = List.copyOf(drugsEnded);
    sources = List.copyOf(sources);
  }

  /** The day from which a look-back counts. */
  public enum Reference {
    /** The neurological onset; today where none is known. */
    ONSET,
    /** The day of the consultation. */
    TODAY
  }
}
