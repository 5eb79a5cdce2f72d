package org.omscds.hook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of OpenTelemetry on this machine, which takes traces in protobuf over HTTP. */
final class OtlpReceiver implements AutoCloseable {

  /**
   * A span (opentelemetry-proto, trace.proto).
   *
   * @param kind 2 for a server's, 3 for a client's
   * @param events how many events it holds
   */
  record Span(
      String trace,
      String id,
      String parent,
      String name,
      int kind,
      Map<String, String> attributes,
      int events) {}

  /** A field of a protobuf message: bytes, one in each character, or a number. */
  private record Field(int number, String bytes, long value) {}

  private final HttpServer server;
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  OtlpReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/traces",
        exchange -> {
          bodies.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
          exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  /** All that came, as text as far as it is text. */
  String text() {
    return utf8(String.join("", bodies));
  }

  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (String body : bodies) {
      for (String ofResource : messages(body, 1)) {
        for (String ofScope : messages(ofResource, 2)) {
          messages(ofScope, 2).forEach(span -> spans.add(span(span)));
        }
      }
    }
    return spans;
  }

  private static Span span(String message) {
    Map<String, String> attributes = new TreeMap<>();
    for (String attribute : messages(message, 9)) {
      List<String> texts = messages(messages(attribute, 2).getFirst(), 1);
      attributes.put(text(attribute, 1), texts.isEmpty() ? "(no text)" : utf8(texts.getFirst()));
    }
    return new Span(
        hex(message, 1),
        hex(message, 2),
        hex(message, 4),
        text(message, 5),
        fields(message).stream()
            .filter(field -> field.number() == 6)
            .mapToInt(field -> (int) field.value())
            .findFirst()
            .orElse(0),
        attributes,
        messages(message, 11).size());
  }

  private static String hex(String message, int number) {
    return messages(message, number).stream()
        .map(bytes -> HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1)))
        .findFirst()
        .orElse("");
  }

  private static String text(String message, int number) {
    return utf8(messages(message, number).getFirst());
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static List<String> messages(String message, int number) {
    return fields(message).stream()
        .filter(field -> field.number() == number)
        .map(Field::bytes)
        .toList();
  }

  private static List<Field> fields(String message) {
    List<Field> fields = new ArrayList<>();
    int[] at = {0};
    while (at[0] < message.length()) {
      long tag = number(message, at);
      int number = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case 0 -> fields.add(new Field(number, "", number(message, at)));
        case 1 -> at[0] += 8;
        case 2 -> {
          int length = (int) number(message, at);
          fields.add(new Field(number, message.substring(at[0], at[0] + length), 0));
          at[0] += length;
        }
        case 5 -> at[0] += 4;
        default -> throw new IllegalArgumentException("no wire type of protobuf: " + tag);
      }
    }
    return fields;
  }

  private static long number(String message, int[] at) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      char next = message.charAt(at[0]++);
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
