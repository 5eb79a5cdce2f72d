package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omscds.OmsCdsApplication;
import org.omscds.fhir.server.FakeFhirServer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The real clock is obeyed: the only test that looks at it, with a ceiling of twice the deadline.
 */
@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeadlineTests {

  private static final Duration CEILING = Duration.ofSeconds(4);

  @LocalServerPort private int port;

  @Test
  void aServerThatNeverAnswersHoldsNobodyUp() {
    try (FakeFhirServer server = new FakeFhirServer()) {
      server.on("Condition", server.hangingInTheMiddle(() -> {}));
      server.on("Observation", server.hanging(() -> {}));
      String call =
          HookRequests.whole()
              .with("fhirServer", "\"" + server.base() + "\"")
              .without("fhirAuthorization")
              .withPrefetch(Map.of("patient", HookRequests.PATIENT, "conditions", "null"))
              .json();
      long start = System.nanoTime();

      HttpResponse<String> answer = new ServiceClient(port).call(call);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CEILING);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("the FHIR server did not answer in time");
    }
  }
}
