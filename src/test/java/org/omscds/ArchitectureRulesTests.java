package org.omscds;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Shows that the rules bite: each is tried on classes planted to break it, because a rule that can
 * never fail looks just like one that holds.
 */
class ArchitectureRulesTests {

  private static final ArchitectureRules RULES = new ArchitectureRules("org.omscds.planted");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("org.omscds.planted");

  @Test
  void aPackageThatIsNotOnThePlanIsReported() {
    assertThat(violations(RULES.everyPackageIsOnThePlan()))
        .singleElement()
        .asString()
        .contains("planted.cellar.Barrel");
  }

  @Test
  void aRoomThatIsNotOnTheLineIsReported() {
    assertThat(violations(RULES.eachRoomUsesOnlyTheRoomsOnItsLine()))
        .anyMatch(line -> line.contains("LooksIntoCards") && line.contains("WritesCards"))
        .noneMatch(line -> line.contains("Class <org.omscds.planted.card"));
  }

  @Test
  void aFrameworkThatIsNotOnTheLineIsReported() {
    assertThat(violations(RULES.eachRoomUsesOnlyTheFrameworksOnItsLine()))
        .anyMatch(line -> line.contains("ServesCards") && line.contains("org.springframework"))
        .anyMatch(line -> line.contains("ReadsFiles") && line.contains("tools.jackson"))
        .anyMatch(line -> line.contains("ParsesWithHapi") && line.contains("ca.uhn.fhir"))
        .noneMatch(line -> line.contains("KnowledgeLoader"))
        .noneMatch(line -> line.contains("InjectsIntoFields"));
  }

  @Test
  void aPatientThatReadsJsonItselfIsReported() {
    assertThat(violations(RULES.patientSeesOnlyJsonThatHasBeenRead()))
        .isNotEmpty()
        .allMatch(line -> line.contains("ReadsJson") && line.contains("ParsesWithHapi"));
  }

  @Test
  void jacksonOutsideTheLoaderIsReported() {
    assertThat(violations(RULES.onlyTheLoaderReadsKnowledgeFiles()))
        .anyMatch(line -> line.contains("ParsesTerms"))
        .noneMatch(line -> line.contains("KnowledgeLoader"));
  }

  @Test
  void hapiInAnyRoomIsReported() {
    assertThat(violations(RULES.noRoomUsesHapiFhir()))
        .anyMatch(line -> line.contains("ParsesWithHapi"));
  }

  @Test
  void aCircleIsReported() {
    assertThat(violations(RULES.packagesFormNoCircles()))
        .anyMatch(line -> line.contains("card") && line.contains("wire"));
  }

  @Test
  void inputAndFrameworksInPureRoomsAreReported() {
    assertThat(violations(RULES.pureRoomsDoNoInputOrOutput()))
        .anyMatch(line -> line.contains("ReadsFiles") && line.contains("java.io.File"))
        .anyMatch(line -> line.contains("ReadsFiles") && line.contains("org.slf4j"))
        .anyMatch(line -> line.contains("ReadsFiles") && line.contains("tools.jackson"));
  }

  @Test
  void everyWayToAskTheClockIsReported() {
    assertThat(violations(RULES.nothingFromPatientToCardAsksTheClock()))
        .anyMatch(line -> line.contains("AsksTheClock") && line.contains("LocalDate.now"))
        .anyMatch(line -> line.contains("AsksTheClock") && line.contains("Instant.now"))
        .anyMatch(line -> line.contains("AsksTheClock") && line.contains("currentTimeMillis"))
        .anyMatch(line -> line.contains("AsksTheClock") && line.contains("java.time.Clock"));
  }

  @Test
  void namesThatSayNothingAreReported() {
    assertThat(violations(RULES.namesSayWhatATypeIs()))
        .anyMatch(line -> line.contains("EmptyNames$CodeUtil>"))
        .anyMatch(line -> line.contains("EmptyNames$CodeUtils>"))
        .anyMatch(line -> line.contains("EmptyNames$CodeHelper>"))
        .anyMatch(line -> line.contains("EmptyNames$CodeManager>"))
        .anyMatch(line -> line.contains("EmptyNames$CodeImpl>"))
        .anyMatch(line -> line.contains("EmptyNames$CodeDto>"))
        .hasSize(6);
  }

  @Test
  void anInjectedFieldIsReported() {
    assertThat(violations(RULES.nothingIsInjectedIntoFields()))
        .singleElement()
        .asString()
        .contains("InjectsIntoFields");
  }

  @Test
  void aPackageThatIsNotNullMarkedIsReported() {
    assertThat(violations(RULES.everyPackageIsNullMarked()))
        .anyMatch(line -> line.contains("planted.cellar.Barrel"))
        .noneMatch(line -> line.contains("planted.wire"));
  }

  @Test
  void printingIsReported() {
    assertThat(violations(RULES.nothingPrintsToTheStandardStreams()))
        .singleElement()
        .asString()
        .contains("Barrel");
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }
}
