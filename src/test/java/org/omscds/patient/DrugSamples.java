package org.omscds.patient;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws FHIR resources that say what was ordered, given or taken, and the Medications they mean.
 */
record DrugSamples(Dice dice, TypeSamples types, DateSamples dates) {

  /** Fills a MedicationRequest and returns the Medications to send along. */
  List<ObjectNode> request(ObjectNode request) {
    request.put(
        "status",
        dice.oneOf(
            "active",
            "on-hold",
            "cancelled",
            "completed",
            "entered-in-error",
            "stopped",
            "draft",
            "unknown"));
    request.put("intent", dice.oneOf("order", "plan", "proposal", "option"));
    if (dice.in(25)) {
      request.put("doNotPerform", dice.in(50));
    }
    if (dice.in(80)) {
      request.put("authoredOn", dates.dateTime());
    }
    if (dice.in(70)) {
      ArrayNode dosages = request.putArray("dosageInstruction");
      for (int left = dice.between(1, 2); left > 0; left--) {
        addDosage(dosages.addObject(), true);
      }
    }
    if (dice.in(30)) {
      request.putObject("dispenseRequest").set("validityPeriod", dates.period());
    }
    return addDrug(request);
  }

  /** Fills a MedicationAdministration and returns the Medications to send along. */
  List<ObjectNode> administration(ObjectNode administration) {
    administration.put(
        "status",
        dice.oneOf(
            "in-progress",
            "not-done",
            "on-hold",
            "completed",
            "entered-in-error",
            "stopped",
            "unknown"));
    switch (dice.between(0, 4)) {
      case 0, 1 -> administration.put("effectiveDateTime", dates.dateTime());
      case 2, 3 -> administration.set("effectivePeriod", dates.period());
      default -> {}
    }
    if (dice.in(60)) {
      addDosage(administration.putObject("dosage"), false);
    }
    return addDrug(administration);
  }

  /** Fills a MedicationStatement and returns the Medications to send along. */
  List<ObjectNode> statement(ObjectNode statement) {
    statement.put(
        "status",
        dice.oneOf(
            "active",
            "completed",
            "entered-in-error",
            "intended",
            "stopped",
            "on-hold",
            "unknown",
            "not-taken"));
    switch (dice.between(0, 4)) {
      case 0, 1 -> statement.put("effectiveDateTime", dates.dateTime());
      case 2, 3 -> statement.set("effectivePeriod", dates.period());
      default -> {}
    }
    if (dice.in(50)) {
      statement.put("dateAsserted", dates.dateTime());
    }
    if (dice.in(60)) {
      ArrayNode dosages = statement.putArray("dosage");
      for (int left = dice.between(1, 2); left > 0; left--) {
        addDosage(dosages.addObject(), true);
      }
    }
    return addDrug(statement);
  }

  /** Draws a Medication of that id. */
  ObjectNode medication(String id) {
    ObjectNode medication = types.object().put("resourceType", "Medication").put("id", id);
    if (dice.in(90)) {
      medication.set("code", types.concept());
    }
    if (dice.in(40)) {
      medication.putObject("form").put("text", "misleading form");
      medication
          .putArray("ingredient")
          .addObject()
          .putObject("itemCodeableConcept")
          .put("text", "misleading ingredient");
    }
    return medication;
  }

  private void addDosage(ObjectNode dosage, boolean withRates) {
    dosage.put(
        "text",
        dice.oneOf("misleading words of a dosage", "2 g/kg over 2 days", "1 g/kg/day for 2 days"));
    if (dice.in(40) && withRates) {
      ObjectNode rate = dosage.putArray("doseAndRate").addObject();
      if (dice.in(60)) {
        rate.set("doseQuantity", types.quantity());
      } else {
        rate.putObject("doseRange").set("high", types.quantity());
      }
    } else if (dice.in(40) && !withRates) {
      dosage.set("dose", types.quantity());
    }
    addRoute(dosage);
  }

  private void addRoute(ObjectNode dosage) {
    if (dice.in(80)) {
      dosage.set("route", types.concept());
    }
  }

  private List<ObjectNode> addDrug(ObjectNode resource) {
    return switch (dice.between(0, 6)) {
      case 0, 1 -> {
        resource.set("medicationCodeableConcept", types.concept());
        yield List.of();
      }
      case 2, 3 -> {
        ArrayNode contained = resource.putArray("contained");
        contained.add(medication("other-drug"));
        contained.add(medication("drug"));
        refer(resource, "#drug");
        yield List.of();
      }
      case 4, 5 -> sentAlong(resource);
      default -> {
        refer(resource, "Medication/not-sent");
        yield List.of();
      }
    };
  }

  private List<ObjectNode> sentAlong(ObjectNode resource) {
    String id = new UUID(0x0CAFE4000L, dice.between(0, 1 << 29)).toString();
    if (dice.in(30)) {
      refer(resource, "urn:uuid:" + id);
    } else {
      resource.set("medicationReference", types.reference("Medication", id));
    }
    return List.of(medication("not-this-one"), medication(id));
  }

  private void refer(ObjectNode resource, String reference) {
    ObjectNode referred = resource.putObject("medicationReference").put("reference", reference);
    if (dice.in(50)) {
      referred.put("display", types.words());
    }
  }
}
