package org.omscds.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.omscds.fhir.server.FakeFhirServer;
import org.omscds.soak.RunningService.Holding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Good and bad traffic for a while, on this machine only: memory, threads and sockets come back to
 * where they were. {@code -Dsoak.seconds} says for how long; 30 unless set.
 */
@Tag("soak")
class SoakTests {

  private static final Logger log = LoggerFactory.getLogger(SoakTests.class);
  private static final int CLIENTS = 4;
  private static final Duration SECONDS = Duration.ofSeconds(Long.getLong("soak.seconds", 30));
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  /** Room for what caches, compiled code and pools take in the first minutes. */
  private static final long HEAP_MAY_GROW_KB = 16 * 1024;

  private static final int THREADS_MAY_GROW = 12;
  private static final int SOCKETS_MAY_GROW = 12;

  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void nothingIsLeftBehind() throws Exception {
    try (RunningService service = RunningService.start();
        FakeFhirServer good = new FakeFhirServer();
        FakeFhirServer bad = new FakeFhirServer()) {
      misbehave(bad);
      good.on(
          "Patient", "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"2024-11-01\"}");
      List<Turn> turns = turns(service.port(), good, bad);
      run(turns, WARM_UP);
      Holding before = settled(service);
      log.info("after the warm-up: {}", before);

      run(turns, SECONDS);

      Holding after = settled(service, before);
      log.info("after {} s: {}, answers {}", SECONDS.toSeconds(), after, new TreeMap<>(answers));
      assertThat(service.isAlive()).isTrue();
      assertThat(answers.keySet()).as("what was answered").contains("200", "400", "404", "412");
      assertThat(answers.keySet()).noneMatch(status -> status.startsWith("5"));
      assertThat(after.heapKilobytes()).isLessThan(before.heapKilobytes() + HEAP_MAY_GROW_KB);
      assertThat(after.threads()).isLessThan(before.threads() + THREADS_MAY_GROW);
      assertThat(after.sockets()).isLessThan(before.sockets() + SOCKETS_MAY_GROW);
    }
  }

  /** One thing that a client does; it returns the status, or what became of it. */
  private interface Turn {
    String take() throws IOException, InterruptedException;
  }

  private static void misbehave(FakeFhirServer bad) {
    bad.on("Patient", "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"2024-11-01\"}")
        .on("Condition", FakeFhirServer.half("{\"resourceType\":\"Bundle\",\"entry\":[]}"))
        .on("Observation", bad.hanging(() -> {}))
        .on("Procedure", FakeFhirServer.status(500))
        .on("DiagnosticReport", FakeFhirServer.of(200, "text/html", "<html></html>"))
        .on("ImagingStudy", "{\"resourceType\":\"Bundle\",,")
        .on("ServiceRequest", paged(bad))
        .on("AllergyIntolerance", FakeFhirServer.status(429));
  }

  private static String paged(FakeFhirServer server) {
    return "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\""
        + server.base()
        + "/ServiceRequest?page=2\"}]}";
  }

  private List<Turn> turns(int port, FakeFhirServer good, FakeFhirServer bad) throws IOException {
    List<Turn> turns = new ArrayList<>();
    try (Stream<Path> samples = Files.list(Path.of("src/main/resources/samples"))) {
      for (Path sample : samples.sorted().toList()) {
        String body = Files.readString(sample);
        String hook = body.replaceAll("(?s).*?\"hook\": *\"([a-z-]+)\".*", "$1");
        turns.add(() -> post(port, "/cds-services/oms-" + hook, body));
      }
    }
    String fetching =
        "{\"hook\":\"patient-view\",\"hookInstance\":\"1f1d9a3e-6a0e-4b0b-9d57-3a3f5a2f9a10\","
            + "\"fhirServer\":\"BASE\",\"context\":{\"userId\":\"Practitioner/7\",\"patientId\":"
            + "\"p1\"}}";
    String view = "/cds-services/oms-patient-view";
    turns.add(() -> post(port, view, fetching.replace("BASE", good.base())));
    turns.add(() ->
        post(
            port,
            view,
            fetching
                .replace("BASE", bad.base())
                .replace(
                    "\"context\"",
                    "\"prefetch\":{\"patient\":{\"resourceType\":\"Patient\",\"id\":\"p1\"},"
                        + "\"conditions\":null},\"context\"")));
    turns.add(() -> post(port, view, fetching.replace("BASE", "http://127.0.0.1:1/fhir")));
    turns.add(() -> post(port, view, "{\"hook\":\"patient-view\","));
    turns.add(() -> post(port, view, "x".repeat(100_000)));
    turns.add(() -> post(port, "/cds-services/nobody", "{}"));
    turns.add(() -> breakOff(port));
    return turns;
  }

  private String post(int port, String path, String body) throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.discarding());
    return Integer.toString(answer.statusCode());
  }

  /** A client that goes in the middle of its request. */
  private static String breakOff(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /cds-services/oms-patient-view HTTP/1.1\r\nHost: localhost\r\n"
                      + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"hook\":")
                  .getBytes(StandardCharsets.UTF_8));
    }
    return "broken off";
  }

  private void run(List<Turn> turns, Duration length) throws Exception {
    long end = System.nanoTime() + length.toNanos();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int first = client * turns.size() / CLIENTS;
        running.add(
            clients.submit(() -> {
              for (int i = first; System.nanoTime() < end; i++) {
                String answer = turns.get(i % turns.size()).take();
                answers.computeIfAbsent(answer, _ -> new LongAdder()).increment();
              }
              return null;
            }));
      }
      for (Future<?> client : running) {
        client.get();
      }
    }
  }

  /** Waits until kept connections have gone: three looks without fewer, at most two minutes. */
  private static Holding settled(RunningService service) throws Exception {
    return settled(service, null);
  }

  /** The same, or until no more is held than before, and some room. */
  private static Holding settled(RunningService service, @Nullable Holding before)
      throws Exception {
    Holding holding = service.holding();
    int steady = 0;
    for (int look = 0;
        look < 40 && (before == null ? steady < 3 : !isBack(holding, before));
        look++) {
      Thread.sleep(Duration.ofSeconds(3));
      Holding now = service.holding();
      boolean fewer = now.threads() < holding.threads() || now.sockets() < holding.sockets();
      steady = fewer ? 0 : steady + 1;
      holding = now;
    }
    return holding;
  }

  private static boolean isBack(Holding now, Holding before) {
    return now.heapKilobytes() < before.heapKilobytes() + HEAP_MAY_GROW_KB
        && now.threads() < before.threads() + THREADS_MAY_GROW
        && now.sockets() < before.sockets() + SOCKETS_MAY_GROW;
  }
}
