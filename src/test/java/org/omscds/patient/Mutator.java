package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Damages JSON: takes members away, replaces, retypes, renames and repeats them. */
record Mutator(Dice dice) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TWIN = "twin-of-";
  private static final Pattern AMBIGUOUS = Pattern.compile(TWIN + "|[\\[,]null");

  /**
   * Damaged JSON.
   *
   * @param ambiguous whether every reader takes it as it likes: a member stands there twice, or an
   *     array holds null
   */
  record Damaged(String json, boolean ambiguous) {}

  /** A copy that is damaged in that many places. */
  Damaged damage(ObjectNode original, int places) {
    ObjectNode copy = original.deepCopy();
    for (int left = places; left > 0; left--) {
      damageOnce(copy);
    }
    String json = copy.toString();
    return new Damaged(json.replace(TWIN, ""), AMBIGUOUS.matcher(json).find());
  }

  private void damageOnce(ObjectNode root) {
    List<JsonNode> containers = new ArrayList<>();
    List<JsonNode> values = new ArrayList<>();
    collect(root, containers, values);
    switch (dice.oneOf(containers)) {
      case ObjectNode object when !object.isEmpty() -> damageMember(object, values);
      case ArrayNode array when !array.isEmpty() -> damageItem(array, values);
      default -> {}
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers, List<JsonNode> values) {
    values.add(node);
    if (node.isContainer()) {
      containers.add(node);
      node.values().forEach(child -> collect(child, containers, values));
    }
  }

  private void damageMember(ObjectNode object, List<JsonNode> values) {
    String name = dice.oneOf(List.copyOf(object.propertyNames()));
    JsonNode value = object.get(name);
    switch (dice.between(0, 5)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name, retyped(value));
      case 2 -> object.set(name, dice.oneOf(values).deepCopy());
      case 3 -> object.set(TWIN + name, retyped(value));
      case 4 -> object.set(dice.oneOf(List.copyOf(object.propertyNames())), value.deepCopy());
      default ->
          object.set(
              dice.oneOf("code", "text", "value", "status", "start", "id"), value.deepCopy());
    }
  }

  private void damageItem(ArrayNode array, List<JsonNode> values) {
    int index = dice.between(0, array.size() - 1);
    switch (dice.between(0, 4)) {
      case 0 -> array.remove(index);
      case 1 -> array.set(index, retyped(array.get(index)));
      case 2 -> array.set(index, dice.oneOf(values).deepCopy());
      case 3 -> array.add(array.get(index).deepCopy());
      default -> array.insertNull(index);
    }
  }

  private JsonNode retyped(JsonNode value) {
    return switch (dice.between(0, 11)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.objectNode();
      case 2 -> NODES.arrayNode();
      case 3 -> NODES.stringNode("");
      case 4 -> NODES.booleanNode(dice.in(50));
      case 5 -> NODES.numberNode(dice.between(-9, 99999));
      case 6 ->
          NODES.stringNode(dice.oneOf("1e999999999", "18446744073709551616", "-0", "9".repeat(40)));
      case 7 ->
          NODES.stringNode(dice.oneOf("9999-99-99", "0000", "2024-02-30T", "\uD800", "\u0000"));
      case 8 -> NODES.arrayNode().add(NODES.arrayNode().add(value.deepCopy()));
      case 9 -> NODES.objectNode().set("value", value.deepCopy());
      case 10 -> NODES.stringNode(value.isString() ? value.asString() + "x" : value.toString());
      default ->
          value.isArray() && !value.isEmpty()
              ? value.get(0).deepCopy()
              : NODES.arrayNode().add(value.deepCopy());
    };
  }
}
