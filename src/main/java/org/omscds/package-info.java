/** Starts the service and wires its rooms together; nothing in them depends on this package. */
@NullMarked
package org.omscds;

import org.jspecify.annotations.NullMarked;
