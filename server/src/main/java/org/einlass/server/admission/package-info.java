/** The heart: answers once and for ever, outcomes as facts, claims, and what follows from the facts. */
@NullMarked
package org.einlass.server.admission;

import org.jspecify.annotations.NullMarked;
