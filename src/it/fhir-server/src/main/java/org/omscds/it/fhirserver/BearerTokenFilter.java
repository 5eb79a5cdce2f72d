package org.omscds.it.fhirserver;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.Constants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Refuses every request without the expected bearer token, except for the metadata. */
class BearerTokenFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String METADATA_PATH = "/metadata";

  private final transient FhirContext fhirContext;
  private final String expectedHeader;

  BearerTokenFilter(FhirContext fhirContext, String token) {
    this.fhirContext = fhirContext;
    this.expectedHeader = Constants.HEADER_AUTHORIZATION_VALPREFIX_BEARER + token;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (METADATA_PATH.equals(request.getPathInfo())
        || expectedHeader.equals(request.getHeader(Constants.HEADER_AUTHORIZATION))) {
      chain.doFilter(request, response);
    } else {
      refuse(response);
    }
  }

  private void refuse(HttpServletResponse response) throws IOException {
    var outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.ERROR)
        .setCode(IssueType.LOGIN)
        .setDiagnostics("A valid bearer token is required");
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setContentType(Constants.CT_FHIR_JSON_NEW);
    response.setCharacterEncoding(Constants.CHARSET_NAME_UTF8);
    fhirContext.newJsonParser().encodeResourceToWriter(outcome, response.getWriter());
  }
}
