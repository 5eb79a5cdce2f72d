package org.omscds.hook.discovery;

import org.omscds.hook.outcome.JsonAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which services there are and what they would like to be sent (cds-hooks_2.0@5). */
@RestController
final class DiscoveryController {

  private final DiscoveryDocument discovery;

  DiscoveryController(DiscoveryDocument discovery) {
    this.discovery = discovery;
  }

  @GetMapping("/cds-services")
  ResponseEntity<byte[]> services() {
    return JsonAnswers.ofBytes(HttpStatus.OK, discovery.json());
  }
}
