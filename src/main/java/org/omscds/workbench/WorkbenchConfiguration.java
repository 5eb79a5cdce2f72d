package org.omscds.workbench;

import org.omscds.hook.HookCalls;
import org.omscds.knowledge.KnowledgeBase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes every bean of this room. */
@Configuration(proxyBeanMethods = false)
public class WorkbenchConfiguration {

  @Bean
  ExplanationController explanationController(HookCalls calls, KnowledgeBase knowledge) {
    return new ExplanationController(calls, new CallExplanation(knowledge));
  }
}
