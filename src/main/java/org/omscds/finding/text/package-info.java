/** Finds the findings that a text names and what the words around them make of each. */
@NullMarked
package org.omscds.finding.text;

import org.jspecify.annotations.NullMarked;
