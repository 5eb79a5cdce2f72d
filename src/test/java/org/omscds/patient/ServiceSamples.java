package org.omscds.patient;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws what was ordered and what was done: procedures, reports, imaging, orders, vaccines. */
record ServiceSamples(Dice dice, TypeSamples types, DateSamples dates) {

  /** Fills a Procedure. */
  void procedure(ObjectNode procedure) {
    procedure.put(
        "status",
        dice.oneOf(
            "preparation",
            "in-progress",
            "not-done",
            "on-hold",
            "stopped",
            "completed",
            "completed",
            "entered-in-error",
            "unknown"));
    addCodeAndNotes(procedure);
    if (dice.in(50)) {
      procedure.set("bodySite", types.concepts());
    }
    switch (dice.between(0, 6)) {
      case 0, 1 -> procedure.put("performedDateTime", dates.dateTime());
      case 2, 3 -> procedure.set("performedPeriod", dates.period());
      case 4 -> procedure.put("performedString", "last year");
      case 5 -> procedure.set("performedAge", dates.age());
      default -> procedure.set("performedRange", dates.ageRange());
    }
    if (dice.in(20)) {
      procedure.set("outcome", types.concept());
      procedure.set("category", types.concept());
    }
  }

  /** Fills a DiagnosticReport. */
  void report(ObjectNode report) {
    report.put(
        "status",
        dice.oneOf(
            "registered",
            "partial",
            "preliminary",
            "final",
            "amended",
            "corrected",
            "appended",
            "cancelled",
            "entered-in-error",
            "unknown"));
    report.set("code", types.concept());
    if (dice.in(40)) {
      report.set("category", types.concepts());
    }
    switch (dice.between(0, 2)) {
      case 0 -> report.put("effectiveDateTime", dates.dateTime());
      case 1 -> report.set("effectivePeriod", dates.period());
      default -> {}
    }
    if (dice.in(60)) {
      report.put("issued", dates.instant());
    }
    if (dice.in(60)) {
      report.put("conclusion", types.words());
    }
    if (dice.in(50)) {
      report.set("conclusionCode", types.concepts());
    }
    if (dice.in(30)) {
      report
          .putArray("imagingStudy")
          .add(types.reference("ImagingStudy", "scan"))
          .add(types.reference("ImagingStudy", "other"));
    }
    if (dice.in(20)) {
      report.putArray("presentedForm").addObject().put("title", "misleading title");
    }
  }

  /** Fills an ImagingStudy. */
  void imagingStudy(ObjectNode study) {
    study.put(
        "status",
        dice.oneOf(
            "registered", "available", "available", "cancelled", "entered-in-error", "unknown"));
    if (dice.in(70)) {
      study.set("modality", modalities());
    }
    if (dice.in(80)) {
      study.put("started", dates.dateTime());
    }
    if (dice.in(50)) {
      study.set("procedureCode", types.concepts());
    }
    if (dice.in(60)) {
      study.put("description", types.words());
    }
    if (dice.in(60)) {
      ArrayNode series = study.putArray("series");
      for (int left = dice.between(1, 3); left > 0; left--) {
        addSeries(series.addObject());
      }
    }
  }

  private void addSeries(ObjectNode series) {
    series.put("uid", "1.2.3");
    series.set("modality", modality());
    if (dice.in(60)) {
      series.put("description", types.words());
    }
    if (dice.in(60)) {
      series.set("bodySite", types.coding());
    }
    if (dice.in(30)) {
      ObjectNode instance = series.putArray("instance").addObject().put("uid", "1.2.3.4");
      instance.putObject("sopClass").put("code", "misleading");
      instance.put("title", "misleading title");
    }
  }

  private ArrayNode modalities() {
    ArrayNode modalities = types.object().putArray("modality");
    for (int left = dice.between(1, 2); left > 0; left--) {
      modalities.add(modality());
    }
    return modalities;
  }

  private ObjectNode modality() {
    return types
        .object()
        .put("system", "http://dicom.nema.org/resources/ontology/DCM")
        .put("code", dice.oneOf("MR", "CT", "us", "NM", "PT"));
  }

  /** Fills a ServiceRequest. */
  void order(ObjectNode order) {
    order.put(
        "status",
        dice.oneOf(
            "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"));
    order.put("intent", dice.oneOf("proposal", "plan", "order", "reflex-order", "option"));
    if (dice.in(25)) {
      order.put("doNotPerform", dice.in(50));
    }
    addCodeAndNotes(order);
    if (dice.in(50)) {
      order.set("bodySite", types.concepts());
    }
    if (dice.in(60)) {
      order.put("authoredOn", dates.dateTime());
    }
    switch (dice.between(0, 4)) {
      case 0 -> order.put("occurrenceDateTime", dates.dateTime());
      case 1 -> order.set("occurrencePeriod", dates.period());
      case 2 -> order.set("occurrenceTiming", dates.timing());
      default -> {}
    }
  }

  /** Fills an Immunization. */
  void vaccination(ObjectNode vaccination) {
    vaccination.put("status", dice.oneOf("completed", "completed", "entered-in-error", "not-done"));
    vaccination.set("vaccineCode", types.concept());
    if (dice.in(80)) {
      vaccination.put("occurrenceDateTime", dates.dateTime());
    } else {
      vaccination.put("occurrenceString", "as an infant");
    }
    if (dice.in(30)) {
      vaccination.put("recorded", dates.dateTime()).put("lotNumber", "misleading");
      vaccination.set("route", types.concept());
    }
  }

  private void addCodeAndNotes(ObjectNode resource) {
    if (dice.in(95)) {
      resource.set("code", types.concept());
    }
    if (dice.in(40)) {
      resource.set("note", types.notes());
    }
  }
}
