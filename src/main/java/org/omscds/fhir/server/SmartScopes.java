package org.omscds.fhir.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the scopes of a token allow, in the form of SMART App Launch 1.0 ({@code
 * patient/Observation.read}) and 2 ({@code patient/Observation.rs?category=laboratory}).
 */
final class SmartScopes {

  /** How much of a resource type may be had. */
  enum Allowance {
    NONE,
    /** Only what a query in the scope lets through, so an answer may not be all there is. */
    PART,
    ALL
  }

  /** The two ways of asking. */
  enum Interaction {
    READ('r'),
    SEARCH('s');

    private final char letter;

    Interaction(char letter) {
      this.letter = letter;
    }
  }

  private record Scope(String type, String permissions, boolean restricted) {

    boolean allows(String asked, Interaction interaction) {
      return (type.equals("*") || type.equals(asked))
          && switch (permissions) {
            case "*", "read" -> true;
            case "write" -> false;
            default -> permissions.indexOf(interaction.letter) >= 0;
          };
    }
  }

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Pattern RESOURCE_SCOPE =
      Pattern.compile(
          "(?:patient|user|system)/(\\*|[A-Za-z]+)\\.(read|write|\\*|[cruds]+)(\\?.*)?");

  private final List<Scope> scopes;

  private SmartScopes(List<Scope> scopes) {
    this.scopes = List.copyOf(scopes);
  }

  /** Reads the scopes of a token, which blanks part. */
  static SmartScopes of(String text) {
    List<Scope> scopes = new ArrayList<>();
    for (String word : BLANKS.splitAsStream(text.strip()).toList()) {
      Matcher scope = RESOURCE_SCOPE.matcher(word);
      if (scope.matches()) {
        scopes.add(new Scope(scope.group(1), scope.group(2), scope.group(3) != null));
      }
    }
    return new SmartScopes(scopes);
  }

  /** The scopes of a call without a token: the server itself decides. */
  static SmartScopes unknown() {
    return new SmartScopes(List.of());
  }

  /** What may be had; where no scope speaks of resources, the server decides. */
  Allowance allowance(String type, Interaction interaction) {
    if (scopes.isEmpty()) {
      return Allowance.ALL;
    }
    List<Scope> fitting = scopes.stream().filter(scope -> scope.allows(type, interaction)).toList();
    if (fitting.isEmpty()) {
      return Allowance.NONE;
    }
    return fitting.stream().allMatch(Scope::restricted) ? Allowance.PART : Allowance.ALL;
  }
}
