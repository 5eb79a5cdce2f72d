package org.omscds.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The container engine's own command, run at the top of the repository. */
final class Docker {

  /** The image of the service, once {@link #buildService} has made it. */
  static final String SERVICE = "oms-cds:tested";

  /** What a command printed and how it ended. */
  record Result(int status, String output) {

    String wanted() {
      if (status != 0) {
        throw new IllegalStateException("status " + status + ":\n" + output);
      }
      return output.strip();
    }
  }

  private Docker() {}

  /** Builds the image of the service as the documents say; at once where nothing has changed. */
  static void buildService() {
    run("build", "--file", "docker/Dockerfile", "--tag", SERVICE, ".").wanted();
  }

  static Result run(String... arguments) {
    return run(Map.of(), arguments);
  }

  static Result run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return execute(environment, command);
  }

  /** Runs any command to its end. */
  static Result execute(Map<String, String> environment, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(Path.of("").toAbsolutePath().toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
