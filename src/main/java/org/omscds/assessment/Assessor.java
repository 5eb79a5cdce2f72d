package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;
import static org.omscds.knowledge.Pillar.D;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Finding;
import org.omscds.finding.Findings;
import org.omscds.finding.NotCounted;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Speaker;

/** Puts the findings of a chart together into pillars, criteria, tiers and facts. */
public final class Assessor {

  /** From this age on the adult path holds. */
  static final int ADULT_FROM_MONTHS = 18 * 12;

  private static final int EXPOSURE_DAYS = 14;

  private final KnowledgeBase knowledge;
  private final SiteSettings site;
  private final TumourImagingReader imaging;
  private final OrderHistory orderHistory;

  /** Prepares the rules. */
  public Assessor(KnowledgeBase knowledge, OrderHistory orderHistory) {
    this.knowledge = knowledge;
    this.orderHistory = orderHistory;
    this.site = knowledge.site();
    this.imaging = new TumourImagingReader(knowledge);
  }

  /** Assesses one chart. */
  public Assessment assess(PatientRecord patient, Findings findings) {
    LocalDate today = patient.consultationDate();
    OptionalLong age = patient.ageInMonths(today);
    boolean adult = age.isPresent() && age.getAsLong() >= ADULT_FROM_MONTHS;

    AtaxiaCourse ataxia = AtaxiaCourse.of(patient, findings, site);
    Counted eyes = EyePillar.read(patient, findings, adult, site);
    Counted motor = MotorPillar.read(patient, findings, ataxia, site);
    Optional<LocalDate> firstSign = firstSign(patient, eyes, motor);
    Counted behaviour = BehaviourPillar.read(patient, findings, firstSign, site);

    Map<Pillar, List<ClinicalStatement>> counting = new EnumMap<>(Pillar.class);
    counting.put(A, eyes.counting());
    counting.put(B, motor.counting());
    counting.put(C, behaviour.counting());
    Episode episode = Episode.of(patient, counting, site);

    Pillars pillars =
        Pillars.of(
            pillar(A, episode, eyes, patient),
            pillar(B, episode, motor, patient),
            pillar(C, episode, behaviour, patient),
            TumourPillar.read(patient, findings));
    List<Alternative> alternatives = alternatives(findings);
    EarlyEyeMovements early = EarlyEyeMovements.of(patient, findings, pillars, alternatives);
    pillars = early.pillars();

    GenoaCriteria.Result criteria = GenoaCriteria.evaluate(pillars, alternatives);
    Diagnosis diagnosis = Diagnosis.of(patient, findings, site);
    SuspicionTiers.Signs signs =
        Signs.of(patient, findings, episode, pillars, ataxia, alternatives, diagnosis, site, adult);
    SuspicionTiers.Result suspicion = SuspicionTiers.evaluate(criteria, pillars, signs);

    Optional<LocalDate> onset = episode.neuroOnset().or(diagnosis::onset);
    TumourImaging tumourImaging = imaging.read(patient, onset);
    Immunotherapy immunotherapy = Immunotherapy.since(onset, findings);

    return new Assessment(
        pillars,
        criteria,
        suspicion,
        episode.neuroOnset(),
        age,
        ataxia.lastingDays(),
        tumourImaging,
        supporting(findings),
        episode.past().values().stream().flatMap(List::stream).toList(),
        notCounted(findings, episode, eyes, motor, behaviour),
        recentExposures(findings, today),
        immunotherapy.courses(),
        immunotherapy.singleDoses(),
        diagnosis.statements().stream().map(ClinicalStatement::evidence).toList(),
        new FactFinder(
                patient,
                findings,
                pillars,
                criteria,
                suspicion,
                signs,
                ataxia,
                early,
                diagnosis,
                onset,
                tumourImaging,
                immunotherapy,
                knowledge,
                orderHistory)
            .facts());
  }

  private static Optional<LocalDate> firstSign(PatientRecord patient, Counted eyes, Counted motor) {
    return Stream.concat(eyes.counting().stream(), motor.counting().stream())
        .filter(ClinicalStatement::isPresent)
        .map(each -> each.firstDay(patient.consultationDate()))
        .min(LocalDate::compareTo);
  }

  private PillarFinding pillar(
      Pillar pillar, Episode episode, Counted counted, PatientRecord patient) {
    List<ClinicalStatement> current = episode.current().getOrDefault(pillar, List.of());
    List<ClinicalStatement> present =
        current.stream().filter(ClinicalStatement::isPresent).toList();
    if (!present.isEmpty()) {
      return new PillarFinding(pillar, new Finding.Present(evidence(present)), present);
    }
    if (!current.isEmpty()) {
      return new PillarFinding(pillar, new Finding.Possible(evidence(current)), current);
    }
    List<ClinicalStatement> absent =
        counted.absent().stream()
            .filter(each -> each.speaker() == Speaker.CLINICIAN)
            .filter(each -> isFresh(each, patient))
            .toList();
    if (!absent.isEmpty()) {
      return new PillarFinding(pillar, new Finding.Absent(evidence(absent)), absent);
    }
    Finding.Reason reason =
        patient.lacks("conditions") || patient.lacks("observations")
            ? Finding.Reason.NOT_SUPPLIED
            : Finding.Reason.NOT_DOCUMENTED;
    return new PillarFinding(pillar, new Finding.Unknown(reason), List.of());
  }

  /** A negative without a date, or an old one, does not count: opsoclonus comes and goes. */
  private boolean isFresh(ClinicalStatement negative, PatientRecord patient) {
    ClinicalDate said = negative.asserted();
    return said.isWithinDaysBefore(patient.consultationDate(), site.absenceExpiryDays());
  }

  private static List<Evidence> evidence(List<ClinicalStatement> statements) {
    return Evidence.byResource(statements.stream().map(ClinicalStatement::evidence).toList());
  }

  private List<Alternative> alternatives(Findings findings) {
    List<Alternative> alternatives = new ArrayList<>();
    for (FindingDefinition definition : knowledge.findings().values()) {
      if (!definition.explains().isEmpty()) {
        findings.present(definition.finding()).stream()
            .filter(each -> each.confirmed() && each.isStanding())
            .findFirst()
            .map(
                each -> new Alternative(definition.label(), definition.explains(), each.evidence()))
            .ifPresent(alternatives::add);
      }
    }
    return alternatives;
  }

  /** Drugs and toxins taken now, or begun or ended in the last two weeks. */
  private static List<Exposure> recentExposures(Findings findings, LocalDate today) {
    return findings.exposedTo(drug -> drug == DrugClass.OPSOCLONUS_OR_MYOCLONUS_CAUSING).stream()
        .filter(each ->
            each.current()
                || each.start().isWithinDaysBefore(today, EXPOSURE_DAYS)
                || each.end().isWithinDaysBefore(today, EXPOSURE_DAYS))
        .toList();
  }

  private static List<ClinicalStatement> supporting(Findings findings) {
    return findings
        .present(
            FindingId.LOSS_OF_SPEECH,
            FindingId.DEVELOPMENTAL_REGRESSION,
            FindingId.LOSS_OF_AMBULATION,
            FindingId.GLUT1_EYE_HEAD_MOVEMENTS)
        .stream()
        .filter(each -> !each.isOver())
        .toList();
  }

  private List<NotCounted> notCounted(
      Findings findings, Episode episode, Counted eyes, Counted motor, Counted behaviour) {
    List<NotCounted> all = new ArrayList<>(findings.notCounted());
    all.addAll(eyes.left());
    all.addAll(motor.left());
    all.addAll(behaviour.left());
    for (ClinicalStatement each : episode.apart()) {
      if (each.certainty() == Certainty.PRESENT) {
        all.add(
            new NotCounted(
                each.finding(),
                each.evidence(),
                "more than " + site.pillarWindowDays() + " days apart from the other signs"));
      }
    }
    episode
        .past()
        .values()
        .forEach(statements ->
            statements.forEach(each ->
                all.add(
                    new NotCounted(
                        each.finding(),
                        each.evidence(),
                        "past: not recorded again in the last " + site.currentDays() + " days"))));
    return all.stream()
        .filter(each ->
            knowledge.definition(each.finding()).belongsTo().isPresent()
                || each.finding() == FindingId.OMS
                || each.finding() == FindingId.LOSS_OF_AMBULATION
                || each.finding() == FindingId.SPASMUS_NUTANS
                || each.finding() == FindingId.NYSTAGMUS
                || each.finding() == FindingId.SQUARE_WAVE_JERKS)
        .distinct()
        .toList();
  }

  /** Whether the tumour pillar is known or possible. */
  static boolean tumourInView(Pillars pillars) {
    return pillars.of(D).isPresent() || pillars.of(D).isPossible();
  }

  /** Days from one day to another. */
  static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }
}
