package org.omscds.benchmark;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the body and sends it back: what server, network and load generator cost by themselves. */
@RestController
final class EchoController {

  @PostMapping("/benchmark/echo")
  ResponseEntity<byte[]> echo(HttpServletRequest request) throws IOException {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(request.getInputStream().readAllBytes());
  }
}
