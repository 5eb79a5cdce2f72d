package org.omscds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.knowledge.CardDefinition.Offer;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.KnowledgeLoader;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.SiteSettings;
import org.omscds.knowledge.SiteSettings.AdultFirstLine;
import org.omscds.knowledge.SiteSettings.CatalogueCode;
import org.omscds.knowledge.SiteSettings.ChildFirstLine;
import org.omscds.knowledge.SiteSettings.SafetyScope;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A site's own settings reach the rules, and a wrong one stops the start. */
class SiteSettingsReaderTests {

  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeLoader().load(SiteSettings.defaults());
  private static final Map<String, OrderDefinition> ORDERS = KNOWLEDGE.orders();

  private static SiteSettings read(Map<String, Object> properties) {
    return read(properties, Map.of());
  }

  private static SiteSettings read(Map<String, Object> properties, Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
    environment.getPropertySources().addLast(new MapPropertySource("site", properties));
    return SiteSettingsReader.read(environment, ORDERS);
  }

  @Test
  void whatIsNotSetKeepsItsDefault() {
    assertThat(read(Map.of())).isEqualTo(SiteSettings.defaults());
  }

  @Test
  void aSettingOfEachKindReachesTheRules() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("omscds.site.card-limit", "2");
    properties.put("omscds.site.medication-proposals", "false");
    properties.put("omscds.site.starred-first-line-children", "acth-ivig");
    properties.put("omscds.site.starred-first-line-adults", "methylprednisolone-ivig");
    properties.put("omscds.site.safety-scope", "all-patients");
    properties.put("omscds.site.disclaimer", "Signed off by nobody yet.");
    properties.put("omscds.site.pathway-url", "https://intranet.example.org/oms");
    properties.put("omscds.site.formulary-url", "http://localhost:9000/formulary");
    properties.put("omscds.site.knowledge-url", "https://cds.example.org/knowledge");
    properties.put("omscds.site.look-back-days.W12-CSF", "60");
    properties.put("omscds.site.catalogue.W12-CSF.system", "https://lab.example.org/tests");
    properties.put("omscds.site.catalogue.W12-CSF.code", "NAB 7");
    properties.put("omscds.site.catalogue.W12-CSF.replace", "true");
    SiteSettings site = read(properties);
    assertThat(site.cards().cardLimit()).isEqualTo(2);
    assertThat(site.proposals())
        .isEqualTo(
            new SiteSettings.Proposals(
                false, ChildFirstLine.ACTH_IVIG, AdultFirstLine.METHYLPREDNISOLONE_IVIG));
    assertThat(site.cards().safetyScope()).isEqualTo(SafetyScope.ALL_PATIENTS);
    assertThat(site.cards().disclaimer()).isEqualTo("Signed off by nobody yet.");
    assertThat(site.links().pathwayUrl()).isEqualTo("https://intranet.example.org/oms");
    assertThat(site.links().formularyUrl()).isEqualTo("http://localhost:9000/formulary");
    assertThat(site.links().knowledgeUrl()).isEqualTo("https://cds.example.org/knowledge");
    assertThat(site.lookBackDays()).isEqualTo(Map.of("W12-CSF", 60));
    assertThat(site.catalogue())
        .isEqualTo(
            Map.of(
                "W12-CSF", new CatalogueCode("https://lab.example.org/tests", "NAB 7", "", true)));
    assertThat(site.windows()).isEqualTo(SiteSettings.defaults().windows());
  }

  @ParameterizedTest
  @CsvSource({"OMSCDS_SITE_CARDLIMIT", "OMSCDS_SITE_CARD_LIMIT"})
  void anEnvironmentVariableDoesTheSameAndIsStrongerThanAFile(String variable) {
    SiteSettings site = read(Map.of("omscds.site.card-limit", "4"), Map.of(variable, "2"));
    assertThat(site.cards().cardLimit()).isEqualTo(2);
  }

  @Test
  void anEnvironmentVariableNamesAnOrderByItsLetters() {
    SiteSettings site =
        read(
            Map.of(),
            Map.of(
                "OMSCDS_SITE_LOOKBACKDAYS_W12CSF", "60",
                "OMSCDS_SITE_CATALOGUE_W10_SYSTEM", "urn:example:lab",
                "OMSCDS_SITE_CATALOGUE_W10_CODE", "MRB"));
    assertThat(site.lookBackDays()).isEqualTo(Map.of("W12-CSF", 60));
    assertThat(site.catalogue())
        .isEqualTo(Map.of("W10", new CatalogueCode("urn:example:lab", "MRB", "", false)));
  }

  @Test
  void noTwoSettingsHaveTheSameLetters() {
    List<String> letters =
        Stream.concat(
                settings().map(each -> SiteSettings.propertyOf(each.component())),
                ORDERS.keySet().stream())
            .map(name -> name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", ""))
            .toList();
    assertThat(letters).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          card-limit          | many | omscds.site.card-limit is 'many'; give a whole number above 0
          card-limit          | 0    | omscds.site.card-limit is '0'; give a whole number above 0
          card-limit          | 2.5  | omscds.site.card-limit is '2.5'; give a whole number above 0
          mibg-days           | -14  | omscds.site.mibg-days is '-14'; give a whole number above 0
          medication-proposals | no  | omscds.site.medication-proposals is 'no'; give true or false
          persistent-hard-days | 10  | omscds.site.persistent-hard-days is '10'; give at least the persistent-days of 14
          response-first-day  | 7    | omscds.site.response-first-day is '7'; give at least 8
          response-second-day | 28   | omscds.site.response-second-day is '28'; give at least 29
          response-third-day  | 42   | omscds.site.response-third-day is '42'; give at least 43
          response-third-day  | 400  | omscds.site.response-third-day is '400'; give at most 365
          starred-first-line-children | ivig | omscds.site.starred-first-line-children is 'ivig'; give one of [none, steroid-ivig, acth-ivig, steroid]
          starred-first-line-adults | steroid | omscds.site.starred-first-line-adults is 'steroid'; give one of [none, methylprednisolone-ivig]
          safety-scope        | all  | omscds.site.safety-scope is 'all'; give one of [oms-only, all-patients]
          pathway-url         | http://intranet.example.org/oms | omscds.site.pathway-url is 'http://intranet.example.org/oms'; give an address that begins with https://
          knowledge-url       | /knowledge | omscds.site.knowledge-url is '/knowledge'; give an address that begins with https://
          knowledge-url       | https://cds.example.org/knowledge#card | omscds.site.knowledge-url is 'https://cds.example.org/knowledge#card'; give the address of the page without #
          pathway-url         | /oms | omscds.site.pathway-url is '/oms'
          pathway-url         | https://user@example.org/ | omscds.site.pathway-url is 'https://user@example.org/'
          formulary-url       | javascript:alert(1) | omscds.site.formulary-url is 'javascript:alert(1)'
          formulary-url       | https://a b | omscds.site.formulary-url is 'https://a b'
          disclaimer          | <b>ours</b> | omscds.site.disclaimer is '<b>ours</b>'; give one line of at most 300 characters without < and >
          look-back-days.W12  | 0    | omscds.site.look-back-days.W12 is '0'; give a whole number above 0
          look-back-days.W99  | 7    | there is no setting omscds.site.look-back-days.W99 (its value is '7'); allowed: a number of days for one of [REF-NEURO, REF-ONC
          look-back-days.RX-IVIG | 7 | there is no setting omscds.site.look-back-days.RX-IVIG
          catalogue.W99.code  | X    | there is no setting omscds.site.catalogue.W99.code (its value is 'X'); allowed: system, code, display and replace for one of [REF-NEURO, REF-ONC
          catalogue.W12.kode  | X    | there is no setting omscds.site.catalogue.W12.kode (its value is 'X'); allowed: system, code, display and replace
          catalogue.W12.code  | X    | omscds.site.catalogue.W12.system is ''; give a URI
          catalogue.W12.system | urn:example:lab | omscds.site.catalogue.W12.code is ''; give the code of this order
          catalogue.W12.replace | yes | omscds.site.catalogue.W12.replace is 'yes'; give true or false
          card-limits         | 2    | there is no setting omscds.site.card-limits (its value is '2'); allowed: [absence-expiry-days,
          """)
  void aWrongSettingIsNamedWithItsValueAndWhatIsAllowed(String name, String value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of("omscds.site." + name, value)))
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "omscds.site.card-limit, none, omscds.site.card-limit is 'none'; give a whole number above 0",
    "omscds.site.starred-first-line-adults, acth, give one of [none, methylprednisolone-ivig]",
    "omscds.site.pathway-url, ftp://example.org, omscds.site.pathway-url is 'ftp://example.org'",
    "omscds.site.catalogue.NONE.code, 1, there is no setting omscds.site.catalogue.NONE.code"
  })
  void aWrongSettingStopsTheStart(String name, String value, String message) {
    assertThatThrownBy(() ->
            SpringApplication.run(
                OmsCdsApplication.class, "--server.port=0", "--" + name + "=" + value))
        .hasStackTraceContaining(message);
  }

  @Test
  void whatMayBeStarredAreTheOptionsWithDrugs() {
    List<String> choices =
        Stream.<Enum<?>>concat(
                Arrays.stream(ChildFirstLine.values()), Arrays.stream(AdultFirstLine.values()))
            .map(SiteSettings::idOf)
            .filter(id -> !id.equals("none"))
            .toList();
    assertThat(KNOWLEDGE.card("C26").suggestions().stream().map(Offer::id))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(choices.stream(), Stream.of("labs-only")).toList());
  }

  record Setting(RecordComponent component, Record standard) {
    @Override
    public String toString() {
      return SiteSettings.propertyOf(component);
    }
  }

  static Stream<Setting> settings() {
    SiteSettings site = SiteSettings.defaults();
    return Stream.of(
            site.windows(),
            site.course(),
            site.care(),
            site.criteria(),
            site.proposals(),
            site.cards(),
            site.links())
        .flatMap(group ->
            Arrays.stream(group.getClass().getRecordComponents())
                .map(component -> new Setting(component, group)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everySettingIsDocumentedWithItsDefault(Setting setting) throws Exception {
    Object standard = setting.component().getAccessor().invoke(setting.standard());
    String shown =
        switch (standard) {
          case Enum<?> choice -> "`" + SiteSettings.idOf(choice) + "`";
          case String text when text.isEmpty() -> "none";
          default -> String.valueOf(standard);
        };
    assertThat(operations()).contains("| `" + setting + "` | " + shown + " |");
  }

  @Test
  void everyOrderIsDocumentedWithItsLookBack() throws IOException {
    String operations = operations();
    for (OrderDefinition order : ORDERS.values()) {
      String days = order.lookBackDays() > 0 ? String.valueOf(order.lookBackDays()) : "–";
      assertThat(operations).contains("| `" + order.id() + "` | " + days + " |");
    }
  }

  private static String operations() throws IOException {
    return Files.readString(Path.of("docs/settings.md"));
  }
}
