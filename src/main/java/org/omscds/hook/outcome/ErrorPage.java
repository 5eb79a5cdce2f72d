package org.omscds.hook.outcome;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers, in place of the framework's own error page, for what goes wrong outside controllers. */
@RestController
final class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    HttpStatus status = status(request);
    return JsonAnswers.error(
        status,
        HttpHeaders.EMPTY,
        status.is5xxServerError() ? "exception" : "processing",
        status.is5xxServerError()
            ? "The service failed; the chart was not assessed."
            : "The request cannot be taken as it is.",
        "HTTP status " + status.value() + ".");
  }

  /** The status of the error; whoever asks for this page by its address finds nothing. */
  private static HttpStatus status(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
      HttpStatus known = HttpStatus.resolve(code);
      return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
    return HttpStatus.NOT_FOUND;
  }
}
