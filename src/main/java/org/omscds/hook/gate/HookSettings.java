package org.omscds.hook.gate;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a site may set about the HTTP endpoints, under {@code omscds.hook}.
 *
 * @param maxBodySize the largest request body that is read, some 8,000 resources; a larger one gets
 *     413
 * @param maxDrainSize how much of a refused body is taken in and thrown away, so that a client that
 *     is still sending gets to read why
 * @param maxBodyTime how long a client may take to send its body; a slower one gets 408
 * @param maxResources how many resources a request may hold; one with more gets 413
 * @param maxConcurrentCalls how many calls are answered at the same time
 * @param maxQueuedCalls how many more wait for a second at most; all others get 503 with {@code
 *     Retry-After}
 * @param allowedOrigins the browser origins that may call, as Spring's origin patterns: {@code [*]}
 *     stands for any port. The public CDS Hooks Sandbox and this machine
 * @param drain how long calls are still taken after the signal to stop, while readiness says no and
 *     every answer ends its connection, so that whoever spreads the calls looks elsewhere; at most
 *     a minute
 */
@ConfigurationProperties("omscds.hook")
public record HookSettings(
    @DefaultValue("8MB") DataSize maxBodySize,
    @DefaultValue("64MB") DataSize maxDrainSize,
    @DefaultValue("30s") Duration maxBodyTime,
    @DefaultValue("20000") int maxResources,
    @DefaultValue("64") int maxConcurrentCalls,
    @DefaultValue("128") int maxQueuedCalls,
    @DefaultValue({"https://sandbox.cds-hooks.org", "http://localhost:[*]", "http://127.0.0.1:[*]"})
        List<String> allowedOrigins,
    @DefaultValue("0s") Duration drain) {

  private static final DataSize SMALLEST_BODY = DataSize.ofKilobytes(1);
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(1);

  public HookSettings {
    if (maxBodySize.compareTo(SMALLEST_BODY) < 0) {
      throw new IllegalArgumentException(
          "omscds.hook.max-body-size is " + maxBodySize + "; give at least " + SMALLEST_BODY);
    }
    if (maxDrainSize.compareTo(maxBodySize) < 0) {
      throw new IllegalArgumentException(
          "omscds.hook.max-drain-size is "
              + maxDrainSize
              + "; give at least the max-body-size of "
              + maxBodySize);
    }
    if (!maxBodyTime.isPositive()) {
      throw new IllegalArgumentException(
          "omscds.hook.max-body-time is " + maxBodyTime + "; give more than 0");
    }
    if (drain.isNegative() || drain.compareTo(LONGEST_DRAIN) > 0) {
      throw new IllegalArgumentException(
          "omscds.hook.drain is " + drain + "; give 0s, or at most " + LONGEST_DRAIN);
    }
    checkNumber("max-resources", maxResources, 1);
    checkNumber("max-concurrent-calls", maxConcurrentCalls, 1);
    checkNumber("max-queued-calls", maxQueuedCalls, 0);
    allowedOrigins = List.copyOf(allowedOrigins);
    for (String origin : allowedOrigins) {
      if (!origin.equals("*") && !origin.matches("https?://[^/\\s]+")) {
        throw new IllegalArgumentException(
            "omscds.hook.allowed-origins has '"
                + origin
                + "'; give scheme, host and port without a path, such as https://ehr.example.org");
      }
    }
  }

  private static void checkNumber(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "omscds.hook." + name + " is " + value + "; give at least " + least);
    }
  }
}
