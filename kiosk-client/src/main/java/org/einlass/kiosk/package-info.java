/** The program at entrance, desk and door, started from the command line. */
@NullMarked
package org.einlass.kiosk;

import org.jspecify.annotations.NullMarked;
