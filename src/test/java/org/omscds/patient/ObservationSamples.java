package org.omscds.patient;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws FHIR Observations with every form of value and components of their own. */
record ObservationSamples(Dice dice, TypeSamples types, DateSamples dates) {

  /** Fills an Observation. */
  void observation(ObjectNode observation) {
    observation.put(
        "status",
        dice.oneOf(
            "registered",
            "preliminary",
            "final",
            "amended",
            "corrected",
            "cancelled",
            "entered-in-error",
            "unknown"));
    if (dice.in(50)) {
      observation.set("category", types.concepts());
    }
    addItem(observation);
    addEffective(observation);
    if (dice.in(40)) {
      observation.put("issued", dates.instant());
    }
    if (dice.in(50)) {
      ArrayNode performers = observation.putArray("performer");
      for (int left = dice.between(1, 2); left > 0; left--) {
        performers.add(
            types.reference(
                dice.oneOf("Practitioner", "Organization", "Patient", "RelatedPerson"), "actor"));
      }
    }
    if (dice.in(30)) {
      observation
          .putArray("derivedFrom")
          .add(types.reference(dice.oneOf("QuestionnaireResponse", "Observation"), "source"));
    }
    if (dice.in(30)) {
      observation.set("bodySite", types.concept());
      observation.set("method", types.concept());
      observation.set(
          "specimen", types.reference("Specimen", "tube").put("display", types.words()));
    }
    if (dice.in(40)) {
      observation.set("note", types.notes());
    }
    if (dice.in(40)) {
      ArrayNode components = observation.putArray("component");
      for (int left = dice.between(1, 3); left > 0; left--) {
        addItem(components.addObject());
      }
    }
  }

  private void addEffective(ObjectNode observation) {
    switch (dice.between(0, 5)) {
      case 0, 1 -> observation.put("effectiveDateTime", dates.dateTime());
      case 2 -> observation.set("effectivePeriod", dates.period());
      case 3 -> observation.put("effectiveInstant", dates.instant());
      case 4 -> observation.set("effectiveTiming", dates.timing());
      default -> {}
    }
  }

  private void addItem(ObjectNode item) {
    item.set("code", types.concept());
    addValue(item);
    if (dice.in(50)) {
      item.set("interpretation", interpretations());
    }
    if (dice.in(40)) {
      ArrayNode ranges = item.putArray("referenceRange");
      for (int left = dice.between(1, 2); left > 0; left--) {
        addRange(ranges.addObject());
      }
    }
  }

  private void addValue(ObjectNode item) {
    switch (dice.between(0, 13)) {
      case 0, 1, 2 -> item.set("valueQuantity", types.quantity());
      case 3, 4 -> item.set("valueCodeableConcept", types.concept());
      case 5 -> item.put("valueString", types.words());
      case 6 -> item.put("valueBoolean", dice.in(50));
      case 7 -> item.put("valueInteger", dice.between(-3, 4000));
      case 8 -> item.put("valueDateTime", dates.dateTime());
      case 9 -> item.set("valuePeriod", dates.period());
      case 10 -> item.putObject("valueRange").set("low", types.quantity());
      case 11 -> {
        ObjectNode ratio = item.putObject("valueRatio");
        ratio.set("numerator", types.quantity());
        if (dice.in(60)) {
          ratio.set("denominator", types.quantity());
        }
      }
      case 12 -> item.put("valueTime", "12:30:00");
      default -> item.set("dataAbsentReason", absence());
    }
  }

  private ObjectNode absence() {
    return dice.in(30)
        ? types.concept()
        : types.status(
            "http://terminology.hl7.org/CodeSystem/data-absent-reason",
            "unknown",
            "not-performed",
            "masked");
  }

  private ArrayNode interpretations() {
    if (dice.in(15)) {
      return types.concepts();
    }
    ArrayNode interpretations = types.object().putArray("interpretation");
    for (int left = dice.between(1, 2); left > 0; left--) {
      interpretations.add(
          types.status(
              "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
              "H",
              "N",
              "POS",
              "neg",
              "HH"));
    }
    return interpretations;
  }

  private void addRange(ObjectNode range) {
    if (dice.in(30)) {
      range.set(
          "type",
          types.status(
              "http://terminology.hl7.org/CodeSystem/referencerange-meaning",
              "normal",
              "therapeutic"));
    }
    if (dice.in(70)) {
      range.putObject("low").put("value", types.number()).put("unit", "mg/g");
    }
    if (dice.in(80)) {
      range.set("high", types.quantity());
    }
    if (!range.has("high")) {
      range.put("text", "see the laboratory's handbook");
    }
  }
}
