package org.omscds.knowledge;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every finding that the medicine speaks of. What shows a finding (codes, phrases) is data in
 * {@code findings.yaml}, which must describe each of these once.
 */
public enum FindingId {
  OPSOCLONUS("F-OPS"),
  OCULAR_FLUTTER("F-FLU"),
  ABNORMAL_EYE_MOVEMENT("F-EYE"),
  MYOCLONUS("F-MYO"),
  POLYMINIMYOCLONUS("F-PMM"),
  ATAXIA("F-ATX"),
  TREMOR("F-TRE"),
  BEHAVIOUR_CHANGE("F-BEH"),
  RAGE_OR_INCONSOLABLE("F-RAG"),
  SLEEP_DISTURBANCE("F-SLP"),
  INSOMNIA("F-INS"),
  NEUROBLASTIC_TUMOUR("F-NBT"),
  SUSPICIOUS_MASS("F-MAS"),
  RAISED_CATECHOLAMINES("F-CAT"),
  MIBG_UPTAKE("F-MIB"),
  HORNER_SYNDROME("F-HOR"),
  LOSS_OF_SPEECH("F-LOS"),
  DEVELOPMENTAL_REGRESSION("F-REG"),
  LOSS_OF_AMBULATION("F-AMB"),
  RECOVERED_GAIT("F-REC"),
  OSCILLOPSIA("A-OSC"),
  NYSTAGMUS("M-NYS"),
  SQUARE_WAVE_JERKS("M-SWJ"),
  VOLUNTARY_FLUTTER("M-VOL"),
  POSITIONAL_VERTICAL_OPSOCLONUS("M-BPV"),
  SPASMUS_NUTANS("M-SPN"),
  GLUT1_EYE_HEAD_MOVEMENTS("M-GLU"),
  EPILEPSY("M-EPI"),
  SLEEP_MYOCLONUS("M-SLM"),
  CHRONIC_ATAXIA("M-CHR"),
  WEAKNESS_OR_PAIN("M-WKN"),
  CNS_INFECTION("M-INF"),
  POSTERIOR_FOSSA_TUMOUR("M-PFT"),
  DEMYELINATION("M-DEM"),
  AUTOIMMUNE_ENCEPHALITIS("M-AIE"),
  MILLER_FISHER_OR_GUILLAIN_BARRE("M-GBS"),
  TOXIC_CAUSE("M-TOX"),
  METABOLIC_CAUSE("M-MET"),
  FUNCTIONAL_DISORDER("M-FUN"),
  FEVER("F-FEV"),
  SYSTEMIC_INFECTION("T-INF"),
  OMS("DX-OMS");

  private static final Map<String, FindingId> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(f -> f.id, Function.identity()));

  private final String id;

  FindingId(String id) {
    this.id = id;
  }

  /** The id as the data files and the documents spell it. */
  public String id() {
    return id;
  }

  /** The finding of that id, or empty. */
  public static Optional<FindingId> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
