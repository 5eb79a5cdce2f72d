package org.omscds.hook.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.omscds.fhir.server.ManualTime;
import org.omscds.hook.outcome.HookRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** A client that sends its body in drops does not hold a place for ever. */
class LimitedRequestTests {

  private final ManualTime time = new ManualTime();

  private InputStream body(DataSize limit) throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(new byte[100]);
    Instant end = time.instant().plusSeconds(30);
    return new LimitedRequest(request, limit, () -> time.instant().isAfter(end)).getInputStream();
  }

  @Test
  void aBodyThatTakesTooLongIsRefused() throws IOException {
    InputStream body = body(DataSize.ofKilobytes(1));
    assertThat(body.read()).isZero();
    time.pass(Duration.ofSeconds(30));
    assertThat(body.read()).isZero();
    time.pass(Duration.ofMillis(1));

    assertThatThrownBy(body::read)
        .isInstanceOfSatisfying(
            HookRefusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(HttpStatus.REQUEST_TIMEOUT);
              assertThat(refusal.outcome().issue().getFirst().diagnostics())
                  .contains("omscds.hook.max-body-time");
            });
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> body(DataSize.ofBytes(99)))
        .isInstanceOfSatisfying(
            HookRefusal.class,
            refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE));
  }
}
