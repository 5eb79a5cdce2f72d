package org.omscds.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The manifests of the cluster fit each other, the image and the service. */
class DeploymentTests {

  private static final Path FOLDER = Path.of("docker/kubernetes");
  private static final YAMLMapper YAML = new YAMLMapper();

  private static JsonNode manifest(String name) throws IOException {
    return YAML.readTree(Files.readString(FOLDER.resolve(name)));
  }

  private static JsonNode pod() throws IOException {
    return manifest("deployment.yaml").at("/spec/template");
  }

  private static JsonNode container() throws IOException {
    return pod().at("/spec/containers/0");
  }

  private static JsonNode service() throws IOException {
    String settings = Files.readString(Path.of("src/main/resources/application.yml"));
    return YAML.readTree(settings.split("(?m)^---$", 2)[0]);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  @Test
  void theKustomizationNamesEveryManifest() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(texts(manifest("kustomization.yaml").path("resources")))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .filter(name -> !List.of("kustomization.yaml", "settings.yaml").contains(name))
                  .toList());
    }
    assertThat(texts(manifest("kustomization.yaml").at("/configMapGenerator/0/files")))
        .containsExactly("application.yml=settings.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deployment.yaml",
        "service.yaml",
        "disruption-budget.yaml",
        "network-policy.yaml"
      })
  void everySelectorFindsThePods(String name) throws IOException {
    JsonNode labels = pod().at("/metadata/labels");
    JsonNode spec = manifest(name).path("spec");
    JsonNode selector = spec.path(spec.has("podSelector") ? "podSelector" : "selector");
    assertThat(selector.has("matchLabels") ? selector.path("matchLabels") : selector)
        .isEqualTo(labels);
    spec.at("/template/spec/topologySpreadConstraints")
        .forEach(each -> assertThat(each.at("/labelSelector/matchLabels")).isEqualTo(labels));
  }

  @Test
  void whatRefersToAnotherObjectNamesIt() throws IOException {
    String deployment = manifest("deployment.yaml").at("/metadata/name").asString();
    assertThat(manifest("autoscaler.yaml").at("/spec/scaleTargetRef/name").asString())
        .isEqualTo(deployment);
    JsonNode backend = manifest("ingress.yaml").at("/spec/rules/0/http/paths/0/backend/service");
    JsonNode port = manifest("service.yaml").at("/spec/ports/0");
    assertThat(backend.path("name")).isEqualTo(manifest("service.yaml").at("/metadata/name"));
    assertThat(backend.at("/port/name")).isEqualTo(port.path("name"));
    assertThat(pod().at("/spec/serviceAccountName"))
        .isEqualTo(manifest("service-account.yaml").at("/metadata/name"));
    assertThat(manifest("kustomization.yaml").path("namespace"))
        .isEqualTo(manifest("namespace.yaml").at("/metadata/name"));
    assertThat(pod().at("/spec/volumes/0/configMap/name"))
        .isEqualTo(manifest("kustomization.yaml").at("/configMapGenerator/0/name"));
    JsonNode host = manifest("ingress.yaml").at("/spec/rules/0/host");
    assertThat(texts(manifest("settings.yaml").at("/omscds/trust/public-urls")))
        .containsExactly("https://" + host.asString());
  }

  @Test
  void portsAndProbesAreThoseOfTheService() throws IOException {
    JsonNode ports = container().path("ports");
    assertThat(ports.at("/0/name").asString()).isEqualTo("http");
    assertThat(ports.at("/0/containerPort")).isEqualTo(service().at("/server/port"));
    assertThat(ports.at("/1/name").asString()).isEqualTo("management");
    assertThat(ports.at("/1/containerPort")).isEqualTo(service().at("/management/server/port"));
    assertThat(manifest("service.yaml").at("/spec/ports/0/targetPort"))
        .isEqualTo(ports.at("/0/name"));
    for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
      JsonNode get = container().path(probe).path("httpGet");
      assertThat(get.path("port")).isEqualTo(ports.at("/1/name"));
      assertThat(get.path("path").asString())
          .isEqualTo(
              "/actuator/health/" + (probe.equals("readinessProbe") ? "readiness" : "liveness"));
    }
  }

  @Test
  void thePodRunsAsTheUserOfTheImageAndMayDoNothingElse() throws IOException {
    Matcher user =
        Pattern.compile("(?m)^USER (\\d+):(\\d+)$")
            .matcher(Files.readString(Path.of("docker/Dockerfile")));
    assertThat(user.find()).isTrue();
    JsonNode pod = pod().at("/spec/securityContext");
    assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.path("runAsUser").asString()).isEqualTo(user.group(1));
    assertThat(pod.path("runAsGroup").asString()).isEqualTo(user.group(2));
    assertThat(pod.at("/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
    JsonNode own = container().path("securityContext");
    assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(texts(own.at("/capabilities/drop"))).containsExactly("ALL");
    assertThat(pod().at("/spec/automountServiceAccountToken").asBoolean(true)).isFalse();
  }

  @Test
  void thePodIsGivenTheTimeThatItNeedsToStop() throws IOException {
    long drain = seconds(manifest("settings.yaml").at("/omscds/hook/drain"));
    long rest = seconds(service().at("/spring/lifecycle/timeout-per-shutdown-phase"));
    JsonNode readiness = container().path("readinessProbe");
    assertThat(pod().at("/spec/terminationGracePeriodSeconds").asLong())
        .isGreaterThan(drain + 2 * rest);
    assertThat(drain)
        .isGreaterThan(
            readiness.path("periodSeconds").asLong() * readiness.path("failureThreshold").asLong());
  }

  private static long seconds(JsonNode duration) {
    return DurationStyle.detectAndParse(duration.asString()).toSeconds();
  }
}
