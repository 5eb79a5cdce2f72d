package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omscds.OmsCdsApplication;
import org.omscds.store.Database;

/**
 * The process is killed under load of feedback, again and again: every entry that was answered with
 * 200 is there afterwards, once.
 */
@Tag("store")
class CrashTests {

  private static final int ROUNDS = 3;
  private static final int ANSWERED_BEFORE_THE_KILL = 300;
  private static final int SENDERS = 6;

  @TempDir Path folder;

  @Test
  void nothingIsLostInAnH2File() {
    surviving(Map.of("omscds.store.url", "jdbc:h2:file:" + folder.resolve("crash")));
  }

  @Test
  void nothingIsLostInAPostgres() {
    surviving(Postgres.settings("crash"));
  }

  private void surviving(Map<String, Object> database) {
    Set<String> answered = ConcurrentHashMap.newKeySet();
    Set<String> unanswered = ConcurrentHashMap.newKeySet();
    for (int round = 0; round < ROUNDS; round++) {
      killedUnderLoad(database, answered, unanswered);
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(ROUNDS * ANSWERED_BEFORE_THE_KILL);
    try (Killable service = Killable.start(database)) {
      for (String card : unanswered) {
        assertThat(post(service.client(), card)).isEqualTo(200);
      }
      answered.stream()
          .limit(50)
          .forEach(
              card -> assertThat(post(service.client(), card)).as("sent again").isEqualTo(200));
    }
    try (FetchingService reader = FetchingService.start(database)) {
      List<String> kept =
          reader
              .context()
              .getBean(Database.class)
              .inTransaction(
                  jdbc -> jdbc.sql("select card from feedback").query(String.class).list());
      assertThat(kept).doesNotHaveDuplicates().containsAll(answered).containsAll(unanswered);
    }
  }

  private static void killedUnderLoad(
      Map<String, Object> database, Set<String> answered, Set<String> unanswered) {
    AtomicBoolean killed = new AtomicBoolean();
    AtomicInteger count = new AtomicInteger();
    try (Killable service = Killable.start(database);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      for (int i = 0; i < SENDERS; i++) {
        senders.execute(() -> {
          while (!killed.get()) {
            String card = UUID.randomUUID().toString();
            try {
              if (post(service.client(), card) == 200) {
                answered.add(card);
                count.incrementAndGet();
              }
            } catch (UncheckedIOException _) {
              unanswered.add(card);
            }
          }
        });
      }
      while (count.get() < ANSWERED_BEFORE_THE_KILL) {
        LockSupport.parkNanos(1_000_000);
      }
      service.kill();
      killed.set(true);
    }
  }

  private static int post(ServiceClient client, String card) {
    String entry =
        CardClient.posted(
            CardClient.overridden(card, "unstable", "", Instant.parse("2026-11-20T10:00:00Z")));
    return client
        .post("/cds-services/oms-patient-view/feedback", entry, "Content-Type", "application/json")
        .statusCode();
  }

  /** The service in a process of its own. */
  private record Killable(Process process, ServiceClient client) implements AutoCloseable {

    static Killable start(Map<String, Object> database) {
      try {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
          port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(OmsCdsApplication.class.getName());
        command.add("--server.port=" + port);
        command.add("--management.server.port=0");
        database.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Killable service = new Killable(process, new ServiceClient(port));
        service.awaitAnswer();
        return service;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void awaitAnswer() {
      for (int looks = 0; ; looks++) {
        assertThat(process.isAlive()).as("the service runs").isTrue();
        try {
          if (client.get("/cds-services").statusCode() == 200) {
            return;
          }
        } catch (UncheckedIOException e) {
          if (looks > 1200) {
            throw e;
          }
          LockSupport.parkNanos(50_000_000);
        }
      }
    }

    /** Ends the process as SIGKILL does. */
    void kill() {
      process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
      kill();
    }
  }
}
