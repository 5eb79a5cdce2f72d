package org.omscds.benchmark;

import org.omscds.OmsCdsApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The service with the endpoints beside it that it is measured against. */
@Configuration(proxyBeanMethods = false)
@Import(OmsCdsApplication.class)
public class BenchmarkServer {

  /** The bytes of the request come back. */
  @Bean
  EchoController echo() {
    return new EchoController();
  }

  /** A trivial rule on the object model of HAPI FHIR. */
  @Bean
  ObjectModelController objectModel() {
    return new ObjectModelController();
  }

  /** Starts it with the settings of the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(BenchmarkServer.class, arguments);
  }
}
