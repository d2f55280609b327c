/** A kiosk is stolen, and its disk is read byte by byte by somebody who knows what to look for. */
@NullMarked
package org.einlass.proof.theft;

import org.jspecify.annotations.NullMarked;
