package org.omscds.hook;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.omscds.consultation.Charts;
import tools.jackson.databind.JsonNode;

/** What of the charts of the tests must be in no log: names, ids, and every text of some length. */
final class ChartSecrets {

  private static final Pattern TELLING = Pattern.compile(".{8,}");

  /** Words that stand in charts and are words of the service too. */
  private static final Set<String> WORDS_OF_THE_SERVICE =
      Set.of("patient-view", "encounter-start", "order-select", "order-sign", "anonymous");

  /** Members that hold codes of terminologies and no words. */
  private static final Set<String> NAMES_OF_CODES =
      Set.of("resourceType", "system", "code", "status", "type", "date", "unit");

  private ChartSecrets() {}

  /** Those of all stories and samples. */
  static Set<String> ofAllCharts() {
    Set<String> secrets = new TreeSet<>();
    for (Path chart : Charts.all()) {
      collect(Charts.request(chart), secrets);
    }
    return secrets;
  }

  /** Adds those of one call. */
  static void collect(JsonNode request, Set<String> secrets) {
    secrets.add("Patient/" + request.at("/context/patientId").asString());
    collectTexts(request.path("prefetch"), secrets);
    collectTexts(request.path("context"), secrets);
    secrets.removeAll(WORDS_OF_THE_SERVICE);
  }

  private static void collectTexts(JsonNode node, Set<String> secrets) {
    if (node.isString()) {
      String text = node.asString();
      if (TELLING.matcher(text).matches() && !text.startsWith("http")) {
        secrets.add(text);
      }
    } else {
      node.properties().stream()
          .filter(each -> each.getValue().isContainer() || !NAMES_OF_CODES.contains(each.getKey()))
          .forEach(each -> collectTexts(each.getValue(), secrets));
      if (node.isArray()) {
        node.values().forEach(each -> collectTexts(each, secrets));
      }
    }
  }
}
