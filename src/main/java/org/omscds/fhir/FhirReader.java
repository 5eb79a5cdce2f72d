package org.omscds.fhir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * Reads FHIR JSON in one streaming pass, keeps the elements that the medicine looks at and skips
 * the rest unread, which costs a tenth of what a FHIR object model costs. A reader serves one
 * request: short texts that come again and again, such as code systems, are kept once.
 */
public final class FhirReader {

  private static final int LONGEST_SHARED = 80;
  private static final int SHARED = 256;

  private final JsonParser parser;
  private final FhirNode.Scalar[] shared = new FhirNode.Scalar[SHARED];

  /** The members of all objects that are open, those of the innermost last. */
  private Element[] names = new Element[32];

  private FhirNode[] values = new FhirNode[32];
  private int members;

  /** A reader of what a parser gives. */
  public FhirReader(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads one value as {@link #read()} does. */
  public static FhirNode read(JsonParser parser) {
    return new FhirReader(parser).read();
  }

  /**
   * Reads the value on which the parser stands and leaves the parser on its last token. Depth and
   * lengths are limited by the parser's own constraints.
   *
   * @throws tools.jackson.core.exc.StreamReadException if the JSON itself is malformed
   */
  public FhirNode read() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return FhirNode.nothing();
    }
    return switch (token) {
      case START_OBJECT -> readFields();
      case START_ARRAY -> readItems();
      case VALUE_STRING -> readText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new FhirNode.Scalar(parser.getString());
      default -> FhirNode.nothing();
    };
  }

  private FhirNode readFields() {
    int first = members;
    while (true) {
      int match = parser.nextNameMatch(Element.names());
      if (match == PropertyNameMatcher.MATCH_END_OBJECT) {
        FhirNode fields =
            new FhirNode.Fields(
                Arrays.copyOfRange(names, first, members),
                Arrays.copyOfRange(values, first, members));
        members = first;
        return fields;
      }
      parser.nextToken();
      if (match < 0 || isThere(Element.at(match), first)) {
        parser.skipChildren();
        continue;
      }
      FhirNode value = read();
      if (value.exists()) {
        put(Element.at(match), value);
      }
    }
  }

  private boolean isThere(Element element, int first) {
    for (int i = first; i < members; i++) {
      if (names[i] == element) {
        return true;
      }
    }
    return false;
  }

  private void put(Element element, FhirNode value) {
    if (members == names.length) {
      names = Arrays.copyOf(names, 2 * members);
      values = Arrays.copyOf(values, 2 * members);
    }
    names[members] = element;
    values[members] = value;
    members++;
  }

  /** FHIR has no arrays within arrays, so the items of one that is sent belong to the outer one. */
  private FhirNode readItems() {
    List<FhirNode> items = new ArrayList<>(4);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      FhirNode item = read();
      items.addAll(item.items());
    }
    return new FhirNode.Items(items);
  }

  private FhirNode readText() {
    int length = parser.getStringLength();
    if (length > LONGEST_SHARED) {
      return new FhirNode.Scalar(parser.getString());
    }
    char[] letters = parser.getStringCharacters();
    int start = parser.getStringOffset();
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + letters[i];
    }
    int place = (hash ^ (hash >>> 16)) & (SHARED - 1);
    FhirNode.Scalar known = shared[place];
    if (known != null && isText(known.literal(), letters, start, length)) {
      return known;
    }
    shared[place] = new FhirNode.Scalar(new String(letters, start, length));
    return shared[place];
  }

  private static boolean isText(String text, char[] letters, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != letters[start + i]) {
        return false;
      }
    }
    return true;
  }
}
