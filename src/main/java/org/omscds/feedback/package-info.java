/**
 * Remembers which cards were issued and what clinicians answered, and turns both into what later
 * calls and the team that runs the service need: the answers that still hold, and statistics.
 *
 * <p>An answer is kept before its 200 goes out. Everything else here is done beside the call and
 * may fail without failing it. Patients and clinicians are pseudonyms by a keyed hash.
 */
@NullMarked
package org.omscds.feedback;

import org.jspecify.annotations.NullMarked;
