package org.omscds.fhir.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a site sets about fetching what a call did not bring, under {@code omscds.fhir}.
 *
 * @param fetch whether anything is fetched at all; it is unless set
 * @param deadline how long all fetching for one call may take; 2 s unless set
 * @param callTimeout how long one request to a FHIR server may take; 1500 ms unless set
 * @param connectTimeout how long a connection may take to stand; 1 s unless set
 * @param maxCallsPerServer how many requests to one FHIR server run at the same time; 24 unless set
 * @param maxPages how many pages of one search are read; 10 unless set
 * @param maxResponseSize the largest answer that is read; 8 MB unless set
 * @param maxAddressLength a longer search is posted as a form; 2000 characters unless set
 * @param pause how long a server that fails half of its requests is left alone; 10 s unless set
 */
@ConfigurationProperties("omscds.fhir")
public record FhirFetchSettings(
    @DefaultValue("true") boolean fetch,
    @DefaultValue("2s") Duration deadline,
    @DefaultValue("1500ms") Duration callTimeout,
    @DefaultValue("1s") Duration connectTimeout,
    @DefaultValue("24") int maxCallsPerServer,
    @DefaultValue("10") int maxPages,
    @DefaultValue("8MB") DataSize maxResponseSize,
    @DefaultValue("2000") int maxAddressLength,
    @DefaultValue("10s") Duration pause) {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  public FhirFetchSettings {
    checkDuration("deadline", deadline);
    checkDuration("call-timeout", callTimeout);
    checkDuration("connect-timeout", connectTimeout);
    checkDuration("pause", pause);
    checkNumber("max-calls-per-server", maxCallsPerServer, 1, 1000);
    checkNumber("max-pages", maxPages, 1, 1000);
    checkNumber("max-address-length", maxAddressLength, 200, 100_000);
    checkNumber("max-response-size in kB", maxResponseSize.toKilobytes(), 1, 1_000_000);
  }

  private static void checkDuration(String name, Duration value) {
    if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "omscds.fhir." + name + " is " + value + "; give more than 0, and at most 1 minute");
    }
  }

  private static void checkNumber(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "omscds.fhir." + name + " is " + value + "; give " + least + " to " + most);
    }
  }
}
