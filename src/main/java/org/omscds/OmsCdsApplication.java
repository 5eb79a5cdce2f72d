package org.omscds;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.omscds.api.ApiConfiguration;
import org.omscds.card.CardWriter;
import org.omscds.consultation.Consultant;
import org.omscds.feedback.CardMemory;
import org.omscds.feedback.FeedbackConfiguration;
import org.omscds.fhir.server.FhirServerConfiguration;
import org.omscds.hook.HookConfiguration;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.KnowledgeLoader;
import org.omscds.store.StoreConfiguration;
import org.omscds.trust.TrustConfiguration;
import org.omscds.workbench.WorkbenchConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Starts the service. Nothing is found by scanning: every bean is imported here by name, so that
 * the wiring can be read in one place.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
  StoreConfiguration.class,
  TrustConfiguration.class,
  FhirServerConfiguration.class,
  FeedbackConfiguration.class,
  HookConfiguration.class,
  WorkbenchConfiguration.class,
  ApiConfiguration.class
})
public class OmsCdsApplication {

  /**
   * The only clock of the service, in the zone of its site; from here the day goes into the record.
   */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }

  /** What is looked up, loaded and checked once; the start fails if anything in it is wrong. */
  @Bean
  KnowledgeBase knowledgeBase(Environment environment) {
    KnowledgeLoader loader = new KnowledgeLoader();
    return loader.load(SiteSettingsReader.read(environment, loader.orders()));
  }

  /** The version of the medicine, beside that of the build, under {@code /actuator/info}. */
  @Bean
  InfoContributor knowledgeInfo(KnowledgeBase knowledge) {
    return info -> info.withDetail("knowledge", Map.of("version", knowledge.version()));
  }

  @Bean
  Consultant consultant(KnowledgeBase knowledge) {
    return new Consultant(knowledge);
  }

  @Bean
  CardWriter cardWriter(KnowledgeBase knowledge, CardMemory memory) {
    return new CardWriter(knowledge, memory::uuid);
  }

  /** Starts the server. */
  public static void main(String[] args) {
    SpringApplication.run(OmsCdsApplication.class, args);
  }
}
