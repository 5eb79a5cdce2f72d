package org.omscds.planted.knowledge;

import tools.jackson.databind.JsonNode;

/** Has the name of the one class of its room that may use Jackson, also in what is nested in it. */
record KnowledgeLoader(JsonNode node) {
  record Row(JsonNode node) {}
}
