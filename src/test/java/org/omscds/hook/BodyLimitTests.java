package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.OmsCdsApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BodyLimitTests {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int LIMIT = 8 * MEGABYTE;

  @LocalServerPort private int port;
  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() {
    assertThat(client.send("POST", ServiceClient.SERVICE, whole(bodyOf(LIMIT))).statusCode())
        .isEqualTo(200);
    assertThat(client.send("POST", ServiceClient.SERVICE, chunked(bodyOf(LIMIT))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aByteMoreIsTooLarge() {
    for (BodyPublisher body :
        new BodyPublisher[] {whole(bodyOf(LIMIT + 1)), chunked(bodyOf(LIMIT + 1))}) {
      HttpResponse<String> response = client.send("POST", ServiceClient.SERVICE, body);
      assertThat(ServiceClient.outcome(response, 413))
          .contains("larger than 8192 kB", "omscds.hook.max-body-size");
    }
  }

  @Test
  void aClientThatSendsTwentyMegabytesReadsTheRefusal() {
    for (BodyPublisher body :
        new BodyPublisher[] {whole(bodyOf(20 * MEGABYTE)), chunked(bodyOf(20 * MEGABYTE))}) {
      HttpResponse<String> response =
          client.send(
              "POST", ServiceClient.SERVICE, body, "Origin", "https://sandbox.cds-hooks.org");
      ServiceClient.outcome(response, 413);
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    }
  }

  /**
   * A simple client writes all that it has before it looks for an answer. It must be able to do so,
   * whatever the reason for which the body is refused, and then find the answer.
   */
  @ParameterizedTest
  @CsvSource({
    "/cds-services/oms-patient-view, false, 20, 413",
    "/cds-services/oms-patient-view, true, 20, 413",
    "/cds-services/oms-patient-view, false, 60, 413",
    "/cds-services/oms-patient-view, true, 60, 413",
    "/cds-services/zap, false, 20, 404",
    "/cds-services/zap, true, 20, 404",
    "/nothing, false, 20, 404",
    "/cds-services, true, 20, 405"
  })
  void aClientThatWritesFirstAndReadsLaterFindsTheRefusal(
      String path, boolean chunked, int megabytes, int status) throws IOException {
    assertThat(exchange(path, chunked, megabytes, (byte) ' ')).startsWith("HTTP/1.1 " + status);
  }

  /** Malformed from the first byte on, and megabytes still to come. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aMalformedBodyIsTakenInToItsEndToo(boolean chunked) throws IOException {
    assertThat(exchange(ServiceClient.SERVICE, chunked, 7, (byte) 'x'))
        .startsWith("HTTP/1.1 400")
        .contains("OperationOutcome", "line 1, column");
  }

  @Test
  void aClientThatWaitsForPermissionToSendReadsTheRefusal() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          head(
              ServiceClient.SERVICE,
              "Content-Length: " + 20 * MEGABYTE + "\r\nExpect: 100-continue"));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 100");
      byte[] piece = new byte[MEGABYTE];
      Arrays.fill(piece, (byte) ' ');
      for (int sent = 0; sent < 20; sent++) {
        out.write(piece);
      }
      out.flush();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("HTTP/1.1 413", "OperationOutcome");
    }
  }

  /**
   * Writes the whole body first, as that many megabytes of one byte, and then reads all there is.
   */
  private String exchange(String path, boolean chunked, int megabytes, byte filler)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          head(
              path,
              chunked
                  ? "Transfer-Encoding: chunked"
                  : "Content-Length: " + (long) megabytes * MEGABYTE));
      byte[] piece = new byte[MEGABYTE];
      Arrays.fill(piece, filler);
      for (int sent = 0; sent < megabytes; sent++) {
        if (chunked) {
          out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write(piece);
        if (chunked) {
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      }
      if (chunked) {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] head(String path, String headers) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\n"
            + headers
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A request with so many bytes of white space before its end. */
  private static byte[] bodyOf(int size) {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) ' ');
    byte[] request = HookRequests.whole().json().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(request, 0, body, 0, request.length);
    return body;
  }

  private static BodyPublisher whole(byte[] body) {
    return BodyPublishers.ofByteArray(body);
  }

  private static BodyPublisher chunked(byte[] body) {
    InputStream stream = new ByteArrayInputStream(body);
    return BodyPublishers.ofInputStream(() -> stream);
  }
}
