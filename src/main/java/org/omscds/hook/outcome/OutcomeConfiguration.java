package org.omscds.hook.outcome;

import org.omscds.hook.meter.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what answers where nothing else does. */
@Configuration(proxyBeanMethods = false)
public class OutcomeConfiguration {

  @Bean
  ErrorAnswers errorAnswers(Refusals refusals) {
    return new ErrorAnswers(refusals);
  }

  @Bean
  ErrorPage errorPage() {
    return new ErrorPage();
  }
}
