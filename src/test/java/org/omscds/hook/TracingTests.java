package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.Filter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omscds.OmsCdsApplication;
import org.omscds.consultation.Charts;
import org.omscds.fhir.server.FakeFhirServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

/** Traces by the profile of that name, at a collector in this process. */
@ExtendWith(OutputCaptureExtension.class)
class TracingTests {

  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  /** Fails where nothing answers for it, with a piece of a chart in the message. */
  @Configuration(proxyBeanMethods = false)
  static class Breaking {
    @Bean
    FilterRegistrationBean<Filter> breakingFilter() {
      FilterRegistrationBean<Filter> filter =
          new FilterRegistrationBean<>((_, _, _) -> {
            throw new IllegalStateException(HookRequests.CHART_TEXT);
          });
      filter.addUrlPatterns("/breaking");
      return filter;
    }
  }

  private static ServiceClient client(ConfigurableApplicationContext context) {
    return new ServiceClient(
        context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  private static ConfigurableApplicationContext start(String... settings) {
    return new SpringApplicationBuilder(OmsCdsApplication.class, Breaking.class)
        .properties("server.port=0", "management.server.port=0")
        .run(settings);
  }

  /** A chart that must be fetched in part, as an EHR that traces sends it. */
  private static void call(ServiceClient client, String base) {
    ObjectNode request = (ObjectNode) Charts.request(TODDLER);
    request.put("fhirServer", base);
    ((ObjectNode) request.path("prefetch")).remove("conditions");
    assertThat(
            client
                .post(
                    ServiceClient.SERVICE + "?patient=Zz-in-the-query",
                    request.toString(),
                    "Content-Type",
                    "application/json",
                    "traceparent",
                    "00-" + TRACE + "-" + PARENT + "-01",
                    "baggage",
                    "patient=Zz-in-the-baggage")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aCallIsASpanBelowThatOfTheEhrAndHoldsNothingOfTheChart(CapturedOutput output) {
    try (OtlpReceiver collector = new OtlpReceiver();
        FakeFhirServer fhir = new FakeFhirServer()) {
      try (ConfigurableApplicationContext service =
          start(
              "--spring.profiles.active=tracing",
              "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.address())) {
        ServiceClient client = client(service);
        call(client, fhir.base());
        client.get("/Patient/Zz-in-the-path");
        client.get("/breaking");
        assertThat(timers(service, "http.server.requests")).isPositive();
      }

      List<OtlpReceiver.Span> spans = collector.spans();
      OtlpReceiver.Span call =
          spans.stream().filter(each -> each.parent().equals(PARENT)).findFirst().orElseThrow();
      assertThat(call.trace()).isEqualTo(TRACE);
      assertThat(call.kind()).isEqualTo(2);
      assertThat(call.name()).isEqualTo("http post /cds-services/{id}");
      assertThat(call.attributes())
          .containsEntry("uri", "/cds-services/{id}")
          .containsEntry("status", "200");
      assertThat(spans)
          .filteredOn(each -> each.name().equals("fhir"))
          .isNotEmpty()
          .allSatisfy(each -> {
            assertThat(each.parent()).isEqualTo(call.id());
            assertThat(each.trace()).isEqualTo(TRACE);
            assertThat(each.kind()).isEqualTo(3);
            assertThat(each.attributes())
                .containsExactlyInAnyOrderEntriesOf(
                    Map.of("server", "this-machine", "outcome", "answered"));
          });
      assertThat(spans)
          .hasSizeBetween(4, 10)
          .allSatisfy(each -> {
            assertThat(Set.of("method", "uri", "status", "outcome", "server"))
                .containsAll(each.attributes().keySet());
            assertThat(each.events()).isZero();
          });
      assertHoldsNothing(collector.text(), fhir.base());
      assertThat(output.getAll().lines().filter(line -> line.contains("service=oms-patient-view")))
          .singleElement()
          .asString()
          .contains(TRACE);
    }
  }

  private static int timers(ConfigurableApplicationContext service, String name) {
    return service.getBean(MeterRegistry.class).find(name).timers().size();
  }

  private static void assertHoldsNothing(String text, String fhirServer) {
    Set<String> secrets = new TreeSet<>();
    ChartSecrets.collect(Charts.request(TODDLER), secrets);
    secrets.add("Zz-");
    secrets.add(fhirServer);
    secrets.add("Condition?");
    assertThat(secrets.stream().filter(text::contains)).isEmpty();
  }

  @Test
  void withoutTheProfileThereIsNoTracerAndNothingIsSent(CapturedOutput output) {
    try (OtlpReceiver collector = new OtlpReceiver();
        FakeFhirServer fhir = new FakeFhirServer()) {
      try (ConfigurableApplicationContext service =
          start("--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.address())) {
        assertThat(service.getBeanProvider(Tracer.class).stream()).isEmpty();
        call(client(service), fhir.base());
        assertThat(timers(service, "http.server.requests")).isZero();
        assertThat(timers(service, "omscds.calls")).isPositive();
      }
      assertThat(collector.spans()).isEmpty();
      assertThat(output.getAll()).doesNotContain(TRACE);
    }
  }
}
