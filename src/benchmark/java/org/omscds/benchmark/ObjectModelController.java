package org.omscds.benchmark;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that a CDS service does on HAPI's object model: the prefetch is parsed, conditions with
 * "ataxia" in their words are counted, and one card tells how many.
 */
@RestController
final class ObjectModelController {

  private final FhirContext fhir = FhirContext.forCached(FhirVersionEnum.R4);
  private final JsonMapper json = JsonMapper.builder().build();

  @PostMapping("/benchmark/object-model")
  ResponseEntity<byte[]> call(HttpServletRequest request) throws IOException {
    JsonNode body = json.readTree(request.getInputStream());
    long found = 0;
    for (JsonNode value : body.path("prefetch")) {
      IBaseResource resource = fhir.newJsonParser().parseResource(value.toString());
      if (resource instanceof Bundle bundle) {
        found += bundle.getEntry().stream().filter(ObjectModelController::namesAtaxia).count();
      }
    }
    Map<String, Object> card =
        Map.of(
            "summary",
            found + " conditions name ataxia",
            "indicator",
            "info",
            "source",
            Map.of("label", "Benchmark"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsBytes(Map.of("cards", List.of(card))));
  }

  private static boolean namesAtaxia(Bundle.BundleEntryComponent entry) {
    return entry.getResource() instanceof Condition condition
        && condition.getCode().getText() != null
        && condition.getCode().getText().contains("ataxia");
  }
}
