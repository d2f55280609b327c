/** What delivers codes to the gate: the camera, and hand scanners that type. */
@NullMarked
package org.einlass.kiosk.scanner;

import org.jspecify.annotations.NullMarked;
