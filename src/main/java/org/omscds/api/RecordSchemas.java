package org.omscds.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON Schemas of records from what their types and Jackson's annotations say. A member is
 * required unless it is nullable, a list that is left out when empty, or written only if it is not
 * the default. Nothing is ever empty, and no member is unknown unless the record overlooks those.
 */
final class RecordSchemas {

  /** Where schemas stand in an OpenAPI document. */
  static final String PLACE = "#/components/schemas/";

  private final Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();

  private RecordSchemas() {}

  /** The schemas of these records and of all that they hold, by their simple names. */
  static Map<String, Map<String, Object>> of(List<Class<? extends Record>> roots) {
    RecordSchemas written = new RecordSchemas();
    roots.forEach(written::reference);
    return written.schemas;
  }

  private Map<String, Object> reference(Class<?> type) {
    if (!schemas.containsKey(type.getSimpleName())) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schemas.put(type.getSimpleName(), schema);
      write(type, schema);
    }
    return Map.of("$ref", PLACE + type.getSimpleName());
  }

  private void write(Class<?> type, Map<String, Object> schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = name(component);
      properties.put(name, schemaOf(component));
      if (isRequired(component)) {
        required.add(name);
      }
    }
    schema.put("type", "object");
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("properties", properties);
    if (!type.isAnnotationPresent(JsonIgnoreProperties.class)) {
      schema.put("additionalProperties", false);
    }
  }

  private static String name(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? component.getName() : given.value();
  }

  private static boolean isRequired(RecordComponent component) {
    boolean optional =
        component.getAnnotatedType().isAnnotationPresent(Nullable.class)
            || included(component) == Include.NON_DEFAULT
            || (isList(component) && included(component) != Include.ALWAYS);
    return !optional;
  }

  private static Include included(RecordComponent component) {
    JsonInclude given = component.getAccessor().getAnnotation(JsonInclude.class);
    return given == null ? Include.NON_EMPTY : given.value();
  }

  private static boolean isList(RecordComponent component) {
    return component.getType() == List.class;
  }

  private Map<String, Object> schemaOf(RecordComponent component) {
    if (isList(component)) {
      Map<String, Object> list = new LinkedHashMap<>();
      list.put("type", "array");
      if (included(component) != Include.ALWAYS) {
        list.put("minItems", 1);
      }
      list.put("items", schemaOf(itemOf(component.getGenericType())));
      return list;
    }
    return schemaOf(component.getType());
  }

  private static Class<?> itemOf(Type list) {
    return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  private Map<String, Object> schemaOf(Class<?> type) {
    if (type.isRecord()) {
      return reference(type);
    }
    if (type.isEnum()) {
      return Map.of(
          "type", "string", "enum", Arrays.stream(type.getFields()).map(this::word).toList());
    }
    if (type == String.class) {
      return Map.of("type", "string", "minLength", 1);
    }
    if (type == boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == long.class) {
      return Map.of("type", "integer");
    }
    if (type == Map.class) {
      return Map.of("type", "object", "minProperties", 1);
    }
    throw new IllegalArgumentException("no schema for " + type.getName());
  }

  private String word(Field constant) {
    JsonProperty given = constant.getAnnotation(JsonProperty.class);
    return given == null ? constant.getName() : given.value();
  }
}
