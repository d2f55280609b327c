/** Helpers at a device: whose badge was shown, whether the PIN is right, which badges are barred; also offline. */
@NullMarked
package org.einlass.kiosk.helper;

import org.jspecify.annotations.NullMarked;
