package org.omscds.hook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON of calls for tests: one whole request, and copies that differ in a member. */
public record HookRequests(Map<String, String> members) {

  /** A text that stands in the chart of every request and must never come back in an error. */
  public static final String CHART_TEXT = "Zz-chart-text";

  public static final String PATIENT =
      """
      {"resourceType":"Patient","id":"p1","birthDate":"2025-03-01",\
      "name":[{"family":"Zz-chart-text"}]}\
      """;

  public static final String EMPTY_BUNDLE =
      "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";

  public static final String CONDITIONS =
      """
      {"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Condition",\
      "id":"c1","subject":{"reference":"Patient/p1"},"code":{"text":"Zz-chart-text"}}}]}\
      """;

  public static final String AUTHORIZATION =
      """
      {"access_token":"opaque","token_type":"Bearer","expires_in":300,\
      "scope":"patient/Patient.rs patient/Observation.rs","subject":"oms-cds","patient":"p1"}\
      """;

  public static final String CONTEXT =
      "{\"userId\":\"Practitioner/7\",\"patientId\":\"p1\",\"encounterId\":\"e1\"}";

  /** The request of section "HTTP Request" of the standard, with every member that it names. */
  public static HookRequests whole() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("hook", "\"patient-view\"");
    members.put("hookInstance", "\"1f1d9a3e-6a0e-4b0b-9d57-3a3f5a2f9a10\"");
    members.put("fhirServer", "\"https://ehr.example.org/r4\"");
    members.put("fhirAuthorization", AUTHORIZATION);
    members.put("context", CONTEXT);
    members.put("prefetch", "{\"patient\":" + PATIENT + ",\"conditions\":" + CONDITIONS + "}");
    members.put("extension", "{\"org.omscds.consultation\":{\"date\":\"2026-11-20\"}}");
    return new HookRequests(members);
  }

  /** A copy with another value of a member. */
  public HookRequests with(String member, String value) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.put(member, value);
    return new HookRequests(changed);
  }

  /** A copy without a member. */
  public HookRequests without(String member) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.remove(member);
    return new HookRequests(changed);
  }

  /** A copy with these prefetch values, each given as key and JSON. */
  public HookRequests withPrefetch(Map<String, String> values) {
    return with("prefetch", object(values));
  }

  public String json() {
    return object(members);
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
