package org.omscds.patient;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws FHIR Conditions and AllergyIntolerances. */
record ProblemSamples(Dice dice, TypeSamples types, DateSamples dates) {

  private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
  private static final String VERIFICATION =
      "http://terminology.hl7.org/CodeSystem/condition-ver-status";
  private static final String ALLERGY_CLINICAL =
      "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
  private static final String ALLERGY_VERIFICATION =
      "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

  /** Fills a Condition. */
  void condition(ObjectNode condition) {
    if (dice.in(80)) {
      condition.set(
          "clinicalStatus",
          types.status(
              CLINICAL, "active", "recurrence", "relapse", "inactive", "remission", "resolved"));
    }
    if (dice.in(80)) {
      condition.set(
          "verificationStatus",
          types.status(
              VERIFICATION,
              "confirmed",
              "provisional",
              "differential",
              "unconfirmed",
              "refuted",
              "entered-in-error"));
    }
    if (dice.in(50)) {
      condition.set("category", types.concepts());
    }
    if (dice.in(40)) {
      condition.set("severity", types.concept());
    }
    if (dice.in(95)) {
      condition.set("code", types.concept());
    }
    if (dice.in(40)) {
      condition.set("bodySite", types.concepts());
    }
    addOnset(condition);
    addAbatement(condition);
    if (dice.in(60)) {
      condition.put("recordedDate", dates.dateTime());
    }
    if (dice.in(40)) {
      String actor = dice.oneOf("Patient", "RelatedPerson", "Practitioner", "PractitionerRole");
      condition.set("asserter", types.reference(actor, "actor"));
    }
    if (dice.in(30)) {
      condition.set("recorder", types.reference("Patient", "recorder"));
    }
    if (dice.in(40)) {
      addEvidence(condition);
    }
    if (dice.in(30)) {
      ObjectNode stage = condition.putArray("stage").addObject();
      stage.set("summary", types.concept());
      if (dice.in(50)) {
        stage.set("type", types.concept());
      }
    }
    if (dice.in(40)) {
      condition.set("note", types.notes());
    }
  }

  private void addOnset(ObjectNode condition) {
    switch (dice.between(0, 5)) {
      case 0 -> condition.put("onsetDateTime", dates.dateTime());
      case 1 -> condition.set("onsetAge", dates.age());
      case 2 -> condition.set("onsetPeriod", dates.period());
      case 3 -> condition.set("onsetRange", dates.ageRange());
      case 4 -> condition.put("onsetString", dates.dateInWords());
      default -> {}
    }
  }

  private void addAbatement(ObjectNode condition) {
    switch (dice.between(0, 7)) {
      case 0 -> condition.put("abatementDateTime", dates.dateTime());
      case 1 -> condition.set("abatementAge", dates.age());
      case 2 -> condition.set("abatementPeriod", dates.period());
      case 3 -> condition.set("abatementRange", dates.ageRange());
      case 4 -> condition.put("abatementString", dates.dateInWords());
      default -> {}
    }
  }

  private void addEvidence(ObjectNode condition) {
    ArrayNode evidence = condition.putArray("evidence");
    for (int left = dice.between(1, 2); left > 0; left--) {
      ObjectNode each = evidence.addObject();
      if (dice.in(70)) {
        each.set("code", types.concepts());
      } else {
        each.putArray("detail").add(types.reference("Observation", "detail"));
      }
    }
  }

  /** Fills an AllergyIntolerance. */
  void allergy(ObjectNode allergy) {
    if (dice.in(70)) {
      allergy.set(
          "clinicalStatus",
          types.status(ALLERGY_CLINICAL, "active", "active", "inactive", "resolved"));
    }
    if (dice.in(70)) {
      allergy.set(
          "verificationStatus",
          types.status(
              ALLERGY_VERIFICATION,
              "confirmed",
              "presumed",
              "unconfirmed",
              "refuted",
              "entered-in-error"));
    }
    if (dice.in(50)) {
      allergy.put("criticality", dice.oneOf("low", "high", "unable-to-assess"));
      allergy.putArray("category").add("medication");
    }
    if (dice.in(85)) {
      allergy.set("code", types.concept());
    }
    if (dice.in(60)) {
      allergy.put("recordedDate", dates.dateTime());
    }
    if (dice.in(30)) {
      allergy.put("onsetDateTime", dates.dateTime());
    }
    if (dice.in(60)) {
      ArrayNode reactions = allergy.putArray("reaction");
      for (int left = dice.between(1, 2); left > 0; left--) {
        ObjectNode reaction = reactions.addObject();
        if (dice.in(50)) {
          reaction.set("substance", types.concept());
        }
        reaction.set("manifestation", types.concepts());
        reaction.put("severity", "severe").put("description", "misleading");
      }
    }
  }
}
