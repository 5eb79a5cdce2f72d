package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.C;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.omscds.assessment.instrument.SuspicionTiers;
import org.omscds.assessment.pillar.AtaxiaCourse;
import org.omscds.assessment.pillar.Episode;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/** Works out what the tier rules look at beyond the pillars. */
final class Signs {

  private static final int LASTING_BEHAVIOUR_DAYS = 3;

  private Signs() {}

  static SuspicionTiers.Signs of(
      PatientRecord patient,
      Findings findings,
      PillarReader.Reading reading,
      Diagnosis diagnosis,
      SiteSettings site) {
    Episode episode = reading.episode();
    Pillars pillars = reading.pillars();
    AtaxiaCourse ataxia = reading.ataxia();
    LocalDate today = patient.consultationDate();
    List<ClinicalStatement> behaviour =
        pillars.of(C).isPresent() ? pillars.of(C).counted() : List.of();
    boolean lostSpeechOrSkills =
        current(
            patient, findings, site, FindingId.LOSS_OF_SPEECH, FindingId.DEVELOPMENTAL_REGRESSION);
    boolean currentAtaxia = ataxia.isPresent() && inEpisode(episode, FindingId.ATAXIA);
    boolean nystagmus =
        findings.present(FindingId.NYSTAGMUS).stream().anyMatch(each -> !each.isOver());
    boolean newAtaxia =
        currentAtaxia && ataxia.isNewWithin(site.windows().pillarWindowDays(), today);
    return new SuspicionTiers.Signs(
        PillarReader.isAdult(patient) ? -1 : ageAtOnset(patient, episode),
        isMarked(behaviour) || lasts(behaviour, today),
        inEpisode(episode, FindingId.MYOCLONUS) || inEpisode(episode, FindingId.POLYMINIMYOCLONUS),
        lostSpeechOrSkills || current(patient, findings, site, FindingId.LOSS_OF_AMBULATION),
        lostSpeechOrSkills,
        currentAtaxia,
        ataxia.lastingDays().orElse(-1),
        ataxia.relapsed(),
        reading.alternatives().stream().anyMatch(each -> each.explains().contains(Pillar.B)),
        behaviour.stream()
            .anyMatch(each ->
                ChronoUnit.DAYS.between(each.firstDay(today), today)
                    <= site.windows().newBehaviourDays()),
        newAtaxia && (pillars.of(A).isPossible() || nystagmus),
        pastEyes(patient, episode),
        diagnosis.state() == Diagnosis.State.SUSPECTED,
        site.windows().persistentDays(),
        site.windows().persistentHardDays());
  }

  private static long ageAtOnset(PatientRecord patient, Episode episode) {
    Optional<LocalDate> onset = episode.neuroOnset();
    return patient.ageInMonths(onset.orElse(patient.consultationDate())).orElse(-1);
  }

  private static boolean isMarked(List<ClinicalStatement> behaviour) {
    return behaviour.stream()
        .anyMatch(each ->
            each.finding() == FindingId.RAGE_OR_INCONSOLABLE
                || each.finding() == FindingId.INSOMNIA);
  }

  private static boolean lasts(List<ClinicalStatement> behaviour, LocalDate today) {
    Optional<LocalDate> first =
        behaviour.stream().map(each -> each.firstDay(today)).min(LocalDate::compareTo);
    Optional<LocalDate> last =
        behaviour.stream()
            .map(each -> each.isStanding() ? today : each.lastSaid(today))
            .max(LocalDate::compareTo);
    return first.isPresent()
        && last.isPresent()
        && ChronoUnit.DAYS.between(first.get(), last.get()) >= LASTING_BEHAVIOUR_DAYS;
  }

  private static boolean inEpisode(Episode episode, FindingId finding) {
    return episode.current().getOrDefault(Pillar.B, List.of()).stream()
        .anyMatch(each -> each.isPresent() && each.finding() == finding);
  }

  /** Eyes recorded before the current window, at an age at which they were no neonatal form. */
  private static boolean pastEyes(PatientRecord patient, Episode episode) {
    return episode.past().getOrDefault(A, List.of()).stream()
        .filter(ClinicalStatement::isPresent)
        .map(each -> patient.ageInMonths(each.firstDay(patient.consultationDate())))
        .anyMatch(age -> age.isEmpty() || age.getAsLong() >= SuspicionTiers.RED_FLAG_FROM_MONTHS);
  }

  private static boolean current(
      PatientRecord patient, Findings findings, SiteSettings site, FindingId... ids) {
    LocalDate today = patient.consultationDate();
    return findings.present(ids).stream()
        .filter(each -> !each.isOver())
        .anyMatch(each ->
            ChronoUnit.DAYS.between(each.lastSaid(today), today) <= site.windows().currentDays());
  }
}
