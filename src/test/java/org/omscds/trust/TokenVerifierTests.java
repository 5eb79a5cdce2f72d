package org.omscds.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.omscds.trust.TestTokens.EC256;
import static org.omscds.trust.TestTokens.EC384;
import static org.omscds.trust.TestTokens.ISSUER;
import static org.omscds.trust.TestTokens.RSA;
import static org.omscds.trust.TestTokens.URL;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.fhir.server.ManualTime;
import org.omscds.store.Database;
import org.omscds.store.TestDatabases;
import org.omscds.trust.outbound.OutboundGuard;

/** CDS Hooks 2.0.1, "Trusting CDS Clients": each line of it, kept and broken. */
class TokenVerifierTests {

  private static final Database DATABASE = TestDatabases.inMemory();

  private static final String PATH = "/cds-services/oms-patient-view";
  private static final URI JKU = URI.create("https://ehr.example.org/jwks.json");
  private static final ECKey STRANGER = TestTokens.newKey("ec-384");

  private final ManualTime time = new ManualTime();

  private static ClientSettings client(List<String> algorithms) {
    return new ClientSettings(
        ISSUER,
        TestTokens.published(EC384, EC256, RSA),
        null,
        null,
        List.of(JKU),
        algorithms,
        List.of("https://configured.example.org/by-hand"),
        List.of(),
        List.of(),
        List.of("north", "south"),
        100,
        null);
  }

  private TokenVerifier verifier(KeyDocument keys, int remembered) {
    ClientSettings settings = client(List.of("ES384", "RS384"));
    TrustSettings trust =
        new TrustSettings(
            TrustSettings.Mode.REQUIRED,
            false,
            List.of(URI.create(URL), URI.create("https://other-name.example.org/")),
            Map.of("ehr", settings),
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            List.of(),
            List.of(),
            Map.of(),
            null);
    Client client =
        Client.of(
            "ehr",
            settings,
            new KeyCache("ehr", keys, time, _ -> false),
            new OutboundGuard(List.of(), List.of(), false, _ -> List.of()),
            new CallRate(100, time));
    return new TokenVerifier(
        List.of(client),
        trust,
        new ReplayMemory(remembered, time, new SharedReplayMemory(DATABASE)),
        time);
  }

  private TokenVerifier verifier() {
    return verifier(() -> TestTokens.published(EC384, EC256, RSA), 1000);
  }

  private TestTokens token() {
    return TestTokens.at(time.instant(), PATH).claim("tenant", "north");
  }

  private static Arguments holds(String name, UnaryOperator<TestTokens> change) {
    return argumentSet(name, change);
  }

  private static Date in(long seconds) {
    return Date.from(Instant.parse("2026-11-20T10:00:00Z").plusSeconds(seconds));
  }

  static Stream<Arguments> tokensThatHold() {
    return Stream.of(
        holds("ES384", token -> token),
        holds("RS384", token -> token.signedBy(JWSAlgorithm.RS384, RSA)),
        holds("typ in lower case", token -> token.head("typ", "jwt")),
        holds("jku on the list", token -> token.head("jku", JKU)),
        holds("a list of audiences", token -> token.claim("aud", List.of("x", URL + PATH))),
        holds(
            "the other name of the service",
            token -> token.claim("aud", "https://other-name.example.org" + PATH)),
        holds(
            "an audience configured by hand",
            token -> token.claim("aud", "https://configured.example.org/by-hand")),
        holds("sub, which the standard does not know", token -> token.claim("sub", "ehr")),
        holds("nbf five minutes ago", token -> token.claim("nbf", in(-300))),
        holds("nbf within the skew", token -> token.claim("nbf", in(59))),
        holds("iat within the skew", token -> token.claim("iat", in(59))),
        holds(
            "run out within the skew", token -> token.claim("iat", in(-359)).claim("exp", in(-59))),
        holds("a lifetime of 900 s", token -> token.claim("exp", in(900))),
        holds("another tenant of the client", token -> token.claim("tenant", "south")));
  }

  @ParameterizedTest
  @MethodSource("tokensThatHold")
  void aTokenThatHoldsNamesTheCaller(UnaryOperator<TestTokens> change) throws TokenRefused {
    Caller caller = verifier().verify(change.apply(token()).text(), PATH).caller();

    assertThat(caller.name()).isEqualTo("ehr");
    assertThat(caller.issuer()).isEqualTo(ISSUER);
    assertThat(caller.tenant()).isIn("north", "south");
  }

  private static Arguments fails(String name, UnaryOperator<TestTokens> change, String reason) {
    return argumentSet(name, change, reason);
  }

  static Stream<Arguments> tokensThatDoNot() {
    return Stream.of(
        fails("no iss", token -> token.claim("iss", ""), "it has no iss"),
        fails("an unknown iss", token -> token.claim("iss", "https://x"), "its iss is no client's"),
        fails("iss with a slash more", token -> token.claim("iss", ISSUER + "/"), "no client's"),
        fails("no aud", token -> token.claim("aud", ""), "it has no aud"),
        fails("aud of another service", token -> token.claim("aud", URL + PATH + "x"), "its aud"),
        fails("aud of the base alone", token -> token.claim("aud", URL), "its aud"),
        fails(
            "aud behind a proxy, by its inner name",
            token -> token.claim("aud", "http://127.0.0.1:8080" + PATH),
            "its aud"),
        fails(
            "aud by http", token -> token.claim("aud", "http://cds.example.org" + PATH), "its aud"),
        fails(
            "aud of feedback",
            token -> token.claim("aud", URL + PATH + "/feedback"),
            "its aud is not what was called"),
        fails("no exp", token -> token.claim("exp", ""), "it has no exp"),
        fails("run out", token -> token.claim("iat", in(-400)).claim("exp", in(-61)), "run out"),
        fails("exp that is no number", token -> token.claim("exp", "soon"), "claims cannot"),
        fails("exp before iat", token -> token.claim("exp", in(-1)), "not after its iat"),
        fails("no iat", token -> token.claim("iat", ""), "it has no iat"),
        fails(
            "iat in the future",
            token -> token.claim("iat", in(120)).claim("exp", in(300)),
            "its iat is in the future"),
        fails("nbf in the future", token -> token.claim("nbf", in(120)), "its nbf"),
        fails("a lifetime of 901 s", token -> token.claim("exp", in(901)), "longest-lifetime"),
        fails("no jti", token -> token.claim("jti", ""), "it has no jti"),
        fails("a blank jti", token -> token.claim("jti", "  "), "it has no jti"),
        fails("a giant jti", token -> token.claim("jti", "x".repeat(257)), "too long"),
        fails("no tenant", token -> token.claim("tenant", ""), "its tenant"),
        fails("a foreign tenant", token -> token.claim("tenant", "west"), "its tenant"),
        fails("a tenant that is no text", token -> token.claim("tenant", 7), "is no text"),
        fails("no typ", token -> token.head("typ", ""), "type, key or signature"),
        fails("another typ", token -> token.head("typ", "at+jwt"), "type, key or signature"),
        fails("no kid", token -> token.head("kid", ""), "it has no kid"),
        fails("an unknown kid", token -> token.head("kid", "ec-9"), "type, key or signature"),
        fails("the kid of another kind", token -> token.head("kid", "rsa"), "type, key"),
        fails(
            "jku not on the list",
            token -> token.head("jku", "https://evil.example.org/jwks.json"),
            "its jku"),
        fails("jku by http", token -> token.head("jku", "http://ehr.example.org/jwks.json"), "jku"),
        fails("crit that nobody knows", TokenVerifierTests::critical, "type, key or signature"),
        fails(
            "a stranger's signature under a known kid",
            token -> token.signedBy(JWSAlgorithm.ES384, STRANGER),
            "type, key or signature"),
        fails("ES256", token -> token.signedBy(JWSAlgorithm.ES256, EC256), "its alg"),
        fails("RS256", token -> token.signedBy(JWSAlgorithm.RS256, RSA), "its alg"),
        fails("RS512", token -> token.signedBy(JWSAlgorithm.RS512, RSA), "its alg"),
        fails("PS384", token -> token.signedBy(JWSAlgorithm.PS384, RSA), "its alg"),
        fails(
            "HS256 with the public key as secret",
            token -> token.signedBy(JWSAlgorithm.HS256, EC384),
            "its alg"),
        fails("HS384", token -> token.signedBy(JWSAlgorithm.HS384, RSA), "its alg"),
        fails("HS512", token -> token.signedBy(JWSAlgorithm.HS512, RSA), "its alg"));
  }

  private static TestTokens critical(TestTokens token) {
    return token.head("crit", "x").head("x", "y");
  }

  @ParameterizedTest
  @MethodSource("tokensThatDoNot")
  void aTokenThatDoesNotHoldIsRefused(UnaryOperator<TestTokens> change, String reason) {
    TestTokens token = change.apply(token());

    assertThatThrownBy(() -> verifier().verify(token.text(), PATH))
        .isInstanceOf(TokenRefused.class)
        .hasMessageContaining(reason);
  }

  /** Not signed at all, in each of the ways in which that is tried. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "a.b",
        "a.b.c",
        "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2Voci5leGFtcGxlLm9yZyJ9.",
        "eyJhbGciOiJOT05FIn0.e30.",
        "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..a.b.c"
      })
  void whatIsNotSignedIsNoToken(String text) {
    assertThatThrownBy(() -> verifier().verify(text, PATH)).isInstanceOf(TokenRefused.class);
  }

  @Test
  void aChangedTokenIsRefused() {
    String token = token().text();
    String body = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    String other = TestTokens.at(time.instant(), "/cds-services").text();
    String otherBody = other.substring(other.indexOf('.') + 1, other.lastIndexOf('.'));

    assertThatThrownBy(() -> verifier().verify(token.replace(body, otherBody), "/cds-services"))
        .hasMessageContaining("signature");
  }

  @Test
  void aTokenIsTakenOnceUntilItHasRunOut() throws TokenRefused {
    TokenVerifier verifier = verifier();
    TestTokens token = token();
    verifier.verify(token.text(), PATH);

    assertThatThrownBy(() -> verifier.verify(token.text(), PATH)).hasMessageContaining("jti");
    time.pass(Duration.ofSeconds(359));
    assertThatThrownBy(() -> verifier.verify(token.text(), PATH)).hasMessageContaining("jti");
    time.pass(Duration.ofSeconds(1));
    assertThatThrownBy(() -> verifier.verify(token.text(), PATH)).hasMessageContaining("run out");
  }

  @Test
  void theMemoryIsBoundedAndForgetsOnlyWhatHasRunOut() throws TokenRefused {
    TokenVerifier verifier = verifier(() -> TestTokens.published(EC384), 2);
    verifier.verify(token().text(), PATH);
    verifier.verify(token().text(), PATH);

    assertThatThrownBy(() -> verifier.verify(token().text(), PATH)).hasMessageContaining("full");
    time.pass(Duration.ofSeconds(361));
    assertThat(verifier.verify(token().text(), PATH).caller().name()).isEqualTo("ehr");
  }

  /** A refused token does not use up its jti. */
  @Test
  void aTokenThatFailedMayStillBeUsedWhereItBelongs() throws TokenRefused {
    TokenVerifier verifier = verifier();
    TestTokens token = token();
    assertThatThrownBy(() -> verifier.verify(token.text(), "/cds-services"))
        .hasMessageContaining("aud");

    assertThat(verifier.verify(token.text(), PATH).caller().name()).isEqualTo("ehr");
  }

  @Test
  void keysAreChangedWithoutARestartAndAskedForOnceAMinute() throws TokenRefused {
    ECKey next = TestTokens.newKey("next");
    AtomicReference<String> published = new AtomicReference<>(TestTokens.published(EC384));
    AtomicInteger asked = new AtomicInteger();
    TokenVerifier verifier =
        verifier(
            () -> {
              asked.incrementAndGet();
              return published.get();
            },
            1000);
    verifier.verify(token().text(), PATH);
    published.set(TestTokens.published(next));

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () -> verifier.verify(token().signedBy(JWSAlgorithm.ES384, next).text(), PATH))
          .isInstanceOf(TokenRefused.class);
    }
    assertThat(asked.get()).isEqualTo(1);
    time.pass(Duration.ofSeconds(60));
    assertThat(
            verifier
                .verify(token().signedBy(JWSAlgorithm.ES384, next).text(), PATH)
                .caller()
                .name())
        .isEqualTo("ehr");
    assertThatThrownBy(() -> verifier.verify(token().text(), PATH))
        .as("the old key is gone")
        .isInstanceOf(TokenRefused.class);
    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void whileTheKeysCannotBeReadThoseReadLastHold() throws TokenRefused {
    AtomicInteger asked = new AtomicInteger();
    TokenVerifier verifier =
        verifier(
            () -> {
              if (asked.incrementAndGet() > 1) {
                throw new IOException("down");
              }
              return TestTokens.published(EC384);
            },
            1000);
    verifier.verify(token().text(), PATH);
    time.pass(Duration.ofMinutes(10));

    assertThat(verifier.verify(token().text(), PATH).caller().name()).isEqualTo("ehr");
    assertThat(asked.get()).isEqualTo(2);
  }

  /** HMAC and none are no choice of a site either. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "HS384", "HS512", "es384", "A128KW", ""})
  void anAlgorithmThatTheStandardForbidsCannotBeSet(String algorithm) {
    assertThatThrownBy(() -> client(List.of(algorithm)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("algorithms has '" + algorithm + "'; give some of [ES256, ES384");
  }
}
