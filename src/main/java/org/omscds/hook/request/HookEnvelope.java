package org.omscds.hook.request;

import static java.util.Objects.requireNonNullElse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.omscds.fhir.Carried;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;
import org.omscds.fhir.WholeResource;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.recommendation.Hook;
import org.omscds.wire.FhirAuthorization;
import org.omscds.wire.HookContext;
import org.omscds.wire.HookRequest;

/**
 * Gathers the members of one request in whatever order they come. A member that is null counts as
 * absent, since many clients write nulls; only under {@code prefetch} does null have a meaning.
 */
final class HookEnvelope {

  private static final String CONSULTATION = "org.omscds.consultation";
  private static final String CONSULTATION_DATE = "extension['" + CONSULTATION + "'].date";
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final MemberReader members;
  private final Map<PrefetchKey, Prefetched> prefetch;
  private @Nullable String hook;
  private @Nullable String hookInstance;
  private @Nullable String fhirServer;
  private @Nullable FhirAuthorization fhirAuthorization;
  private boolean hasContext;
  private @Nullable String userId;
  private @Nullable String patientId;
  private @Nullable String encounterId;
  private @Nullable List<WholeResource> draftOrders;
  private Set<String> selections = Set.of();
  private @Nullable List<WholeResource> conditions;
  private @Nullable LocalDate consultationDate;

  /**
   * An envelope for the object at whose start the members stand.
   *
   * @param scanned what is known of the prefetch already
   */
  HookEnvelope(MemberReader members, Map<PrefetchKey, Prefetched> scanned) {
    this.members = members;
    this.prefetch = new EnumMap<>(PrefetchKey.class);
    prefetch.putAll(scanned);
  }

  void readMembers() {
    members.each(name -> {
      switch (name) {
        case "hook" -> hook = members.text(name);
        case "hookInstance" -> hookInstance = members.text(name);
        case "fhirServer" -> fhirServer = members.text(name);
        case "fhirAuthorization" -> readAuthorization();
        case "context" -> readContext();
        case "prefetch" -> readPrefetch();
        case "extension" -> readExtension();
        default -> members.skip();
      }
    });
  }

  /** The call, if all that is required was there. */
  HookCall call(Hook service, LocalDate today) {
    String givenHook = MemberReader.required("hook", hook);
    String givenInstance = MemberReader.required("hookInstance", hookInstance);
    if (!hasContext) {
      throw HookRefusal.missing("context");
    }
    String givenUser = MemberReader.required("context.userId", userId);
    String givenPatient = MemberReader.required("context.patientId", patientId);
    Carried carried = carried(service, givenHook);
    HookContext context = new HookContext(givenUser, givenPatient, encounterId);
    try {
      return new HookCall(
          new HookRequest(givenHook, givenInstance, fhirServer, fhirAuthorization, context),
          new Prefetch(prefetch),
          carried,
          requireNonNullElse(consultationDate, today));
    } catch (IllegalArgumentException e) {
      throw MemberReader.ruleBroken(e);
    }
  }

  /** What the service's hook must carry, and no more; a call of another hook is refused later. */
  private Carried carried(Hook service, String givenHook) {
    if (!givenHook.equals(service.hookName())) {
      return Carried.nothing();
    }
    return switch (service) {
      case ORDER_SELECT ->
          new Carried(
              MemberReader.required("context.draftOrders", draftOrders), selections, List.of());
      case ORDER_SIGN ->
          new Carried(
              MemberReader.required("context.draftOrders", draftOrders), Set.of(), List.of());
      case PROBLEM_LIST_ITEM_CREATE ->
          new Carried(List.of(), Set.of(), MemberReader.required("context.conditions", conditions));
      case PATIENT_VIEW, ENCOUNTER_START, ENCOUNTER_DISCHARGE -> Carried.nothing();
    };
  }

  private @Nullable List<WholeResource> resources(String member) {
    return members.isNull() ? null : members.resources(member);
  }

  private void readContext() {
    if (members.startsObject("context")) {
      hasContext = true;
      members.each(name -> {
        switch (name) {
          case "userId" -> userId = members.text("context.userId");
          case "patientId" -> patientId = id("Patient/", members.text("context.patientId"));
          case "encounterId" -> encounterId = id("Encounter/", members.text("context.encounterId"));
          case "draftOrders" -> draftOrders = resources("context.draftOrders");
          case "selections" -> selections = members.texts("context.selections");
          case "conditions" -> conditions = resources("context.conditions");
          default -> members.skip();
        }
      });
    }
  }

  /** The logical id, also where a client sends a reference instead of it. */
  private static @Nullable String id(String type, @Nullable String sent) {
    return sent != null && sent.startsWith(type) ? sent.substring(type.length()) : sent;
  }

  private void readPrefetch() {
    if (members.startsObject("prefetch")) {
      members.each(name ->
          PrefetchKey.named(name)
              .ifPresentOrElse(
                  key -> prefetch.put(key, Prefetched.of(members.fhir())), members::skip));
    }
  }

  private void readAuthorization() {
    if (members.startsObject("fhirAuthorization")) {
      fhirAuthorization = new FhirAuthorizationReader(members).read();
    }
  }

  /** Of all extensions one is read; any other, of whatever shape, is none of our business. */
  private void readExtension() {
    if (!members.isObject()) {
      members.skip();
      return;
    }
    members.each(name -> {
      if (name.equals(CONSULTATION)) {
        readConsultation();
      } else {
        members.skip();
      }
    });
  }

  private void readConsultation() {
    if (members.startsObject("extension['" + CONSULTATION + "']")) {
      members.each(name -> {
        if (name.equals("date")) {
          consultationDate = date();
        } else {
          members.skip();
        }
      });
    }
  }

  private @Nullable LocalDate date() {
    String place = members.place();
    String text = members.text(CONSULTATION_DATE);
    if (text == null) {
      return null;
    }
    try {
      if (ISO_DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException _) {
      // Such as the 30th of February: refused below, like any other text that is no date.
    }
    throw HookRefusal.wrongType(CONSULTATION_DATE, "a date such as 2026-11-20", place);
  }
}
