package org.omscds.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the page of the workbench as the service does, under the same Content-Security-Policy.
 * What the page asks for is answered as the test says, or else with what the typical toddler gets.
 */
final class WorkbenchServer implements AutoCloseable {

  /** An answer; a status of 0 stands for a broken connection. */
  record Answer(int status, String body) {}

  /** What was posted. */
  record Posted(String path, JsonNode body) {}

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Posted> posted = new CopyOnWriteArrayList<>();

  WorkbenchServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /** The address of the page. */
  String page() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Answers so at this path from now on. */
  void answers(String path, Answer answer) {
    answers.put(path, answer);
  }

  /** What was posted to paths that end so, in order. */
  List<JsonNode> posted(String end) {
    return posted.stream().filter(each -> each.path().endsWith(end)).map(Posted::body).toList();
  }

  /** A file of the class path. */
  static JsonNode json(String resource) {
    return JSON.readTree(text(resource).body());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("POST")) {
        posted.add(new Posted(path, JSON.readTree(body)));
      }
      Answer answer = answers.get(path);
      if (answer != null) {
        send(exchange, answer, "application/json");
      } else if (path.equals("/")) {
        send(exchange, text("/pages/workbench/workbench.html"), "text/html");
      } else if (path.startsWith("/workbench/") || path.startsWith("/shared/")) {
        send(
            exchange,
            text("/pages" + path),
            path.endsWith(".css") ? "text/css" : "text/javascript");
      } else if (path.startsWith("/webjars/")) {
        send(exchange, text("/META-INF/resources" + path), "text/javascript");
      } else {
        send(exchange, usual(path), "application/json");
      }
    }
  }

  /** What the typical toddler gets. */
  private static Answer usual(String path) {
    if (path.equals("/samples")) {
      return new Answer(
          200,
          """
          {"samples": ["adult", "rituximab-without-hepatitis-b", "typical-toddler"]}
          """);
    }
    if (path.startsWith("/samples/")) {
      return text(path + ".json");
    }
    if (path.equals("/cds-services")) {
      return text("/cds-services.json");
    }
    if (path.endsWith("/feedback")) {
      return new Answer(200, "");
    }
    return text(
        path.startsWith("/explanations/")
            ? "/workbench/explanation.json"
            : "/workbench/cards.json");
  }

  private static void send(HttpExchange exchange, Answer answer, String type) throws IOException {
    if (answer.status() == 0) {
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Answer text(String resource) {
    try (InputStream stream = WorkbenchServer.class.getResourceAsStream(resource)) {
      return stream == null
          ? new Answer(404, "{}")
          : new Answer(200, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
