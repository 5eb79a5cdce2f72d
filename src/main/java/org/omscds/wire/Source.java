package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who says what a card says.
 *
 * @param url a page about the source, not about the patient
 * @param icon a PNG of 100 by 100 pixels
 * @param topic what the card is about
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Source(
    String label, @Nullable String url, @Nullable String icon, @Nullable Coding topic) {

  public Source {
    Required.text("source.label", label);
    url = Required.absentIfEmpty(url);
    icon = Required.absentIfEmpty(icon);
    Required.absoluteUrl("source.url", url);
    Required.absoluteUrl("source.icon", icon);
  }
}
