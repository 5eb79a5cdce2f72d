package org.omscds;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omscds.knowledge.SiteSettings;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads what a site sets under {@code omscds.site}: one property for each component of {@link
 * SiteSettings}, in kebab-case. What is not set keeps its default.
 */
final class SiteSettingsReader {

  private static final String PREFIX = "omscds.site";

  private SiteSettingsReader() {}

  /**
   * The settings of a site.
   *
   * @throws IllegalArgumentException naming the property and what is allowed, if one is unknown or
   *     has a value that cannot be
   */
  static SiteSettings read(Environment environment) {
    Map<String, String> given = new HashMap<>();
    Binder.get(environment)
        .bind(PREFIX, Bindable.mapOf(String.class, String.class))
        .orElse(Map.of())
        .forEach((name, value) -> given.put(letters(name), value));
    RecordComponent[] components = SiteSettings.class.getRecordComponents();
    Object[] values = Arrays.stream(components).map(component -> value(component, given)).toArray();
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          PREFIX
              + ": there is no setting "
              + given.keySet().stream().sorted().toList()
              + "; allowed: "
              + names(components));
    }
    return settings(components, values);
  }

  /** The name of a component as its property spells it, such as {@code card-limit}. */
  static String propertyOf(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Object value(RecordComponent component, Map<String, String> given) {
    String text = given.remove(component.getName().toLowerCase(Locale.ROOT));
    if (text == null) {
      return ofDefaults(component);
    }
    String property = PREFIX + "." + propertyOf(component);
    return component.getType() == boolean.class
        ? flag(property, text.strip())
        : number(property, text.strip());
  }

  private static boolean flag(String property, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(property + " is '" + text + "'; give true or false");
    };
  }

  private static int number(String property, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Refused below, as a number that is too small is.
    }
    throw new IllegalArgumentException(
        property + " is '" + text + "'; give a whole number above 0");
  }

  private static Object ofDefaults(RecordComponent component) {
    try {
      return component.getAccessor().invoke(SiteSettings.defaults());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SiteSettings settings(RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return SiteSettings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(PREFIX + ": " + e.getTargetException().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(RecordComponent[] components) {
    return Arrays.stream(components).map(SiteSettingsReader::propertyOf).sorted().toList();
  }

  /** Environment variables lose case and dashes, so names are compared by their letters. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
