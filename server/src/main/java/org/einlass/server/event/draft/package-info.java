/** Helps whoever writes an event: the document of an earlier one, and what in it is probably not meant. */
@NullMarked
package org.einlass.server.event.draft;

import org.jspecify.annotations.NullMarked;
