package org.omscds.ehr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A real HAPI FHIR server that plays the EHR: by default the jar of {@code src/it/fhir-server} in a
 * process of its own; with {@code -Dehr.server=container} the public image, where a container
 * engine can have it. It says which of the two it is.
 */
final class EhrServer implements AutoCloseable {

  private static final Path JAR = Path.of("src/it/fhir-server/target/fhir-server.jar");
  private static final String TOKEN = "a-token-of-the-tests";
  private static final String READY = "fhir-server is ready at ";
  private static final String IMAGE = "hapiproject/hapi:v8.8.0-1";
  private static final int PORT = 8080;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String name;
  private final String base;
  private final String token;
  private final Runnable stop;

  private EhrServer(String name, String base, String token, Runnable stop) {
    this.name = name;
    this.base = base;
    this.token = token;
    this.stop = stop;
  }

  /** Starts the one that the system property {@code ehr.server} names. */
  static EhrServer start() {
    return switch (System.getProperty("ehr.server", "jar")) {
      case "jar" -> jar();
      case "container" -> container();
      case String other ->
          throw new IllegalArgumentException(
              "ehr.server is '" + other + "'; give one of [jar, container]");
    };
  }

  private static EhrServer jar() {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(
          JAR + " is missing: run mvn -f src/it/fhir-server/pom.xml package first");
    }
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx1g",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-jar",
                  JAR.toString(),
                  "--server.port=0",
                  "--fhir-server.require-token=" + TOKEN)
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new EhrServer(
          "HAPI FHIR JPA server from its jar", baseOf(process), TOKEN, process::destroyForcibly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what the server prints until it says where it is, and throws the rest away. */
  private static String baseOf(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    StringBuilder printed = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        return line.substring(READY.length()).strip();
      }
      printed.append(line).append('\n');
    }
    throw new IllegalStateException("the FHIR server ended before it was ready:\n" + printed);
  }

  @SuppressWarnings("resource")
  private static EhrServer container() {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(IMAGE))
            .withExposedPorts(PORT)
            .withEnv("hapi.fhir.enforce_referential_integrity_on_write", "false")
            .withEnv("hapi.fhir.client_id_strategy", "ANY")
            .waitingFor(Wait.forHttp("/fhir/metadata").withStartupTimeout(Duration.ofMinutes(5)));
    container.start();
    return new EhrServer(
        "container of " + IMAGE,
        "http://localhost:" + container.getMappedPort(PORT) + "/fhir",
        "",
        container::stop);
  }

  /** Which server it is. */
  String name() {
    return name;
  }

  /** The base address. */
  String base() {
    return base;
  }

  /** The token that it wants, or the empty string. */
  String token() {
    return token;
  }

  /** Posts a transaction and wants it done. */
  void load(String transaction) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(base))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(transaction)));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
  }

  /** The resource that a template asks for, as a client reads it. */
  String read(String template) {
    return body(send(HttpRequest.newBuilder(URI.create(base + "/" + template)).GET()));
  }

  /** The Bundle that a template asks for, as a client searches it. */
  String search(String type, String form) {
    return body(
        send(
            HttpRequest.newBuilder(URI.create(base + "/" + type + "/_search"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
  }

  private static String body(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
