package org.omscds.fhir;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** How JSON from outside is parsed: within limits that no true chart comes near. */
public final class FhirJson {

  /** How deep JSON may be nested. */
  public static final int MAX_NESTING_DEPTH = 100;

  /** How many characters a number may have. */
  public static final int MAX_NUMBER_LENGTH = 1000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .build())
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private FhirJson() {}

  /** The factory of all parsers; they leave the stream that they read open. */
  public static JsonFactory factory() {
    return FACTORY;
  }
}
