package org.omscds.hook;

import java.util.List;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.hook.outcome.JsonAnswers;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the sample charts, so that a first call needs nothing but this service. */
@RestController
final class SampleController {

  /** The list of samples in its JSON form. */
  record Listing(List<String> samples) {}

  private final SampleCharts charts;

  SampleController(SampleCharts charts) {
    this.charts = charts;
  }

  @GetMapping("/samples")
  ResponseEntity<byte[]> names() {
    return JsonAnswers.of(HttpStatus.OK, new Listing(charts.names()));
  }

  @GetMapping("/samples/{name}")
  ResponseEntity<byte[]> sample(@PathVariable("name") String name) {
    return charts
        .named(name)
        .map(chart -> JsonAnswers.ofBytes(HttpStatus.OK, chart))
        .orElseThrow(() -> unknown(name));
  }

  private HookRefusal unknown(String name) {
    return new HookRefusal(
        HttpStatus.NOT_FOUND,
        OperationOutcome.error(
            "not-found",
            "There is no sample " + HookRefusal.quoted(name) + ".",
            "Samples here: " + String.join(", ", charts.names()) + "."));
  }
}
