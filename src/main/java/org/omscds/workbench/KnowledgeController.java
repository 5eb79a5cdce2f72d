package org.omscds.workbench;

import org.omscds.knowledge.KnowledgeBase;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives out the knowledge that this service has loaded as JSON. It does not change while the
 * service runs, so it is written once and a reader who has it is told so.
 */
@RestController
final class KnowledgeController {

  private static final JsonMapper JSON = new JsonMapper();

  private final byte[] document;
  private final String tag;

  KnowledgeController(KnowledgeBase knowledge) {
    document = JSON.writeValueAsBytes(KnowledgeDocument.of(knowledge));
    tag = '"' + DigestUtils.md5DigestAsHex(document) + '"';
  }

  @GetMapping("/knowledge.json")
  ResponseEntity<byte[]> json() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .eTag(tag)
        .body(document);
  }
}
