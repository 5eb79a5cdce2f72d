package org.omscds.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.WrittenChart;
import org.omscds.knowledge.DrugClass;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;

/** Which drugs of a chart belong to a class that matters, and which are local or not taken. */
class DrugReaderTests {

  private static List<Exposure> read(WrittenChart chart) {
    return chart.findings().exposures();
  }

  private static WrittenChart ordered(String body) {
    return WrittenChart.child(30).drug(body);
  }

  private static String named(String name) {
    return "medicationCodeableConcept: {text: '" + name + "'}";
  }

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource(
      textBlock =
          """
          Dexamethasone 4 mg tablets, STEROID, dexamethasone
          Prednisolone oral solution, STEROID, prednisolone
          ACTH gel, ACTH, corticotropin
          Privigen 10 %, IVIG, immune globulin IV
          Rituximab infusion, RITUXIMAB, rituximab
          Cyclophosphamide, CYCLOPHOSPHAMIDE, cyclophosphamide
          Lithium carbonate, OPSOCLONUS_OR_MYOCLONUS_CAUSING, lithium
          Amoxicillin 250 mg, ANTIMICROBIAL, amoxicillin
          """)
  void aDrugIsKnownByItsName(String name, DrugClass kind, String ingredient) {
    assertThat(read(ordered(named(name))))
        .extracting(Exposure::drugClass, Exposure::ingredient)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(kind, ingredient));
  }

  @Test
  void aDrugIsKnownByItsCodeOrTheDisplayOfOne() {
    assertThat(
            read(
                ordered(
                    "medicationCodeableConcept: {coding: [{system:"
                        + " 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '3264'}]}")))
        .extracting(Exposure::ingredient)
        .containsExactly("dexamethasone");
    assertThat(
            read(
                ordered(
                    "medicationCodeableConcept: {coding: [{system: 'http://local', code: '1',"
                        + " display: 'Prednisolone'}]}")))
        .extracting(Exposure::ingredient)
        .containsExactly("prednisolone");
  }

  @Test
  void codeAndNameAreOneDrug() {
    assertThat(
            read(
                ordered(
                    "medicationCodeableConcept: {text: 'Dexamethasone', coding: [{system:"
                        + " 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '3264', display:"
                        + " 'dexamethasone'}]}")))
        .hasSize(1);
  }

  @ParameterizedTest(name = "{0} is local")
  @CsvSource({
    "Hydrocortisone cream 1 %",
    "Dexamethasone eye drops",
    "Prednisolone enema",
    "Human hepatitis B immunoglobulin",
    "Paracetamol"
  })
  void localUseAndLookAlikesDoNotCount(String name) {
    assertThat(read(ordered(named(name)))).isEmpty();
  }

  @Test
  void theRouteTellsLocalUse() {
    String dexamethasone = named("Dexamethasone");
    assertThat(
            read(ordered(dexamethasone + ", dosageInstruction: [{route: {text: 'Ophthalmic'}}]")))
        .isEmpty();
    assertThat(
            read(
                ordered(
                    dexamethasone
                        + ", dosageInstruction: [{route: {coding: [{system: 'x', code: 'y', display:"
                        + " 'Inhalation'}]}}]")))
        .isEmpty();
    assertThat(read(ordered(dexamethasone + ", dosageInstruction: [{route: {text: 'Oral'}}]")))
        .hasSize(1);
  }

  @ParameterizedTest(name = "an order that is {0}: counts {1}, current {2}")
  @CsvSource({
    "active, true, true",
    "completed, true, false",
    "stopped, true, false",
    "cancelled, false, false",
    "entered-in-error, false, false"
  })
  void theStatusTellsWhetherItIsTaken(String status, boolean counts, boolean current) {
    List<Exposure> exposures = read(ordered(named("Prednisolone") + ", status: '" + status + "'"));
    assertThat(exposures).hasSize(counts ? 1 : 0);
    assertThat(exposures).allMatch(each -> each.current() == current && !each.given());
  }

  @Test
  void aDoseIsGivenAndSaysWhereItStands() {
    Exposure given =
        read(WrittenChart.child(30).dose(named("Prednisolone 5 mg") + ", effectiveDateTime: '@3'"))
            .getFirst();
    assertThat(given.given()).isTrue();
    assertThat(given.start()).isEqualTo(Told.day(3));
    assertThat(given.evidence())
        .isEqualTo(new Evidence("MedicationAdministration/r1", "Prednisolone 5 mg", Told.day(3)));
  }

  @Test
  void aDrugBeganOnADayOrNobodyKnows() {
    Exposure drug = Told.dose(DrugClass.IVIG, "ivig", 10);
    assertThat(drug.sinceOrUnknown(Told.day(10).day().get())).isTrue();
    assertThat(drug.sinceOrUnknown(Told.day(9).day().get())).isFalse();
    assertThat(drug.sinceOrUnknown(Told.day(11).day().get())).isTrue();
    Exposure undated = read(ordered(named("Prednisolone") + ", authoredOn: ''")).getFirst();
    assertThat(undated.sinceOrUnknown(Told.day(0).day().get())).isTrue();
  }

  // An allergy to the ingredient, or to its class by name

  @ParameterizedTest(name = "allergy to {0}: to IVIG {1}, to steroids {2}")
  @CsvSource({
    "Privigen, true, false",
    "immune globulins, true, false",
    "Prednisolone, false, true",
    "Corticosteroids, false, true",
    "Peanut, false, false"
  })
  void anAllergyIsToADrugOrItsClass(String substance, boolean ivig, boolean steroid) {
    DrugReader drugs = new DrugReader(Charts.KNOWLEDGE);
    Concept words = Concept.inWords(substance);
    Concept display = new Concept(List.of(new Coding("http://local", "1", substance)), "");
    for (Concept concept : List.of(words, display)) {
      assertThat(drugs.isAllergyTo(concept, DrugClass.IVIG)).isEqualTo(ivig);
      assertThat(drugs.isAllergyTo(concept, DrugClass.STEROID)).isEqualTo(steroid);
    }
  }
}
