/** The published instruments, one class for each edition: pure functions of what was read. */
@NullMarked
package org.omscds.assessment.instrument;

import org.jspecify.annotations.NullMarked;
