package org.omscds.assessment.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.consultation.WrittenDraft.drug;
import static org.omscds.consultation.WrittenDraft.service;
import static org.omscds.knowledge.SafetyDefinition.Level.NOTE;
import static org.omscds.knowledge.SafetyDefinition.Level.STOP;
import static org.omscds.knowledge.SafetyDefinition.Level.WARN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultation;
import org.omscds.consultation.WrittenChart;
import org.omscds.knowledge.Risk;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.SafetyDefinition.Level;
import org.omscds.patient.DraftOrder;
import org.omscds.recommendation.Hook;

/**
 * The safety matrix: every agent with every condition that is checked for it, one row each, and
 * what the card of the signing hook then says. A row adds one thing to a chart that is otherwise
 * ready for signing, so that nothing but that thing can call for the card.
 */
class SafetyMatrixTests {

  /** Months of age of the chart, and what it holds beside the baseline. */
  record Row(
      SafetyAgent agent,
      DraftOrder draft,
      Risk risk,
      Level level,
      int months,
      UnaryOperator<WrittenChart> chart) {
    @Override
    public String toString() {
      return agent + ", " + risk + " -> " + level;
    }
  }

  private static final int TODDLER = 36;
  private static final int ADOLESCENT = 15 * 12;

  private static final DraftOrder IVIG = drug("Immune globulin intravenous");
  private static final DraftOrder DEXAMETHASONE = drug("Dexamethasone", "20", "mg/m2", 1);
  private static final DraftOrder STEROID_WITHOUT_DOSE = drug("Prednisolone");
  private static final DraftOrder ACTH = drug("Corticotropin (ACTH)");
  private static final DraftOrder RITUXIMAB = drug("Rituximab");
  private static final DraftOrder CYC = drug("Cyclophosphamide");
  private static final DraftOrder MIBG = service("MIBG scintigraphy (I-123)");
  private static final DraftOrder MRI = service("MRI abdomen with contrast");
  private static final DraftOrder CT = service("CT chest with contrast");
  private static final DraftOrder MMR = drug("MMR vaccine");
  private static final DraftOrder TRAZODONE = drug("Trazodone");
  private static final DraftOrder VALPROATE = drug("Valproate");
  private static final DraftOrder LEVETIRACETAM = drug("Levetiracetam");
  private static final DraftOrder CLONAZEPAM = drug("Clonazepam");
  private static final DraftOrder PROPRANOLOL = drug("Propranolol");
  private static final DraftOrder PLEX = service("Plasma exchange");
  private static final DraftOrder MORPHINE = drug("Morphine");
  private static final DraftOrder PHENYTOIN = drug("Phenytoin");
  private static final DraftOrder COLD_REMEDY = drug("Pseudoephedrine syrup");

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(ivig());
    rows.addAll(steroids(SafetyAgent.STEROID, DEXAMETHASONE));
    rows.addAll(steroids(SafetyAgent.ACTH, ACTH));
    rows.add(row(SafetyAgent.STEROID, STEROID_WITHOUT_DOSE, Risk.DOSE_NOT_GIVEN, NOTE, same()));
    rows.addAll(rituximab());
    rows.addAll(cyclophosphamide());
    rows.addAll(imaging());
    rows.addAll(vaccines());
    rows.addAll(otherDrugs());
    return rows;
  }

  private static List<Row> ivig() {
    SafetyAgent agent = SafetyAgent.IVIG;
    return List.of(
        row(agent, IVIG, Risk.IMMUNOGLOBULIN_ANAPHYLAXIS, STOP, severeAllergy("immune globulin")),
        row(agent, IVIG, Risk.ALLERGY_SEVERE, STOP, severeAllergy("polysorbate 80")),
        row(
            agent,
            IVIG,
            Risk.IGA_UNDETECTABLE_WITH_ANTI_IGA,
            STOP,
            chart ->
                chart
                    .observation(result("IgA", "<0.05", 0.4, 2.0) + ", effectiveDateTime: '@0'")
                    .observation("code: {text: 'anti-IgA antibody'}, valueString: 'positive'")),
        row(agent, IVIG, Risk.ALLERGY, WARN, allergy("immune globulin")),
        row(agent, IVIG, Risk.IGA_LOW, WARN, observed(result("IgA", "0.1", 0.4, 2.0))),
        row(agent, IVIG, Risk.RENAL_IMPAIRMENT, WARN, problem("Acute kidney injury")),
        row(agent, IVIG, Risk.DIABETES, WARN, problem("Type 1 diabetes mellitus")),
        at(66 * 12, agent, IVIG, Risk.OVER_65_YEARS, WARN, same()),
        row(agent, IVIG, Risk.VOLUME_DEPLETION, WARN, problem("Dehydration")),
        row(agent, IVIG, Risk.SEPSIS, WARN, problem("Sepsis")),
        row(agent, IVIG, Risk.PARAPROTEIN, WARN, problem("Monoclonal gammopathy")),
        row(agent, IVIG, Risk.NEPHROTOXIC_DRUG, WARN, taking("Gentamicin")),
        row(agent, IVIG, Risk.THROMBOSIS, WARN, problem("Deep vein thrombosis")),
        row(agent, IVIG, Risk.CENTRAL_LINE, WARN, problem("Central venous catheter in place")),
        row(agent, IVIG, Risk.IMMOBILITY, WARN, problem("Immobility")),
        row(agent, IVIG, Risk.OESTROGEN, WARN, taking("Ethinylestradiol")),
        row(agent, IVIG, Risk.HYPERVISCOSITY, WARN, problem("Hyperviscosity syndrome")),
        row(
            agent,
            IVIG,
            Risk.BLOOD_GROUP_NOT_O,
            WARN,
            observed("code: {text: 'ABO group'}, valueString: 'A positive'")),
        row(agent, IVIG, Risk.MIGRAINE, WARN, problem("Migraine without aura")),
        row(
            agent,
            drug("Immune globulin intravenous, sucrose stabilised"),
            Risk.SUCROSE_IN_PRODUCT,
            WARN,
            same()),
        bare(agent, IVIG, Risk.IGA_UNKNOWN, WARN),
        bare(agent, IVIG, Risk.RENAL_FUNCTION_UNKNOWN, WARN),
        row(agent, IVIG, Risk.INFECTION, NOTE, fever()));
  }

  private static List<Row> steroids(SafetyAgent agent, DraftOrder draft) {
    return List.of(
        row(agent, draft, Risk.ALLERGY_SEVERE, STOP, severeAllergy("corticosteroid, ACTH")),
        row(agent, draft, Risk.UNTREATED_INFECTION, STOP, problem("Pneumonia")),
        row(agent, draft, Risk.UNTREATED_CNS_INFECTION, STOP, problem("Bacterial meningitis")),
        row(agent, draft, Risk.LIVE_VACCINE_RECENT, STOP, vaccinated("MMR", "03")),
        row(
            agent,
            draft,
            Risk.VARICELLA_OR_MEASLES_EXPOSURE,
            STOP,
            SafetyMatrixTests::contactWithoutImmunity),
        row(agent, draft, Risk.ALLERGY, WARN, allergy("corticosteroid, ACTH")),
        row(agent, draft, Risk.INFECTION, WARN, fever()),
        row(agent, draft, Risk.HYPERTENSION, WARN, problem("Hypertension")),
        row(agent, draft, Risk.HYPERGLYCAEMIA, WARN, observed(result("Glucose", "14", 3.9, 7.8))),
        row(agent, draft, Risk.GASTROINTESTINAL_BLEEDING, WARN, problem("Gastric ulcer")),
        row(agent, draft, Risk.PSYCHOSIS, WARN, problem("Psychosis")),
        row(
            agent,
            draft,
            Risk.VARICELLA_NOT_IMMUNE,
            WARN,
            observed("code: {text: 'Varicella zoster IgG'}, valueString: 'negative'")),
        row(agent, draft, Risk.TUBERCULOSIS, WARN, problem("Latent tuberculosis")),
        row(agent, draft, Risk.STRONGYLOIDES, WARN, problem("Strongyloidiasis")),
        row(agent, draft, Risk.CATARACT_OR_GLAUCOMA, WARN, problem("Glaucoma")),
        row(agent, draft, Risk.GROWTH_FAILURE, WARN, problem("Short stature")),
        row(agent, draft, Risk.BONE_DISEASE, WARN, problem("Osteoporosis")),
        bare(agent, draft, Risk.SAMPLES_NOT_DRAWN, WARN),
        row(agent, draft, Risk.DECONGESTANT_OR_ANTIHISTAMINE, WARN, taking("Pseudoephedrine")),
        bare(agent, draft, Risk.VARICELLA_IMMUNITY_UNKNOWN, NOTE),
        bare(agent, draft, Risk.TUBERCULOSIS_TEST_MISSING, NOTE));
  }

  private static List<Row> rituximab() {
    SafetyAgent agent = SafetyAgent.RITUXIMAB;
    return List.of(
        row(
            agent,
            RITUXIMAB,
            Risk.HEPATITIS_B_POSITIVE,
            STOP,
            observed("code: {text: 'HBsAg'}, valueString: 'positive'")),
        bare(agent, RITUXIMAB, Risk.HEPATITIS_B_UNTESTED, STOP),
        row(agent, RITUXIMAB, Risk.ALLERGY_SEVERE, STOP, severeAllergy("rituximab")),
        row(agent, RITUXIMAB, Risk.SEVERE_INFECTION, STOP, problem("Septic shock")),
        row(
            agent,
            RITUXIMAB,
            Risk.MURINE_PROTEIN_ANAPHYLAXIS,
            STOP,
            problem("Anaphylaxis to murine protein")),
        grown(agent, RITUXIMAB, Risk.PREGNANCY, STOP, problem("Pregnancy")),
        row(
            agent,
            RITUXIMAB,
            Risk.VARICELLA_OR_MEASLES_EXPOSURE,
            STOP,
            SafetyMatrixTests::contactWithoutImmunity),
        row(agent, RITUXIMAB, Risk.ALLERGY, WARN, allergy("rituximab")),
        row(
            agent,
            RITUXIMAB,
            Risk.HEPATITIS_B_POSSIBLY_PASSIVE,
            WARN,
            SafetyMatrixTests::antiHbcAfterIvig),
        row(agent, RITUXIMAB, Risk.INFECTION, WARN, fever()),
        row(agent, RITUXIMAB, Risk.IGG_LOW, WARN, observed(result("IgG", "2.1", 5.0, 15.0))),
        row(agent, RITUXIMAB, Risk.B_CELLS_LOW, WARN, observed(result("CD19", "0", 200, 1600))),
        row(agent, RITUXIMAB, Risk.LIVE_VACCINE_RECENT, WARN, vaccinated("MMR", "03")),
        row(
            agent,
            RITUXIMAB,
            Risk.PML_SYMPTOMS,
            WARN,
            problem("Progressive multifocal leukoencephalopathy")),
        row(agent, RITUXIMAB, Risk.ARRHYTHMIA, WARN, problem("Atrial fibrillation")),
        grown(agent, RITUXIMAB, Risk.PREGNANCY_NOT_EXCLUDED, WARN, same()),
        row(agent, RITUXIMAB, Risk.IVIG_RECENT, NOTE, given("Immune globulin intravenous")),
        bare(agent, RITUXIMAB, Risk.IGG_UNKNOWN, NOTE));
  }

  private static List<Row> cyclophosphamide() {
    SafetyAgent agent = SafetyAgent.CYCLOPHOSPHAMIDE;
    return List.of(
        row(agent, CYC, Risk.ALLERGY_SEVERE, STOP, severeAllergy("cyclophosphamide")),
        row(agent, CYC, Risk.INFECTION, STOP, fever()),
        row(agent, CYC, Risk.MARROW_APLASIA, STOP, problem("Aplastic anaemia")),
        row(agent, CYC, Risk.URINARY_INFECTION, STOP, problem("Urinary tract infection")),
        row(agent, CYC, Risk.URINARY_OBSTRUCTION, STOP, problem("Hydronephrosis")),
        row(agent, CYC, Risk.UROTHELIAL_TOXICITY, STOP, problem("Haemorrhagic cystitis")),
        grown(agent, CYC, Risk.BREAST_FEEDING, STOP, problem("Breastfeeding")),
        grown(agent, CYC, Risk.PREGNANCY, STOP, problem("Pregnant")),
        row(agent, CYC, Risk.NEUTROPENIA, STOP, observed(result("Neutrophils", "0.4", 1.5, 8.0))),
        grown(agent, CYC, Risk.PREGNANCY_NOT_EXCLUDED, STOP, same()),
        bare(agent, CYC, Risk.URINALYSIS_MISSING, STOP),
        row(
            agent,
            CYC,
            Risk.VARICELLA_OR_MEASLES_EXPOSURE,
            STOP,
            SafetyMatrixTests::contactWithoutImmunity),
        row(agent, CYC, Risk.ALLERGY, WARN, allergy("cyclophosphamide")),
        row(agent, CYC, Risk.RENAL_IMPAIRMENT, WARN, problem("Chronic kidney disease")),
        row(agent, CYC, Risk.HEPATIC_IMPAIRMENT, WARN, problem("Liver disease")),
        row(agent, CYC, Risk.BLADDER_DISEASE, WARN, problem("Radiation cystitis")),
        row(agent, CYC, Risk.HYPONATRAEMIA, WARN, observed(result("Sodium", "124", 135, 145))),
        row(agent, CYC, Risk.HEART_DISEASE, WARN, problem("Cardiomyopathy")),
        bare(agent, CYC, Risk.FERTILITY_NOT_DISCUSSED, WARN),
        bare(agent, CYC, Risk.BLOOD_COUNT_MISSING, WARN));
  }

  private static List<Row> imaging() {
    SafetyAgent mri = SafetyAgent.MRI_WITH_CONTRAST;
    SafetyAgent ct = SafetyAgent.CT_WITH_CONTRAST;
    SafetyAgent mibg = SafetyAgent.MIBG;
    return List.of(
        grown(mibg, MIBG, Risk.PREGNANCY, STOP, problem("Pregnant")),
        grown(mibg, MIBG, Risk.PREGNANCY_NOT_EXCLUDED, STOP, same()),
        at(0, mibg, MIBG, Risk.NEONATE_BENZYL_ALCOHOL, STOP, same()),
        row(mibg, MIBG, Risk.ALLERGY_SEVERE, STOP, severeAllergy("benzyl alcohol")),
        row(mibg, MIBG, Risk.ALLERGY, WARN, allergy("iobenguane")),
        row(mibg, MIBG, Risk.MIBG_INTERFERING_DRUG, WARN, taking("Labetalol")),
        at(7, mibg, MIBG, Risk.INFANT_BENZYL_ALCOHOL, WARN, same()),
        row(mibg, MIBG, Risk.EGFR_BELOW_30, WARN, observed(result("eGFR", "20", 90, 150))),
        row(mibg, MIBG, Risk.THYROID_BLOCK_MISSING, WARN, same()),
        grown(mibg, MIBG, Risk.BREAST_FEEDING, WARN, problem("Lactating")),
        row(mri, MRI, Risk.ALLERGY_SEVERE, STOP, severeAllergy("gadolinium contrast")),
        row(mri, MRI, Risk.CONTRAST_REACTION, WARN, allergy("gadobutrol")),
        row(mri, MRI, Risk.EGFR_BELOW_30, WARN, problem("Acute kidney injury")),
        grown(mri, MRI, Risk.PREGNANCY, WARN, problem("Pregnant")),
        grown(mri, MRI, Risk.PREGNANCY_NOT_EXCLUDED, NOTE, same()),
        row(ct, CT, Risk.ALLERGY_SEVERE, STOP, severeAllergy("iodinated contrast")),
        row(ct, CT, Risk.CONTRAST_REACTION, WARN, allergy("iohexol")),
        row(ct, CT, Risk.EGFR_BELOW_30, WARN, observed(result("eGFR", "12", 90, 150))),
        grown(ct, CT, Risk.PREGNANCY, WARN, problem("Pregnant")),
        grown(ct, CT, Risk.PREGNANCY_NOT_EXCLUDED, WARN, same()));
  }

  private static List<Row> vaccines() {
    SafetyAgent agent = SafetyAgent.LIVE_VACCINE;
    return List.of(
        row(agent, MMR, Risk.IMMUNOSUPPRESSED_FOR_LIVE_VACCINE, STOP, given("Rituximab")),
        row(
            agent,
            drug("Yellow fever vaccine"),
            Risk.IMMUNOSUPPRESSED_FOR_LIVE_VACCINE,
            STOP,
            given("Cyclophosphamide")),
        row(agent, MMR, Risk.IMMUNOSUPPRESSED_FOR_LIVE_VACCINE, STOP, taking("Corticotropin")),
        row(
            agent,
            MMR,
            Risk.IMMUNOSUPPRESSED_FOR_LIVE_VACCINE,
            STOP,
            chart ->
                chart.drug(
                    "medicationCodeableConcept: {text: 'Prednisolone'}, dosageInstruction:"
                        + " [{text: '40 mg once daily'}]")),
        row(agent, MMR, Risk.ALLERGY_SEVERE, STOP, severeAllergy("measles-mumps-rubella vaccine")),
        row(agent, MMR, Risk.STEROID_COURSE_DOSE_UNKNOWN, WARN, taking("Prednisolone")),
        row(agent, MMR, Risk.IVIG_INTERVAL, WARN, given("Immune globulin intravenous")),
        row(agent, MMR, Risk.ALLERGY, WARN, allergy("measles-mumps-rubella vaccine")));
  }

  private static List<Row> otherDrugs() {
    return List.of(
        row(
            SafetyAgent.TRAZODONE,
            TRAZODONE,
            Risk.ALLERGY_SEVERE,
            STOP,
            severeAllergy("trazodone")),
        row(SafetyAgent.TRAZODONE, TRAZODONE, Risk.MAO_INHIBITOR, STOP, taking("Phenelzine")),
        row(
            SafetyAgent.TRAZODONE,
            TRAZODONE,
            Risk.MYOCARDIAL_INFARCTION_RECENT,
            STOP,
            problem("Acute myocardial infarction")),
        row(SafetyAgent.TRAZODONE, TRAZODONE, Risk.ALLERGY, WARN, allergy("trazodone")),
        row(SafetyAgent.TRAZODONE, TRAZODONE, Risk.QT_DRUG, WARN, taking("Ondansetron")),
        row(SafetyAgent.TRAZODONE, TRAZODONE, Risk.SEROTONERGIC_DRUG, WARN, taking("Fluoxetine")),
        row(SafetyAgent.TRAZODONE, TRAZODONE, Risk.PRIAPISM, WARN, problem("Priapism")),
        row(
            SafetyAgent.TRAZODONE,
            TRAZODONE,
            Risk.MIBG_PLANNED,
            WARN,
            chart -> chart.order("code: {text: 'MIBG scan'}")),
        row(SafetyAgent.TRAZODONE, TRAZODONE, Risk.UNDER_25_YEARS, WARN, same()),
        row(
            SafetyAgent.VALPROATE,
            VALPROATE,
            Risk.ALLERGY_SEVERE,
            STOP,
            severeAllergy("valproate")),
        grown(SafetyAgent.VALPROATE, VALPROATE, Risk.PREGNANCY, STOP, problem("Pregnancy")),
        grown(SafetyAgent.VALPROATE, VALPROATE, Risk.PREGNANCY_NOT_EXCLUDED, STOP, same()),
        row(
            SafetyAgent.VALPROATE,
            VALPROATE,
            Risk.MITOCHONDRIAL_DISEASE,
            STOP,
            problem("Alpers syndrome (POLG)")),
        at(
            20,
            SafetyAgent.VALPROATE,
            VALPROATE,
            Risk.POLYTHERAPY_UNDER_2_YEARS,
            STOP,
            taking("Levetiracetam")),
        row(SafetyAgent.VALPROATE, VALPROATE, Risk.HEPATIC_IMPAIRMENT, STOP, problem("Cirrhosis")),
        row(
            SafetyAgent.VALPROATE,
            VALPROATE,
            Risk.UREA_CYCLE_DISORDER,
            STOP,
            problem("Ornithine transcarbamylase deficiency")),
        row(SafetyAgent.VALPROATE, VALPROATE, Risk.ALLERGY, WARN, allergy("valproate")),
        row(
            SafetyAgent.VALPROATE,
            VALPROATE,
            Risk.THROMBOCYTOPENIA,
            WARN,
            observed(result("Platelets", "40", 150, 450))),
        row(
            SafetyAgent.LEVETIRACETAM,
            LEVETIRACETAM,
            Risk.ALLERGY_SEVERE,
            STOP,
            severeAllergy("levetiracetam")),
        row(SafetyAgent.LEVETIRACETAM, LEVETIRACETAM, Risk.ALLERGY, WARN, allergy("levetiracetam")),
        row(
            SafetyAgent.LEVETIRACETAM,
            LEVETIRACETAM,
            Risk.BEHAVIOUR_SIGNS,
            WARN,
            problem("Rage attacks")),
        row(
            SafetyAgent.BENZODIAZEPINE,
            CLONAZEPAM,
            Risk.ALLERGY_SEVERE,
            STOP,
            severeAllergy("clonazepam")),
        row(SafetyAgent.BENZODIAZEPINE, CLONAZEPAM, Risk.ALLERGY, WARN, allergy("clonazepam")),
        row(
            SafetyAgent.BENZODIAZEPINE,
            CLONAZEPAM,
            Risk.RESPIRATORY_DISEASE,
            WARN,
            problem("Obstructive sleep apnoea")),
        row(
            SafetyAgent.BENZODIAZEPINE,
            CLONAZEPAM,
            Risk.DROOLING_OR_DYSPHAGIA,
            WARN,
            problem("Drooling")),
        row(
            SafetyAgent.BENZODIAZEPINE,
            CLONAZEPAM,
            Risk.BEHAVIOUR_SIGNS,
            WARN,
            problem("Rage attacks")),
        row(
            SafetyAgent.PROPRANOLOL,
            PROPRANOLOL,
            Risk.ALLERGY_SEVERE,
            STOP,
            severeAllergy("propranolol")),
        row(SafetyAgent.PROPRANOLOL, PROPRANOLOL, Risk.ALLERGY, WARN, allergy("propranolol")),
        row(SafetyAgent.PROPRANOLOL, PROPRANOLOL, Risk.ASTHMA, WARN, problem("Asthma")),
        row(SafetyAgent.PROPRANOLOL, PROPRANOLOL, Risk.HEART_BLOCK, WARN, problem("AV block")),
        at(8, SafetyAgent.PROPRANOLOL, PROPRANOLOL, Risk.INFANT, WARN, same()),
        row(
            SafetyAgent.PLASMA_EXCHANGE,
            PLEX,
            Risk.HAEMODYNAMIC_INSTABILITY,
            STOP,
            problem("Shock")),
        row(
            SafetyAgent.PLASMA_EXCHANGE,
            PLEX,
            Risk.IVIG_OR_RITUXIMAB_IN_DAYS,
            WARN,
            given("Immune globulin intravenous")),
        row(SafetyAgent.OPIOID, MORPHINE, Risk.ALLERGY_SEVERE, STOP, severeAllergy("morphine")),
        row(SafetyAgent.OPIOID, MORPHINE, Risk.ON_PITFALLS_LIST, NOTE, same()),
        row(SafetyAgent.AVOIDED, PHENYTOIN, Risk.ALLERGY_SEVERE, STOP, severeAllergy("phenytoin")),
        row(SafetyAgent.AVOIDED, PHENYTOIN, Risk.ON_PITFALLS_LIST, NOTE, same()),
        row(
            SafetyAgent.DECONGESTANT,
            COLD_REMEDY,
            Risk.STEROID_OR_ACTH_CURRENT,
            WARN,
            taking("Prednisolone")),
        row(SafetyAgent.DECONGESTANT, COLD_REMEDY, Risk.ON_PITFALLS_LIST, NOTE, same()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theRiskIsSeenAtItsLevel(Row row) {
    assertThat(consult(row).assessment().safety().hazards())
        .filteredOn(hazard -> hazard.drafted().agent() == row.agent())
        .filteredOn(hazard -> hazard.risk() == row.risk())
        .extracting(Hazard::level)
        .containsOnly(row.level())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theCardOfTheSigningIsAsUrgentAsTheRisk(Row row) {
    boolean calls = row.level() != NOTE || row.risk() == Risk.ON_PITFALLS_LIST;
    String urgency =
        switch (row.level()) {
          case STOP -> "critical";
          case WARN -> "warning";
          case NOTE -> "info";
        };
    if (calls) {
      assertThat(cards(row)).anyMatch(card -> isAtLeast(card, row, urgency));
    }
  }

  /** Another stop may stand beside a warning, such as hepatitis B beside a missing test. */
  private static boolean isAtLeast(String card, Row row, String urgency) {
    List<String> order = List.of("info", "warning", "critical");
    String id = row.agent().topic().card();
    return card.startsWith(id + " ")
        && order.indexOf(card.substring(id.length() + 1)) >= order.indexOf(urgency);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void withoutTheThingNothingIsSeen(Row row) {
    boolean byDraftAlone =
        Set.of(
                Risk.ON_PITFALLS_LIST,
                Risk.DOSE_NOT_GIVEN,
                Risk.SUCROSE_IN_PRODUCT,
                Risk.THYROID_BLOCK_MISSING,
                Risk.UNDER_25_YEARS)
            .contains(row.risk());
    if (!byDraftAlone) {
      assertThat(
              Charts.consult(
                      ready(TODDLER).record().withDrafts(List.of(row.draft())), Hook.ORDER_SIGN)
                  .assessment()
                  .safety()
                  .hazards())
          .extracting(Hazard::risk)
          .doesNotContain(row.risk());
    }
  }

  @Test
  void everyCheckOfTheTableHasARow() {
    Set<String> tested = new TreeSet<>();
    rows().forEach(row -> tested.add(row.agent() + ", " + row.risk() + ", " + row.level()));
    Set<String> checks = new TreeSet<>();
    Charts.KNOWLEDGE
        .safety()
        .checks()
        .forEach(each -> checks.add(each.agent() + ", " + each.risk() + ", " + each.level()));

    assertThat(tested).isEqualTo(checks);
  }

  private static Consultation consult(Row row) {
    WrittenChart chart = row.chart().apply(ready(row.months()));
    return Charts.consult(chart.record().withDrafts(List.of(row.draft())), Hook.ORDER_SIGN);
  }

  private static Stream<String> cards(Row row) {
    return consult(row).recommendations().shown().stream()
        .map(shown ->
            shown.card().id() + " " + shown.row().indicator().name().toLowerCase(Locale.ROOT));
  }

  /** Known OMS with every test of the baseline done and normal. */
  private static WrittenChart ready(int months) {
    return bareChart(months)
        .observation(result("IgA", "1.0", 0.4, 2.0))
        .observation(result("IgG", "9", 5.0, 15.0))
        .observation(result("IgM", "1.0", 0.4, 2.0))
        .observation(result("Creatinine", "30", 15, 40))
        .observation(result("eGFR", "120", 90, 150))
        .observation(result("Glucose", "5", 3.9, 7.8))
        .observation("code: {text: 'Full blood count'}, valueString: 'normal'")
        .observation("code: {text: 'Urinalysis'}, valueString: 'normal'")
        .observation("code: {text: 'HBsAg'}, valueString: 'negative', effectiveDateTime: '@4'")
        .observation(
            "code: {text: 'anti-HBc total'}, valueString: 'negative', effectiveDateTime: '@4'")
        .observation(
            "code: {text: 'Varicella zoster IgG'}, valueString: 'positive', effectiveDateTime: '@4'")
        .observation("code: {text: 'QuantiFERON'}, valueString: 'negative'")
        .observation("code: {text: 'Neuronal antibody panel'}, valueString: 'negative'")
        .report("code: {text: 'Lumbar puncture'}, conclusion: 'normal'")
        .procedure("code: {text: 'Fertility preservation counselling'}");
  }

  private static WrittenChart bareChart(int months) {
    return WrittenChart.child(months)
        .gender("female")
        .condition(
            "code: {text: 'Opsoclonus-myoclonus syndrome'}, onsetDateTime: '@20',"
                + " recordedDate: '@19'");
  }

  private static Row row(
      SafetyAgent agent,
      DraftOrder draft,
      Risk risk,
      Level level,
      UnaryOperator<WrittenChart> chart) {
    return at(TODDLER, agent, draft, risk, level, chart);
  }

  private static Row grown(
      SafetyAgent agent,
      DraftOrder draft,
      Risk risk,
      Level level,
      UnaryOperator<WrittenChart> chart) {
    return at(ADOLESCENT, agent, draft, risk, level, chart);
  }

  private static Row at(
      int months,
      SafetyAgent agent,
      DraftOrder draft,
      Risk risk,
      Level level,
      UnaryOperator<WrittenChart> chart) {
    return new Row(agent, draft, risk, level, months, chart);
  }

  /** A chart in which no test was done. */
  private static Row bare(SafetyAgent agent, DraftOrder draft, Risk risk, Level level) {
    return at(TODDLER, agent, draft, risk, level, _ -> bareChart(TODDLER));
  }

  private static UnaryOperator<WrittenChart> same() {
    return UnaryOperator.identity();
  }

  private static UnaryOperator<WrittenChart> problem(String name) {
    return chart -> chart.condition("code: {text: '" + name + "'}, recordedDate: '@2'");
  }

  private static UnaryOperator<WrittenChart> taking(String drug) {
    return chart -> chart.drug("medicationCodeableConcept: {text: '" + drug + "'}");
  }

  private static UnaryOperator<WrittenChart> given(String drug) {
    return chart -> chart.dose("medicationCodeableConcept: {text: '" + drug + "'}");
  }

  private static UnaryOperator<WrittenChart> observed(String body) {
    return chart -> chart.observation(body + ", effectiveDateTime: '@0'");
  }

  private static UnaryOperator<WrittenChart> allergy(String substance) {
    return chart -> chart.allergy("code: {text: '" + substance + "'}");
  }

  private static UnaryOperator<WrittenChart> severeAllergy(String substance) {
    return chart -> chart.allergy("criticality: 'high', code: {text: '" + substance + "'}");
  }

  private static UnaryOperator<WrittenChart> vaccinated(String name, String cvx) {
    return chart ->
        chart.vaccine(
            "vaccineCode: {text: '"
                + name
                + "', coding: [{system: 'http://hl7.org/fhir/sid/cvx', code: '"
                + cvx
                + "'}]}");
  }

  private static UnaryOperator<WrittenChart> fever() {
    return problem("Fever");
  }

  private static WrittenChart contactWithoutImmunity(WrittenChart chart) {
    return chart
        .condition("code: {text: 'Exposure to varicella'}, recordedDate: '@2'")
        .observation(
            "code: {text: 'Varicella zoster IgG'}, valueString: 'negative',"
                + " effectiveDateTime: '@0'");
  }

  private static WrittenChart antiHbcAfterIvig(WrittenChart chart) {
    return chart
        .dose(
            "medicationCodeableConcept: {text: 'Immune globulin intravenous'},"
                + " effectiveDateTime: '@3'")
        .observation(
            "code: {text: 'anti-HBc total'}, valueString: 'positive', effectiveDateTime: '@0'");
  }

  private static String result(String name, String value, double low, double high) {
    String quantity =
        value.startsWith("<")
            ? "{value: " + value.substring(1) + ", comparator: '<', unit: 'g/L'}"
            : "{value: " + value + ", unit: 'g/L'}";
    return "code: {text: '"
        + name
        + "'}, valueQuantity: "
        + quantity
        + ", referenceRange: [{low: {value: "
        + low
        + "}, high: {value: "
        + high
        + "}}]";
  }
}
