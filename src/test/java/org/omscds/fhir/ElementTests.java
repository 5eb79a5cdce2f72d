package org.omscds.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the JSON reader keeps is what somebody reads, and nothing else. */
class ElementTests {

  @Test
  void everyElementThatIsKeptIsRead() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.omscds");
    List<String> read =
        classes.stream()
            .filter(each -> !each.isEquivalentTo(Element.class))
            .flatMap(each -> each.getFieldAccessesFromSelf().stream())
            .filter(access -> access.getTargetOwner().isEquivalentTo(Element.class))
            .map(JavaFieldAccess::getTarget)
            .map(target -> target.getName())
            .distinct()
            .toList();

    assertThat(read).containsExactlyInAnyOrderElementsOf(names());
  }

  private static List<String> names() {
    return Stream.of(Element.values()).map(Enum::name).toList();
  }
}
