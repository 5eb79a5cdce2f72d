package org.omscds.wire;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checks that the constructors of this package share. Every refusal names the member and never
 * the value, because a value may be a part of somebody's chart.
 */
final class Required {

  private static final String EMPTY = " must not be empty";

  private Required() {}

  static void that(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** Refuses a required text that is absent or blank. */
  static void text(String name, @Nullable String value) {
    that(value != null && !value.isBlank(), name + " is required");
  }

  /** Refuses a required value that is absent. */
  static void value(String name, @Nullable Object value) {
    that(value != null, name + " is required");
  }

  /** Refuses an address that is there but is no absolute http or https URL. */
  static void absoluteUrl(String name, @Nullable String value) {
    that(value == null || isAbsoluteUrl(value), name + " must be an absolute http or https URL");
  }

  /** Reads an empty text as absent, since the standard does not let it be written. */
  static @Nullable String absentIfEmpty(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  /** An unchangeable copy; an absent list is an empty one. */
  static <T> List<T> copyOf(@Nullable List<T> values) {
    return List.copyOf(requireNonNullElse(values, List.of()));
  }

  /**
   * An unchangeable copy in the order given, whose nested values are all there.
   *
   * @throws IllegalArgumentException with the path of a null, an empty text, list or object
   */
  static @Nullable Map<String, Object> copyOf(String name, @Nullable Map<String, Object> members) {
    if (members == null || members.isEmpty()) {
      return null;
    }
    String fault = fault(members);
    that(fault == null, name + fault);
    return Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** The same for an extension, each member of which must be an object (cds-hooks_2.0@214). */
  static @Nullable Map<String, Object> extension(
      String name, @Nullable Map<String, Object> members) {
    Map<String, Object> copy = copyOf(name, members);
    if (copy != null) {
      copy.forEach(
          (key, value) -> that(value instanceof Map, name + "." + key + " must be an object"));
    }
    return copy;
  }

  /** What is not there within a value, by its path and with the rule; null where all is. */
  private static @Nullable String fault(@Nullable Object value) {
    return switch (value) {
      case null -> " must not be null";
      case String text -> text.isEmpty() ? EMPTY : null;
      case Map<?, ?> map -> faultOf(map);
      case Collection<?> items -> faultOf(items);
      default -> null;
    };
  }

  private static @Nullable String faultOf(Map<?, ?> members) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String fault = fault(member.getValue());
      if (fault != null) {
        return "." + member.getKey() + fault;
      }
    }
    return members.isEmpty() ? EMPTY : null;
  }

  private static @Nullable String faultOf(Collection<?> items) {
    for (Object item : items) {
      String fault = fault(item);
      if (fault != null) {
        return "[]" + fault;
      }
    }
    return items.isEmpty() ? EMPTY : null;
  }

  private static boolean isAbsoluteUrl(String value) {
    try {
      URI address = URI.create(value);
      String scheme = requireNonNullElse(address.getScheme(), "");
      return (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
          && address.getRawAuthority() != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
