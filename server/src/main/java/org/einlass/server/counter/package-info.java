/** Counters that desks open and close, and the guests whom kiosks send there. */
@NullMarked
package org.einlass.server.counter;

import org.jspecify.annotations.NullMarked;
