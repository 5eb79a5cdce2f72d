import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets the service of the image do all that it does, on every sample, so that what its JVM learns
 * can be kept in the cache with which the image starts. The build fails where an answer is not the
 * one that it should be, or no cache comes of it.
 */
final class Training {

  /** A second one for calls after an answer. More would have the compiler busy when the image starts. */
  private static final int ROUNDS = 2;
  private static final Path CACHE = Path.of("/app/oms-cds.aot");
  private static final String SERVICE = "http://127.0.0.1:8080";
  private static final String READINESS = "http://127.0.0.1:8081/actuator/health/readiness";
  private static final Pattern HOOK = Pattern.compile("\"hook\"\\s*:\\s*\"([a-z-]+)\"");
  private static final Pattern CARD = Pattern.compile("\"uuid\":\"([0-9a-f-]{36})\",\"summary\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Training() {}

  /** Takes the folder of the samples. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Process service =
        new ProcessBuilder(
                "/opt/java/bin/java",
                "@/app/jvm.options",
                "-XX:AOTCacheOutput=" + CACHE,
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-jar",
                "/app/oms-cds.jar",
                "--omscds.store.url=jdbc:h2:mem:training;DB_CLOSE_DELAY=-1",
                // However busy the machine is, its database is not away.
                "--omscds.store.max-wait=60s")
            .inheritIO()
            .start();
    try {
      awaitReadiness(service);
      List<Path> samples = samples(Path.of(arguments[0]));
      for (int round = 0; round < ROUNDS; round++) {
        look();
        for (Path sample : samples) {
          callAndAnswer(Files.readString(sample));
        }
      }
    } finally {
      service.destroy();
    }
    if (!service.waitFor(5, TimeUnit.MINUTES) || !Files.exists(CACHE)) {
      throw new IllegalStateException("the JVM wrote no " + CACHE);
    }
  }

  private static List<Path> samples(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void awaitReadiness(Process service) throws IOException, InterruptedException {
    while (service.isAlive()) {
      try {
        if (send(request(READINESS).GET()).statusCode() == 200) {
          return;
        }
      } catch (ConnectException _) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("the service ended before it was ready");
  }

  private static void look() throws IOException, InterruptedException {
    for (String path :
        List.of("/cds-services", "/samples", "/", "/knowledge", "/knowledge.json", "/statistics.json")) {
      wanted(200, send(request(SERVICE + path).GET()));
    }
    wanted(400, post("/cds-services/oms-patient-view", "{\"hook\":"));
    wanted(404, post("/cds-services/oms-nothing", "{}"));
  }

  /** Fires the hook of a sample and puts the first card away, if there is one. */
  private static void callAndAnswer(String sample) throws IOException, InterruptedException {
    Matcher hook = HOOK.matcher(sample);
    if (!hook.find()) {
      throw new IllegalStateException("a sample names no hook");
    }
    String service = "/cds-services/oms-" + hook.group(1);
    Matcher card = CARD.matcher(wanted(200, post(service, sample)));
    wanted(200, post("/explanations/oms-" + hook.group(1), sample));
    if (card.find()) {
      wanted(200, post(service + "/feedback", overridden(card.group(1))));
    }
  }

  private static String overridden(String card) {
    return """
        {"feedback":[{"card":"%s","outcome":"overridden","outcomeTimestamp":"%s",\
        "overrideReason":{"reason":{"system":"urn:oms-cds:override","code":"unstable"}}}]}
        """
        .formatted(card, Instant.now());
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        request(SERVICE + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static String wanted(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }
}
