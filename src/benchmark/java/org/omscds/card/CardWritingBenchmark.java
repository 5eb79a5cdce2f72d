package org.omscds.card;

import java.util.concurrent.TimeUnit;
import org.omscds.benchmark.ChartRequest;
import org.omscds.benchmark.ChartRequest.Chart;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultation;
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
import tools.jackson.databind.json.JsonMapper;

/** From the recommendations to the cards, and to their JSON: a chart that gets three cards. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:-BackgroundCompilation"})
@Warmup(iterations = 16, time = 1)
@Measurement(iterations = 4, time = 1)
public class CardWritingBenchmark {

  @Param({"20", "50", "500", "5000"})
  public int resources;

  private final CardWriter writer = new CardWriter(Charts.KNOWLEDGE, Charts::uuid);
  private final CallContext call = new CallContext("p1", "e1", "Practitioner/p1", "home");
  private final JsonMapper json = JsonMapper.builder().build();
  private Consultation consultation = Charts.consult(ChartRequest.json(Chart.SUSPECTED, 20));

  @Setup
  public void prepare() {
    consultation = Charts.consult(ChartRequest.json(Chart.SUSPECTED, resources));
  }

  @Benchmark
  public Object cards() {
    return writer.write(consultation, call);
  }

  @Benchmark
  public byte[] cardsAsJson() {
    return json.writeValueAsBytes(writer.write(consultation, call));
  }
}
