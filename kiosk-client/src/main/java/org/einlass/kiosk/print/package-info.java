/** Takes a badge's finished pages to paper or into a file, and says in one sentence where that failed. */
@NullMarked
package org.einlass.kiosk.print;

import org.jspecify.annotations.NullMarked;
