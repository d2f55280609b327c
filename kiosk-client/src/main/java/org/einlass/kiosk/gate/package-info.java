/**
 * What a door says to a code, decided in time whatever the network does, and journalled before anyone sees
 * it.
 */
@NullMarked
package org.einlass.kiosk.gate;

import org.jspecify.annotations.NullMarked;
