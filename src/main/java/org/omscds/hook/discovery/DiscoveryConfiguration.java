package org.omscds.hook.discovery;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Makes what says which services there are. */
@Configuration(proxyBeanMethods = false)
public class DiscoveryConfiguration {

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
}
