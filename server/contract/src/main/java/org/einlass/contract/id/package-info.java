/** A type of its own for every id, so that no door is ever passed where an event is meant. */
@NullMarked
package org.einlass.contract.id;

import org.jspecify.annotations.NullMarked;
