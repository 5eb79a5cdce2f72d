package org.omscds;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.SiteSettings;
import org.omscds.knowledge.SiteSettings.AdultFirstLine;
import org.omscds.knowledge.SiteSettings.Cards;
import org.omscds.knowledge.SiteSettings.CareWindows;
import org.omscds.knowledge.SiteSettings.CatalogueCode;
import org.omscds.knowledge.SiteSettings.ChildFirstLine;
import org.omscds.knowledge.SiteSettings.CourseWindows;
import org.omscds.knowledge.SiteSettings.Criteria;
import org.omscds.knowledge.SiteSettings.Links;
import org.omscds.knowledge.SiteSettings.Proposals;
import org.omscds.knowledge.SiteSettings.SafetyScope;
import org.omscds.knowledge.SiteSettings.Windows;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads what a site sets under {@code omscds.site}: one property for each component of the records
 * in {@link SiteSettings}, in kebab-case, and {@code look-back-days} and {@code catalogue} for each
 * order. What is not set keeps its default.
 */
final class SiteSettingsReader {

  private static final String PREFIX = "omscds.site.";
  private static final String LOOK_BACK = "look-back-days.";
  private static final String CATALOGUE = "catalogue.";

  /** What is given and not read yet, by the letters of its name. */
  private final Map<String, Given> given = new LinkedHashMap<>();

  private final List<String> names = new ArrayList<>();
  private final Collection<OrderDefinition> orders;

  private record Given(String name, String value) {}

  private SiteSettingsReader(Environment environment, Collection<OrderDefinition> orders) {
    this.orders = orders;
    // The strongest source comes first, and spellings may differ from source to source.
    Binder.get(environment)
        .bind("omscds.site", Bindable.mapOf(String.class, String.class))
        .orElse(Map.of())
        .forEach((name, value) -> given.putIfAbsent(letters(name), new Given(name, value.strip())));
  }

  /**
   * The settings of a site.
   *
   * @param orders what can be ordered, by id
   * @throws IllegalArgumentException naming the property, its value and what is allowed, if one is
   *     unknown or has a value that cannot be
   */
  static SiteSettings read(Environment environment, Map<String, OrderDefinition> orders) {
    return new SiteSettingsReader(environment, orders.values()).settings();
  }

  private SiteSettings settings() {
    SiteSettings standard = SiteSettings.defaults();
    SiteSettings site =
        new SiteSettings(
            group(Windows.class, standard.windows()),
            group(CourseWindows.class, standard.course()),
            group(CareWindows.class, standard.care()),
            group(Criteria.class, standard.criteria()),
            group(Proposals.class, standard.proposals()),
            group(Cards.class, standard.cards()),
            group(Links.class, standard.links()),
            lookBackDays(),
            catalogue());
    given.values().stream().findFirst().ifPresent(this::refuse);
    return site;
  }

  private <R extends Record> R group(Class<R> type, R standard) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components).map(component -> value(component, standard)).toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(PREFIX + e.getTargetException().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(RecordComponent component, Record standard) {
    String property = SiteSettings.propertyOf(component);
    names.add(property);
    Optional<String> text = take(property);
    try {
      return text.isPresent()
          ? parsed(component.getType(), property, text.get())
          : component.getAccessor().invoke(standard);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object parsed(Class<?> type, String property, String text) {
    if (type == int.class) {
      return number(property, text);
    }
    if (type == boolean.class) {
      return flag(property, text);
    }
    if (type == ChildFirstLine.class) {
      return choice(property, text, ChildFirstLine.values());
    }
    if (type == AdultFirstLine.class) {
      return choice(property, text, AdultFirstLine.values());
    }
    return type == SafetyScope.class ? choice(property, text, SafetyScope.values()) : text;
  }

  private Map<String, Integer> lookBackDays() {
    Map<String, Integer> days = new LinkedHashMap<>();
    for (String id : withLookBack()) {
      String property = LOOK_BACK + id;
      take(property).ifPresent(text -> days.put(id, number(property, text)));
    }
    return days;
  }

  private Map<String, CatalogueCode> catalogue() {
    Map<String, CatalogueCode> codes = new LinkedHashMap<>();
    for (OrderDefinition order : orders) {
      String property = CATALOGUE + order.id() + ".";
      Optional<String> system = take(property + "system");
      Optional<String> code = take(property + "code");
      Optional<String> display = take(property + "display");
      Optional<String> replace = take(property + "replace");
      if (Stream.of(system, code, display, replace).anyMatch(Optional::isPresent)) {
        boolean replaces = replace.map(text -> flag(property + "replace", text)).orElse(false);
        try {
          codes.put(
              order.id(),
              new CatalogueCode(system.orElse(""), code.orElse(""), display.orElse(""), replaces));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(PREFIX + property + e.getMessage(), e);
        }
      }
    }
    return codes;
  }

  /** Scans are judged by their own window, and drugs and problems are never done. */
  private List<String> withLookBack() {
    return orders.stream()
        .filter(order -> order.lookBackDays() > 0)
        .map(OrderDefinition::id)
        .toList();
  }

  private void refuse(Given unknown) {
    String allowed;
    if (unknown.name().startsWith(CATALOGUE)) {
      allowed =
          "system, code, display and replace for one of "
              + orders.stream().map(OrderDefinition::id).toList();
    } else if (letters(unknown.name()).startsWith(letters(LOOK_BACK))) {
      allowed = "a number of days for one of " + withLookBack();
    } else {
      allowed = names.stream().sorted().toList() + ", look-back-days and catalogue by order";
    }
    throw new IllegalArgumentException(
        "there is no setting "
            + PREFIX
            + unknown.name()
            + " (its value is '"
            + unknown.value()
            + "'); allowed: "
            + allowed);
  }

  private Optional<String> take(String property) {
    return Optional.ofNullable(given.remove(letters(property))).map(Given::value);
  }

  private static boolean flag(String property, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(property, text, "true or false");
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
    throw wrong(property, text, "a whole number above 0");
  }

  private static Object choice(String property, String text, Enum<?>[] choices) {
    return Arrays.stream(choices)
        .filter(each -> SiteSettings.idOf(each).equals(text))
        .findFirst()
        .orElseThrow(() ->
            wrong(
                property,
                text,
                "one of " + Arrays.stream(choices).map(SiteSettings::idOf).toList()));
  }

  private static IllegalArgumentException wrong(String property, String text, String allowed) {
    return new IllegalArgumentException(PREFIX + property + " is '" + text + "'; give " + allowed);
  }

  /** Environment variables lose case and dashes, so names are compared by their letters. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
