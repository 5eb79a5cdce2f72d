package org.omscds;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Map;
import java.util.Set;

/**
 * The plan of the house: which room may look into which, and which frameworks each may use. A new
 * package fails here until its line is written.
 */
@AnalyzeClasses(packages = "org.omscds", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  /** Each room, a package directly under the root, with the other rooms that it may use. */
  static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("wire", Set.of()),
          entry("knowledge", Set.of()),
          entry("store", Set.of()),
          entry("trust", Set.of("wire", "store")),
          entry("fhir", Set.of("wire", "trust")),
          entry("patient", Set.of("fhir")),
          entry("finding", Set.of("patient", "knowledge")),
          entry("assessment", Set.of("patient", "finding", "knowledge")),
          entry("recommendation", Set.of("patient", "finding", "assessment", "knowledge")),
          entry(
              "consultation",
              Set.of("patient", "finding", "assessment", "recommendation", "knowledge")),
          entry(
              "card",
              Set.of(
                  "consultation",
                  "patient",
                  "finding",
                  "assessment",
                  "recommendation",
                  "knowledge",
                  "wire")),
          entry("feedback", Set.of("wire", "knowledge", "recommendation", "store")),
          entry(
              "hook",
              Set.of(
                  "wire",
                  "trust",
                  "fhir",
                  "patient",
                  "consultation",
                  "finding",
                  "assessment",
                  "recommendation",
                  "card",
                  "feedback",
                  "knowledge")),
          entry(
              "workbench",
              Set.of(
                  "hook",
                  "wire",
                  "trust",
                  "fhir",
                  "patient",
                  "consultation",
                  "finding",
                  "assessment",
                  "recommendation",
                  "card",
                  "feedback",
                  "knowledge")),
          entry("api", Set.of("hook", "wire", "trust")),
          entry(
              "smart",
              Set.of(
                  "fhir",
                  "patient",
                  "consultation",
                  "finding",
                  "assessment",
                  "recommendation",
                  "knowledge")),
          entry(
              "screening",
              Set.of(
                  "fhir",
                  "patient",
                  "consultation",
                  "finding",
                  "assessment",
                  "recommendation",
                  "knowledge")));

  /**
   * The frameworks of each room, as beginnings of package names. A room without a line has the JDK
   * and JSpecify alone. HAPI FHIR is on no line: it serves the tests as oracle and validator.
   */
  static final Map<String, Set<String>> FRAMEWORKS =
      Map.ofEntries(
          entry("wire", Set.of("com.fasterxml.jackson.annotation")),
          entry("knowledge", Set.of("tools.jackson", "com.fasterxml.jackson.annotation")),
          entry(
              "store",
              Set.of(
                  "org.springframework",
                  "org.flywaydb",
                  "com.zaxxer.hikari",
                  "io.github.resilience4j",
                  "javax.crypto",
                  "org.slf4j")),
          entry(
              "trust",
              Set.of(
                  "org.springframework",
                  "com.nimbusds",
                  "tools.jackson",
                  "io.github.bucket4j",
                  "io.micrometer",
                  "jakarta.servlet",
                  "org.slf4j")),
          entry(
              "fhir",
              Set.of(
                  "tools.jackson", "org.jsoup", "org.springframework", "io.github.resilience4j")),
          entry(
              "feedback",
              Set.of(
                  "org.springframework",
                  "org.flywaydb",
                  "tools.jackson",
                  "io.micrometer",
                  "jakarta.servlet",
                  "org.slf4j")),
          entry(
              "hook",
              Set.of(
                  "org.springframework",
                  "tools.jackson",
                  "io.micrometer",
                  "jakarta.servlet",
                  "org.slf4j")),
          entry(
              "workbench",
              Set.of("org.springframework", "tools.jackson", "jakarta.servlet", "org.slf4j")),
          entry(
              "api",
              Set.of(
                  "org.springframework",
                  "org.springdoc",
                  "io.swagger.v3",
                  "tools.jackson",
                  "com.fasterxml.jackson")),
          entry("smart", Set.of("org.springframework", "jakarta.servlet", "org.slf4j")),
          entry("screening", Set.of("org.springframework", "org.slf4j")));

  /** The only class of its room, with those nested in it, that reads the knowledge files. */
  static final String KNOWLEDGE_READER = "KnowledgeLoader";

  /** What the patient room may see of the fhir room: JSON that has been read, words of a page. */
  static final Set<String> FHIR_AS_READ =
      Set.of(
          "Carried",
          "Element",
          "FetchFailure",
          "FhirNode",
          "HtmlText",
          "Prefetch",
          "PrefetchKey",
          "Prefetched",
          "WholeResource");

  /** Rooms of pure functions: no framework, no input or output. */
  static final Set<String> PURE =
      Set.of("patient", "finding", "assessment", "recommendation", "consultation");

  /** Rooms that never ask the clock, because the date of the consultation is part of the record. */
  static final Set<String> TIMELESS =
      Set.of("patient", "finding", "assessment", "recommendation", "consultation", "card");

  private static final ArchitectureRules RULES = new ArchitectureRules("org.omscds");

  @ArchTest
  static void everyPackageIsOnThePlan(JavaClasses classes) {
    RULES.everyPackageIsOnThePlan().check(classes);
  }

  @ArchTest
  static void eachRoomUsesOnlyTheRoomsOnItsLine(JavaClasses classes) {
    RULES.eachRoomUsesOnlyTheRoomsOnItsLine().check(classes);
  }

  @ArchTest
  static void eachRoomUsesOnlyTheFrameworksOnItsLine(JavaClasses classes) {
    RULES.eachRoomUsesOnlyTheFrameworksOnItsLine().check(classes);
  }

  @ArchTest
  static void patientSeesOnlyJsonThatHasBeenRead(JavaClasses classes) {
    RULES.patientSeesOnlyJsonThatHasBeenRead().check(classes);
  }

  @ArchTest
  static void onlyTheLoaderReadsKnowledgeFiles(JavaClasses classes) {
    RULES.onlyTheLoaderReadsKnowledgeFiles().check(classes);
  }

  @ArchTest
  static void noRoomUsesHapiFhir(JavaClasses classes) {
    RULES.noRoomUsesHapiFhir().check(classes);
  }

  @ArchTest
  static void packagesFormNoCircles(JavaClasses classes) {
    RULES.packagesFormNoCircles().check(classes);
  }

  @ArchTest
  static void pureRoomsDoNoInputOrOutput(JavaClasses classes) {
    RULES.pureRoomsDoNoInputOrOutput().check(classes);
  }

  @ArchTest
  static void nothingFromPatientToCardAsksTheClock(JavaClasses classes) {
    RULES.nothingFromPatientToCardAsksTheClock().check(classes);
  }

  @ArchTest
  static void namesSayWhatATypeIs(JavaClasses classes) {
    RULES.namesSayWhatATypeIs().check(classes);
  }

  @ArchTest
  static void nothingIsInjectedIntoFields(JavaClasses classes) {
    RULES.nothingIsInjectedIntoFields().check(classes);
  }

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    RULES.everyPackageIsNullMarked().check(classes);
  }

  @ArchTest
  static void nothingPrintsToTheStandardStreams(JavaClasses classes) {
    RULES.nothingPrintsToTheStandardStreams().check(classes);
  }
}
