package org.omscds.fhir.server;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omscds.fhir.server.SmartScopes.Interaction;
import org.omscds.wire.HookContext;

/**
 * One question to a FHIR server: an instance by its id, or a search.
 *
 * @param type the resource type
 * @param id the logical id, or the empty string for a search
 * @param parameters of a search: names and values, not encoded
 */
record FhirQuery(String type, String id, List<Map.Entry<String, String>> parameters) {

  /** What a prefetch template comes to for one call. */
  sealed interface Filled {

    record Ready(FhirQuery query) implements Filled {}

    /** The call has no value for a token, as for the role of a user without one. */
    record NoValue() implements Filled {}

    /** A value of the call is no id that can stand in an address. */
    record OddValue() implements Filled {}
  }

  private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]*)}}");

  /** FHIR's ids, with the underscore and the greater length that real servers use. */
  private static final Pattern ID = Pattern.compile("(?!\\.+$)[A-Za-z0-9._-]{1,128}");

  FhirQuery {
    parameters = List.copyOf(parameters);
  }

  /** The instance of that id; empty where the id cannot stand in an address. */
  static Optional<FhirQuery> read(String type, String id) {
    return ID.matcher(id).matches()
        ? Optional.of(new FhirQuery(type, id, List.of()))
        : Optional.empty();
  }

  /** The query that a prefetch template means for a call (CDS Hooks 2.0.1, "Prefetch Tokens"). */
  static Filled filled(String template, HookContext context) {
    Matcher tokens = TOKEN.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (tokens.find()) {
      Optional<String> value = value(tokens.group(1), context);
      if (value.isEmpty()) {
        return new Filled.NoValue();
      }
      if (!ID.matcher(value.get()).matches()) {
        return new Filled.OddValue();
      }
      tokens.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
    }
    tokens.appendTail(filled);
    return new Filled.Ready(parsed(filled.toString()));
  }

  private static Optional<String> value(String token, HookContext context) {
    return switch (token) {
      case "context.patientId" -> Optional.of(context.patientId());
      case "context.encounterId" -> Optional.ofNullable(context.encounterId());
      case "userPractitionerId" -> user("Practitioner/", context);
      case "userPractitionerRoleId" -> user("PractitionerRole/", context);
      case "userPatientId" -> user("Patient/", context);
      case "userRelatedPersonId" -> user("RelatedPerson/", context);
      default -> Optional.empty();
    };
  }

  private static Optional<String> user(String type, HookContext context) {
    return Optional.of(context.userId())
        .filter(user -> user.startsWith(type))
        .map(user -> user.substring(type.length()));
  }

  private static FhirQuery parsed(String template) {
    int query = template.indexOf('?');
    if (query < 0) {
      int slash = template.indexOf('/');
      return new FhirQuery(template.substring(0, slash), template.substring(slash + 1), List.of());
    }
    List<Map.Entry<String, String>> parameters =
        Stream.of(template.substring(query + 1).split("&"))
            .map(parameter -> parameter.split("=", 2))
            .map(parameter -> Map.entry(parameter[0], parameter[1]))
            .toList();
    return new FhirQuery(template.substring(0, query), "", parameters);
  }

  boolean isSearch() {
    return id.isEmpty();
  }

  Interaction interaction() {
    return isSearch() ? Interaction.SEARCH : Interaction.READ;
  }

  /** The address to get. */
  URI address(String base) {
    return URI.create(base + "/" + type + (isSearch() ? "?" + form() : "/" + id));
  }

  /** The address to post a search to whose own address would be too long. */
  URI formAddress(String base) {
    return URI.create(base + "/" + type + "/_search");
  }

  /** The search as the body of a form, which is also what follows the question mark. */
  String form() {
    return parameters.stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Commas and colons stay, because some servers part a list before they decode it. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%3A", ":");
  }
}
