package org.omscds.hook;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.omscds.benchmark.ChartRequest;
import org.omscds.benchmark.ChartRequest.Chart;
import org.omscds.hook.request.HookCall;
import org.omscds.hook.request.HookRequestReader;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.PatientRecordReader;
import org.omscds.recommendation.Hook;
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

/** From the bytes of a call to the patient's record, and the bytes alone as the limit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:-BackgroundCompilation"})
@Warmup(iterations = 16, time = 1)
@Measurement(iterations = 4, time = 1)
public class ReadingBenchmark {

  @Param({"20", "50", "500", "5000"})
  public int resources;

  private final HookRequestReader requests = new HookRequestReader(Clock.systemUTC(), 20_000);
  private final PatientRecordReader records = new PatientRecordReader();
  private byte[] body = {};
  private HookCall call = read(ChartRequest.of(Chart.ORDINARY, 10, "p1"));

  @Setup
  public void prepare() {
    body = ChartRequest.of(Chart.ORDINARY, resources, "p1");
    call = read(body);
  }

  /** JSON to the lean nodes. */
  @Benchmark
  public Object json() {
    return read(body);
  }

  /** Lean nodes to the record. */
  @Benchmark
  public PatientRecord record() {
    return records.read(
        Preconditions.patient(Hook.PATIENT_VIEW, call),
        call.prefetch(),
        "p1",
        call.consultationDate(),
        call.carried());
  }

  private HookCall read(byte[] json) {
    return requests.read(new ByteArrayInputStream(json), json.length, Hook.PATIENT_VIEW);
  }
}
