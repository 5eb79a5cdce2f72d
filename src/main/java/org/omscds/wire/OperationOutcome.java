package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call got no cards, in the shape of FHIR's OperationOutcome, which CDS Hooks 3.0 asks for
 * and 2.0 allows.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OperationOutcome(String resourceType, List<Issue> issue) {

  private static final String RESOURCE_TYPE = "OperationOutcome";

  public OperationOutcome {
    Required.that(RESOURCE_TYPE.equals(resourceType), "resourceType must be " + RESOURCE_TYPE);
    issue = Required.copyOf(issue);
    Required.that(!issue.isEmpty(), "issue is required");
  }

  /**
   * One thing that is wrong.
   *
   * @param code of FHIR's value set issue-type
   * @param diagnostics what helps whoever runs the client to mend it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Issue(String severity, String code, Details details, @Nullable String diagnostics) {

    public Issue {
      Required.text("issue.severity", severity);
      Required.text("issue.code", code);
      Required.value("issue.details", details);
      diagnostics = Required.absentIfEmpty(diagnostics);
    }
  }

  /** The sentence for the reader. */
  public record Details(String text) {

    public Details {
      Required.text("issue.details.text", text);
    }
  }

  /** An outcome of one error. */
  public static OperationOutcome error(String code, String text) {
    return error(code, text, "");
  }

  /** An outcome of one error, with diagnostics unless they are empty. */
  public static OperationOutcome error(String code, String text, String diagnostics) {
    return new OperationOutcome(
        RESOURCE_TYPE, List.of(new Issue("error", code, new Details(text), diagnostics)));
  }
}
