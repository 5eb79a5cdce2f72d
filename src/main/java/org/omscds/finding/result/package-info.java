/**
 * Turns observations and reports into results of the tests that matter. What was looked for and not
 * found is a negative result of that day and that test, and never the absence of a disease.
 */
@NullMarked
package org.omscds.finding.result;

import org.jspecify.annotations.NullMarked;
