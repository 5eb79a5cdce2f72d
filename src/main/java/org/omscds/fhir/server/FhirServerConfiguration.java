package org.omscds.fhir.server;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Makes every bean of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FhirFetchSettings.class)
public class FhirServerConfiguration {

  @Bean
  Alarms alarms(Clock clock) {
    return new ClockAlarms(clock);
  }

  /** One virtual thread for each request to a FHIR server; the work on a call stays off them. */
  @Bean(destroyMethod = "shutdownNow")
  ExecutorService fetchThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("fetch-", 0).factory());
  }

  /** The client of all FHIR servers: no redirects, no cookies, nothing kept between calls. */
  @Bean(destroyMethod = "shutdownNow")
  HttpClient fhirHttpClient(FhirFetchSettings settings, ExecutorService fetchThreads) {
    return HttpClient.newBuilder()
        .executor(fetchThreads)
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(settings.connectTimeout())
        .build();
  }

  @Bean
  PrefetchCompleter prefetchCompleter(
      FhirFetchSettings settings,
      HttpClient fhirHttpClient,
      Clock clock,
      Alarms alarms,
      ExecutorService fetchThreads,
      FhirCallWatcher watcher) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(fhirHttpClient);
    requests.setReadTimeout(settings.callTimeout());
    RestClient http = RestClient.builder().requestFactory(requests).build();
    return new PrefetchCompleter(
        settings,
        new FhirServerClient(http, settings, clock),
        clock,
        alarms,
        fetchThreads,
        watcher);
  }
}
