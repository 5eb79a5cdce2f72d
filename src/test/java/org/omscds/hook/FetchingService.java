package org.omscds.hook;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omscds.OmsCdsApplication;
import org.omscds.fhir.server.ManualTime;
import org.omscds.trust.outbound.OutboundGuard;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The service on a free port, with time that passes only when a test says so. */
record FetchingService(ConfigurableApplicationContext context, ManualTime time)
    implements AutoCloseable {

  /** A name that the name service leads to where clouds keep their secrets. */
  static final String REBOUND = "rebound.example.org";

  /**
   * Puts the time of the tests before that of the machine, and one name before its name service.
   */
  @Configuration(proxyBeanMethods = false)
  static class TimeByHand {

    @Bean
    @Primary
    ManualTime manualTime() {
      return new ManualTime();
    }

    @Bean
    @Primary
    OutboundGuard.Resolver testResolver() {
      return host ->
          List.of(InetAddress.getAllByName(host.equals(REBOUND) ? "169.254.169.254" : host));
    }
  }

  /** Starts it with these settings beside the usual ones. */
  static FetchingService start(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("server.port", 0);
    all.put("management.server.port", 0);
    all.put("omscds.fhir.call-timeout", "60s");
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(OmsCdsApplication.class, TimeByHand.class)
            .run(
                all.entrySet().stream()
                    .map(each -> "--" + each.getKey() + "=" + each.getValue())
                    .toArray(String[]::new));
    return new FetchingService(context, context.getBean(ManualTime.class));
  }

  ServiceClient client() {
    return new ServiceClient(
        ((ServletWebServerApplicationContext) context).getWebServer().getPort());
  }

  @Override
  public void close() {
    context.close();
  }
}
