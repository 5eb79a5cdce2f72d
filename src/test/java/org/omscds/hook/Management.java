package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service tells on its management port. */
record Management(ServiceClient client) {

  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: \\S+)?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** One line of a scrape. */
  record Sample(String name, Map<String, String> labels, double value) {}

  static Management of(FetchingService service) {
    return new Management(
        new ServiceClient(
            service
                .context()
                .getEnvironment()
                .getRequiredProperty("local.management.port", Integer.class)));
  }

  /** What Prometheus reads. */
  String scraped() {
    HttpResponse<String> response = client.get("/actuator/prometheus");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (String line : scraped().lines().toList()) {
      if (!line.startsWith("#")) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        Map<String, String> labels = new TreeMap<>();
        if (sample.group(2) != null) {
          Matcher label = LABEL.matcher(sample.group(2));
          while (label.find()) {
            labels.put(label.group(1), label.group(2));
          }
        }
        samples.add(new Sample(sample.group(1), labels, Double.parseDouble(sample.group(3))));
      }
    }
    return samples;
  }

  /** The sum of all samples of that name with these labels, names and values in turn. */
  double value(String name, String... labels) {
    return samples().stream()
        .filter(each -> each.name().equals(name))
        .filter(each -> {
          for (int i = 0; i < labels.length; i += 2) {
            if (!labels[i + 1].equals(each.labels().get(labels[i]))) {
              return false;
            }
          }
          return true;
        })
        .mapToDouble(Sample::value)
        .sum();
  }
}
