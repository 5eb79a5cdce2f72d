package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.OmsCdsApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.server.ResponseStatusException;

/** What a caller and the log get to see when the service itself fails, and when it does not. */
@SpringBootTest(
    classes = {OmsCdsApplication.class, FailureTests.Failing.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class FailureTests {

  /** Fails in the ways in which code fails, with a piece of a chart in the message. */
  @RestController
  static final class Failing {
    @GetMapping("/failing/{how}")
    String fail(@PathVariable("how") String how) throws Throwable {
      throw switch (how) {
        case "exception" ->
            new IllegalStateException(
                HookRequests.CHART_TEXT, new IllegalArgumentException(HookRequests.CHART_TEXT));
        case "error" -> new StackOverflowError(HookRequests.CHART_TEXT);
        case "hung-up" -> new AsyncRequestNotUsableException(HookRequests.CHART_TEXT);
        case "unavailable" -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        default -> new ResponseStatusException(HttpStatus.GONE, HookRequests.CHART_TEXT);
      };
    }
  }

  @LocalServerPort private int port;
  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
  }

  @Test
  void aClientThatHangsUpIsNoFailureOfOurs(CapturedOutput output) {
    client.get("/failing/hung-up");
    assertThat(output.getAll())
        .contains("the client hung up")
        .doesNotContain("failed incident", HookRequests.CHART_TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "unavailable"})
  void aFailureOfOursIs500WithoutDetailsAndLoggedOnce(String how, CapturedOutput output) {
    String outcome = ServiceClient.outcome(client.get("/failing/" + how), 500);
    assertThat(outcome).contains("not assessed", "incident number");
    String incident = outcome.replaceAll(".*incident number (\\S+)\\..*", "$1");
    assertThat(output.getAll())
        .containsOnlyOnce("incident=" + incident)
        .doesNotContain(HookRequests.CHART_TEXT);
    assertThat(lines(output, "ERROR")).hasSize(1);
    assertThat(output.getAll()).contains("FailureTests$Failing.fail");
  }

  @Test
  void theCausesOfAFailureAreLoggedToo(CapturedOutput output) {
    client.get("/failing/exception");
    assertThat(output.getAll())
        .contains(
            "java.lang.IllegalStateException", "Caused by: java.lang.IllegalArgumentException");
  }

  @Test
  void whatTheFrameworkRefusesKeepsItsStatus(CapturedOutput output) {
    ServiceClient.outcome(client.get("/failing/refused"), 410);
    assertThat(lines(output, "ERROR")).isEmpty();
  }

  @Test
  void aCallIsOneLineOfTheLogWithoutPatientData(CapturedOutput output) {
    String request = HookRequests.whole().json().replace("p1", HookRequests.CHART_TEXT);
    assertThat(client.call(request).statusCode()).isEqualTo(200);
    List<String> lines = lines(output, "service=");
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .contains(" INFO ")
        .containsPattern(
            "service=oms-patient-view hookInstance=1f1d9a3e-6a0e-4b0b-9d57-3a3f5a2f9a10"
                + " cards=\\d+ gaps=10 ms=\\d+$");
    assertThat(output.getAll()).doesNotContain(HookRequests.CHART_TEXT, "Practitioner/7", "opaque");
  }

  @Test
  void anInstanceThatIsNoUuidIsNotLogged(CapturedOutput output) {
    client.call(HookRequests.whole().with("hookInstance", "\"Zz-chart-text\"").json());
    assertThat(lines(output, "service=")).singleElement().asString().contains("(not a uuid)");
    assertThat(output.getAll()).doesNotContain(HookRequests.CHART_TEXT);
  }

  @Test
  void aRefusalIsOneLineOfTheLog(CapturedOutput output) {
    HttpResponse<String> response = client.call("{\"hook\":\"Zz-chart-text");
    ServiceClient.outcome(response, 400);
    assertThat(lines(output, "refused status=400 code=incomplete")).hasSize(1);
    assertThat(output.getAll()).doesNotContain(HookRequests.CHART_TEXT);
  }

  private static List<String> lines(CapturedOutput output, String words) {
    return output.getAll().lines().filter(line -> line.contains(words)).toList();
  }
}
