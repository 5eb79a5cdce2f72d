package org.omscds.it.fhirserver;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the storage over HTTP, behind a bearer token if one is asked for. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class
})
class WebConfiguration {

  static final String BASE_PATH = "/fhir";

  @Bean
  RestfulServer restfulServer(
      FhirContext fhirContext,
      IFhirSystemDao<?, ?> systemDao,
      IJpaSystemProvider systemProvider,
      ResourceProviderFactory resourceProviders,
      JpaStorageSettings storageSettings,
      ISearchParamRegistry searchParameters,
      IValidationSupport validationSupport,
      DatabaseBackedPagingProvider pagingProvider,
      IInterceptorService interceptors) {
    var server = new RestfulServer(fhirContext);
    server.setInterceptorService(interceptors);
    server.registerProviders(resourceProviders.createProviders());
    server.registerProvider(systemProvider);
    var capabilities =
        new JpaCapabilityStatementProvider(
            server, systemDao, storageSettings, searchParameters, validationSupport);
    capabilities.setIncludeResourceCounts(false);
    server.setServerConformanceProvider(capabilities);
    server.setPagingProvider(pagingProvider);
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    return server;
  }

  @Bean
  ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
    var registration = new ServletRegistrationBean<>(server, BASE_PATH + "/*");
    registration.setLoadOnStartup(1);
    return registration;
  }

  @Bean
  @ConditionalOnProperty("fhir-server.require-token")
  FilterRegistrationBean<BearerTokenFilter> bearerTokenFilter(
      FhirContext fhirContext, @Value("${fhir-server.require-token}") String token) {
    var registration = new FilterRegistrationBean<>(new BearerTokenFilter(fhirContext, token));
    registration.addUrlPatterns(BASE_PATH + "/*");
    return registration;
  }
}
