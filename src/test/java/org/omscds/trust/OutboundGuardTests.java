package org.omscds.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.trust.OutboundGuard.Verdict;

class OutboundGuardTests {

  private static final List<URI> LISTED =
      List.of(URI.create("https://fhir.example.org"), URI.create("https://ehr.example.org:8443/"));

  private static OutboundGuard guard(boolean loopback) {
    return new OutboundGuard(
        LISTED, List.of(), loopback, host -> List.of(InetAddress.getAllByName(host)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://fhir.example.org/r4, ALLOWED",
    "https://FHIR.example.org:443/r4/Patient, ALLOWED",
    "https://ehr.example.org:8443/r4, ALLOWED",
    "https://ehr.example.org/r4, NOT_LISTED",
    "https://fhir.example.org:8443/r4, NOT_LISTED",
    "https://fhir.example.org.evil.example/r4, NOT_LISTED",
    "https://evil.example/fhir.example.org, NOT_LISTED",
    "http://fhir.example.org/r4, NOT_LISTED",
    "https://fhir.example.org@evil.example/r4, NO_ADDRESS",
    "https://user:pass@fhir.example.org/r4, NO_ADDRESS",
    "ftp://fhir.example.org/r4, NO_ADDRESS",
    "file:///etc/passwd, NO_ADDRESS",
    "/r4, NO_ADDRESS",
    "http://127.0.0.1:8081/fhir, ALLOWED",
    "http://127.9.9.9/fhir, ALLOWED",
    "http://localhost:1/fhir, ALLOWED",
    "http://[::1]:8081/fhir, ALLOWED",
    "http://127.0.0.1.evil.example/fhir, NOT_LISTED",
    "http://localhost.evil.example/fhir, NOT_LISTED",
    "http://[::ffff:127.0.0.1]/fhir, NOT_LISTED",
    "http://0x7f000001/fhir, NOT_LISTED",
    "http://169.254.169.254/latest, NOT_LISTED",
    "http://10.0.0.1/fhir, NOT_LISTED"
  })
  void anAddressPassesByItsExactOrigin(URI address, Verdict verdict) {
    assertThat(guard(true).check(address)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/fhir", "http://localhost/fhir", "http://[::1]/fhir"})
  void thisMachineIsOnNoListWhereASiteSaysSo(URI address) {
    assertThat(guard(false).check(address)).isEqualTo(Verdict.NOT_LISTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fhir.example.org/r4",
        "https://fhir.example.org?x=1",
        "https://user@fhir.example.org",
        "http://fhir.example.org",
        "fhir.example.org",
        "ftp://fhir.example.org"
      })
  void aSettingThatIsNoOriginStopsTheStart(URI server) {
    assertThatThrownBy(() -> Origins.checked("omscds.trust.fhir-servers", List.of(server)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("omscds.trust.fhir-servers has '" + server + "'")
        .hasMessageContaining("such as https://fhir.example.org");
  }
}
