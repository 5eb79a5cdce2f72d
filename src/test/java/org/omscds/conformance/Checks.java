package org.omscds.conformance;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with a piece of JSON, collected with the place of each fault. Members beside the
 * known ones are faults, but for {@code extension}, which may stand on any object and must be an
 * object; null and empty values are faults everywhere.
 */
final class Checks {

  private final List<String> faults = new ArrayList<>();

  List<String> faults() {
    return List.copyOf(faults);
  }

  void fault(String place, String what) {
    faults.add(place + ": " + what);
  }

  /** An object that holds no other members than these, none of them null or empty. */
  boolean isObject(JsonNode node, String place, Set<String> known) {
    if (!node.isObject()) {
      fault(place, "is not an object");
      return false;
    }
    for (String name : node.propertyNames()) {
      JsonNode value = node.get(name);
      String inner = place + "." + name;
      if (value.isNull()) {
        fault(inner, "is null");
      } else if (isEmpty(value) && !known.contains(name + " may be empty")) {
        fault(inner, "is empty");
      }
      if (name.equals("extension")) {
        if (!value.isObject()) {
          fault(inner, "is not an object");
        }
      } else if (!known.contains(name) && !known.contains(name + " may be empty")) {
        fault(inner, "is no member that the standard knows");
      }
    }
    return true;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isContainer() ? value.isEmpty() : value.isString() && value.asString().isBlank();
  }

  /** A text that must be there. */
  String text(JsonNode parent, String name, String place) {
    JsonNode value = parent.path(name);
    if (value.isMissingNode()) {
      fault(place + "." + name, "is required");
    } else if (!value.isString()) {
      fault(place + "." + name, "is not a string");
    }
    return value.asString("");
  }

  /** A text that may be left out. */
  void optionalText(JsonNode parent, String name, String place) {
    if (parent.has(name)) {
      text(parent, name, place);
    }
  }

  void optionalBoolean(JsonNode parent, String name, String place) {
    if (parent.has(name) && !parent.get(name).isBoolean()) {
      fault(place + "." + name, "is not a boolean");
    }
  }

  void oneOf(String value, String place, Set<String> allowed) {
    if (!allowed.contains(value)) {
      fault(place, "is '" + value + "' and not one of " + allowed.stream().sorted().toList());
    }
  }

  void absoluteUrl(JsonNode parent, String name, String place) {
    String url = text(parent, name, place);
    try {
      if (!URI.create(url).isAbsolute()) {
        fault(place + "." + name, "is no absolute URL");
      }
    } catch (IllegalArgumentException _) {
      fault(place + "." + name, "is no URL");
    }
  }

  /** Each entry of an array that may be left out. */
  void each(JsonNode parent, String name, String place, BiConsumer<JsonNode, String> check) {
    JsonNode array = parent.path(name);
    if (array.isMissingNode()) {
      return;
    }
    if (!array.isArray()) {
      fault(place + "." + name, "is not an array");
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      check.accept(array.get(i), place + "." + name + "[" + i + "]");
    }
  }
}
