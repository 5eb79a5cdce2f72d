package org.omscds.patient;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.PrefetchKey;

/**
 * Collects drugs and the Medications that they refer to, which may come in any order, and joins
 * them once all are there.
 */
final class DrugCollector {

  private final Map<PrefetchKey, List<FhirNode>> drugs = new EnumMap<>(PrefetchKey.class);
  private final Map<String, FhirNode> medications = new HashMap<>();
  private final Map<String, String> uuids = new HashMap<>();

  void addDrug(PrefetchKey key, FhirNode drug) {
    drugs.computeIfAbsent(key, _ -> new ArrayList<>()).add(drug);
  }

  void addMedication(FhirNode medication) {
    medication.text(Element.ID).ifPresent(id -> medications.put(id, medication));
  }

  /** The {@code Type/id} of resources that a Bundle also names by a UUID. */
  void addUuids(Map<String, String> references) {
    uuids.putAll(references);
  }

  /** The Medications by every name that a reference may use. */
  Map<String, FhirNode> medications() {
    Map<String, FhirNode> named = new HashMap<>(medications);
    uuids.forEach((uuid, reference) -> {
      FhirNode medication = medications.get(ReferenceId.of(reference).id());
      if (reference.startsWith("Medication/") && medication != null) {
        named.put(uuid, medication);
      }
    });
    return named;
  }

  /** Reads all drugs; those that nothing names are noted, for one may be the one that matters. */
  List<MedicationUse> read(List<DataGap> gaps) {
    Map<String, FhirNode> named = medications();
    List<MedicationUse> uses = new ArrayList<>();
    drugs.forEach((key, resources) -> {
      int nameless = 0;
      for (FhirNode resource : resources) {
        MedicationUse use = MedicationUseReader.read(resource, named);
        uses.add(use);
        if (use.concepts().isEmpty() && use.state() != MedicationUse.State.VOID) {
          nameless++;
        }
      }
      if (nameless > 0) {
        gaps.add(
            new DataGap(
                key.key(),
                DataGap.Reason.PARTIAL,
                "drugs whose name could not be read: " + nameless));
      }
    });
    return uses;
  }
}
