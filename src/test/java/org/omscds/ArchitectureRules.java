package org.omscds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Makes checkable rules of the plan in {@link ArchitectureTests}, for the rooms under a given root
 * package, so that the same rules can be tried on classes planted to break them.
 */
record ArchitectureRules(String root) {

  private static final Set<String> OPEN_TO_ALL = Set.of("java", "org.jspecify");
  private static final Set<String> HAPI = Set.of("ca.uhn.fhir", "org.hl7.fhir");
  private static final Set<String> OUTSIDE_WORLD =
      Set.of(
          "org.springframework",
          "ca.uhn.fhir",
          "org.hl7.fhir",
          "tools.jackson",
          "com.fasterxml.jackson",
          "org.slf4j",
          "java.io",
          "java.net",
          "java.nio",
          "java.sql");

  ArchRule everyPackageIsOnThePlan() {
    return classes()
        .should(
            beSuchThat(
                "be in a room of the plan",
                type ->
                    type.getPackageName().equals(root)
                        || ArchitectureTests.MAY_USE.containsKey(roomOf(type))));
  }

  ArchRule eachRoomUsesOnlyTheRoomsOnItsLine() {
    return rooms(ArchitectureTests.MAY_USE.keySet())
        .should(
            dependOnlySuchThat(
                "use only the rooms on their line of the plan",
                dependency -> {
                  String from = roomOf(dependency.getOriginClass());
                  JavaClass target = target(dependency);
                  return !startsWith(target, root)
                      || from.equals(roomOf(target))
                      || ArchitectureTests.MAY_USE.get(from).contains(roomOf(target));
                }));
  }

  ArchRule eachRoomUsesOnlyTheFrameworksOnItsLine() {
    return rooms(ArchitectureTests.MAY_USE.keySet())
        .should(
            dependOnlySuchThat(
                "use only the frameworks on their line of the plan",
                dependency -> {
                  JavaClass target = target(dependency);
                  Set<String> frameworks =
                      ArchitectureTests.FRAMEWORKS.getOrDefault(
                          roomOf(dependency.getOriginClass()), Set.of());
                  return target.isPrimitive()
                      || startsWith(target, root)
                      || startsWithAny(target, OPEN_TO_ALL)
                      || startsWithAny(target, frameworks);
                }));
  }

  ArchRule patientSeesOnlyJsonThatHasBeenRead() {
    return rooms(Set.of("patient"))
        .should(
            dependOnlySuchThat(
                "see of the fhir room only JSON that has been read",
                dependency -> {
                  JavaClass target = target(dependency);
                  return !startsWith(target, root + ".fhir")
                      || ArchitectureTests.FHIR_AS_READ.contains(outermost(target).getSimpleName());
                }));
  }

  ArchRule onlyTheLoaderReadsKnowledgeFiles() {
    return rooms(Set.of("knowledge"))
        .should(
            dependOnlySuchThat(
                "leave Jackson to " + ArchitectureTests.KNOWLEDGE_READER,
                dependency ->
                    !startsWithAny(
                            target(dependency), Set.of("tools.jackson", "com.fasterxml.jackson"))
                        || outermost(dependency.getOriginClass())
                            .getSimpleName()
                            .equals(ArchitectureTests.KNOWLEDGE_READER)));
  }

  ArchRule noRoomUsesHapiFhir() {
    return classes()
        .should(
            dependOnlySuchThat(
                "do without HAPI FHIR", dependency -> !startsWithAny(target(dependency), HAPI)));
  }

  ArchRule packagesFormNoCircles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .as("packages form no circles");
  }

  ArchRule pureRoomsDoNoInputOrOutput() {
    return rooms(ArchitectureTests.PURE)
        .should(
            dependOnlySuchThat(
                "know no framework and do no input or output",
                dependency -> !startsWithAny(target(dependency), OUTSIDE_WORLD)));
  }

  ArchRule nothingFromPatientToCardAsksTheClock() {
    DescribedPredicate<JavaAccess<?>> asksTheClock =
        DescribedPredicate.describe("asks the clock", ArchitectureRules::asksTheClock);
    return noClasses()
        .that(areInOneOf(ArchitectureTests.TIMELESS))
        .should()
        .accessTargetWhere(asksTheClock)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .allowEmptyShould(true);
  }

  ArchRule namesSayWhatATypeIs() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto)")
        .because("such a name says how a type came about, not what it is");
  }

  ArchRule nothingIsInjectedIntoFields() {
    return GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);
  }

  ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            beSuchThat(
                "be in a package that is @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
  }

  ArchRule nothingPrintsToTheStandardStreams() {
    return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
  }

  /** The package directly under the root, also of a class in a package deeper down. */
  private String roomOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(root + ".")
        ? name.substring(root.length() + 1).replaceFirst("\\..*", "")
        : "outside the rooms";
  }

  /** A room that has no classes yet breaks no rule. */
  private RoomRule rooms(Collection<String> rooms) {
    return condition -> classes().that(areInOneOf(rooms)).should(condition).allowEmptyShould(true);
  }

  private DescribedPredicate<JavaClass> areInOneOf(Collection<String> rooms) {
    return DescribedPredicate.describe(
        "are in " + rooms.stream().sorted().toList(), type -> rooms.contains(roomOf(type)));
  }

  private static boolean asksTheClock(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    return switch (target.getName()) {
      case "now" -> owner.startsWith("java.time.");
      case "currentTimeMillis", "nanoTime" -> owner.equals(System.class.getName());
      case "<init>" -> owner.equals(Date.class.getName());
      case "getInstance" -> owner.equals("java.util.Calendar");
      default -> false;
    };
  }

  private static ArchCondition<JavaClass> beSuchThat(
      String description, Predicate<JavaClass> holds) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type, holds.test(type), type.getName() + " should " + description));
      }
    };
  }

  private static ArchCondition<JavaClass> dependOnlySuchThat(
      String description, Predicate<Dependency> allowed) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf()
            .forEach(dependency ->
                events.add(
                    new SimpleConditionEvent(
                        type, allowed.test(dependency), dependency.getDescription())));
      }
    };
  }

  private static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }

  private static JavaClass outermost(JavaClass type) {
    return Stream.iterate(type, at -> at.getEnclosingClass().orElse(at))
        .filter(at -> at.getEnclosingClass().isEmpty())
        .findFirst()
        .orElse(type);
  }

  private static boolean startsWith(JavaClass type, String packageName) {
    return (type.getPackageName() + ".").startsWith(packageName + ".");
  }

  private static boolean startsWithAny(JavaClass type, Set<String> prefixes) {
    return prefixes.stream().anyMatch(prefix -> startsWith(type, prefix));
  }

  /** The rest of a rule whose rooms are named. */
  private interface RoomRule {
    ArchRule should(ArchCondition<JavaClass> condition);
  }
}
