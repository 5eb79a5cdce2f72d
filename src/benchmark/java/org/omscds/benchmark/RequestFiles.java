package org.omscds.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.omscds.benchmark.ChartRequest.Chart;

/** Writes the bodies that a load generator sends, for many patients each. */
public final class RequestFiles {

  private static final int PATIENTS = 100;

  private RequestFiles() {}

  /**
   * Writes {@code <folder>/<chart>-<size>/<number>.json}.
   *
   * @param arguments the folder, then the numbers of resources
   */
  public static void main(String[] arguments) throws IOException {
    for (int i = 1; i < arguments.length; i++) {
      int resources = Integer.parseInt(arguments[i]);
      for (Chart chart : Chart.values()) {
        Path folder =
            Path.of(arguments[0], chart.name().toLowerCase(Locale.ROOT) + "-" + resources);
        Files.createDirectories(folder);
        for (int patient = 0; patient < PATIENTS; patient++) {
          Files.write(
              folder.resolve(patient + ".json"),
              ChartRequest.of(chart, resources, "patient-" + patient));
        }
      }
    }
  }
}
