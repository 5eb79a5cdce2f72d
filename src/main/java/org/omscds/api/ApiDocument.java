package org.omscds.api;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.wire.CdsResponse;
import org.omscds.wire.HookRequest;
import org.omscds.wire.OperationOutcome;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The document of all endpoints. It is put together when it is first asked for, and not at the
 * start: of what {@code api/openapi.yaml} describes, those paths that springdoc has found here.
 */
final class ApiDocument implements OpenApiCustomizer {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Class<? extends Record>> RECORDS =
      List.of(HookRequest.class, CdsResponse.class, OperationOutcome.class);
  private static final String DEFINITIONS = "#/$defs/";

  private final ServiceDescriptions services;
  private final Set<String> ownPaths;
  private final String version;
  private final boolean guarded;

  /**
   * Describes the endpoints.
   *
   * @param ownPaths the addresses of the document itself, which springdoc does not find
   * @param version the version of the build
   * @param guarded whether callers and readers of pages must say who they are
   */
  ApiDocument(ServiceDescriptions services, Set<String> ownPaths, String version, boolean guarded) {
    this.services = services;
    this.ownPaths = Set.copyOf(ownPaths);
    this.version = version;
    this.guarded = guarded;
  }

  @Override
  public void customise(OpenAPI found) {
    OpenAPI described = described(found.getPaths().keySet());
    found.setInfo(described.getInfo());
    found.setServers(described.getServers());
    found.setTags(described.getTags());
    found.setPaths(described.getPaths());
    found.setComponents(described.getComponents());
  }

  private OpenAPI described(Set<String> paths) {
    try {
      return Json31.mapper().readValue(written(paths).toString(), OpenAPI.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode written(Set<String> found) throws IOException {
    ObjectNode document = (ObjectNode) resource(new YAMLMapper(), "api/openapi.yaml");
    ((ObjectNode) document.path("info")).put("version", version);
    ((ObjectNode) document.path("paths"))
        .retain(Stream.of(found, ownPaths).flatMap(Set::stream).toList());
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    RecordSchemas.of(RECORDS)
        .forEach((name, schema) -> {
          ObjectNode derived = JSON.valueToTree(schema);
          merge(derived, schemas.path(name));
          schemas.set(name, derived);
        });
    addExplanation(schemas);
    services.into(document);
    if (!guarded) {
      ((ObjectNode) document.path("components")).remove("securitySchemes");
      document
          .path("paths")
          .findParents("security")
          .forEach(each -> ((ObjectNode) each).remove("security"));
    }
    return document;
  }

  /**
   * The definitions of the schema become schemas beside it, since OpenAPI has one place for all.
   */
  private static void addExplanation(ObjectNode schemas) throws IOException {
    String name = "Explanation";
    JsonNode read = resource(JSON, "schemas/explanation.schema.json");
    String moved = read.toString().replace(DEFINITIONS, RecordSchemas.PLACE + name + ".");
    ObjectNode schema = (ObjectNode) JSON.readTree(moved);
    schema.remove("$schema");
    schema
        .remove("$defs")
        .properties()
        .forEach(each -> schemas.set(name + "." + each.getKey(), each.getValue()));
    schemas.set(name, schema);
  }

  private static JsonNode resource(ObjectMapper mapper, String place) throws IOException {
    return mapper.readTree(new ClassPathResource(place).getContentAsByteArray());
  }

  /** Adds members; where both have one, objects are merged and all else is replaced. */
  private static void merge(ObjectNode target, JsonNode more) {
    for (Map.Entry<String, JsonNode> each : more.properties()) {
      if (target.path(each.getKey()) instanceof ObjectNode inner && each.getValue().isObject()) {
        merge(inner, each.getValue());
      } else {
        target.set(each.getKey(), each.getValue());
      }
    }
  }
}
