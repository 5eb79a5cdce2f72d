package org.omscds.trust.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.trust.outbound.OutboundGuard.Verdict;

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

  /** Where a listed name leads; the name service is the attacker's. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "93.184.216.34, true",
    "2606:2800:220:1:248:1893:25c8:1946, true",
    "127.0.0.1, false",
    "127.8.9.1, false",
    "10.1.2.3, false",
    "172.16.0.1, false",
    "172.31.255.255, false",
    "172.32.0.1, true",
    "192.168.1.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "100.128.0.1, true",
    "192.0.0.8, false",
    "198.18.0.1, false",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "::1, false",
    "::, false",
    "fe80::1, false",
    "fc00::1, false",
    "fd12:3456::1, false",
    "ff02::1, false",
    "64:ff9b::7f00:1, false",
    "2002:7f00:1::, false",
    "::127.0.0.1, false",
    "::ffff:127.0.0.1, false",
    "::ffff:10.0.0.1, false"
  })
  void aNameMayLeadToPublicAddressesOnly(String address, boolean allowed) throws IOException {
    assertThat(leading(List.of(), address).leadsToAllowed(LISTED.getFirst())).isEqualTo(allowed);
  }

  private static OutboundGuard leading(List<URI> privately, String... addresses) {
    return new OutboundGuard(
        LISTED,
        privately,
        false,
        _ -> {
          List<InetAddress> found = new ArrayList<>();
          for (String address : addresses) {
            found.add(InetAddress.getByName(address));
          }
          return found;
        });
  }

  @Test
  void oneBadAddressAmongGoodOnesIsEnough() throws IOException {
    assertThat(
            leading(List.of(), "93.184.216.34", "169.254.169.254")
                .leadsToAllowed(LISTED.getFirst()))
        .isFalse();
  }

  /** A hospital's own network, where a site says so; never the metadata of a cloud. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "10.1.2.3, true",
    "fd12:3456::1, true",
    "127.0.0.1, true",
    "169.254.169.254, false",
    "0.0.0.0, false",
    "64:ff9b::7f00:1, false"
  })
  void aServerMayStandInAPrivateNetworkWhereASiteSaysSo(String address, boolean allowed)
      throws IOException {
    URI inner = URI.create("https://fhir.inner.example.org");
    OutboundGuard guard = leading(List.of(inner), address);

    assertThat(guard.check(inner)).isEqualTo(Verdict.ALLOWED);
    assertThat(guard.leadsToAllowed(inner)).isEqualTo(allowed);
  }

  /** Localhost that the machine's own table leads elsewhere. */
  @Test
  void thisMachineIsThisMachine() throws IOException {
    OutboundGuard guard =
        new OutboundGuard(
            List.of(), List.of(), true, _ -> List.of(InetAddress.getByName("93.184.216.34")));

    assertThat(guard.leadsToAllowed(URI.create("http://localhost:8080/fhir"))).isFalse();
  }
}
