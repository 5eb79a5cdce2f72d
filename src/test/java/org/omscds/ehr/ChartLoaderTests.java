package org.omscds.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.omscds.consultation.Charts;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The container that puts the charts of the samples on a FHIR server, with a real one. */
@Tag("containers")
class ChartLoaderTests {

  @Test
  void everyChartIsOnTheServerUnderTheNameOfItsSample() {
    try (EhrServer ehr = EhrServer.start();
        GenericContainer<?> loader =
            new GenericContainer<>(
                    new ImageFromDockerfile("oms-cds-charts-tested", false)
                        .withFileFromPath("Dockerfile", Path.of("docker/charts/Dockerfile"))
                        .withFileFromPath("docker/charts", Path.of("docker/charts"))
                        .withFileFromPath(
                            "src/main/resources/samples", Path.of("src/main/resources/samples")))
                .withNetworkMode("host")
                .withEnv("FHIR_SERVER", ehr.base())
                .withEnv("FHIR_TOKEN", ehr.token())
                .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(5)))) {
      loader.start();
      for (Path sample : Charts.samples()) {
        String name = sample.getFileName().toString().replace(".json", "");
        EhrChart chart = EhrChart.of(name, name + "-");
        assertThat(loader.getLogs())
            .contains(name + ": patient " + chart.request().at("/context/patientId").asString());
        chart
            .resources()
            .forEach((reference, resource) ->
                assertThat(Charts.parse(ehr.read(reference)).path("subject"))
                    .as(reference)
                    .isEqualTo(resource.path("subject")));
      }
    }
  }
}
