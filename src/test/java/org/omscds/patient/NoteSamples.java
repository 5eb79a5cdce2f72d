package org.omscds.patient;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws FHIR ClinicalImpressions and DocumentReferences. */
record NoteSamples(Dice dice, TypeSamples types, DateSamples dates) {

  /** Pages, each with the words on it. */
  static final Map<String, String> PAGES =
      Map.of(
          "<p>No <b>opsoclonus</b>.</p><p>Ataxia</p>", "No opsoclonus.\nAtaxia",
          "words only, a &lt; b", "words only, a < b",
          "<html><head><style>p {x:y}</style></head><body>Rage<br/>attacks</body></html>",
              "Rage\nattacks",
          "<ul><li>h&ouml;rt &amp; l&auml;uft</li>\n  <li>not\n  walking</li></ul>",
              "h\u00F6rt & l\u00E4uft\nnot walking");

  /** Fills a ClinicalImpression. */
  void impression(ObjectNode impression) {
    impression.put(
        "status", dice.oneOf("in-progress", "completed", "completed", "entered-in-error"));
    if (dice.in(60)) {
      impression.set("code", types.concept());
    }
    switch (dice.between(0, 2)) {
      case 0 -> impression.put("effectiveDateTime", dates.dateTime());
      case 1 -> impression.set("effectivePeriod", dates.period());
      default -> {}
    }
    if (dice.in(50)) {
      impression.put("date", dates.dateTime());
    }
    if (dice.in(70)) {
      impression.put("summary", types.words());
    }
    if (dice.in(60)) {
      ArrayNode findings = impression.putArray("finding");
      for (int left = dice.between(1, 3); left > 0; left--) {
        findings.addObject().put("basis", "misleading").set("itemCodeableConcept", types.concept());
      }
    }
    if (dice.in(50)) {
      impression.set("note", types.notes());
    }
    if (dice.in(30)) {
      impression.put("description", "misleading context");
    }
  }

  /** Fills a DocumentReference. */
  void document(ObjectNode document) {
    document.put("status", dice.oneOf("current", "current", "superseded", "entered-in-error"));
    if (dice.in(70)) {
      document.put("docStatus", dice.oneOf("preliminary", "final", "amended", "entered-in-error"));
    }
    if (dice.in(80)) {
      document.set("type", types.concept());
    }
    if (dice.in(80)) {
      document.put("date", dates.instant());
    }
    if (dice.in(30)) {
      document.put("description", "misleading description");
    }
    ArrayNode contents = document.putArray("content");
    for (int left = dice.between(1, 2); left > 0; left--) {
      addAttachment(contents.addObject().putObject("attachment"));
    }
  }

  private void addAttachment(ObjectNode attachment) {
    attachment.put("title", "misleading title");
    switch (dice.between(0, 5)) {
      case 0, 1 -> attachment.put("contentType", "text/plain").put("data", base64(types.words()));
      case 2 ->
          attachment
              .put("contentType", dice.oneOf("text/plain;charset=utf-8", "Text/Plain; a=b"))
              .put("data", base64(types.words()));
      case 3, 4 ->
          attachment
              .put("contentType", "text/html")
              .put("data", base64(dice.oneOf(PAGES.keySet().stream().sorted().toList())));
      default ->
          attachment
              .put("contentType", dice.oneOf("application/pdf", "text/rtf", "text/plain"))
              .put("url", "https://ehr.example.org/Binary/1");
    }
  }

  /** As FHIR writes the bytes of a text. */
  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
