package org.omscds.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omscds.consultation.Charts;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import tools.jackson.databind.JsonNode;

/** The image by itself, confined as a cluster confines it. */
@Tag("containers")
class ImageTests {

  private static final long LARGEST = 250_000_000;

  @BeforeAll
  static void build() {
    Docker.buildService();
  }

  /** Without root, writable files, capabilities, and with half a gigabyte of memory. */
  private static GenericContainer<?> confined(Bind... files) {
    return new GenericContainer<>(Docker.SERVICE)
        .withExposedPorts(8080)
        .withTmpFs(Map.of("/tmp", "size=64m"))
        .withCreateContainerCmdModifier(command ->
            command
                .getHostConfig()
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(512L * 1024 * 1024)
                .withNanoCPUs(2_000_000_000L)
                .withBinds(files))
        .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(3)));
  }

  private static Bind file(Path here, String there) {
    return new Bind(here.toAbsolutePath().toString(), new Volume(there), AccessMode.ro);
  }

  private static Ehr ehr(GenericContainer<?> service) {
    return new Ehr("http://" + service.getHost() + ":" + service.getMappedPort(8080));
  }

  @Test
  void itIsSmallAndSaysWhoRunsIt() {
    JsonNode image = Charts.parse(Docker.run("image", "inspect", Docker.SERVICE).wanted()).path(0);
    assertThat(image.path("Size").asLong()).isLessThan(LARGEST);
    assertThat(image.at("/Config/User").asString()).isEqualTo("10001:10001");
  }

  @Test
  void itIsHealthyConfinedWithItsCacheAndStopsByItself() throws Exception {
    try (GenericContainer<?> service =
        confined()
            // With this mode the JVM refuses to start where it cannot use the cache.
            .withEnv("JAVA_OPTIONS", "-XX:AOTMode=on")
            .withEnv("OMSCDS_TRUST_OPENBEYONDLOOPBACK", "true")) {
      Instant begin = Instant.now();
      service.start();
      Instant healthy = Instant.now();
      assertThat(Ehr.ids(ehr(service).call(Ehr.sample("typical-toddler"))))
          .containsExactly("C01", "C26", "C05");
      System.out.printf(
          "healthy after %d ms, first answer %d ms later%n",
          Duration.between(begin, healthy).toMillis(),
          Duration.between(healthy, Instant.now()).toMillis());
      assertThat(
              service
                  .execInContainer("bash", "-c", "echo $UID; : >/written || echo read-only")
                  .getStdout())
          .contains("10001\n", "read-only");

      Docker.run("stop", "--time", "20", service.getContainerId()).wanted();
      assertThat(service.getLogs()).contains("Graceful shutdown complete");
    }
  }

  @Test
  void withoutSettingsItStartsForNobody() {
    Docker.Result start = Docker.run("run", "--rm", "--tmpfs", "/tmp", Docker.SERVICE);
    assertThat(start.status()).isNotZero();
    assertThat(start.output()).contains("Set omscds.trust.mode=required with clients");
  }

  /** The settings of the cluster and secrets as files, which are settings by their names. */
  @Test
  void withTheSettingsOfTheClusterItAnswersClientsWithATokenAlone(@TempDir Path secrets)
      throws Exception {
    Path audit = secrets.resolve("omscds.audit.key");
    Files.writeString(audit, "x".repeat(48) + "\n");
    try (GenericContainer<?> service =
        confined(
                file(Path.of("docker/kubernetes/settings.yaml"), "/config/application.yml"),
                file(audit, "/run/secrets/oms-cds/omscds.audit.key"))
            .withEnv("OMSCDS_STORE_URL", "jdbc:h2:mem:cluster")) {
      service.start();
      assertThat(ehr(service).call(Ehr.sample("typical-toddler")).statusCode()).isEqualTo(401);
      assertThat(ehr(service).get("/").statusCode()).isNotEqualTo(200);
    }
  }

  @Test
  void aMissingJarIsNamedWithTheWayOut(@TempDir Path context) throws IOException {
    for (String each : List.of("docker", "src/main/resources/samples")) {
      copy(Path.of(each), context.resolve(each));
    }
    Docker.Result build =
        Docker.run("build", "--file", "docker/Dockerfile", context.toAbsolutePath().toString());
    assertThat(build.status()).isNotZero();
    assertThat(build.output()).contains("run 'mvn package -DskipTests' first");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(
            each, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
