package org.omscds.feedback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.store.Database;
import org.omscds.store.Lease;
import org.omscds.store.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes every bean of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedbackSettings.class)
public class FeedbackConfiguration {

  @Bean
  SecretKey secretKey(FeedbackSettings settings, Database database, Clock clock) {
    return new SecretKey(settings, database, clock);
  }

  @Bean
  Recorder recorder(
      Database database, FeedbackSettings settings, StoreSettings store, MeterRegistry metrics) {
    return new Recorder(database, settings.queueSize(), store.pause().toMillis(), metrics);
  }

  @Bean
  CardMemory cardMemory(
      SecretKey key, Recorder recorder, Database database, KnowledgeBase knowledge, Clock clock) {
    return new StoredCardMemory(
        key, recorder, new SnoozeReader(database, knowledge.overrides()), clock);
  }

  @Bean
  FeedbackStore feedbackStore(
      Database database, SecretKey key, FeedbackSettings settings, Clock clock) {
    return new FeedbackStore(database, key, settings, clock);
  }

  @Bean
  Purge purge(Database database, Lease lease, StoreSettings store, Clock clock) {
    return new Purge(database, lease, store.retention(), clock);
  }

  @Bean
  StatisticsController statisticsController(
      Database database, KnowledgeBase knowledge, Recorder recorder, Clock clock) {
    return new StatisticsController(
        new StatisticsReader(database), new MissedCases(database), knowledge, recorder, clock);
  }

  /** Asks the database at each scrape, as the health does. */
  @Bean
  MeterBinder storeState(Database database) {
    return metrics ->
        Gauge.builder("omscds.store.up", () -> database.isUp() ? 1 : 0)
            .description("Whether the database answers")
            .register(metrics);
  }

  @Bean("store")
  StoreHealth storeHealth(Database database, Recorder recorder) {
    return new StoreHealth(database, recorder);
  }
}
