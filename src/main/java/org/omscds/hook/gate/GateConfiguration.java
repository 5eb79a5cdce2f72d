package org.omscds.hook.gate;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.omscds.hook.discovery.DiscoveryDocument;
import org.omscds.hook.meter.CallTimer;
import org.omscds.hook.meter.Refusals;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;

/** Makes the filters that every call passes, in their order. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookSettings.class)
public class GateConfiguration {

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
