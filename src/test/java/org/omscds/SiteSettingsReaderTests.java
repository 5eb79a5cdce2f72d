package org.omscds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.knowledge.SiteSettings;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A site's own settings reach the rules, and a wrong one stops the start. */
class SiteSettingsReaderTests {

  private static SiteSettings read(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("site", properties));
    return SiteSettingsReader.read(environment);
  }

  @Test
  void whatIsNotSetKeepsItsDefault() {
    assertThat(read(Map.of())).isEqualTo(SiteSettings.defaults());
  }

  @Test
  void aSettingReachesTheRules() {
    SiteSettings site =
        read(Map.of("omscds.site.card-limit", "2", "omscds.site.medication-proposals", "false"));
    assertThat(site.cardLimit()).isEqualTo(2);
    assertThat(site.medicationProposals()).isFalse();
    assertThat(site.pillarWindowDays()).isEqualTo(SiteSettings.defaults().pillarWindowDays());
  }

  @ParameterizedTest
  @CsvSource({"OMSCDS_SITE_CARDLIMIT", "OMSCDS_SITE_CARD_LIMIT"})
  void anEnvironmentVariableDoesTheSame(String variable) {
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, Map.of(variable, "2")));
    assertThat(SiteSettingsReader.read(environment).cardLimit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          card-limit          | many | omscds.site.card-limit is 'many'; give a whole number above 0
          card-limit          | 0    | omscds.site.card-limit is '0'; give a whole number above 0
          card-limit          | 2.5  | omscds.site.card-limit is '2.5'; give a whole number above 0
          medication-proposals | no  | omscds.site.medication-proposals is 'no'; give true or false
          persistent-hard-days | 10  | give at least the persistent-days of 14
          card-limits         | 2    | there is no setting [cardlimits]; allowed: [
          """)
  void aWrongSettingIsNamedWithWhatIsAllowed(String name, String value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of("omscds.site." + name, value)))
        .withMessageContaining("omscds.site")
        .withMessageContaining(message);
  }

  static Stream<RecordComponent> settings() {
    return Arrays.stream(SiteSettings.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everySettingIsDocumentedWithItsDefault(RecordComponent setting) throws Exception {
    Object standard = setting.getAccessor().invoke(SiteSettings.defaults());
    assertThat(Files.readString(Path.of("docs/operations.md")))
        .contains("| `" + SiteSettingsReader.propertyOf(setting) + "` | " + standard + " |");
  }
}
