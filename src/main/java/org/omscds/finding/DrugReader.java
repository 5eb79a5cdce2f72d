package org.omscds.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.DrugDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.MedicationUse;
import org.omscds.patient.PatientRecord;

/**
 * Tells which drugs belong to a class that matters, by ingredient: by code where there is one, else
 * by the words of the name. Local use (creams, drops, inhalers) does not count.
 */
public final class DrugReader {

  private static final PhraseIndex<Boolean> NO_WORDS = new PhraseIndex<>();

  private record Ingredient(DrugClass drugClass, String name) {}

  private final Terminology terminology;
  private final Map<String, List<Ingredient>> byConcept = new HashMap<>();
  private final PhraseIndex<Ingredient> byWord = new PhraseIndex<>();
  private final Map<DrugClass, PhraseIndex<Boolean>> allergyWords = new HashMap<>();
  private final Map<DrugClass, PhraseIndex<Boolean>> notWords = new HashMap<>();
  private final Map<DrugClass, PhraseIndex<Boolean>> notRoutes = new HashMap<>();

  /** Compiles the drug lists. */
  public DrugReader(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
    for (DrugDefinition drug : knowledge.drugs()) {
      for (DrugDefinition.Ingredient each : drug.ingredients()) {
        Ingredient ingredient = new Ingredient(drug.drugClass(), each.name());
        for (String concept : each.concepts()) {
          byConcept.computeIfAbsent(concept, _ -> new ArrayList<>()).add(ingredient);
        }
        each.words().forEach(word -> byWord.add(word, ingredient));
      }
      allergyWords.put(drug.drugClass(), index(drug.allergyWords()));
      notWords.put(drug.drugClass(), index(drug.notWords()));
      notRoutes.put(drug.drugClass(), index(drug.notRoutes()));
    }
  }

  private static PhraseIndex<Boolean> index(List<String> phrases) {
    PhraseIndex<Boolean> index = new PhraseIndex<>();
    phrases.forEach(phrase -> index.add(phrase, Boolean.TRUE));
    return index;
  }

  /** The drugs of the classes that matter, in the record's order. */
  List<Exposure> read(PatientRecord patient) {
    List<Exposure> exposures = new ArrayList<>();
    for (MedicationUse use : patient.medications()) {
      if (use.state() != MedicationUse.State.VOID) {
        exposures.addAll(read(use));
      }
    }
    return exposures;
  }

  /** What one order, dose or statement is, in every class that matters. */
  public List<Exposure> read(MedicationUse use) {
    return ingredients(use).stream().map(ingredient -> exposure(use, ingredient)).toList();
  }

  /** Whether the substance of an allergy is a drug of a class, or the class itself. */
  public boolean isAllergyTo(Concept substance, DrugClass drugClass) {
    PhraseIndex<Boolean> classWords = allergyWords.getOrDefault(drugClass, NO_WORDS);
    return inConcept(substance).stream().anyMatch(each -> each.drugClass() == drugClass)
        || substance.names().stream().anyMatch(name -> !classWords.findInName(name).isEmpty());
  }

  private List<Ingredient> ingredients(MedicationUse use) {
    for (Concept concept : use.concepts()) {
      List<Ingredient> found = inConcept(concept);
      if (!found.isEmpty()) {
        List<Ingredient> systemic =
            found.stream()
                .filter(each -> !isLocal(each.drugClass(), concept, use.routes()))
                .toList();
        if (!systemic.isEmpty()) {
          return systemic;
        }
      }
    }
    return List.of();
  }

  private List<Ingredient> inConcept(Concept concept) {
    Set<Ingredient> found = new LinkedHashSet<>(4);
    for (Coding coding : concept.codings()) {
      for (Term term : terminology.lookUp(coding.system(), coding.code())) {
        if (term.relation() != Relation.BROADER) {
          found.addAll(byConcept.getOrDefault(term.concept(), List.of()));
        }
      }
    }
    concept.names().forEach(name -> addByName(name, found));
    return List.copyOf(found);
  }

  private void addByName(String name, Set<Ingredient> found) {
    for (PhraseIndex.Hit<Ingredient> hit : byWord.findInName(name)) {
      found.addAll(hit.meanings());
    }
  }

  private boolean isLocal(DrugClass drugClass, Concept concept, List<Concept> routes) {
    PhraseIndex<Boolean> words = notWords.getOrDefault(drugClass, NO_WORDS);
    PhraseIndex<Boolean> localRoutes = notRoutes.getOrDefault(drugClass, NO_WORDS);
    return concept.names().stream().anyMatch(name -> !words.findInName(name).isEmpty())
        || routes.stream()
            .flatMap(route -> route.names().stream())
            .anyMatch(name -> !localRoutes.findInName(name).isEmpty());
  }

  private static Exposure exposure(MedicationUse use, Ingredient ingredient) {
    String seen =
        use.concepts().stream()
            .map(Concept::display)
            .filter(display -> !display.isEmpty())
            .findFirst()
            .orElse(ingredient.name());
    return new Exposure(
        ingredient.drugClass(),
        ingredient.name(),
        use.kind() == MedicationUse.Kind.GIVEN,
        use.state() == MedicationUse.State.CURRENT,
        use.start(),
        use.end(),
        new Evidence(use.reference(), seen, use.start()),
        use.doses());
  }
}
