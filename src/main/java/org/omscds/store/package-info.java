/**
 * Keeps what must outlive a call: the gate to the database through which every other room reads and
 * writes. A database that is away is no failure of a call: whoever asks gets {@link
 * org.omscds.store.DatabaseUnavailable} at once and goes on without.
 */
@NullMarked
package org.omscds.store;

import org.jspecify.annotations.NullMarked;
