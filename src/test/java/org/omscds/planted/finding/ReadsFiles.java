package org.omscds.planted.finding;

import java.io.File;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;

/** Does input and knows frameworks in a room of pure functions. */
record ReadsFiles(File file, Logger log, JsonNode node) {}
