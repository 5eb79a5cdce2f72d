package org.omscds.fhir;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of FHIR JSON, reduced to the elements of {@link Element}. Every question has an answer:
 * what is absent or of another shape than expected is empty, a single object stands for a list of
 * one, and a list stands for its first item where one object is expected, because real EHRs send
 * all of these.
 */
public abstract sealed class FhirNode {

  /** The most digits of a number, written out, that this service takes for a measurement. */
  static final int MAX_NUMBER_LENGTH = 30;

  /** A JSON object. */
  static final class Fields extends FhirNode {
    private final Element[] names;
    private final FhirNode[] values;

    /** Names and values stand at the same index, each name once; the arrays are its own. */
    Fields(Element[] names, FhirNode[] values) {
      this.names = names;
      this.values = values;
    }

    @Override
    public FhirNode at(Element element) {
      for (int i = 0; i < names.length; i++) {
        if (names[i] == element) {
          return values[i];
        }
      }
      return Nothing.NOTHING;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Fields fields
          && Arrays.equals(names, fields.names)
          && Arrays.equals(values, fields.values);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }
  }

  /** A JSON array. */
  static final class Items extends FhirNode {
    private final List<FhirNode> all;

    Items(List<FhirNode> all) {
      this.all = List.copyOf(all);
    }

    @Override
    public FhirNode at(Element element) {
      return all.isEmpty() ? Nothing.NOTHING : all.getFirst().at(element);
    }

    @Override
    public List<FhirNode> items() {
      return all;
    }

    @Override
    public Optional<String> text() {
      return all.isEmpty() ? Optional.empty() : all.getFirst().text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Items items && all.equals(items.all);
    }

    @Override
    public int hashCode() {
      return all.hashCode();
    }
  }

  /** A JSON string, number or boolean, by its text. */
  static final class Scalar extends FhirNode {
    private final String literal;
    private final Optional<String> text;

    Scalar(String literal) {
      this.literal = literal;
      String stripped = literal.strip();
      this.text = stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }

    /** The text as it was sent. */
    String literal() {
      return literal;
    }

    @Override
    public Optional<String> text() {
      return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Scalar scalar && literal.equals(scalar.literal);
    }

    @Override
    public int hashCode() {
      return literal.hashCode();
    }
  }

  /** An absent element or a JSON null. */
  private static final class Nothing extends FhirNode {
    private static final Nothing NOTHING = new Nothing();

    @Override
    public List<FhirNode> items() {
      return List.of();
    }

    @Override
    public boolean exists() {
      return false;
    }
  }

  /** What an absent element or a JSON null is. */
  public static FhirNode nothing() {
    return Nothing.NOTHING;
  }

  /** JSON as plain Java, maps, lists, strings, numbers and booleans, reduced in the same way. */
  public static FhirNode ofJson(Object json) {
    if (json instanceof Map<?, ?> fields) {
      Map<Element, FhirNode> members = new LinkedHashMap<>();
      fields.forEach((name, member) ->
          Element.named(name.toString())
              .ifPresent(element -> members.putIfAbsent(element, ofJson(member))));
      return new Fields(
          members.keySet().toArray(Element[]::new), members.values().toArray(FhirNode[]::new));
    }
    if (json instanceof List<?> items) {
      return new Items(items.stream().map(FhirNode::ofJson).toList());
    }
    return new Scalar(json.toString());
  }

  /** The value of an element, or {@link #nothing()}. */
  public FhirNode at(Element element) {
    return Nothing.NOTHING;
  }

  /** The items of this node; what is no list stands for a list of one. */
  public List<FhirNode> items() {
    return List.of(this);
  }

  /** The items of a repeating element; one value stands for a list of one. */
  public List<FhirNode> each(Element element) {
    return at(element).items();
  }

  /** The text of a primitive element, stripped; empty where it is absent, blank or no primitive. */
  public Optional<String> text(Element element) {
    return at(element).text();
  }

  /** The text of this node, or of its first item, if it is a primitive that is not blank. */
  public Optional<String> text() {
    return Optional.empty();
  }

  /** True or false where the element says so, also as a string; else empty. */
  public Optional<Boolean> flag(Element element) {
    return text(element)
        .flatMap(text ->
            switch (text) {
              case "true" -> Optional.of(Boolean.TRUE);
              case "false" -> Optional.of(Boolean.FALSE);
              default -> Optional.empty();
            });
  }

  /** The number of an element, also when sent as a string; else empty. */
  public Optional<BigDecimal> number(Element element) {
    return text(element).flatMap(FhirNode::parseNumber);
  }

  /** The text in a {@code base64Binary} element, taken as UTF-8; empty where it is no base64. */
  public Optional<String> decoded(Element element) {
    return text(element).flatMap(FhirNode::decode);
  }

  /** Whether anything is there. */
  public boolean exists() {
    return true;
  }

  /** The resource type of a resource, or the empty string. */
  public String resourceType() {
    return text(Element.RESOURCE_TYPE).orElse("");
  }

  /** Line breaks within the data, which MIME asks for, are passed over. */
  private static Optional<String> decode(String data) {
    try {
      return Optional.of(new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> parseNumber(String text) {
    if (text.length() > MAX_NUMBER_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text))
          .filter(number -> Math.abs((long) number.scale()) <= MAX_NUMBER_LENGTH);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
