package org.omscds.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Two replicas on one database, behind a load balancer that goes by their readiness. */
@Tag("containers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollingRestartTests {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String REPLICA = "X-Replica";

  private final Network network = Network.newNetwork();
  private final PostgreSQLContainer database =
      new PostgreSQLContainer("postgres:17").withNetwork(network).withNetworkAliases("database");
  private final Map<String, GenericContainer<?>> replicas =
      Map.of("one", replica("one"), "other", replica("other"));
  private final GenericContainer<?> proxy =
      new GenericContainer<>(
              new ImageFromDockerfile("oms-cds-proxy", false)
                  .withFileFromPath(".", Path.of("src/it/proxy")))
          .withNetwork(network)
          .withExposedPorts(8080);

  private GenericContainer<?> replica(String name) {
    return new GenericContainer<>(Docker.SERVICE)
        .withNetwork(network)
        .withNetworkAliases(name)
        .withEnv("OMSCDS_TRUST_OPENBEYONDLOOPBACK", "true")
        .withEnv("OMSCDS_STORE_URL", "jdbc:postgresql://database/" + database.getDatabaseName())
        .withEnv("OMSCDS_STORE_USERNAME", database.getUsername())
        .withEnv("OMSCDS_STORE_PASSWORD", database.getPassword())
        .withEnv("OMSCDS_HOOK_DRAIN", "8s")
        .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(3)));
  }

  @BeforeAll
  void start() throws Exception {
    Docker.buildService();
    database.start();
    replicas.get("one").start();
    replicas.get("other").start();
    proxy.start();
    awaitAnswerOf("one", "other");
  }

  @AfterAll
  void stop() {
    proxy.stop();
    replicas.values().forEach(GenericContainer::stop);
    database.stop();
    network.close();
  }

  private Ehr ehr() {
    return new Ehr("http://" + proxy.getHost() + ":" + proxy.getMappedPort(8080));
  }

  private static String replicaOf(HttpResponse<String> answer) {
    return answer.headers().firstValue(REPLICA).orElse("none");
  }

  /** Calls until each of these replicas has answered once. */
  private void awaitAnswerOf(String... names) throws IOException, InterruptedException {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Instant end = Instant.now().plus(PATIENCE);
    while (!seen.containsAll(Set.of(names))) {
      assertThat(Instant.now()).as("only " + seen + " answered").isBefore(end);
      seen.add(replicaOf(ehr().get("/cds-services")));
      Thread.sleep(50);
    }
  }

  @Test
  void aCardThatWasPutAwayAtOneReplicaStaysAwayAtTheOther() throws Exception {
    String request = Ehr.sample("typical-toddler").replace("typical-toddler", "shared");
    HttpResponse<String> answer = ehr().call(request);
    assertThat(Ehr.ids(answer)).contains("C01");
    ehr().putAway(request, answer, "C01");

    Set<String> silent = ConcurrentHashMap.newKeySet();
    for (int call = 0; call < 6; call++) {
      HttpResponse<String> later = ehr().call(request);
      assertThat(Ehr.ids(later)).as(replicaOf(later)).doesNotContain("C01");
      silent.add(replicaOf(later));
    }
    assertThat(silent).containsExactlyInAnyOrder("one", "other");
  }

  /** Clients that call without a pause, until they are told to end. */
  private final class Load {

    private final List<Thread> clients = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean ended;

    Load(int clients, String request) {
      for (int i = 0; i < clients; i++) {
        this.clients.add(Thread.ofPlatform().start(() -> callOn(request)));
      }
    }

    private void callOn(String request) {
      while (!ended) {
        try {
          HttpResponse<String> answer = ehr().call(request);
          if (answer.statusCode() == 200) {
            answered.incrementAndGet();
          } else {
            failures.add(replicaOf(answer) + " " + answer.statusCode());
          }
        } catch (IOException | InterruptedException e) {
          failures.add(e.toString());
        }
      }
    }

    void end() throws InterruptedException {
      ended = true;
      for (Thread each : clients) {
        each.join();
      }
    }
  }

  @Test
  void replicasThatAreRestartedOneAfterTheOtherLoseNoCall() throws Exception {
    Load load = new Load(4, Ehr.sample("occult-tumour-normal-vma"));
    try {
      for (String name : List.of("one", "other")) {
        GenericContainer<?> replica = replicas.get(name);
        Docker.run("stop", "--time", "30", replica.getContainerId()).wanted();
        assertThat(replicaOf(ehr().get("/cds-services"))).isNotEqualTo(name);
        Docker.run("start", replica.getContainerId()).wanted();
        awaitAnswerOf(name);
      }
    } finally {
      load.end();
    }
    System.out.println(load.answered + " calls answered during the restarts");
    assertThat(load.failures).as(proxy.getLogs()).isEmpty();
    assertThat(load.answered).hasValueGreaterThan(100);
  }
}
