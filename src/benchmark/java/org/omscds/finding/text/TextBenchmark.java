package org.omscds.finding.text;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.omscds.consultation.Charts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Phrases in the words of a note; the sizes are numbers of characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:-BackgroundCompilation"})
@Warmup(iterations = 16, time = 1)
@Measurement(iterations = 4, time = 1)
public class TextBenchmark {

  private static final String SENTENCES =
      """
      Seen in the clinic with her mother. Fever for three days, drinking well, wet nappies. No \
      vomiting, no rash. Unsteady since Monday, wide-based gait, no opsoclonus seen. Family \
      history: asthma in the father. Walks with support; irritable, wakes at night. \
      """;

  @Param({"40", "400", "4000", "40000"})
  public int characters;

  private final TextReader reader = new TextReader(Charts.KNOWLEDGE);
  private String text = "";

  @Setup
  public void prepare() {
    text = SENTENCES.repeat(characters / SENTENCES.length() + 1).substring(0, characters);
  }

  @Benchmark
  public List<Mention> text() {
    return reader.read(text);
  }
}
