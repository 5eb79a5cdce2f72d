package org.omscds.hook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The synthetic stories that come with the service, as ready hook requests. They are listed once,
 * at the start, and asked for by name: no path is ever made of what a client sends.
 */
public final class SampleCharts {

  private static final String ENDING = ".json";

  private final Map<String, byte[]> charts;

  private SampleCharts(Map<String, byte[]> charts) {
    this.charts = Collections.unmodifiableMap(charts);
  }

  /** Reads all samples of a resource location such as {@code classpath*:samples/}. */
  static SampleCharts in(String location) throws IOException {
    Map<String, byte[]> charts = new TreeMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources(location + "*" + ENDING)) {
      String name = requireNonNull(file.getFilename());
      charts.put(name.substring(0, name.length() - ENDING.length()), file.getContentAsByteArray());
    }
    return new SampleCharts(charts);
  }

  /** The names, in alphabetical order. */
  public List<String> names() {
    return List.copyOf(charts.keySet());
  }

  /** The request of that name as it stands, or empty where there is none. */
  public Optional<byte[]> named(String name) {
    return Optional.ofNullable(charts.get(name)).map(byte[]::clone);
  }
}
