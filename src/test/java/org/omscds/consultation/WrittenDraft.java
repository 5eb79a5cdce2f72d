package org.omscds.consultation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Concept;
import org.omscds.patient.Dose;
import org.omscds.patient.DraftOrder;
import org.omscds.patient.MedicationUse;
import org.omscds.patient.Order;

/** Orders that are being written, in few words. */
public final class WrittenDraft {

  private WrittenDraft() {}

  /** A drug without a dose. */
  public static DraftOrder drug(String name) {
    return drug(name, List.of());
  }

  /** A drug with one dose, such as {@code ("prednisolone", "40", "mg", 1)}. */
  public static DraftOrder drug(String name, String amount, String unit, int timesPerDay) {
    return drug(name, List.of(new Dose(new BigDecimal(amount), unit, timesPerDay)));
  }

  private static DraftOrder drug(String name, List<Dose> doses) {
    MedicationUse use =
        new MedicationUse(
            "MedicationRequest/draft",
            MedicationUse.Kind.ORDERED,
            List.of(Concept.inWords(name)),
            List.of(),
            MedicationUse.State.CURRENT,
            ClinicalDate.on(TestCharts.TODAY),
            ClinicalDate.unknown(),
            doses);
    return new DraftOrder(
        "MedicationRequest/draft", true, "", new DraftOrder.Content.Drug(use), Map.of());
  }

  /** A test, scan, referral or procedure. */
  public static DraftOrder service(String name) {
    Order order =
        new Order(
            "ServiceRequest/draft",
            Concept.inWords(name),
            List.of(),
            Order.State.PENDING,
            ClinicalDate.on(TestCharts.TODAY),
            List.of());
    return new DraftOrder(
        "ServiceRequest/draft", true, "", new DraftOrder.Content.Service(order), Map.of());
  }
}
