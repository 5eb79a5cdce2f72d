package org.omscds.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of patient-view of any size as an EHR sends it: about one kilobyte a resource, most of it
 * members that nobody here reads, spread over the prefetch keys. All of it is made up; {@code
 * src/benchmark/resources/chart.ndjson} holds the resources of a child with nothing of the
 * syndrome, which are taken in turn.
 */
public final class ChartRequest {

  /** What the chart is about. */
  public enum Chart {
    /** A child with nothing of the syndrome, as in nearly every call: no card. */
    ORDINARY,
    /** The same with the signs of the sample "typical toddler": three cards. */
    SUSPECTED
  }

  /** A resource with the prefetch key that brings it. */
  private record Row(String key, String json) {}

  private static final Path ORDINARY = Path.of("src/benchmark/resources/chart.ndjson");
  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ChartRequest() {}

  /**
   * The body of the call in UTF-8.
   *
   * @param resources how many resources it holds with the patient, at least 10
   * @param patient the logical id of the patient
   */
  public static byte[] of(Chart chart, int resources, String patient) {
    List<Row> rows = new ArrayList<>();
    if (chart == Chart.SUSPECTED) {
      rows.addAll(toddler());
    }
    List<Row> ordinary = ordinary();
    for (int i = 0; rows.size() + 1 < resources; i++) {
      Row row = ordinary.get(i % ordinary.size());
      rows.add(new Row(row.key(), row.json().replace("{id}", "resource-" + i)));
    }
    return """
    {"hook":"patient-view","hookInstance":"6a2d3c10-5b7e-4c1d-9f00-000000000101",
    "context":{"userId":"Practitioner/p1","patientId":"{patient}","encounterId":"e1"},
    "extension":{"org.omscds.consultation":{"date":"2026-11-20"}},
    "prefetch":{"patient":{"resourceType":"Patient","id":"{patient}","active":true,
    "name":[{"use":"official","family":"Example","given":["Ada"]}],"gender":"female",
    "birthDate":"2025-05-12"},
    %s}}
    """
        .formatted(bundles(rows))
        .replace("{patient}", patient)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The call as a tree. */
  public static JsonNode json(Chart chart, int resources) {
    return JSON.readTree(of(chart, resources, "p1"));
  }

  private static String bundles(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(Row::key, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> "\"" + each.getKey() + "\":" + bundle(each.getValue()))
        .collect(Collectors.joining(",\n"));
  }

  private static String bundle(List<Row> rows) {
    return rows.stream()
        .map(row ->
            "{\"fullUrl\":\"https://ehr.example.org/fhir/r4/any\",\"resource\":"
                + row.json()
                + ",\"search\":{\"mode\":\"match\"}}")
        .collect(
            Collectors.joining(
                ",\n",
                "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":"
                    + rows.size()
                    + ",\"entry\":[",
                "]}"));
  }

  private static List<Row> ordinary() {
    return lines(ORDINARY).stream()
        .map(JSON::readTree)
        .map(row -> new Row(row.path("key").asString(), row.path("resource").toString()))
        .toList();
  }

  private static List<Row> toddler() {
    String text = String.join("\n", lines(TODDLER)).replace("typical-toddler", "{patient}");
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> key : JSON.readTree(text).path("prefetch").properties()) {
      for (JsonNode entry : key.getValue().path("entry")) {
        rows.add(new Row(key.getKey(), entry.path("resource").toString()));
      }
    }
    return rows;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("run it from the top of the repository", e);
    }
  }
}
