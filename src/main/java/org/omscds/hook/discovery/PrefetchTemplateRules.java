package org.omscds.hook.discovery;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omscds.recommendation.Hook;

/**
 * The rules that a prefetch template keeps so that every client of CDS Hooks 2.0.1 can answer it:
 * the tokens of section "Prefetch tokens" (cds-hooks_2.0@55 to @57, @59) and the query restrictions
 * (@58), without parameters that repeat, which some clients merge into one.
 */
final class PrefetchTemplateRules {

  private static final Set<String> USER_TOKENS =
      Set.of(
          "userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId");
  private static final Set<String> UNDERSCORE_PARAMETERS = Set.of("_count", "_sort", "_id");
  private static final Set<String> REFERENCE_PARAMETERS = Set.of("patient", "subject", "encounter");

  private static final Pattern TOKEN = Pattern.compile("\\{\\{(.*?)}}");
  private static final Pattern READ = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");
  private static final Pattern SEARCH = Pattern.compile("[A-Z][A-Za-z]+\\?(.+)");
  private static final Pattern PARAMETER_NAME = Pattern.compile("_?[a-z][A-Za-z0-9-]*");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern SORT =
      Pattern.compile("-?[a-z_][A-Za-z0-9-]*(,-?[a-z_][A-Za-z0-9-]*)*");
  private static final Pattern FOREIGN_DATE_PREFIX = Pattern.compile("(ne|sa|eb|ap)\\d{4}.*");

  private PrefetchTemplateRules() {}

  /** The rule that the template breaks, in words; empty where it keeps them all. */
  static Optional<String> brokenBy(Hook hook, String template) {
    Matcher tokens = TOKEN.matcher(template);
    while (tokens.find()) {
      String token = tokens.group(1);
      if (!isToken(hook, token)) {
        return Optional.of(
            "the token '"
                + token
                + "' is neither context.<field of "
                + hook.hookName()
                + "> nor one of "
                + USER_TOKENS.stream().sorted().toList());
      }
    }
    String filled = tokens.replaceAll("token");
    if (filled.contains("{") || filled.contains("}")) {
      return Optional.of("tokens are delimited by {{ and }}");
    }
    if (READ.matcher(filled).matches()) {
      return Optional.empty();
    }
    Matcher search = SEARCH.matcher(filled);
    if (!search.matches()) {
      return Optional.of("a template is Type/id or Type?parameters");
    }
    return brokenByQuery(search.group(1));
  }

  /** The context fields that a hook's definition lets stand in tokens. */
  private static Set<String> tokenFields(Hook hook) {
    return switch (hook) {
      case PATIENT_VIEW,
          ENCOUNTER_START,
          ENCOUNTER_DISCHARGE,
          ORDER_SELECT,
          ORDER_SIGN,
          PROBLEM_LIST_ITEM_CREATE ->
          Set.of("userId", "patientId", "encounterId");
    };
  }

  private static boolean isToken(Hook hook, String token) {
    return USER_TOKENS.contains(token)
        || (token.startsWith("context.")
            && tokenFields(hook).contains(token.substring("context.".length())));
  }

  private static Optional<String> brokenByQuery(String query) {
    Set<String> seen = new HashSet<>();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals < 1 || equals == parameter.length() - 1) {
        return Optional.of("each parameter is name=value, and '" + parameter + "' is not");
      }
      String name = parameter.substring(0, equals);
      String plainName = name.endsWith(":in") ? name.substring(0, name.length() - 3) : name;
      if (!seen.add(plainName)) {
        return Optional.of("the parameter '" + plainName + "' repeats, which clients merge");
      }
      Optional<String> broken = brokenByParameter(name, plainName, parameter.substring(equals + 1));
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> brokenByParameter(String name, String plainName, String value) {
    if (plainName.contains(":")) {
      return Optional.of("'" + name + "' has a modifier; only :in is allowed");
    }
    if (plainName.contains(".")) {
      return Optional.of("'" + name + "' is chained");
    }
    if (!PARAMETER_NAME.matcher(plainName).matches()) {
      return Optional.of("'" + name + "' is no name of a search parameter");
    }
    if (plainName.startsWith("_") && !UNDERSCORE_PARAMETERS.contains(plainName)) {
      return Optional.of(
          "'"
              + name
              + "' is outside the subset "
              + UNDERSCORE_PARAMETERS.stream().sorted().toList());
    }
    if (!name.equals(plainName)
        && (plainName.startsWith("_") || REFERENCE_PARAMETERS.contains(plainName))) {
      return Optional.of("'" + name + "': the modifier :in is for token parameters");
    }
    return brokenByValue(plainName, value);
  }

  private static Optional<String> brokenByValue(String name, String value) {
    if (name.equals("_count") && !COUNT.matcher(value).matches()) {
      return Optional.of("_count is a whole number above 0");
    }
    if (name.equals("_sort") && !SORT.matcher(value).matches()) {
      return Optional.of("_sort is a list of parameters, each with - in front for newest first");
    }
    if (FOREIGN_DATE_PREFIX.matcher(value).matches()) {
      return Optional.of("'" + name + "' has a date prefix other than eq, lt, gt, ge, le");
    }
    return Optional.empty();
  }
}
