package org.omscds.patient;

import java.util.Locale;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.HtmlText;

/** The text of a FHIR DocumentReference, as far as it stands in the resource itself. */
sealed interface DocumentText {

  /** The longest text that is read: some hundred pages, far more than a note has. */
  int MAX_BYTES = 200_000;

  /** The words of the document. */
  record Found(String text) implements DocumentText {}

  /** There is a text, and it was left out. */
  record NotRead(DataGap.Reason reason, String why) implements DocumentText {}

  /** The document stands elsewhere, or is no text. */
  record NotInline() implements DocumentText {}

  /**
   * The text of the first content that can be read: FHIR's contents are one document in several
   * formats.
   */
  static DocumentText of(FhirNode document) {
    DocumentText best = new NotInline();
    for (FhirNode content : document.each(Element.CONTENT)) {
      DocumentText text = ofAttachment(content.at(Element.ATTACHMENT));
      if (text instanceof Found) {
        return text;
      }
      best = best instanceof NotInline ? text : best;
    }
    return best;
  }

  private static DocumentText ofAttachment(FhirNode attachment) {
    String type = attachment.text(Element.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
    String mediaType = type.split(";", 2)[0].strip();
    String data = attachment.text(Element.DATA).orElse("");
    boolean html = mediaType.equals("text/html");
    if (data.isEmpty() || !(html || mediaType.equals("text/plain"))) {
      return new NotInline();
    }
    if (data.chars().filter(c -> c > ' ').count() / 4 * 3 > MAX_BYTES) {
      return new NotRead(
          DataGap.Reason.PARTIAL, "a document with more than 200 kB of text was left out");
    }
    return attachment
        .decoded(Element.DATA)
        .<DocumentText>map(text -> new Found(html ? HtmlText.of(text) : text.strip()))
        .orElse(
            new NotRead(
                DataGap.Reason.UNREADABLE, "a document whose text cannot be decoded was left out"));
  }
}
