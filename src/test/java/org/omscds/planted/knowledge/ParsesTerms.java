package org.omscds.planted.knowledge;

import tools.jackson.databind.JsonNode;

/** Uses Jackson outside the loader. */
record ParsesTerms(JsonNode node) {}
