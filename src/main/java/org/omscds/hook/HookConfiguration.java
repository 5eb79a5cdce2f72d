package org.omscds.hook;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import org.omscds.card.CardWriter;
import org.omscds.consultation.Consultant;
import org.omscds.feedback.CardMemory;
import org.omscds.feedback.FeedbackStore;
import org.omscds.fhir.server.PrefetchCompleter;
import org.omscds.hook.meter.CallTimer;
import org.omscds.hook.meter.CardMeters;
import org.omscds.hook.meter.MeterConfiguration;
import org.omscds.hook.meter.PrefetchMeters;
import org.omscds.hook.meter.Refusals;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.patient.PatientRecordReader;
import org.omscds.trust.AuditTrail;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.filter.CorsFilter;

/** Makes every bean of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookSettings.class)
@Import(MeterConfiguration.class)
public class HookConfiguration {

  @Bean
  DiscoveryDocument discoveryDocument() throws IOException {
    return DiscoveryDocument.read(
        new ClassPathResource("cds-services.json").getContentAsByteArray());
  }

  @Bean
  DiscoveryController discoveryController(DiscoveryDocument discovery) {
    return new DiscoveryController(discovery);
  }

  @Bean
  Services services(DiscoveryDocument discovery) {
    return new Services(discovery);
  }

  @Bean
  FeedbackController feedbackController(Services services, FeedbackStore store, Refusals refusals) {
    return new FeedbackController(services, store, refusals);
  }

  @Bean
  HookCalls hookCalls(
      DiscoveryDocument discovery,
      Services services,
      Clock clock,
      PrefetchCompleter completer,
      Consultant consultant,
      CardWriter cardWriter,
      CardMemory memory,
      KnowledgeBase knowledge,
      HookSettings settings,
      AuditTrail audit,
      CardMeters cardMeters,
      PrefetchMeters prefetchMeters) {
    return new HookCalls(
        discovery,
        services,
        new HookRequestReader(clock, settings.maxResources()),
        completer,
        new HookAnswerer(
            new PatientRecordReader(),
            consultant,
            cardWriter,
            memory,
            cardMeters,
            knowledge.version()),
        audit,
        prefetchMeters);
  }

  @Bean
  HookController hookController(HookCalls calls) {
    return new HookController(calls);
  }

  @Bean
  SampleCharts sampleCharts() throws IOException {
    return SampleCharts.in("classpath*:samples/");
  }

  @Bean
  SampleController sampleController(SampleCharts charts) {
    return new SampleController(charts);
  }

  @Bean
  ErrorAnswers errorAnswers(Refusals refusals) {
    return new ErrorAnswers(refusals);
  }

  @Bean
  ErrorPage errorPage() {
    return new ErrorPage();
  }

  /** Outside of all that may refuse, so that refusals are timed too. */
  @Bean
  FilterRegistrationBean<CallTimer> callTimer(MeterRegistry meters, DiscoveryDocument discovery) {
    FilterRegistrationBean<CallTimer> filter =
        new FilterRegistrationBean<>(new CallTimer(meters, discovery.serviceIds()));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
    return filter;
  }

  /**
   * Outside of everything else that answers, so that every refusal can be read by a client still
   * sending.
   */
  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(HookSettings settings, Clock clock) {
    FilterRegistrationBean<BodyLimit> filter =
        new FilterRegistrationBean<>(
            new BodyLimit(
                settings.maxBodySize(), settings.maxDrainSize(), settings.maxBodyTime(), clock));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  @Bean
  Drain drain(HookSettings settings) {
    return new Drain(settings.drain());
  }

  /** Before whatever may refuse a call, since refusals end their connections too. */
  @Bean
  FilterRegistrationBean<Drain> draining(Drain drain) {
    FilterRegistrationBean<Drain> filter = new FilterRegistrationBean<>(drain);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<CallLimit> callLimit(
      HookSettings settings, Refusals refusals, MeterRegistry meters) {
    FilterRegistrationBean<CallLimit> filter =
        new FilterRegistrationBean<>(
            new CallLimit(
                settings.maxConcurrentCalls(), settings.maxQueuedCalls(), refusals, meters));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
    return filter;
  }

  @Bean
  FilterRegistrationBean<CorsFilter> browserOrigins(HookSettings settings) {
    FilterRegistrationBean<CorsFilter> filter =
        new FilterRegistrationBean<>(BrowserOrigins.filter(settings.allowedOrigins()));
    filter.addUrlPatterns("/cds-services/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return filter;
  }
}
