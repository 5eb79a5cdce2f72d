package org.omscds.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzers begin with, and what they once found, is answered by the rules. */
class FuzzCorpusTests {

  private static List<Path> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", folder))) {
      return files.sorted().toList();
    }
  }

  static List<Path> calls() throws IOException {
    return in("hook");
  }

  static List<Path> feedback() throws IOException {
    return in("feedback");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCallIsAnsweredByTheRules(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(input);

    assertThatCode(() -> HookFuzzer.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("feedback")
  void feedbackIsTakenOrRefused(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(input);

    assertThatCode(() -> FeedbackFuzzer.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
  }
}
