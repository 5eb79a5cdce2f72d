package org.omscds.hook.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.omscds.hook.outcome.HookRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Which bodies are taken for JSON: {@code application/json}, {@code application/*+json}, and those
 * that do not say what they are. A charset is overlooked, because JSON is always Unicode.
 */
public final class RequestMediaType {

  private static final List<MediaType> ACCEPTED =
      List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/*+json"));

  private RequestMediaType() {}

  /**
   * Lets JSON pass.
   *
   * @throws HookRefusal if the body is declared to be something else, or to be compressed
   */
  public static void requireJson(HttpServletRequest request) {
    String contentType = request.getContentType();
    if (contentType != null && !contentType.isBlank() && !isJson(contentType)) {
      throw HookRefusal.unsupported("The Content-Type of the request is not JSON.");
    }
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
      throw HookRefusal.unsupported("The request body is compressed.");
    }
  }

  private static boolean isJson(String contentType) {
    try {
      MediaType given = MediaType.parseMediaType(contentType);
      return given.isConcrete() && ACCEPTED.stream().anyMatch(each -> each.includes(given));
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }
}
