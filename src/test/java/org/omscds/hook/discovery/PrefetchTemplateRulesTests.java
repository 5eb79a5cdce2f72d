package org.omscds.hook.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.recommendation.Hook;

class PrefetchTemplateRulesTests {

  /** cds-hooks_2.0@55 to @59. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient/{{context.patientId}}",
        "Practitioner/{{userPractitionerId}}",
        "Encounter/{{context.encounterId}}",
        "PractitionerRole?_id={{userPractitionerRoleId}}",
        "Observation?patient={{context.patientId}}&code=http://loinc.org|4548-4",
        "Observation?patient={{context.patientId}}&code:in=http://example.org/ValueSet/a",
        "Observation?patient={{context.patientId}}&date=ge2026-01-01&_sort=-date,code&_count=1",
        "Observation?subject=Patient/{{context.patientId}}&category=exam,survey"
      })
  void aTemplateOfTheSubsetIsLetPass(String template) {
    assertThat(PrefetchTemplateRules.brokenBy(Hook.PATIENT_VIEW, template)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Patient/{{context.patient}}, the token 'context.patient'",
    "Patient/{{patientId}}, the token 'patientId'",
    "Patient/{{ context.patientId }}, the token ' context.patientId '",
    "Patient/{{context.draftOrders.entry}}, the token",
    "Observation?date=ge{{today()}}, the token 'today()'",
    "Patient/{context.patientId}, delimited",
    "Patient/{{context.patientId}, delimited",
    "Patient/{{}}, the token ''",
    "https://example.org/Patient/1, Type/id",
    "Patient, Type/id",
    "Patient/1/_history, Type/id",
    "Patient/1/$everything, Type/id",
    "patient?name=a, Type/id",
    "Condition?, Type/id",
    "Condition?patient, name=value",
    "Condition?patient=, name=value",
    "Condition?=1, name=value",
    "Condition?patient=1&, name=value",
    "Condition?patient=1&patient=2, repeats",
    "Observation?code=a&code:in=b, repeats",
    "Observation?date=ge2026&date=le2027, repeats",
    "Condition?code:not=a, modifier",
    "Condition?subject:Patient=1, modifier",
    "Condition?code:text=a, modifier",
    "Condition?patient:in=1, token parameters",
    "Observation?_count:in=1, token parameters",
    "Condition?patient.name=a, chained",
    "Condition?_include=Condition:subject, outside the subset",
    "Condition?_revinclude=Provenance:target, outside the subset",
    "Patient?_has:Observation:patient:code=a, modifier",
    "Observation?_maxresults=5, outside the subset",
    "Observation?_summary=true, outside the subset",
    "Observation?_count=0, _count",
    "Observation?_count=many, _count",
    "Observation?_sort:desc=date, modifier",
    "Observation?_sort=+date, _sort",
    "Observation?date=ne2026-01-01, date prefix",
    "Observation?date=sa2026, date prefix",
    "Observation?date=ap2026, date prefix",
    "Observation?Date=2026, no name"
  })
  void aTemplateOutsideTheSubsetIsRefusedWithTheRule(String template, String words) {
    assertThat(PrefetchTemplateRules.brokenBy(Hook.PATIENT_VIEW, template))
        .hasValueSatisfying(rule -> assertThat(rule).contains(words));
  }
}
