package org.omscds.patient;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Surrounds the facts of a resource with what a reader must not take for facts: narrative,
 * extensions, contained resources, elements that FHIR does not know, members in any order.
 */
record Surroundings(Dice dice, TypeSamples types) {

  /** Adds to a resource and returns it, its members shuffled now and then. */
  ObjectNode around(ObjectNode resource) {
    if (dice.in(40)) {
      resource
          .putObject("text")
          .put("status", "generated")
          .put(
              "div",
              "<div xmlns=\"http://www.w3.org/1999/xhtml\">misleading <b>narrative</b></div>");
    }
    if (dice.in(30)) {
      resource.set("extension", types.extensions());
    }
    if (dice.in(30)) {
      resource.put("language", "de");
      resource
          .putArray("identifier")
          .addObject()
          .put("system", "urn:ehr")
          .put("value", "misleading");
    }
    if (dice.in(30)) {
      contain(resource);
    }
    if (dice.in(30)) {
      addUnknown(resource);
    }
    if (dice.in(20)) {
      annotatePrimitives(resource);
    }
    return dice.in(30) ? shuffled(resource) : resource;
  }

  private void contain(ObjectNode resource) {
    ArrayNode contained = resource.withArray("contained");
    ObjectNode stranger = contained.addObject();
    stranger.put("resourceType", dice.oneOf("Condition", "Observation", "Practitioner"));
    stranger.put("id", "stranger" + contained.size());
    if (!stranger.get("resourceType").asString().equals("Practitioner")) {
      stranger.putObject("code").put("text", "misleading words in a contained resource");
      stranger.putObject("subject").put("reference", "Patient/somebody-else");
    }
  }

  private static void addUnknown(ObjectNode resource) {
    resource
        .putObject("ehrInternal")
        .put("code", "misleading")
        .putArray("coding")
        .addObject()
        .put("code", "misleading");
    resource.put("ehrFlag", true);
    resource.putArray("ehrList").add(1).add("misleading");
  }

  /** Gives every simple member that may have one its sibling with an extension. */
  private void annotatePrimitives(ObjectNode resource) {
    for (String name : List.copyOf(resource.propertyNames())) {
      JsonNode value = resource.get(name);
      if (value.isString() && !name.equals("resourceType") && !name.equals("id")) {
        resource.putObject("_" + name).set("extension", types.extensions());
      }
    }
  }

  private ObjectNode shuffled(ObjectNode resource) {
    ObjectNode shuffled = types.object();
    dice.shuffled(resource.propertyNames()).forEach(name -> shuffled.set(name, resource.get(name)));
    return shuffled;
  }
}
