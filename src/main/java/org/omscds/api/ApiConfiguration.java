package org.omscds.api;

import java.util.Set;
import org.omscds.hook.SampleCharts;
import org.omscds.hook.discovery.DiscoveryDocument;
import org.omscds.trust.TrustSettings;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Makes the bean of this room, when the document is first asked for. */
@Configuration(proxyBeanMethods = false)
public class ApiConfiguration {

  @Bean
  @Lazy
  OpenApiCustomizer apiDocument(
      DiscoveryDocument discovery,
      SampleCharts samples,
      TrustSettings trust,
      ObjectProvider<BuildProperties> build,
      @Value("${springdoc.api-docs.path}") String path) {
    BuildProperties built = build.getIfAvailable();
    return new ApiDocument(
        new ServiceDescriptions(discovery, samples),
        Set.of(path, path + ".yaml"),
        built == null ? "not built" : String.valueOf(built.getVersion()),
        trust.mode() == TrustSettings.Mode.REQUIRED);
  }
}
