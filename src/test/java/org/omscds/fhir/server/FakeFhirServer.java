package org.omscds.fhir.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small FHIR server on this machine that answers each resource type as a test has it: with a
 * chart, or in one of the ways in which servers fail.
 */
public final class FakeFhirServer implements AutoCloseable {

  /** How one request is answered. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** A request as it came in. */
  public record Asked(String method, String path, String query, String body, String bearer) {

    /** The parameters, of the address or of the form, decoded. */
    public String parameters() {
      return URLDecoder.decode(body.isEmpty() ? query : body, StandardCharsets.UTF_8);
    }
  }

  public static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Starts it on a free port. */
  public FakeFhirServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/fhir", this::handle);
    server.start();
  }

  /** The base address. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
  }

  /** Answers a resource type in that way from now on. */
  public FakeFhirServer on(String type, Behaviour behaviour) {
    behaviours.put(type, behaviour);
    return this;
  }

  /** Answers a resource type with FHIR JSON. */
  public FakeFhirServer on(String type, String json) {
    return on(type, json(json));
  }

  /** What was asked, in the order in which it came. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** What was asked of one type. */
  public List<Asked> asked(String type) {
    return asked.stream().filter(each -> type(each.path()).equals(type)).toList();
  }

  public static Behaviour json(String body) {
    return of(200, "application/fhir+json", body);
  }

  public static Behaviour of(int status, String contentType, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  /** A status with an OperationOutcome whose text must never be repeated. */
  public static Behaviour status(int status) {
    return of(
        status,
        "application/fhir+json",
        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":"
            + "\"exception\",\"diagnostics\":\"Zz-server-text\"}]}");
  }

  /** The server sends half of what it announces, and closes. */
  public static Behaviour half(String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** The server takes the request, tells the test, and says nothing until it is closed. */
  public Behaviour hanging(Runnable taken) {
    return exchange -> {
      taken.run();
      await();
      exchange.close();
    };
  }

  /** The server begins its answer, tells the test, and never ends it. */
  public Behaviour hangingInTheMiddle(Runnable begun) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
      exchange.sendResponseHeaders(200, 0);
      exchange
          .getResponseBody()
          .write("{\"resourceType\":\"Bundle\",".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      begun.run();
      await();
      exchange.close();
    };
  }

  private void await() {
    try {
      closing.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/fhir".length());
    String query = exchange.getRequestURI().getRawQuery();
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            path,
            query == null ? "" : query,
            body,
            bearer == null ? "" : bearer));
    behaviours.getOrDefault(type(path), json(EMPTY)).answer(exchange);
  }

  private static String type(String path) {
    int end = path.indexOf('/', 1);
    return path.substring(1, end < 0 ? path.length() : end);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
