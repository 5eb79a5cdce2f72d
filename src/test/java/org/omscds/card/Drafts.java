package org.omscds.card;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Validates resources as a FHIR R4 server would. */
final class Drafts {

  private static final FhirValidator VALIDATOR = validator();
  private static final Map<String, List<String>> SEEN = new ConcurrentHashMap<>();

  private Drafts() {}

  /**
   * The errors that the validator finds in a resource; empty for a valid one. Resources that differ
   * in the ids of their references only are validated once.
   */
  static List<String> errors(String json) {
    String canonical = json.replaceAll("\"(\\w+)/[A-Za-z0-9.\\-]{1,64}\"", "\"$1/x\"");
    return SEEN.computeIfAbsent(canonical, Drafts::validate);
  }

  private static List<String> validate(String json) {
    return VALIDATOR.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .toList();
  }

  private static FhirValidator validator() {
    FhirContext fhir = FhirContext.forR4Cached();
    ValidationSupportChain chain =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(fhir),
            new InMemoryTerminologyServerValidationSupport(fhir),
            new CommonCodeSystemsTerminologyService(fhir),
            new SnapshotGeneratingValidationSupport(fhir));
    return fhir.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
  }
}
