package org.omscds.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer begins with, and what it once found, is answered by the rules. */
class FuzzCorpusTests {

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void anInputIsAnsweredByTheRules(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(input);

    assertThatCode(() -> HookFuzzer.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
  }
}
