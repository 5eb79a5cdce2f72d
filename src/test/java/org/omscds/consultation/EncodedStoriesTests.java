package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.VignetteTests.Expected;
import org.omscds.consultation.VignetteTests.Vignette;
import tools.jackson.databind.JsonNode;

/**
 * Every published story gives the same verdict and the same cards, however the EHR writes its
 * findings.
 */
class EncodedStoriesTests {

  /** A story in one encoding, with what the story expects of its consultation. */
  record Encoded(Vignette story, Encoding encoding, Encoding.Written written) {
    @Override
    public String toString() {
      return story.name() + " in " + encoding;
    }
  }

  static List<Encoded> stories() {
    List<Encoded> stories = new ArrayList<>();
    for (Path folder : Charts.vignettes()) {
      if (folder.getFileName().toString().startsWith("v")) {
        for (Encoding encoding : Encoding.values()) {
          JsonNode request = Charts.request(folder.resolve("record.json"));
          stories.add(new Encoded(VignetteTests.read(folder), encoding, encoding.write(request)));
        }
      }
    }
    return stories;
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theVerdictIsTheSame(Encoded encoded) {
    Expected expected = encoded.story().expected();
    Consultation consultation = Charts.consult(encoded.written().request());

    assertThat(consultation.assessment().tier().name()).isEqualTo(expected.tier());
    assertThat(consultation.assessment().criteria().verdict().name()).isEqualTo(expected.verdict());
    assertThat(consultation.assessment().criteria().count()).isEqualTo(expected.count());
    assertThat(VignetteTests.pillars(consultation)).isEqualTo(expected.pillars());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theCardsAreTheSame(Encoded encoded) {
    assertThat(Charts.consult(encoded.written().request()).recommendations().shown())
        .extracting(shown ->
            shown.card().id() + " " + shown.row().indicator().name().toLowerCase(Locale.ROOT))
        .isEqualTo(encoded.story().expected().cards());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void atLeastOneMeaningIsWrittenAnew(Encoded encoded) {
    assertThat(encoded.written().meanings()).isNotEmpty();
  }

  @Test
  void noTwoEncodingsOfAStoryAreAlike() {
    Set<String> requests = new HashSet<>();
    assertThat(stories())
        .allSatisfy(each ->
            assertThat(requests.add(each.written().request().toString()))
                .as(each.toString())
                .isTrue());
  }
}
