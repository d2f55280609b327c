/** Prints on their way to paper: what is sent where, and what is asked before anything is sent again. */
@NullMarked
package org.einlass.kiosk.queue;

import org.jspecify.annotations.NullMarked;
