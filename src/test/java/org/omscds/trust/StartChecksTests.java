package org.omscds.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.OmsCdsApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that is not fit to be called does not start, and says what to set. */
@ExtendWith(OutputCaptureExtension.class)
class StartChecksTests {

  private static final String REQUIRED =
      "--omscds.trust.mode=required;"
          + "--omscds.trust.public-urls=https://cds.example.org;"
          + "--omscds.trust.clients.ehr.issuer=https://ehr.example.org;"
          + "--omscds.trust.clients.ehr.jwks-url=https://ehr.example.org/jwks.json;"
          + "--omscds.hook.allowed-origins=https://ehr.example.org;";

  private static ConfigurableApplicationContext start(String settings) {
    return new SpringApplicationBuilder(OmsCdsApplication.class)
        .run(
            Stream.concat(
                    List.of("--server.port=0", "--management.server.port=0").stream(),
                    Stream.of(settings.split(";")).filter(each -> !each.isBlank()))
                .toArray(String[]::new));
  }

  @Test
  void theOpenModeStaysOnThisMachineAndSaysSo(CapturedOutput output) {
    start("").close();
    assertThat(output.getAll()).contains("open: callers are not authenticated", "127.0.0.1");
  }

  @Test
  void theOpenModeGoesBeyondItOnlyByASettingOfThatName() {
    start("--server.address=0.0.0.0;--omscds.trust.open-beyond-loopback=true").close();
  }

  @Test
  void theProductionStartsWithClients() {
    start("--spring.profiles.active=production;--server.address=0.0.0.0;" + REQUIRED).close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --omscds.trust.clients.workbench.issuer=https://w.example.org;--omscds.trust.clients.workbench.jwks-url=https://w.example.org/jwks.json | omscds.trust.clients.workbench: this name is kept for the operators
          --server.address=0.0.0.0 | server.address is '0.0.0.0': anybody who reaches it could call. Set omscds.trust.mode=required
          --omscds.trust.mode=required | there is no client; set omscds.trust.clients.<name>.issuer
          --omscds.trust.mode=required;--omscds.trust.clients.a.issuer=x;--omscds.trust.clients.a.jwks={} | omscds.trust.public-urls is empty
          --omscds.trust.mode=closed | closed
          --omscds.trust.clients.a.issuer=x | give one of jwks, jwks-file and jwks-url, or jkus
          --omscds.trust.clients.a.issuer=x;--omscds.trust.clients.a.jwks-url=http://x/k | jwks-url is 'http://x/k'; give an https address
          --omscds.trust.clients.a.issuer=x;--omscds.trust.clients.a.jwks={};--omscds.trust.clients.a.algorithms=none | algorithms has 'none'; give some of
          --omscds.trust.clients.a.issuer=x;--omscds.trust.clients.a.jwks={};--omscds.trust.clients.b.issuer=x;--omscds.trust.clients.b.jwks={} | two clients have the same issuer
          --omscds.trust.clients.a.issuer=x;--omscds.trust.clients.a.jwks={};--omscds.trust.clients.a.requests-per-minute=0 | requests-per-minute is 0; give 1 to
          --omscds.trust.clock-skew=1h | omscds.trust.clock-skew is PT1H; give more than 0, and at most PT5M
          --omscds.trust.longest-lifetime=0s | omscds.trust.longest-lifetime is PT0S
          --omscds.trust.fhir-servers=https://x/r4 | omscds.trust.fhir-servers has 'https://x/r4'; give scheme, host and port
          --omscds.audit.enabled=true | omscds.audit.key has less than 32 bytes
          --omscds.fhir.deadline=0s | omscds.fhir.deadline is PT0S; give more than 0
          --omscds.fhir.max-pages=0 | omscds.fhir.max-pages is 0; give 1 to 1000
          --omscds.hook.max-resources=0 | omscds.hook.max-resources is 0; give at least 1
          --omscds.hook.max-body-time=0s | omscds.hook.max-body-time is PT0S
          --spring.profiles.active=production | the profile 'production' does not start: omscds.trust.mode is 'open'
          """)
  void aWrongSettingStopsTheStartWithTheWayOut(String settings, String words) {
    assertThatThrownBy(() -> start(settings).close())
        .satisfies(failure -> assertThat(messages(failure)).contains(words));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --omscds.hook.allowed-origins=* | omscds.hook.allowed-origins has '*'
          --omscds.trust.public-urls=http://127.0.0.1:8080 | omscds.trust.public-urls has 'http://127.0.0.1:8080'; give an https address
          --omscds.trust.clients.ehr.issuer=https://sandbox.cds-hooks.org | omscds.trust.clients.ehr is the public CDS Hooks Sandbox
          """)
  void aProductionDoesNotStartUnfit(String setting, String words) {
    assertThatThrownBy(() -> start("--spring.profiles.active=production;" + with(setting)).close())
        .satisfies(failure -> assertThat(messages(failure)).contains(words));
  }

  /** The settings of a fit production with another value for one of them. */
  private static String with(String setting) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    return Stream.of(REQUIRED.split(";"))
        .map(each -> each.startsWith(name) ? setting : each)
        .collect(Collectors.joining(";"));
  }

  private static String messages(Throwable failure) {
    StringBuilder messages = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      messages.append(each.getMessage()).append('\n');
    }
    return messages.toString();
  }
}
