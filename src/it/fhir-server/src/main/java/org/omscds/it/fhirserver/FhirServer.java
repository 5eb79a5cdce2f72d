package org.omscds.it.fhirserver;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** Starts the server and says on standard output where it answers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, StorageConfiguration.class, WebConfiguration.class})
public class FhirServer {

  /**
   * Starts the server.
   *
   * @param args Spring Boot's arguments, above all {@code --server.port}
   */
  public static void main(String[] args) {
    SpringApplication.run(FhirServer.class, args);
  }

  @EventListener
  void announce(ApplicationReadyEvent event) {
    var context = (ServletWebServerApplicationContext) event.getApplicationContext();
    System.out.printf(
        "fhir-server is ready at http://127.0.0.1:%d%s%n",
        context.getWebServer().getPort(), WebConfiguration.BASE_PATH);
  }
}
