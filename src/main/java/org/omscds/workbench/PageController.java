package org.omscds.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Serves the pages and their parts, each page from a folder of its own under {@code pages}, and
 * what all pages use from {@code shared}. They hold nothing of a chart: a browser may keep them and
 * asks whether they changed. Who may see them, and what a browser may load, is said in the room
 * {@code trust}.
 */
@RestController
final class PageController {

  private static final Pattern PART = Pattern.compile("[a-z-]{1,30}\\.(js|css)");
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "html", new MediaType("text", "html", StandardCharsets.UTF_8),
          "css", new MediaType("text", "css", StandardCharsets.UTF_8),
          "js", new MediaType("text", "javascript", StandardCharsets.UTF_8));

  private final boolean hasWorkbench;

  /**
   * Serves pages.
   *
   * @param hasWorkbench whether the workbench is one of them
   */
  PageController(boolean hasWorkbench) {
    this.hasWorkbench = hasWorkbench;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> workbench() throws IOException, NoResourceFoundException {
    return file("workbench", "workbench.html");
  }

  @GetMapping("/statistics")
  ResponseEntity<byte[]> statistics() throws IOException, NoResourceFoundException {
    return file("statistics", "statistics.html");
  }

  @GetMapping("/knowledge")
  ResponseEntity<byte[]> knowledge() throws IOException, NoResourceFoundException {
    return file("knowledge", "knowledge.html");
  }

  @GetMapping("/api")
  ResponseEntity<byte[]> api() throws IOException, NoResourceFoundException {
    return file("api", "api.html");
  }

  @GetMapping("/{page:statistics|workbench|knowledge|shared|api}/{part}")
  ResponseEntity<byte[]> part(@PathVariable("page") String page, @PathVariable("part") String part)
      throws IOException, NoResourceFoundException {
    if (!PART.matcher(part).matches()) {
      throw nothing(page, part);
    }
    return file(page, part);
  }

  private ResponseEntity<byte[]> file(String page, String name)
      throws IOException, NoResourceFoundException {
    Resource file = new ClassPathResource("pages/" + page + "/" + name);
    boolean hidden = page.equals("workbench") && !hasWorkbench;
    if (hidden || !file.exists()) {
      throw nothing(page, name);
    }
    MediaType type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), MediaType.ALL);
    byte[] body = file.getContentAsByteArray();
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noCache())
        .eTag('"' + DigestUtils.md5DigestAsHex(body) + '"')
        .body(body);
  }

  private static NoResourceFoundException nothing(String page, String name) {
    return new NoResourceFoundException(HttpMethod.GET, page + "/" + name, name);
  }
}
