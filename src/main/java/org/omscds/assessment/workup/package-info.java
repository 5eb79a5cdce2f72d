/**
 * Reads from the chart which tests, scans, orders and treatments were done, are on their way or are
 * open.
 */
@NullMarked
package org.omscds.assessment.workup;

import org.jspecify.annotations.NullMarked;
