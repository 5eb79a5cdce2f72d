package org.omscds.assessment.pillar;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.assessment.paraneoplastic.Antibodies;
import org.omscds.assessment.paraneoplastic.AntibodyReader;
import org.omscds.assessment.paraneoplastic.RecordedCancers;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.finding.Findings;
import org.omscds.finding.NotCounted;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Speaker;

/** Reads the four pillars: what counts for each, which signs belong together, what is left out. */
public final class PillarReader {

  /** Findings of no pillar whose being left out a clinician wants to see. */
  private static final Set<FindingId> WORTH_TELLING =
      EnumSet.of(
          FindingId.OMS,
          FindingId.LOSS_OF_AMBULATION,
          FindingId.NYSTAGMUS,
          FindingId.SQUARE_WAVE_JERKS,
          FindingId.SPASMUS_NUTANS);

  private static final int ADULT_FROM_MONTHS = 18 * 12;

  private final KnowledgeBase knowledge;
  private final SiteSettings site;
  private final AntibodyReader antibodyReader;
  private final AlternativeReader alternativeReader;

  public PillarReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.site = knowledge.site();
    this.antibodyReader = new AntibodyReader(knowledge);
    this.alternativeReader = new AlternativeReader(knowledge);
  }

  /**
   * The pillars with what they were read from.
   *
   * @param pillars with early eye movements taken into account
   * @param alternatives other diagnoses that are confirmed and active
   * @param left what was seen and does not count, with reasons
   * @param antibodies what is known of neuronal antibodies
   * @param cancers the cancers that are recorded, whatever the age
   */
  public record Reading(
      Pillars pillars,
      Episode episode,
      AtaxiaCourse ataxia,
      EarlyEyeMovements early,
      List<Alternative> alternatives,
      List<NotCounted> left,
      Antibodies antibodies,
      RecordedCancers cancers) {}

  public Reading read(PatientRecord patient, Findings findings) {
    AtaxiaCourse ataxia = AtaxiaCourse.of(patient, findings, site);
    Counted eyes = EyePillar.read(patient, findings, isAdult(patient), site);
    Counted motor = MotorPillar.read(patient, findings, ataxia, site);
    Counted behaviour =
        BehaviourPillar.read(
            patient, findings, firstSign(patient, eyes, motor), isAdult(patient), site);

    Map<Pillar, List<ClinicalStatement>> counting = new EnumMap<>(Pillar.class);
    counting.put(A, eyes.counting());
    counting.put(B, motor.counting());
    counting.put(C, behaviour.counting());
    Episode episode = Episode.of(patient, counting, site);

    Antibodies antibodies = antibodyReader.read(findings.results());
    RecordedCancers cancers =
        RecordedCancers.of(patient, findings, episode.neuroOnset(), knowledge);
    PillarFinding tumour =
        isAdult(patient)
            ? TumourPillar.ofAdult(patient, findings, cancers, antibodies, site)
            : TumourPillar.ofChild(patient, findings, antibodies, site);

    Pillars pillars =
        Pillars.of(
            pillar(A, episode, eyes, patient),
            pillar(B, episode, motor, patient),
            pillar(C, episode, behaviour, patient),
            tumour);
    List<Alternative> alternatives = alternativeReader.read(patient, findings);
    EarlyEyeMovements early = EarlyEyeMovements.of(patient, findings, pillars, alternatives);
    return new Reading(
        early.pillars(),
        episode,
        ataxia,
        early,
        alternatives,
        left(patient, findings, episode, cancers, eyes, motor, behaviour),
        antibodies,
        cancers);
  }

  /** Whether the patient is 18 or older; an unknown age is not. */
  public static boolean isAdult(PatientRecord patient) {
    OptionalLong age = patient.ageInMonths(patient.consultationDate());
    return age.isPresent() && age.getAsLong() >= ADULT_FROM_MONTHS;
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
    return said.isWithinDaysBefore(patient.consultationDate(), site.windows().absenceExpiryDays());
  }

  private static List<Evidence> evidence(List<ClinicalStatement> statements) {
    return Evidence.byResource(statements.stream().map(ClinicalStatement::evidence).toList());
  }

  private List<NotCounted> left(
      PatientRecord patient,
      Findings findings,
      Episode episode,
      RecordedCancers cancers,
      Counted eyes,
      Counted motor,
      Counted behaviour) {
    boolean adult = isAdult(patient);
    List<NotCounted> all = new ArrayList<>(findings.notCounted());
    all.removeIf(each -> !adult && each.finding().isAdultCancer());
    all.addAll(adult ? cancers.left() : List.of());
    all.addAll(eyes.left());
    all.addAll(motor.left());
    all.addAll(behaviour.left());
    for (ClinicalStatement each : episode.apart()) {
      if (each.certainty() == Certainty.PRESENT) {
        all.add(
            new NotCounted(
                each.finding(),
                each.evidence(),
                "more than "
                    + site.windows().pillarWindowDays()
                    + " days apart from the other signs"));
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
                        "past: not recorded again in the last "
                            + site.windows().currentDays()
                            + " days"))));
    return all.stream()
        .filter(each ->
            WORTH_TELLING.contains(each.finding())
                || knowledge.definition(each.finding()).belongsTo().isPresent())
        .distinct()
        .toList();
  }
}
