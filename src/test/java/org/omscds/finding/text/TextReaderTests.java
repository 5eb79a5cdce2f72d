package org.omscds.finding.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.finding.text.Mention.Assertion;
import org.omscds.patient.Speaker;

/** What the text reader makes of sentences as charts hold them. */
class TextReaderTests {

  private final TextReader reader = new TextReader(Charts.KNOWLEDGE);

  @ParameterizedTest(name = "\"{0}\" says of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Opsoclonus on examination today | OPSOCLONUS | AFFIRMED
          dancing eyes since Monday | OPSOCLONUS | AFFIRMED
          Chaotic, multidirectional saccades | OPSOCLONUS | AFFIRMED
          No opsoclonus | OPSOCLONUS | NEGATED
          no nystagmus, opsoclonus or flutter | OPSOCLONUS | NEGATED
          Denies ataxia, tremor, rage | RAGE_OR_INCONSOLABLE | NEGATED
          Without opsoclonus | OPSOCLONUS | NEGATED
          Opsoclonus was not seen | OPSOCLONUS | NEGATED
          Opsoclonus: absent | OPSOCLONUS | NEGATED
          Eyes: no opsoclonus | OPSOCLONUS | NEGATED
          Tremor: none, ataxia: marked | ATAXIA | AFFIRMED
          Family history: neuroblastoma | NEUROBLASTIC_TUMOUR | FAMILY_HISTORY
          Neuroblastoma ruled out | NEUROBLASTIC_TUMOUR | NEGATED
          Rule out neuroblastoma | NEUROBLASTIC_TUMOUR | UNCERTAIN
          to exclude neuroblastoma | NEUROBLASTIC_TUMOUR | HYPOTHETICAL
          Mass suspicious for neuroblastoma | NEUROBLASTIC_TUMOUR | UNCERTAIN
          ?opsoclonus | OPSOCLONUS | UNCERTAIN
          possible ocular flutter | OCULAR_FLUTTER | UNCERTAIN
          No fever, ataxia for 3 days | ATAXIA | AFFIRMED
          No fever. Ataxia. | ATAXIA | AFFIRMED
          No improvement of ataxia | ATAXIA | AFFIRMED
          5-day history of ataxia | ATAXIA | AFFIRMED
          History of ataxia | ATAXIA | HISTORICAL
          History of unsteadiness since Tuesday | ATAXIA | AFFIRMED
          previously healthy toddler with ataxia | ATAXIA | AFFIRMED
          Family history of neuroblastoma | NEUROBLASTIC_TUMOUR | FAMILY_HISTORY
          brother with neuroblastoma | NEUROBLASTIC_TUMOUR | FAMILY_HISTORY
          Return if ataxia or rage | ATAXIA | HYPOTHETICAL
          Watch for opsoclonus | OPSOCLONUS | HYPOTHETICAL
          irritable and not sleeping | INSOMNIA | AFFIRMED
          won't sleep | INSOMNIA | AFFIRMED
          She has stopped walking | LOSS_OF_AMBULATION | AFFIRMED
          no longer walking | LOSS_OF_AMBULATION | AFFIRMED
          Ataxia has resolved | RECOVERED_GAIT | AFFIRMED
          nystagmus, not opsoclonus | OPSOCLONUS | NEGATED
          Denies headache but has opsoclonus | OPSOCLONUS | AFFIRMED
          No nystagmus but opsoclonus is seen | OPSOCLONUS | AFFIRMED
          opsoclonus cannot be excluded | OPSOCLONUS | UNCERTAIN
          Kein Opsoklonus | OPSOCLONUS | NEGATED
          Kinsbourne syndrome | OMS | AFFIRMED
          opsoclonus-myoclonus syndrome | OMS | AFFIRMED
          myoclonic epilepsy | EPILEPSY | AFFIRMED
          No vomiting, opsoclonus present, ataxic on sitting or standing | OPSOCLONUS | AFFIRMED
          No fever, marked ataxia, cannot sit or stand | ATAXIA | AFFIRMED
          Denies fever, reports unsteady gait | ATAXIA | AFFIRMED
          Negative for fever, positive for unsteady gait | ATAXIA | AFFIRMED
          h/o neuroblastoma p/w ataxia | ATAXIA | AFFIRMED
          MRI to exclude neuroblastoma given opsoclonus | OPSOCLONUS | AFFIRMED
          Possible neuroblastoma with opsoclonus | OPSOCLONUS | AFFIRMED
          Suspected OMAS: opsoclonus, ataxia | OPSOCLONUS | AFFIRMED
          Maternal concern about ataxia | ATAXIA | AFFIRMED
          She should be seen by neurology for ataxia | ATAXIA | AFFIRMED
          Opsoclonus: No. Myoclonus: No. | OPSOCLONUS | NEGATED
          Ataxia - no; opsoclonus - no | ATAXIA | NEGATED
          Nil opsoclonus | OPSOCLONUS | NEGATED
          Opsoclonus was not appreciated | OPSOCLONUS | NEGATED
          no ataxia/tremor/opsoclonus | OPSOCLONUS | NEGATED
          w/o opsoclonus | OPSOCLONUS | NEGATED
          [ ] opsoclonus [x] none | OPSOCLONUS | NEGATED
          Negative for fever, rash, cough, vomiting, seizures, headache, weakness, ataxia | ATAXIA | NEGATED
          Red flags explained to parents: dancing eyes, ataxia | ATAXIA | HYPOTHETICAL
          Levetiracetam may cause ataxia | ATAXIA | HYPOTHETICAL
          Discussed with neurology: opsoclonus | OPSOCLONUS | AFFIRMED
          Wide based gait normal for age | ATAXIA | NEGATED
          likely post-viral ataxia | ATAXIA | AFFIRMED
          likely ataxia | ATAXIA | UNCERTAIN
          facial twitching | MYOCLONUS | UNCERTAIN
          """)
  void readsPolarity(String text, String finding, Assertion assertion) {
    assertThat(reader.read(text))
        .filteredOn(mention -> mention.finding().name().equals(finding))
        .extracting(Mention::assertion)
        .containsExactly(assertion);
  }

  @ParameterizedTest(name = "\"{0}\" does not speak of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          benign sleep myoclonus | MYOCLONUS
          square wave jerks | MYOCLONUS
          myoclonic epilepsy | MYOCLONUS
          ataxia telangiectasia | ATAXIA
          Friedreich's ataxia | ATAXIA
          opsoclonus-myoclonus syndrome | OPSOCLONUS
          opsoclonus-myoclonus syndrome | MYOCLONUS
          OMS consult for wisdom teeth | OMS
          OMA, ear drops given | OMS
          voluntary flutter | OCULAR_FLUTTER
          Eyes: fixes and follows | OPSOCLONUS
          discouraged | RAGE_OR_INCONSOLABLE
          The storage of samples | RAGE_OR_INCONSOLABLE
          knee jerks brisk | MYOCLONUS
          wobbly tooth | ATAXIA
          aggressive fluid resuscitation | RAGE_OR_INCONSOLABLE
          OMS clinic, facial twitching | OMS
          OMS clinic, no opsoclonus | OMS
          """)
  void longerPhrasesShieldShorterOnes(String text, String finding) {
    assertThat(reader.read(text)).noneMatch(mention -> mention.finding().name().equals(finding));
  }

  @Test
  void findingsInAListStayApart() {
    assertThat(reader.read("Exam: opsoclonus, myoclonus and ataxia."))
        .extracting(mention -> mention.finding().id())
        .containsExactly("F-OPS", "F-MYO", "F-ATX");
  }

  @Test
  void anAbbreviationCountsBesideASecondTerm() {
    assertThat(reader.read("OMS with opsoclonus"))
        .extracting(mention -> mention.finding().id())
        .containsExactlyInAnyOrder("F-OPS", "DX-OMS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mother reports dancing eyes | FAMILY
          Dancing eyes per mom | FAMILY
          Parents say his eyes are dancing, and he falls over | FAMILY
          Dancing eyes seen in clinic | CLINICIAN
          Mother reports poor sleep. On examination opsoclonus. | CLINICIAN
          """)
  void theSpeakerOfTheEyesIsTold(String text, Speaker speaker) {
    assertThat(reader.read(text))
        .filteredOn(mention -> mention.finding().id().equals("F-OPS"))
        .extracting(Mention::speaker)
        .containsExactly(speaker);
  }
}
