/** What delivers codes to the gate: the camera, and hand scanners that type. */
@NullMarked
package org.einlass.kiosk.scan;

import org.jspecify.annotations.NullMarked;
