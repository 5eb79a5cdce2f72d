package org.omscds.knowledge;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a site may set, in small records by subject. Each component of these is one property under
 * {@code omscds.site}, in kebab-case; docs/settings.md explains each. Their constructors refuse
 * what does not fit together, in a message that begins with the name of the property.
 *
 * @param lookBackDays by order id: how old a result may be and still count as done, where the site
 *     departs from {@code orders.yaml}
 * @param catalogue by order id: the code that the order has in the site's own catalogue
 */
public record SiteSettings(
    Windows windows,
    CourseWindows course,
    CareWindows care,
    Criteria criteria,
    Proposals proposals,
    Cards cards,
    Links links,
    Map<String, Integer> lookBackDays,
    Map<String, CatalogueCode> catalogue) {

  public SiteSettings {
    lookBackDays = Map.copyOf(lookBackDays);
    catalogue = Map.copyOf(catalogue);
  }

  /** The defaults, each explained in docs/settings.md. */
  public static SiteSettings defaults() {
    return new SiteSettings(
        new Windows(90, 180, 180, 21, 7, 14, 28, 7, 30, 180, 5),
        new CourseWindows(14, 3, 7, 30, 14, 14, 42, 84, 42, 90),
        new CareWindows(180, 90, 90, 90, 7, 30, 365, 14, 28),
        new Criteria(true, false),
        new Proposals(true, ChildFirstLine.NONE, AdultFirstLine.NONE),
        new Cards(3, SafetyScope.OMS_ONLY, ""),
        new Links("", "", ""),
        Map.of(),
        Map.of());
  }

  /** The code of an order in the site's own catalogue, where it has one. */
  public Optional<CatalogueCode> catalogueCode(String order) {
    return Optional.ofNullable(catalogue.get(order));
  }

  /**
   * Which signs belong together and how long they count. The published criteria give no windows:
   * all are [PROPOSAL]s but the one for the tumour, which is of the trial ANBL00P3.
   *
   * @param pillarWindowDays W_PILLAR: eyes, motor and behaviour must begin inside one window
   * @param currentDays W_CURRENT: older statements do not count for tiers
   * @param tumourContemporaryDays W_TUMOUR_CONTEMP: tumour and neurological onset belong together
   * @param steroidConfoundDays behaviour that begins this soon after a steroid may be its effect
   * @param absenceExpiryDays how long an explicit negative counts: opsoclonus comes and goes
   * @param persistentDays PERSIST_FLAG: ataxia without recovery
   * @param persistentHardDays PERSIST_HARD: beyond the longest benign course
   * @param ataxiaEvidenceDays how fresh the last word of ataxia must be for it to count as lasting
   * @param clueDays how fresh a clue of a mimic must be for the mimic to be named
   * @param newBehaviourDays behaviour that began longer ago is not new
   * @param cancerYears how long a cancer that is over still counts for an adult
   */
  public record Windows(
      int pillarWindowDays,
      int currentDays,
      int tumourContemporaryDays,
      int steroidConfoundDays,
      int absenceExpiryDays,
      int persistentDays,
      int persistentHardDays,
      int ataxiaEvidenceDays,
      int clueDays,
      int newBehaviourDays,
      int cancerYears) {

    public Windows {
      if (persistentHardDays < persistentDays) {
        throw new IllegalArgumentException(
            "persistent-hard-days is '"
                + persistentHardDays
                + "'; give at least the persistent-days of "
                + persistentDays);
      }
    }
  }

  /**
   * How known OMS is followed. No single definition of relapse is accepted: all are [PROPOSAL]s but
   * week 12, which is the escalation step of the trial NCT01868269.
   *
   * @param relapseStableDays stable or improved for so long before a relapse
   * @param relapseLastingDays a relapse lasts at least so long
   * @param illnessRecoveryDays a worsening gone so soon after a febrile illness is no relapse
   * @param reductionDays a relapse this soon after a steroid or ACTH ended belongs to it
   * @param infectionTriggerDays an infection this long before a worsening goes with it
   * @param responseFirstDay the first checkpoint after a treatment began, give or take a week
   * @param responseSecondDay the second checkpoint, from a week before
   * @param responseThirdDay the third checkpoint, from a week before
   * @param scoreEveryDays no severity score for longer than this, on treatment, is one too few
   * @param baselineScoreDays a score from longer before the treatment is no baseline
   */
  public record CourseWindows(
      int relapseStableDays,
      int relapseLastingDays,
      int illnessRecoveryDays,
      int reductionDays,
      int infectionTriggerDays,
      int responseFirstDay,
      int responseSecondDay,
      int responseThirdDay,
      int scoreEveryDays,
      int baselineScoreDays) {

    /** How long before and after its day a checkpoint may be looked at. */
    public static final int CHECKPOINT_MARGIN_DAYS = 7;

    private static final int LAST_CHECKPOINT_DAY = 365;

    public CourseWindows {
      atLeast("response-first-day", responseFirstDay, CHECKPOINT_MARGIN_DAYS + 1);
      int second = responseFirstDay + 2 * CHECKPOINT_MARGIN_DAYS + 1;
      atLeast("response-second-day", responseSecondDay, second);
      atLeast("response-third-day", responseThirdDay, responseSecondDay + 1);
      if (responseThirdDay > LAST_CHECKPOINT_DAY) {
        throw new IllegalArgumentException(
            "response-third-day is '"
                + responseThirdDay
                + "'; give at most "
                + LAST_CHECKPOINT_DAY);
      }
    }

    private static void atLeast(String property, int value, int least) {
      if (value < least) {
        throw new IllegalArgumentException(
            property + " is '" + value + "'; give at least " + least);
      }
    }
  }

  /**
   * How recent something must be for the next step of care; all [PROPOSAL]s.
   *
   * @param recentOnsetDays how recent onset or signs must be for a first treatment to be proposed
   * @param neurologyPlanDays how recently neurology was asked, for a plan to be assumed
   * @param specialistDays how recently neurology was asked, for an escalation to be shown
   * @param tumourImagingDays how old a scan of the tumour search may be
   * @param feverDays how recent a fever or the start of an antimicrobial must be to count as active
   * @param infectionDays how recent the word of an infection must be to count as active
   * @param hepatitisBDays how old a negative hepatitis B result may be
   * @param mibgDays how long after its end a drug still spoils an MIBG scan
   * @param liveVaccineDays how recent a live vaccine must be to be named before treatment
   */
  public record CareWindows(
      int recentOnsetDays,
      int neurologyPlanDays,
      int specialistDays,
      int tumourImagingDays,
      int feverDays,
      int infectionDays,
      int hepatitisBDays,
      int mibgDays,
      int liveVaccineDays) {}

  /**
   * How the fourth pillar is read.
   *
   * @param allowAntibodyForDInAdults whether a confirmed high-risk antibody counts for pillar D
   *     (variant V4)
   * @param allowAntibodyForDInChildren the same under 18 years
   */
  public record Criteria(boolean allowAntibodyForDInAdults, boolean allowAntibodyForDInChildren) {}

  /**
   * What C26 proposes.
   *
   * @param medicationProposals whether it may propose drugs
   * @param starredFirstLineChildren the option that is marked as recommended for children
   * @param starredFirstLineAdults the option that is marked as recommended for adults
   */
  public record Proposals(
      boolean medicationProposals,
      ChildFirstLine starredFirstLineChildren,
      AdultFirstLine starredFirstLineAdults) {

    /** Whether the site marks this option of C26 as recommended; by the suggestion's id. */
    public boolean stars(String suggestion) {
      return suggestion.equals(idOf(starredFirstLineChildren))
          || suggestion.equals(idOf(starredFirstLineAdults));
    }
  }

  /** A first-line option of C26 for children; none by default, as centres differ. */
  public enum ChildFirstLine {
    NONE,
    STEROID_IVIG,
    ACTH_IVIG,
    STEROID
  }

  /** A first-line option of C26 for adults; none by default, as centres differ. */
  public enum AdultFirstLine {
    NONE,
    METHYLPREDNISOLONE_IVIG
  }

  /** For whom the safety cards C11 and C13 are shown. */
  public enum SafetyScope {
    /** Patients with OMS on record or suspected. */
    OMS_ONLY,
    ALL_PATIENTS
  }

  /**
   * How cards look.
   *
   * @param cardLimit how many cards an answer shows
   * @param safetyScope for whom the safety cards C11 and C13 are shown
   * @param disclaimer what a card says after "Decision support only."; empty for nothing
   */
  public record Cards(int cardLimit, SafetyScope safetyScope, String disclaimer) {

    private static final int LONGEST_DISCLAIMER = 300;

    public Cards {
      if (disclaimer.length() > LONGEST_DISCLAIMER || !disclaimer.matches("[^\\p{Cntrl}<>]*")) {
        throw new IllegalArgumentException(
            "disclaimer is '"
                + disclaimer
                + "'; give one line of at most "
                + LONGEST_DISCLAIMER
                + " characters without < and >");
      }
    }
  }

  /**
   * The site's own pages; an empty address stands for none.
   *
   * @param pathwayUrl the local pathway, linked from C01, C02 and C26
   * @param formularyUrl the local formulary, which takes the place of product labelling
   * @param knowledgeUrl the page of the knowledge of this service, as browsers of clinicians reach
   *     it; every card links to its entry
   */
  public record Links(String pathwayUrl, String formularyUrl, String knowledgeUrl) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Links {
      check("pathway-url", pathwayUrl);
      check("formulary-url", formularyUrl);
      check("knowledge-url", knowledgeUrl);
      if (knowledgeUrl.contains("#")) {
        throw new IllegalArgumentException(
            "knowledge-url is '"
                + knowledgeUrl
                + "'; give the address of the page without #, which is for the entry of each card");
      }
    }

    /** The address of the entry of a card in the page of the knowledge, where the site has one. */
    public Optional<String> entryOf(CardDefinition card) {
      return knowledgeUrl.isEmpty()
          ? Optional.empty()
          : Optional.of(knowledgeUrl + "#card/" + card.id());
    }

    /** A source as the site shows it: product labelling is read in the local formulary. */
    public Source localised(Source source) {
      return source.isProductLabelling() && !formularyUrl.isEmpty()
          ? new Source(
              source.key(), "Product labelling (local formulary)", source.citation(), formularyUrl)
          : source;
    }

    private static void check(String property, String url) {
      if (!url.isEmpty() && !isAllowed(url)) {
        throw new IllegalArgumentException(
            property
                + " is '"
                + url
                + "'; give an address that begins with https://, or with http:// on this machine");
      }
    }

    private static boolean isAllowed(String text) {
      try {
        URI url = new URI(text);
        if (url.getHost() == null || url.getScheme() == null || url.getUserInfo() != null) {
          return false;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return switch (url.getScheme().toLowerCase(Locale.ROOT)) {
          case "https" -> true;
          case "http" -> LOOPBACK.contains(host);
          default -> false;
        };
      } catch (URISyntaxException _) {
        return false;
      }
    }
  }

  /**
   * The code of an order in the site's own catalogue.
   *
   * @param display the catalogue's name for it; may be empty
   * @param replace whether it takes the place of the code in {@code urn:oms-cds:order}
   */
  public record CatalogueCode(String system, String code, String display, boolean replace) {

    public CatalogueCode {
      if (!system.matches("(https?://|urn:)\\S+")) {
        throw new IllegalArgumentException(
            "system is '" + system + "'; give a URI that begins with http://, https:// or urn:");
      }
      if (!code.matches("\\S+( \\S+)*")) {
        throw new IllegalArgumentException(
            "code is '" + code + "'; give the code of this order in that system");
      }
    }
  }

  /** All windows by the names of their properties, for the texts that name them. */
  public Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new TreeMap<>();
    for (Record group : List.of(windows, course, care)) {
      for (RecordComponent component : group.getClass().getRecordComponents()) {
        try {
          numbers.put(propertyOf(component), (Integer) component.getAccessor().invoke(group));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return numbers;
  }

  /** The name of a component as its property spells it, such as {@code card-limit}. */
  public static String propertyOf(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** A choice as properties and suggestions spell it, such as {@code steroid-ivig}. */
  public static String idOf(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The orders by their code in the site's catalogue, as {@code system|code}. */
  public Map<String, Set<String>> ordersByCatalogueCode() {
    return catalogue.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                each -> each.getValue().system() + "|" + each.getValue().code(),
                Collectors.mapping(Map.Entry::getKey, Collectors.toUnmodifiableSet())));
  }
}
