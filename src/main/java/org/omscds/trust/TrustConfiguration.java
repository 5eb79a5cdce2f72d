package org.omscds.trust;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes every bean of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrustSettings.class)
public class TrustConfiguration {

  @Bean
  OutboundGuard outboundGuard(TrustSettings settings) {
    return new OutboundGuard(settings.fhirServers(), settings.loopbackFhirServers());
  }
}
