package org.omscds.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The service from its jar in a process of its own, with a small heap, and what the system says of
 * it.
 */
final class RunningService implements AutoCloseable {

  /** What a process holds at one moment. */
  record Holding(long heapKilobytes, long residentKilobytes, int threads, int sockets) {}

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Pattern HEAP = Pattern.compile("used (\\d+)K");
  private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

  private final Process process;
  private final int port;

  private RunningService(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the jar that {@code mvn package} made. */
  static RunningService start() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                BIN.resolve("java").toString(),
                "-Xmx256m",
                "-jar",
                jar().toString(),
                "--server.port=0",
                "--management.server.port=0",
                "--omscds.fhir.deadline=300ms",
                "--omscds.fhir.call-timeout=250ms",
                "--omscds.fhir.pause=1s"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    BufferedReader output = process.inputReader();
    StringBuilder printed = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        return new RunningService(process, Integer.parseInt(port.group(1)));
      }
      printed.append(line).append('\n');
    }
    throw new IllegalStateException("the service ended before it was ready:\n" + printed);
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("oms-cds-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("target holds no jar: run mvn package first"));
    }
  }

  int port() {
    return port;
  }

  /** What the process holds after its garbage is collected. */
  Holding holding() throws IOException {
    jcmd("GC.run");
    Matcher heap = HEAP.matcher(jcmd("GC.heap_info"));
    if (!heap.find()) {
      throw new IllegalStateException("jcmd tells no heap");
    }
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    return new Holding(
        Long.parseLong(heap.group(1)),
        status(proc, "VmRSS"),
        (int) status(proc, "Threads"),
        sockets(proc));
  }

  private String jcmd(String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(BIN.resolve("jcmd").toString(), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    try (Stream<String> lines = jcmd.inputReader().lines()) {
      return String.join("\n", lines.toList());
    }
  }

  private static long status(Path proc, String name) throws IOException {
    return Files.readAllLines(proc.resolve("status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  private static int sockets(Path proc) throws IOException {
    try (Stream<Path> descriptors = Files.list(proc.resolve("fd"))) {
      return (int) descriptors.filter(RunningService::isSocket).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      // It was closed in the meantime.
      return false;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
