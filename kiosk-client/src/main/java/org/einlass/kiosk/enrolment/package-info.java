/**
 * How this device becomes one of an event: it reads the organiser's offer, makes its key, shows the short code, and
 * keeps what it became in {@code enrolment.json}; from then on it renews its token by proving the key.
 */
@NullMarked
package org.einlass.kiosk.enrolment;

import org.jspecify.annotations.NullMarked;
