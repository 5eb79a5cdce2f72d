/**
 * Describes every HTTP endpoint of the service in one OpenAPI document. springdoc finds the
 * endpoints, {@code api/openapi.yaml} says what each takes and gives, and what is written elsewhere
 * is taken from there: the records of the room {@code wire}, the discovery document, the samples,
 * the schema of explanations.
 *
 * <p>The rule that must hold: an endpoint that is not there is not described, and a test fails for
 * one that is there and is not.
 */
@NullMarked
package org.omscds.api;

import org.jspecify.annotations.NullMarked;
