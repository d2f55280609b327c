/** By which keys this device knows its server, whatever clocks, addresses and other authorities say. */
@NullMarked
package org.einlass.kiosk.trust;

import org.jspecify.annotations.NullMarked;
