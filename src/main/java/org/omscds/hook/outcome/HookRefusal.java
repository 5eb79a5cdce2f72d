package org.omscds.hook.outcome;

import java.util.regex.Pattern;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpStatus;

/**
 * A call that is not answered with cards because of what the caller sent. Its outcome names the
 * thing and the way out and holds no piece of the chart.
 */
public final class HookRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final HttpStatus status;
  private final transient OperationOutcome outcome;

  /** A refusal with a status and with what the caller gets to read. */
  public HookRefusal(HttpStatus status, OperationOutcome outcome) {
    super(status.toString(), null, false, false);
    this.status = status;
    this.outcome = outcome;
  }

  /** A request that is not what CDS Hooks asks for. */
  public static HookRefusal badRequest(String code, String text, String diagnostics) {
    return new HookRefusal(HttpStatus.BAD_REQUEST, OperationOutcome.error(code, text, diagnostics));
  }

  /** A request that lacks a required member. */
  public static HookRefusal missing(String member) {
    return badRequest(
        "required", "The request lacks '" + member + "'.", "Give '" + member + "' a value.");
  }

  /** A request one member of which has the wrong JSON type. */
  public static HookRefusal wrongType(String member, String expected, String place) {
    return badRequest("value", "'" + member + "' must be " + expected + ".", place);
  }

  /** A request whose body is no plain JSON. */
  public static HookRefusal unsupported(String text) {
    return new HookRefusal(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        OperationOutcome.error(
            "not-supported", text, "Send application/json, in UTF-8 and not compressed."));
  }

  /** A name that the caller sent, quoted if it is a plain one; else only a remark. */
  public static String quoted(String name) {
    return PLAIN_NAME.matcher(name).matches() ? "'" + name + "'" : "(not a plain name)";
  }

  /** The HTTP status of the answer. */
  public HttpStatus status() {
    return status;
  }

  /** The body of the answer. */
  public OperationOutcome outcome() {
    return outcome;
  }
}
