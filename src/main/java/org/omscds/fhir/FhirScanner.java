package org.omscds.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads FHIR JSON as {@link FhirReader} does, from memory and in two thirds of the time, or is
 * unsure. Short texts that come again and again, such as code systems, are kept once.
 */
final class FhirScanner {

  private static final int LONGEST_SHARED = 80;
  private static final int SHARED = 256;
  private static final FhirNode.Scalar TRUE = new FhirNode.Scalar("true");
  private static final FhirNode.Scalar FALSE = new FhirNode.Scalar("false");
  private static final Names NAMES = new Names();

  private final JsonScanner json;
  private final FhirNode.@Nullable Scalar[] shared = new FhirNode.Scalar[SHARED];
  private final int[] sharedAt = new int[SHARED];

  private final OpenNodes open = new OpenNodes();

  FhirScanner(JsonScanner json) {
    this.json = json;
  }

  /**
   * Reads the value that comes next.
   *
   * @param depth how many objects and lists are open
   * @throws JsonScanner.Unsure if a true parser has to decide
   */
  FhirNode read(int depth) {
    return switch (json.peek()) {
      case '{' -> readFields(depth + 1);
      case '[' -> {
        int mark = open.mark();
        readItems(depth + 1);
        yield open.closeItems(mark);
      }
      case '"' -> readText();
      case 't' -> {
        json.word("true");
        yield TRUE;
      }
      case 'f' -> {
        json.word("false");
        yield FALSE;
      }
      case 'n' -> {
        json.word("null");
        yield FhirNode.nothing();
      }
      default -> {
        json.number();
        yield new FhirNode.Scalar(json.string());
      }
    };
  }

  private FhirNode readFields(int depth) {
    JsonScanner.checkDepth(depth);
    json.expect('{');
    int mark = open.mark();
    if (!json.take('}')) {
      do {
        json.name();
        Element element = NAMES.find(json);
        if (element == null || open.holds(element, mark)) {
          json.skip(depth);
        } else {
          open.put(element, read(depth));
        }
      } while (json.take(','));
      json.expect('}');
    }
    return open.closeFields(mark);
  }

  /** FHIR has no arrays within arrays, so the items of one that is sent belong to the outer one. */
  private void readItems(int depth) {
    JsonScanner.checkDepth(depth);
    json.expect('[');
    if (json.take(']')) {
      return;
    }
    do {
      if (json.peek() == '[') {
        readItems(depth + 1);
      } else {
        open.add(read(depth));
      }
    } while (json.take(','));
    json.expect(']');
  }

  private FhirNode readText() {
    json.text();
    int length = json.length();
    if (length > LONGEST_SHARED || !json.isPlain()) {
      return new FhirNode.Scalar(json.string());
    }
    int place = (json.hash() ^ length) & (SHARED - 1);
    FhirNode.Scalar known = shared[place];
    if (known != null
        && known.literal().length() == length
        && json.isTextAt(sharedAt[place], length)) {
      return known;
    }
    FhirNode.Scalar fresh = new FhirNode.Scalar(json.string());
    shared[place] = fresh;
    sharedAt[place] = json.start();
    return fresh;
  }

  /** The names of all elements by the hash of their bytes. */
  private static final class Names {
    private static final int PLACES = 1024;

    private final @Nullable Element[] elements = new Element[PLACES];
    private final byte[][] bytes = new byte[PLACES][];

    Names() {
      for (Element element : Element.values()) {
        JsonScanner name = new JsonScanner(padded('"' + element.toString() + '"'));
        name.text();
        int place = name.hash() & (PLACES - 1);
        while (elements[place] != null) {
          place = (place + 1) & (PLACES - 1);
        }
        elements[place] = element;
        bytes[place] = padded(element.toString());
      }
    }

    private static byte[] padded(String text) {
      byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
      return Arrays.copyOf(ascii, ascii.length + JsonScanner.PADDING);
    }

    /** The element whose name the scanner has just passed, or null where it is none of ours. */
    @Nullable Element find(JsonScanner name) {
      int place = name.hash() & (PLACES - 1);
      while (elements[place] != null) {
        if (name.isText(bytes[place], 0, bytes[place].length - JsonScanner.PADDING)) {
          return elements[place];
        }
        place = (place + 1) & (PLACES - 1);
      }
      return null;
    }
  }
}
