package org.omscds.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A resource that is kept whole: as it was sent, for a card that proposes to update it, and reduced
 * to what is read.
 *
 * @param json all its members, in their order, as maps, lists, strings, numbers and booleans
 * @param node what is read of it
 */
public record WholeResource(Map<String, Object> json, FhirNode node) {

  private static final String RESOURCE_TYPE = "resourceType";

  public WholeResource {
    json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
  }

  /**
   * The resources of a context member, leniently: a Bundle of any type or none, a list, a single
   * resource, or one wrapped in {@code resource}. What is no resource is passed over.
   *
   * @param parser stands on the value and is left on its last token
   */
  public static List<WholeResource> readAll(JsonParser parser) {
    List<WholeResource> found = new ArrayList<>();
    collect(value(parser), found);
    return found;
  }

  private static void collect(@Nullable Object value, List<WholeResource> found) {
    if (value instanceof List<?> items) {
      items.forEach(item -> collect(item, found));
    } else if (value instanceof Map<?, ?> fields) {
      Object type = fields.get(RESOURCE_TYPE);
      if (fields.get("entry") instanceof List<?> entries) {
        entries.forEach(entry -> collect(entry, found));
      } else if (type instanceof String && !type.equals("Bundle")) {
        Map<String, Object> json = new LinkedHashMap<>();
        fields.forEach((name, member) -> json.put(name.toString(), member));
        found.add(new WholeResource(json, FhirNode.ofJson(json)));
      } else if (fields.get("resource") instanceof Map<?, ?> wrapped) {
        collect(wrapped, found);
      }
    }
  }

  /**
   * A JSON value as plain Java. Nulls and empty texts, lists and objects are left out: FHIR has
   * none, and what is sent back must hold none.
   */
  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          parser.nextToken();
          Object member = value(parser);
          if (member != null) {
            fields.putIfAbsent(name, member);
          }
        }
        yield fields.isEmpty() ? null : fields;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          Object item = value(parser);
          if (item != null) {
            items.add(item);
          }
        }
        yield items.isEmpty() ? null : items;
      }
      case VALUE_STRING -> parser.getString().isEmpty() ? null : parser.getString();
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }
}
