package org.omscds.hook;

import java.io.IOException;
import java.time.Clock;
import org.omscds.card.CardWriter;
import org.omscds.consultation.Consultant;
import org.omscds.feedback.CardMemory;
import org.omscds.feedback.FeedbackStore;
import org.omscds.fhir.server.PrefetchCompleter;
import org.omscds.hook.discovery.DiscoveryConfiguration;
import org.omscds.hook.discovery.DiscoveryDocument;
import org.omscds.hook.discovery.Services;
import org.omscds.hook.gate.GateConfiguration;
import org.omscds.hook.gate.HookSettings;
import org.omscds.hook.meter.CardMeters;
import org.omscds.hook.meter.MeterConfiguration;
import org.omscds.hook.meter.PrefetchMeters;
import org.omscds.hook.meter.Refusals;
import org.omscds.hook.outcome.OutcomeConfiguration;
import org.omscds.hook.request.HookRequestReader;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.patient.PatientRecordReader;
import org.omscds.trust.AuditTrail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Makes the beans that answer calls, and brings in those of the rooms around. */
@Configuration(proxyBeanMethods = false)
@Import({
  MeterConfiguration.class,
  GateConfiguration.class,
  DiscoveryConfiguration.class,
  OutcomeConfiguration.class
})
public class HookConfiguration {

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
}
