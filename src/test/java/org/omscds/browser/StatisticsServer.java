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
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Serves the page of statistics as the service does, under the same Content-Security-Policy, with
 * an answer that the test chooses.
 */
final class StatisticsServer implements AutoCloseable {

  /** What the address of the numbers answers; a status of 0 stands for a broken connection. */
  record Answer(int status, String body) {

    static Answer of(String resource) {
      return new Answer(200, text("/statistics/" + resource));
    }
  }

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Answer answer;

  StatisticsServer(Answer answer) {
    this.answer = answer;
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
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/statistics";
  }

  /** Answers so from now on. */
  void answers(Answer other) {
    answer = other;
  }

  /** The queries with which the numbers were asked for, in order; empty where there was none. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      switch (path) {
        case "/statistics" ->
            send(exchange, 200, "text/html", text("/pages/statistics/statistics.html"));
        case "/statistics.json" -> sendNumbers(exchange);
        default -> {
          if (path.startsWith("/statistics/") || path.startsWith("/shared/")) {
            send(exchange, 200, type(path), text("/pages" + path));
          } else {
            send(exchange, 404, "text/plain", "nothing here");
          }
        }
      }
    }
  }

  private void sendNumbers(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    asked.add(query == null ? "" : query);
    if (answer.status() != 0) {
      send(exchange, answer.status(), "application/json", answer.body());
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String type(String path) {
    return path.endsWith(".css") ? "text/css" : "text/javascript";
  }

  private static String text(String resource) {
    try (InputStream stream = StatisticsServer.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("the class path holds no " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
