/** Counters that desks open and close, and the guests whom kiosks send there. No names: desks know their guests. */
@NullMarked
package org.einlass.contract.counter;

import org.jspecify.annotations.NullMarked;
