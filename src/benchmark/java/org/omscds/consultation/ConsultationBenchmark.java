package org.omscds.consultation;

import java.util.concurrent.TimeUnit;
import org.omscds.benchmark.ChartRequest;
import org.omscds.benchmark.ChartRequest.Chart;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.Occasion;
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

/** From the record to the recommendations: no JSON on either side. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:-BackgroundCompilation"})
@Warmup(iterations = 16, time = 1)
@Measurement(iterations = 4, time = 1)
public class ConsultationBenchmark {

  @Param({"20", "50", "500", "5000"})
  public int resources;

  @Param public Chart chart;

  private final Consultant consultant = new Consultant(Charts.KNOWLEDGE);
  private final Occasion occasion = Occasion.of(Hook.PATIENT_VIEW);
  private PatientRecord record;

  @Setup
  public void prepare() {
    record = Charts.record(ChartRequest.json(chart, resources));
  }

  @Benchmark
  public Consultation consultation() {
    return consultant.consult(record, occasion);
  }
}
