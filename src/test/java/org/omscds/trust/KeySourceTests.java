package org.omscds.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.OmsCdsApplication;
import org.omscds.fhir.server.FakeFhirServer;
import org.omscds.fhir.server.ManualTime;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Where the keys of clients stand: a file, an address, the address that its tokens name. */
class KeySourceTests {

  private static final String PATH = "/cds-services";
  private static final ECKey KEY = TestTokens.EC384;

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  /** The verifier of a service that runs by the real clock. */
  private static TokenVerifier.Verified verify(Map<String, String> keys, TestTokens token)
      throws TokenRefused {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("server.port", "0");
    settings.put("management.server.port", "0");
    settings.put("omscds.trust.mode", "required");
    settings.put("omscds.trust.public-urls", TestTokens.URL);
    settings.put("omscds.trust.clients.ehr.issuer", TestTokens.ISSUER);
    keys.forEach((name, value) -> settings.put("omscds.trust.clients.ehr." + name, value));
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(OmsCdsApplication.class)
            .run(
                settings.entrySet().stream()
                    .map(each -> "--" + each.getKey() + "=" + each.getValue())
                    .toArray(String[]::new))) {
      return context.getBean(TokenVerifier.class).verify(token.text(), PATH);
    }
  }

  private static TestTokens token() {
    return TestTokens.at(Instant.now(), PATH);
  }

  @Test
  void keysStandInAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("jwks.json");
    Files.writeString(file, TestTokens.published(KEY));

    assertThat(verify(Map.of("jwks-file", file.toString()), token()).caller().name())
        .isEqualTo("ehr");
  }

  @Test
  void keysStandAtAnAddress() throws Exception {
    try (FakeFhirServer server = new FakeFhirServer()) {
      server.on("jwks", TestTokens.published(KEY));
      String address = server.base() + "/jwks";

      assertThat(verify(Map.of("jwks-url", address), token()).caller().name()).isEqualTo("ehr");
      assertThat(verify(Map.of("jkus", address), token().head("jku", address)).caller().name())
          .isEqualTo("ehr");
      assertThatThrownBy(
              () -> verify(Map.of("jkus", address), token().head("jku", address + "/other")))
          .hasMessageContaining("its jku");
      assertThat(server.asked()).extracting(FakeFhirServer.Asked::path).containsOnly("/jwks");
    }
  }

  /** A file that is written anew is read once a minute has passed. */
  @Test
  void aNewKeyInTheFileIsFound(@TempDir Path folder) throws Exception {
    ManualTime time = new ManualTime();
    Path file = folder.resolve("jwks.json");
    Files.writeString(file, TestTokens.published(KEY));
    KeyCache cache = new KeyCache("ehr", () -> Files.readString(file), time, _ -> false);
    ECKey next = TestTokens.newKey("next");
    assertThat(cache.get(named("ec-384"), null)).hasSize(1);
    Files.writeString(file, TestTokens.published(next));

    assertThat(cache.get(named("next"), null)).isEmpty();
    time.pass(Duration.ofSeconds(60));
    assertThat(cache.get(named("next"), null)).hasSize(1);
  }

  /** Only public halves are kept, and published private keys are none. */
  @Test
  void whatIsRefusedIsNoKey() throws Exception {
    String withPrivate = new JWKSet(List.of(KEY)).toString(false);
    KeyCache cache = new KeyCache("ehr", () -> withPrivate, new ManualTime(), _ -> false);
    assertThat(cache.get(named("ec-384"), null)).allMatch(key -> !key.isPrivate()).hasSize(1);

    KeyCache none = new KeyCache("ehr", () -> withPrivate, new ManualTime(), _ -> true);
    assertThat(none.get(named("ec-384"), null)).isEmpty();
  }

  private static JWKSelector named(String id) {
    return new JWKSelector(
        new JWKMatcher.Builder().keyID(id).algorithms(JWSAlgorithm.ES384, null).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "redirect", "giant"})
  void anAddressThatDoesNotGiveKeysIsAnError(String how) {
    try (FakeFhirServer server = new FakeFhirServer()) {
      server.on("jwks", exchange -> misbehave(how, exchange));
      KeyAddress address = new KeyAddress(URI.create(server.base() + "/jwks"), http);

      assertThatThrownBy(address::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anAddressWhereNobodyIsIsAnError() {
    KeyAddress address = new KeyAddress(URI.create("http://127.0.0.1:1/jwks"), http);

    assertThatThrownBy(address::read).isInstanceOf(IOException.class);
  }

  private static void misbehave(String how, HttpExchange exchange) throws IOException {
    switch (how) {
      case "redirect" -> {
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
      }
      case "giant" -> FakeFhirServer.json("x".repeat(300_000)).answer(exchange);
      default -> FakeFhirServer.status(500).answer(exchange);
    }
  }

  /** The sandbox's key, as it publishes it. */
  @Test
  void theKeysOfTheSandboxAreKnown() throws Exception {
    JWKSet sandbox =
        JWKSet.parse(
            "{\"keys\":[{\"kty\":\"EC\",\"use\":\"sig\",\"crv\":\"P-384\",\"kid\":\"44823f3d-0b01-4a6c-"
                + "a80e-b9d3e8a7226f\",\"x\":\"dw_JGR8nB2I6XveNxUOl2qk699ZPLM2nYI5STSdiEl9avAkrm3CkfYMbr"
                + "rjr8laB\",\"y\":\"Sm3mLE-n1zYNla_aiE3cb3nZsL51RbC7ysw3q8aJLxGm-hx79RPMYpITDjp7kgzy\","
                + "\"alg\":\"ES384\"}]}");

    assertThat(sandbox.getKeys()).allMatch(PublishedKeys::include);
    assertThat(PublishedKeys.include(KEY)).isFalse();
  }
}
