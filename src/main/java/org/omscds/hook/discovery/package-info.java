/**
 * Which services there are, as {@code cds-services.json} lists them, for whom, and by which
 * prefetch templates.
 *
 * <p>The rule that must hold: the document is checked at the start, and served as it stands.
 */
@NullMarked
package org.omscds.hook.discovery;

import org.jspecify.annotations.NullMarked;
