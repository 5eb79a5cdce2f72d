package org.omscds.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.fhir.server.SmartScopes.Allowance;
import org.omscds.fhir.server.SmartScopes.Interaction;

/** SMART App Launch 1.0 and 2.2, "Scopes for requesting FHIR resources". */
class SmartScopesTests {

  @ParameterizedTest(name = "{0}: {1} {2} is {3}")
  @CsvSource({
    "patient/Observation.read, Observation, SEARCH, ALL",
    "patient/Observation.read, Observation, READ, ALL",
    "patient/Observation.read, Condition, SEARCH, NONE",
    "patient/Observation.write, Observation, SEARCH, NONE",
    "patient/*.read, Condition, SEARCH, ALL",
    "user/*.*, Condition, SEARCH, ALL",
    "system/Condition.read, Condition, SEARCH, ALL",
    "patient/Observation.rs, Observation, SEARCH, ALL",
    "patient/Observation.r, Observation, SEARCH, NONE",
    "patient/Observation.r, Observation, READ, ALL",
    "patient/Observation.s, Observation, READ, NONE",
    "patient/Observation.cruds, Observation, SEARCH, ALL",
    "patient/Observation.cud, Observation, SEARCH, NONE",
    "patient/Observation.rs?category=laboratory, Observation, SEARCH, PART",
    "patient/Observation.rs?category=laboratory patient/Observation.rs, Observation, SEARCH, ALL",
    "launch openid patient/Patient.rs, Patient, READ, ALL",
    "launch openid patient/Patient.rs, Condition, SEARCH, NONE",
    "launch openid, Condition, SEARCH, ALL",
    "patient/Observation.RS patient/Patient.rs, Observation, SEARCH, NONE"
  })
  void whatAScopeAllows(String scopes, String type, Interaction interaction, Allowance allowance) {
    assertThat(SmartScopes.of(scopes).allowance(type, interaction)).isEqualTo(allowance);
  }
}
