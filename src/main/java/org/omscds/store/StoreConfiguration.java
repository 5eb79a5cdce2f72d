package org.omscds.store;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes every bean of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
public class StoreConfiguration {

  @Bean
  Database database(StoreSettings settings) {
    Database database = new Database(settings);
    database.open();
    return database;
  }

  @Bean
  Lease lease(Database database, Clock clock) {
    return new Lease(database, clock);
  }
}
