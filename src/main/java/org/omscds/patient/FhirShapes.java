package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;

/** Reads the data types that many FHIR resources share. */
final class FhirShapes {

  /** The types of resources in which the family speaks. */
  private static final Set<String> FAMILY =
      Set.of("Patient", "RelatedPerson", "QuestionnaireResponse");

  private FhirShapes() {}

  /** The resource's own reference, {@code Type/id}; without an id it says so. */
  static String reference(FhirNode resource) {
    return resource.resourceType() + "/" + resource.text(Element.ID).orElse("(no id)");
  }

  /** A CodeableConcept; a bare string stands for its text and a bare Coding for its coding. */
  static Concept concept(FhirNode node) {
    if (!node.exists()) {
      return Concept.NONE;
    }
    Optional<String> word = node.text();
    if (word.isPresent()) {
      return new Concept(List.of(), word.get());
    }
    List<FhirNode> sent =
        node.at(Element.CODING).exists() ? node.each(Element.CODING) : List.of(node);
    List<Coding> codings = new ArrayList<>(sent.size());
    for (FhirNode coding : sent) {
      String code = coding.text(Element.CODE).orElse("");
      String display = coding.text(Element.DISPLAY).orElse("");
      if (!code.isEmpty() || !display.isEmpty()) {
        codings.add(new Coding(coding.text(Element.SYSTEM).orElse(""), code, display));
      }
    }
    String text = node.text(Element.TEXT).orElse("");
    return codings.isEmpty() && text.isEmpty() ? Concept.NONE : new Concept(codings, text);
  }

  /** All concepts of a repeating element that say anything. */
  static List<Concept> concepts(FhirNode resource, Element element) {
    List<FhirNode> nodes = resource.each(element);
    return nodes.isEmpty()
        ? List.of()
        : nodes.stream().map(FhirShapes::concept).filter(each -> !each.isEmpty()).toList();
  }

  /** The first code of a CodeableConcept or code element, lower case, or the empty string. */
  static String code(FhirNode resource, Element element) {
    FhirNode node = resource.at(element);
    Optional<String> plain = node.text();
    if (plain.isPresent()) {
      return plain.get().toLowerCase(Locale.ROOT);
    }
    for (FhirNode coding :
        node.at(Element.CODING).exists() ? node.each(Element.CODING) : List.of(node)) {
      Optional<String> code = coding.text(Element.CODE);
      if (code.isPresent()) {
        return code.get().toLowerCase(Locale.ROOT);
      }
    }
    return node.text(Element.TEXT).orElse("").toLowerCase(Locale.ROOT);
  }

  /** The texts of {@code note}, an Annotation or a plain string. */
  static List<String> notes(FhirNode resource) {
    List<FhirNode> notes = resource.each(Element.NOTE);
    return notes.isEmpty()
        ? List.of()
        : notes.stream().flatMap(note -> note.text(Element.TEXT).or(note::text).stream()).toList();
  }

  /** What a Reference refers to; a bare string stands for it. */
  static Optional<String> target(FhirNode reference) {
    return reference.text(Element.REFERENCE).or(reference::text);
  }

  /** The family where one of the named actors is the patient or a related person. */
  static Speaker speaker(FhirNode resource, Element... actors) {
    for (Element actor : actors) {
      for (FhirNode each : resource.each(actor)) {
        if (FAMILY.contains(ReferenceId.of(target(each).orElse("")).type())) {
          return Speaker.FAMILY;
        }
      }
    }
    return Speaker.CLINICIAN;
  }

  /** How far a result may be relied on. */
  static ResultStatus resultStatus(FhirNode resource) {
    return switch (code(resource, Element.STATUS)) {
      case "", "final", "amended", "corrected", "appended" -> ResultStatus.FINAL;
      case "entered-in-error", "cancelled" -> ResultStatus.VOID;
      default -> ResultStatus.PRELIMINARY;
    };
  }
}
