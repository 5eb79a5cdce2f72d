/** The one planted package that is null-marked, and so must not be reported for it. */
@NullMarked
package org.omscds.planted.wire;

import org.jspecify.annotations.NullMarked;
