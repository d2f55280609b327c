/**
 * How a device is enrolled: the one-time code and the QR code that carries it, the device's key, the short code
 * that people compare on both screens, and the proofs by which a device gets its tokens.
 */
@NullMarked
package org.einlass.contract.enrolment;

import org.jspecify.annotations.NullMarked;
