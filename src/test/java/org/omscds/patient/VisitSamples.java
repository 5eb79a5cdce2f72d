package org.omscds.patient;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws FHIR Encounters with reasons, and QuestionnaireResponses with questions in questions. */
record VisitSamples(Dice dice, TypeSamples types, DateSamples dates) {

  /** Fills an Encounter. */
  void encounter(ObjectNode encounter) {
    encounter.put(
        "status",
        dice.oneOf(
            "planned", "arrived", "in-progress", "finished", "cancelled", "entered-in-error"));
    encounter.putObject("class").put("code", "AMB").put("display", "misleading class");
    encounter.set("type", types.concepts());
    if (dice.in(80)) {
      encounter.set("reasonCode", types.concepts());
    }
    if (dice.in(80)) {
      encounter.set("period", dates.period());
    }
    if (dice.in(30)) {
      encounter.putArray("diagnosis").addObject().set("use", types.concept());
    }
  }

  /** Fills a QuestionnaireResponse. */
  void response(ObjectNode response) {
    response.put(
        "status",
        dice.oneOf(
            "in-progress", "completed", "completed", "amended", "entered-in-error", "stopped"));
    if (dice.in(80)) {
      response.put("authored", dates.dateTime());
    }
    if (dice.in(60)) {
      response.set("author", actor("Organization"));
    }
    if (dice.in(60)) {
      response.set("source", actor("RelatedPerson"));
    }
    addItems(response, 3);
  }

  private ObjectNode actor(String other) {
    return types.reference(
        dice.oneOf("Practitioner", "PractitionerRole", "Patient", other), "actor");
  }

  private void addItems(ObjectNode parent, int depth) {
    ArrayNode items = parent.putArray("item");
    for (int left = dice.between(1, 3); left > 0; left--) {
      ObjectNode item = items.addObject().put("linkId", "q" + left);
      if (dice.in(80)) {
        item.put("text", types.words());
      }
      if (dice.in(70)) {
        addAnswers(item, depth);
      }
      if (depth > 1 && dice.in(30)) {
        addItems(item, depth - 1);
      }
    }
  }

  private void addAnswers(ObjectNode item, int depth) {
    ArrayNode answers = item.putArray("answer");
    for (int left = dice.between(1, 2); left > 0; left--) {
      ObjectNode answer = answers.addObject();
      addValue(answer);
      if (depth > 1 && dice.in(20)) {
        addItems(answer, depth - 1);
      }
    }
  }

  private void addValue(ObjectNode answer) {
    switch (dice.between(0, 9)) {
      case 0, 1 -> answer.put("valueBoolean", dice.in(50));
      case 2, 3 -> answer.set("valueCoding", types.coding());
      case 4 -> answer.put("valueString", types.words());
      case 5 -> answer.put("valueInteger", dice.between(-3, 4000));
      case 6 -> answer.put("valueDecimal", types.number());
      case 7 -> answer.set("valueQuantity", types.quantity());
      case 8 -> answer.put("valueDate", dates.date());
      default -> answer.put("valueUri", "urn:misleading");
    }
  }
}
