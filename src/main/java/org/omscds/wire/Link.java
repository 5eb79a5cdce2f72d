package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A way from a card to a page or an app.
 *
 * @param appContext what a SMART app is told at its launch; on no other link
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Link(String label, String url, LinkType type, @Nullable String appContext) {

  public Link {
    Required.text("link.label", label);
    Required.text("link.url", url);
    Required.absoluteUrl("link.url", url);
    Required.value("link.type", type);
    appContext = Required.absentIfEmpty(appContext);
    Required.that(
        appContext == null || type == LinkType.SMART,
        "link.appContext may be given only on a smart link");
  }
}
