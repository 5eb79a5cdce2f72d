package org.omscds.assessment.course;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.ScaleItem;
import org.omscds.knowledge.ScaleVersion;
import org.omscds.knowledge.SeverityScaleDefinition;
import org.omscds.knowledge.Words;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;

/** Recognises the severity scale, its versions and items by local code or by name. */
final class ScaleWords {

  private static final String SCALE_CODE = "oms-severity";
  private static final String VERSION_CODE = "scale-version";
  private static final String TOTAL_CODE = "total";

  private final PhraseIndex<Boolean> names = new PhraseIndex<>();
  private final PhraseIndex<Boolean> totals = new PhraseIndex<>();
  private final PhraseIndex<Boolean> versionNames = new PhraseIndex<>();
  private final PhraseIndex<ScaleVersion> versions = new PhraseIndex<>();
  private final PhraseIndex<ScaleItem> items = new PhraseIndex<>();

  ScaleWords(SeverityScaleDefinition scale) {
    scale.names().forEach(name -> names.add(name, Boolean.TRUE));
    scale.totals().forEach(name -> totals.add(name, Boolean.TRUE));
    scale.versionNames().forEach(name -> versionNames.add(name, Boolean.TRUE));
    for (SeverityScaleDefinition.VersionWords each : scale.versions()) {
      each.words().forEach(word -> versions.add(word, each.version()));
    }
    for (SeverityScaleDefinition.ItemWords each : scale.items()) {
      each.words().forEach(word -> items.add(word, each.item()));
    }
  }

  boolean namesScale(Concept concept) {
    return hasCode(concept, SCALE_CODE) || concept.names().stream().anyMatch(this::namesScale);
  }

  boolean namesScale(String text) {
    return !names.find(text).isEmpty();
  }

  boolean isTotal(Concept concept) {
    return hasCode(concept, TOTAL_CODE)
        || concept.names().stream().anyMatch(text -> isWhole(totals, text));
  }

  boolean isVersion(Concept concept) {
    return hasCode(concept, VERSION_CODE)
        || concept.names().stream().anyMatch(text -> isWhole(versionNames, text));
  }

  Set<ScaleVersion> versions(Concept concept) {
    Set<ScaleVersion> found = EnumSet.noneOf(ScaleVersion.class);
    concept.names().stream().forEach(text -> found.addAll(versions(text)));
    Stream.of(ScaleVersion.values())
        .filter(version -> hasCode(concept, version.name()))
        .forEach(found::add);
    return found;
  }

  Set<ScaleVersion> versions(String text) {
    Set<ScaleVersion> found = EnumSet.noneOf(ScaleVersion.class);
    versions.find(text).forEach(hit -> found.addAll(hit.meanings()));
    return found;
  }

  /** The item that a component is about: by code, else by the first word that names one. */
  Optional<ScaleItem> item(Concept concept) {
    Optional<ScaleItem> coded =
        Stream.of(ScaleItem.values())
            .filter(
                item -> hasCode(concept, item.name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .findFirst();
    return coded.or(() ->
        concept.names().stream()
            .flatMap(text -> items.find(text).stream())
            .flatMap(hit -> hit.meanings().stream())
            .findFirst());
  }

  /** Whether a name is all that a text says. */
  private static boolean isWhole(PhraseIndex<Boolean> index, String text) {
    List<String> words = Words.of(text);
    return index.find(words).stream()
        .anyMatch(hit -> hit.start() == 0 && hit.end() == words.size());
  }

  private static boolean hasCode(Concept concept, String code) {
    return concept.codings().stream().anyMatch(coding -> isCode(coding, code));
  }

  private static boolean isCode(Coding coding, String code) {
    return coding.system().equals(SeverityScaleDefinition.SYSTEM) && coding.code().equals(code);
  }
}
