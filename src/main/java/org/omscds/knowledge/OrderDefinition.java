package org.omscds.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be ordered.
 *
 * @param id the code in the local system {@code urn:oms-cds:order}
 * @param text what the order says
 * @param coding a standard code that means the same
 * @param priority FHIR's request priority
 * @param imaging the regions, for a scan of the tumour search
 * @param drug the drug, for a medication proposal
 * @param doneBy concepts whose results or procedures mean that it is done
 * @param doneByResults tests of {@code results.yaml} of which a final result means that it is done
 * @param words words that name it in orders and results
 * @param lookBackDays how old a result may be and still count as done; 0 for never done
 * @param afterOnset whether only results since the neurological onset count
 * @param when facts that must hold for it to be offered
 * @param unless facts that must not hold
 * @param steps what a care plan goes through
 * @param fromDays how many days from now an appointment lies at the earliest; 0 where none is said
 * @param toDays how many days from now an appointment lies at the latest; 0 where none is said
 * @param why one or two sentences for the order's note
 */
public record OrderDefinition(
    String id,
    OrderKind kind,
    String text,
    @Nullable CodeChoice coding,
    String priority,
    @Nullable Imaging imaging,
    @Nullable DrugChoice drug,
    List<String> doneBy,
    List<String> doneByResults,
    List<String> words,
    int lookBackDays,
    boolean afterOnset,
    List<Fact> when,
    List<Fact> unless,
    List<String> steps,
    int fromDays,
    int toDays,
    String why,
    List<String> sources) {

  /** The code system of this service's own order codes. */
  public static final String SYSTEM = "urn:oms-cds:order";

  public OrderDefinition {
    doneBy = List.copyOf(doneBy);
    doneByResults = List.copyOf(doneByResults);
    words = List.copyOf(words);
    when = List.copyOf(when);
    unless = List.copyOf(unless);
    steps = List.copyOf(steps);
    sources = List.copyOf(sources);
  }

  /** The same with another look-back. */
  OrderDefinition withLookBackDays(int days) {
    return new OrderDefinition(
        id,
        kind,
        text,
        coding,
        priority,
        imaging,
        drug,
        doneBy,
        doneByResults,
        words,
        days,
        afterOnset,
        when,
        unless,
        steps,
        fromDays,
        toDays,
        why,
        sources);
  }

  /** Which FHIR resource proposes it. */
  public enum OrderKind {
    /** ServiceRequest. */
    SERVICE,
    /** Task. */
    TASK,
    /** Condition. */
    CONDITION,
    /** MedicationRequest: first-line drugs of C26 alone, without a dose. */
    DRUG,
    /** CommunicationRequest. */
    COMMUNICATION,
    /** Appointment. */
    APPOINTMENT,
    /** CarePlan, its steps in {@code steps}. */
    CARE_PLAN
  }

  /** A row of {@code terms.tsv}. */
  public record CodeChoice(String concept, String system, String code) {}

  /**
   * A scan.
   *
   * @param repeat whether it is of the repeat search, which asks for the regions not imaged since
   *     its due date
   */
  public record Imaging(String modality, List<BodyRegion> regions, boolean repeat) {
    public Imaging {
      regions = List.copyOf(regions);
    }
  }

  /** An ingredient of {@code drugs.yaml}. */
  public record DrugChoice(DrugClass drugClass, String ingredient) {}

  /** Whether it may be offered, given the facts that hold. */
  public boolean isFor(Set<Fact> facts) {
    return facts.containsAll(when) && unless.stream().noneMatch(facts::contains);
  }

  /** The standard code, where there is one. */
  public Optional<CodeChoice> standardCode() {
    return Optional.ofNullable(coding);
  }

  /** The scan, where it is one. */
  public Optional<Imaging> scan() {
    return Optional.ofNullable(imaging);
  }

  /** The drug, where it is one. */
  public Optional<DrugChoice> proposedDrug() {
    return Optional.ofNullable(drug);
  }
}
