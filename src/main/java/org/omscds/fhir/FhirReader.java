package org.omscds.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads FHIR JSON in one streaming pass, keeps the elements that the medicine looks at and skips
 * the rest unread, which costs a tenth of what a FHIR object model costs.
 */
public final class FhirReader {

  private FhirReader() {}

  /**
   * Reads the value on which the parser stands and leaves the parser on its last token. Depth and
   * lengths are limited by the parser's own constraints.
   *
   * @throws tools.jackson.core.exc.StreamReadException if the JSON itself is malformed
   */
  public static FhirNode read(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return FhirNode.Nothing.NOTHING;
    }
    return switch (token) {
      case START_OBJECT -> readFields(parser);
      case START_ARRAY -> readItems(parser);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new FhirNode.Scalar(parser.getString());
      default -> FhirNode.Nothing.NOTHING;
    };
  }

  private static FhirNode readFields(JsonParser parser) {
    List<Element> names = new ArrayList<>(8);
    List<FhirNode> values = new ArrayList<>(8);
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      Optional<Element> element = Element.named(name);
      if (element.isEmpty() || names.contains(element.get())) {
        parser.skipChildren();
        continue;
      }
      FhirNode value = read(parser);
      if (value.exists()) {
        names.add(element.get());
        values.add(value);
      }
    }
    return new FhirNode.Fields(names, values);
  }

  /** FHIR has no arrays within arrays, so the items of one that is sent belong to the outer one. */
  private static FhirNode readItems(JsonParser parser) {
    List<FhirNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      FhirNode item = read(parser);
      switch (item) {
        case FhirNode.Items(List<FhirNode> all) -> items.addAll(all);
        case FhirNode.Fields _, FhirNode.Scalar _ -> items.add(item);
        case FhirNode.Nothing _ -> {}
      }
    }
    return new FhirNode.Items(items);
  }
}
