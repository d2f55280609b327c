/** How many badges each printer printed, and why. */
@NullMarked
package org.einlass.server.statistics.prints;

import org.jspecify.annotations.NullMarked;
