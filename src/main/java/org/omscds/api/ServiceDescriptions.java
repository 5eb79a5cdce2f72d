package org.omscds.api;

import java.util.Map;
import org.omscds.hook.SampleCharts;
import org.omscds.hook.discovery.DiscoveryDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the services of the discovery document one by one: each has a path of its own, a
 * request with the context of its hook and the prefetch keys that it asks for, and the samples of
 * its hook as examples.
 */
final class ServiceDescriptions {

  private static final String CALL = "/cds-services/{id}";
  private static final String BODY = "/requestBody/content/application~1json";
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode services;
  private final SampleCharts samples;

  ServiceDescriptions(DiscoveryDocument discovery, SampleCharts samples) {
    this.services = JSON.readTree(discovery.json()).path("services");
    this.samples = samples;
  }

  /** Puts the services into a document. */
  void into(ObjectNode document) {
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    ArrayNode ids =
        ((ObjectNode) document.at("/components/parameters/service/schema")).putArray("enum");
    ArrayNode any =
        schemas.putObject("AnyRequest").put("description", "A call of any hook.").putArray("oneOf");
    for (JsonNode service : services) {
      ids.add(id(service));
      any.add(reference(request(service)));
      schemas.set(request(service), schema(service));
    }
    document.set("paths", described((ObjectNode) document.path("paths")));
  }

  /** The paths in their order, those of the services in place of the one that stands for them. */
  private ObjectNode described(ObjectNode paths) {
    ObjectNode described = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> each : paths.properties()) {
      if (each.getKey().equals(CALL)) {
        for (JsonNode service : services) {
          ObjectNode path = (ObjectNode) each.getValue().deepCopy();
          describe((ObjectNode) path.path("post"), service);
          described.set(CALL.replace("{id}", id(service)), path);
        }
      } else {
        described.set(each.getKey(), each.getValue());
      }
    }
    if (described.at("/~1explanations~1{id}/post" + BODY) instanceof ObjectNode body) {
      body.set("schema", reference("AnyRequest"));
      services.forEach(service -> addExamples(body, service));
    }
    return described;
  }

  private void describe(ObjectNode operation, JsonNode service) {
    operation.put("operationId", id(service));
    operation.put("summary", service.path("title").asString("") + " (" + hook(service) + ")");
    operation.put(
        "description",
        service.path("description").asString()
            + "\n\n"
            + service.path("usageRequirements").asString(""));
    ObjectNode body = (ObjectNode) operation.at(BODY);
    body.set("schema", reference(request(service)));
    addExamples(body, service);
  }

  private static ObjectNode schema(JsonNode service) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("description", "A call of " + id(service) + ".");
    schema.putArray("allOf").add(reference("HookRequest"));
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("hook").put("const", hook(service));
    properties.set("context", reference("context." + hook(service)));
    ObjectNode keys = properties.putObject("prefetch").putObject("properties");
    service
        .path("prefetch")
        .properties()
        .forEach(each ->
            keys.set(
                each.getKey(),
                reference("Prefetched").put("description", each.getValue().asString())));
    return schema;
  }

  private void addExamples(ObjectNode body, JsonNode service) {
    ObjectNode examples =
        body.path("examples") instanceof ObjectNode given ? given : body.putObject("examples");
    for (String name : samples.names()) {
      JsonNode sample = JSON.readTree(samples.named(name).orElseThrow());
      if (sample.path("hook").asString().equals(hook(service))) {
        examples.putObject(name).put("summary", name.replace('-', ' ')).set("value", sample);
      }
    }
  }

  private static String id(JsonNode service) {
    return service.path("id").asString();
  }

  /** The name of the schema of its calls. */
  private static String request(JsonNode service) {
    return id(service) + ".request";
  }

  private static String hook(JsonNode service) {
    return service.path("hook").asString();
  }

  private static ObjectNode reference(String schema) {
    return JSON.createObjectNode().put("$ref", RecordSchemas.PLACE + schema);
  }
}
