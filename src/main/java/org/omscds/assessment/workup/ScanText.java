package org.omscds.assessment.workup;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.ImagingDefinition;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.PhraseIndex.Hit;
import org.omscds.knowledge.Words;

/**
 * Reads from the text of a scan's report which regions were imaged: those of a title such as "MRI
 * neck, chest, abdomen and pelvis with contrast", and those that were left out. A region that the
 * text only mentions counts as neither.
 */
final class ScanText {

  /**
   * Words of which a sentence about the extent of a scan holds one, or it begins with the phrase.
   */
  private static final Set<String> EXTENT =
      Set.of("study", "scan", "examination", "exam", "imaging", "coverage", "images", "mri", "ct");

  private final PhraseIndex<Set<BodyRegion>> regions = new PhraseIndex<>();
  private final PhraseIndex<String> modalities = new PhraseIndex<>();
  private final PhraseIndex<Boolean> otherScans = new PhraseIndex<>();
  private final PhraseIndex<Boolean> notCovered = new PhraseIndex<>();
  private final PhraseIndex<Boolean> limitedTo = new PhraseIndex<>();
  private final PhraseIndex<Boolean> otherOccasion = new PhraseIndex<>();
  private final PhraseIndex<Boolean> genericReports = new PhraseIndex<>();
  private final Set<String> insideTitles;
  private final PhraseIndex<Boolean> noTumour = new PhraseIndex<>();
  private final Set<String> tumourWords;

  ScanText(ImagingDefinition imaging) {
    imaging
        .regionWords()
        .forEach((region, words) ->
            words.forEach(word ->
                regions.add(
                    word, EnumSet.of(BodyRegion.valueOf(region.toUpperCase(Locale.ROOT))))));
    imaging.wholeBodyWords().forEach(word -> regions.add(word, EnumSet.allOf(BodyRegion.class)));
    imaging.neither().forEach(word -> regions.add(word, Set.of()));
    imaging
        .modalityWords()
        .forEach((modality, words) -> words.forEach(word -> modalities.add(word, modality)));
    addAll(imaging.otherScans(), otherScans);
    addAll(imaging.notCovered(), notCovered);
    addAll(imaging.limitedTo(), limitedTo);
    addAll(imaging.otherOccasion(), otherOccasion);
    addAll(imaging.genericReports(), genericReports);
    addAll(imaging.noTumour(), noTumour);
    this.tumourWords = new HashSet<>(imaging.tumourWords());
    this.insideTitles = new HashSet<>(imaging.insideTitles());
  }

  private static void addAll(List<String> words, PhraseIndex<Boolean> index) {
    words.forEach(word -> index.add(word, Boolean.TRUE));
  }

  /** Whether a report's name tells no modality, such as "Radiology report". */
  boolean isGeneric(String name) {
    return !genericReports.findInName(name).isEmpty();
  }

  /** The regions of the scan titles in a text, by modality. */
  Map<String, Set<BodyRegion>> titles(String text) {
    if (!modalities.mayStandIn(text)) {
      return Map.of();
    }
    Map<String, Set<BodyRegion>> titles = new HashMap<>();
    for (List<String> sentence : sentences(text)) {
      for (Hit<String> modality : modalities.find(sentence)) {
        boolean another =
            !otherOccasion.find(sentence.subList(0, modality.start())).isEmpty()
                || !otherScans.find(sentence).isEmpty();
        if (!another) {
          titles
              .computeIfAbsent(
                  modality.meanings().getFirst(), _ -> EnumSet.noneOf(BodyRegion.class))
              .addAll(around(modality, sentence));
        }
      }
    }
    return titles;
  }

  /** The regions that a text says were not imaged. */
  Set<BodyRegion> notImaged(String text) {
    if (!notCovered.mayStandIn(text) && !limitedTo.mayStandIn(text)) {
      return Set.of();
    }
    Set<BodyRegion> missing = EnumSet.noneOf(BodyRegion.class);
    for (List<String> sentence : sentences(text)) {
      missing.addAll(leftOut(sentence));
      for (Hit<Boolean> limit : limitedTo.find(sentence)) {
        Set<BodyRegion> only = listAt(limit.end(), sentence);
        boolean ofTheScan = limit.start() == 0 || sentence.stream().anyMatch(EXTENT::contains);
        if (ofTheScan && !only.isEmpty()) {
          Set<BodyRegion> others = EnumSet.allOf(BodyRegion.class);
          others.removeAll(only);
          missing.addAll(others);
        }
      }
    }
    return missing;
  }

  /**
   * The regions beside "not imaged", from comma to comma; a list before it belongs to it unless the
   * list is that of a scan's title.
   */
  private Set<BodyRegion> leftOut(List<String> sentence) {
    Set<BodyRegion> missing = EnumSet.noneOf(BodyRegion.class);
    Set<BodyRegion> list = EnumSet.noneOf(BodyRegion.class);
    boolean title = false;
    for (List<String> part : Words.split(sentence, Words.PAUSE)) {
      Set<BodyRegion> named = named(part);
      if (!notCovered.find(part).isEmpty()) {
        missing.addAll(named);
        if (!title) {
          missing.addAll(list);
        }
        list.clear();
        title = false;
      } else if (!modalities.find(part).isEmpty()) {
        title = true;
      } else if (isOnlyAList(part)) {
        list.addAll(named);
      } else {
        list.clear();
        title = false;
      }
    }
    return missing;
  }

  /** Whether a text says that no tumour was seen, and speaks of none beside that. */
  boolean saysNoTumour(String text) {
    if (!noTumour.mayStandIn(text)) {
      return false;
    }
    List<String> words = new ArrayList<>(Words.of(text));
    List<Hit<Boolean>> hits = noTumour.find(words);
    for (Hit<Boolean> hit : hits.reversed()) {
      words.subList(hit.start(), hit.end()).clear();
    }
    return !hits.isEmpty() && words.stream().noneMatch(tumourWords::contains);
  }

  private Set<BodyRegion> named(List<String> words) {
    Set<BodyRegion> named = EnumSet.noneOf(BodyRegion.class);
    regions.find(words).forEach(hit -> hit.meanings().forEach(named::addAll));
    return named;
  }

  private boolean isOnlyAList(List<String> words) {
    return listEnd(0, words) == words.size();
  }

  /** The regions of the list that begins at a word and holds nothing but regions and fillers. */
  private Set<BodyRegion> listAt(int start, List<String> words) {
    return named(words.subList(start, listEnd(start, words)));
  }

  /** The list behind a modality, and the regions right before it: "whole body MRI". */
  private Set<BodyRegion> around(Hit<String> modality, List<String> sentence) {
    Set<BodyRegion> around = EnumSet.noneOf(BodyRegion.class);
    around.addAll(listAt(modality.end(), sentence));
    Map<Integer, Hit<Set<BodyRegion>>> byEnd = new HashMap<>();
    regions.find(sentence).forEach(hit -> byEnd.put(hit.end(), hit));
    int at = modality.start();
    for (Hit<Set<BodyRegion>> before = byEnd.get(at); before != null; before = byEnd.get(at)) {
      before.meanings().forEach(around::addAll);
      at = before.start();
      at = at > 0 && sentence.get(at - 1).equals("and") ? at - 1 : at;
    }
    return around;
  }

  private int listEnd(int start, List<String> words) {
    Map<Integer, Integer> ends = new HashMap<>();
    regions.find(words).forEach(hit -> ends.put(hit.start(), hit.end()));
    int at = start;
    while (at < words.size()) {
      Integer end = ends.get(at);
      if (end == null && !insideTitles.contains(words.get(at))) {
        return at;
      }
      at = end == null ? at + 1 : end;
    }
    return at;
  }

  private static List<List<String>> sentences(String text) {
    return Words.split(Words.of(text), Words.SENTENCE_END);
  }
}
