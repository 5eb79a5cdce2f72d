package org.omscds.workbench;

import org.omscds.hook.HookCalls;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.trust.TrustSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes every bean of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkbenchSettings.class)
public class WorkbenchConfiguration {

  @Bean
  ExplanationController explanationController(HookCalls calls, KnowledgeBase knowledge) {
    return new ExplanationController(calls, new CallExplanation(knowledge));
  }

  @Bean
  KnowledgeController knowledgeController(KnowledgeBase knowledge) {
    return new KnowledgeController(knowledge);
  }

  @Bean
  PageController pageController(WorkbenchSettings settings, TrustSettings trust) {
    return new PageController(settings.isEnabled(trust.mode() == TrustSettings.Mode.OPEN));
  }
}
