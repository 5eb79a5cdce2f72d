package org.omscds.hook;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a site may set about the HTTP endpoints, under {@code omscds.hook}.
 *
 * @param maxBodySize the largest request body that is read; 8 MB unless set, which is some 8,000
 *     resources
 * @param maxDrainSize how much of a refused body is taken in and thrown away, so that a client that
 *     is still sending gets to read the refusal; 64 MB unless set
 * @param allowedOrigins the browser origins that may call, as Spring's origin patterns, in which
 *     {@code [*]} stands for any port; the public CDS Hooks Sandbox and this machine unless set
 */
@ConfigurationProperties("omscds.hook")
public record HookSettings(
    @DefaultValue("8MB") DataSize maxBodySize,
    @DefaultValue("64MB") DataSize maxDrainSize,
    @DefaultValue({"https://sandbox.cds-hooks.org", "http://localhost:[*]", "http://127.0.0.1:[*]"})
        List<String> allowedOrigins) {

  private static final DataSize SMALLEST_BODY = DataSize.ofKilobytes(1);

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
}
