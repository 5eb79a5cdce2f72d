package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omscds.consultation.Charts;

/** What a service that is told to stop still does. */
class DrainTests {

  private static final String READINESS = "/actuator/health/readiness";
  private static final Duration DRAIN = Duration.ofSeconds(3);

  @Test
  void callsAreAnsweredForAWhileOnConnectionsThatEndWhileReadinessSaysNo() throws Exception {
    String body = Charts.text(Path.of("src/main/resources/samples/typical-toddler.json"));
    FetchingService service =
        FetchingService.start(Map.of("omscds.hook.drain", DRAIN.toSeconds() + "s"));
    ServiceClient calls = service.client();
    ServiceClient management =
        new ServiceClient(
            service
                .context()
                .getEnvironment()
                .getRequiredProperty("local.management.port", Integer.class));
    assertThat(management.get(READINESS).statusCode()).isEqualTo(200);
    assertThat(calls.call(body).headers().firstValue("Connection")).isEmpty();

    Instant told = Instant.now();
    Thread stop = Thread.ofPlatform().start(service::close);
    int ready = 200;
    while (ready == 200) {
      ready = management.get(READINESS).statusCode();
      HttpResponse<String> answer = calls.call(body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(ready == 200 || answer.headers().firstValue("Connection").isPresent()).isTrue();
    }
    assertThat(ready).isEqualTo(503);
    assertThat(Duration.between(told, Instant.now())).isLessThan(DRAIN);
    assertThat(calls.call(body).headers().firstValue("Connection")).hasValue("close");

    stop.join();
    assertThat(Duration.between(told, Instant.now())).isGreaterThanOrEqualTo(DRAIN);
  }
}
