package org.omscds.fhir.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a site sets about fetching what a call did not bring, under {@code omscds.fhir}.
 *
 * @param fetch whether anything is fetched at all
 * @param deadline how long all fetching for one call may take; then the cards are written from what
 *     there is
 * @param callTimeout how long one request to a FHIR server may take
 * @param connectTimeout how long a connection may take to stand
 * @param maxCallsPerServer how many requests to one FHIR server run at the same time; the others
 *     wait their turn
 * @param maxPages how many pages of one search are read; the newest come first
 * @param maxResponseSize the largest answer that is read
 * @param maxAddressLength a search with a longer address, in characters, is posted to {@code
 *     _search} as a form
 * @param pause how long a server is left alone that failed half of its last 40 requests (20 at
 *     least)
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
