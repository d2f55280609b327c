/** What follows from the facts: passages, presence, head counts, conflicts and what desks edited. */
@NullMarked
package org.einlass.server.presence;

import org.jspecify.annotations.NullMarked;
