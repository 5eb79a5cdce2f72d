package org.omscds.fhir;

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

  private final OpenNodes open = new OpenNodes();

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
      case START_ARRAY -> {
        int mark = open.mark();
        readItems();
        yield open.closeItems(mark);
      }
      case VALUE_STRING -> readText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new FhirNode.Scalar(parser.getString());
      default -> FhirNode.nothing();
    };
  }

  private FhirNode readFields() {
    int mark = open.mark();
    while (true) {
      int match = parser.nextNameMatch(Element.names());
      if (match == PropertyNameMatcher.MATCH_END_OBJECT) {
        return open.closeFields(mark);
      }
      parser.nextToken();
      if (match < 0 || open.holds(Element.at(match), mark)) {
        parser.skipChildren();
      } else {
        open.put(Element.at(match), read());
      }
    }
  }

  /** FHIR has no arrays within arrays, so the items of one that is sent belong to the outer one. */
  private void readItems() {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        readItems();
      } else {
        open.add(read());
      }
    }
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
