package org.omscds.hook.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import java.util.stream.Stream;
import org.omscds.fhir.server.FhirCallWatcher;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.trust.TrustSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Makes every bean of this room. */
@Configuration(proxyBeanMethods = false)
public class MeterConfiguration {

  private static final String UNKNOWN = "unknown";

  @Bean
  static MeterFilter commonTags(Environment environment, ObjectProvider<BuildProperties> build) {
    return MeterFilter.commonTags(
        Tags.of(
            "application",
            environment.getProperty("spring.application.name", UNKNOWN),
            "version",
            version(build)));
  }

  private static String version(ObjectProvider<BuildProperties> build) {
    BuildProperties properties = build.getIfAvailable();
    String version = properties == null ? null : properties.getVersion();
    return version == null ? UNKNOWN : version;
  }

  /** What runs here, and whether it takes calls. */
  @Bean
  MeterBinder serviceState(KnowledgeBase knowledge, ApplicationAvailability availability) {
    return meters -> {
      Gauge.builder("omscds.info", () -> 1)
          .description("What runs: version of the build, of the knowledge and of Java")
          .tags("knowledge", knowledge.version(), "java", Runtime.version().toString())
          .register(meters);
      Gauge.builder("omscds.ready", () -> isReady(availability) ? 1 : 0)
          .description("Whether the service takes calls")
          .register(meters);
    };
  }

  private static boolean isReady(ApplicationAvailability availability) {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
  }

  @Bean
  Refusals refusals(MeterRegistry meters) {
    return new Refusals(meters);
  }

  @Bean
  CardMeters cardMeters(MeterRegistry meters, KnowledgeBase knowledge) {
    return new CardMeters(meters, knowledge);
  }

  @Bean
  PrefetchMeters prefetchMeters(MeterRegistry meters) {
    return new PrefetchMeters(meters);
  }

  @Bean
  FhirCallWatcher fhirCallWatcher(
      MeterRegistry meters, ObjectProvider<Tracer> tracer, TrustSettings trust) {
    return new FhirServerMeters(
        meters,
        tracer.stream().findFirst(),
        Stream.of(
                trust.fhirServers().stream(),
                trust.privateFhirServers().stream(),
                trust.clients().values().stream().flatMap(each -> each.fhirServers().stream()))
            .flatMap(each -> each)
            .toList());
  }

  /**
   * In place of Boot's own: a span does not learn of an exception, whose message may quote a chart
   * and would be the words of its status.
   */
  @Bean
  @Profile("tracing")
  @Order(MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER)
  PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> spansOfCalls(
      Tracer tracer, Propagator propagator) {
    return new PropagatingReceiverTracingObservationHandler<>(tracer, propagator) {
      @Override
      public void onError(ReceiverContext<?> context) {}
    };
  }

  @Bean
  SpanContents spanContents() {
    return new SpanContents();
  }
}
