package org.einlass.contract.helper;

import java.time.Instant;

/**
 * A device takes a helper's badge no more for a while, because too many PINs in a row were wrong.
 *
 * @param lookup of the badge's code
 * @param misses wrong PINs in a row
 * @param until by the device's clock
 */
public record PinLock(String lookup, int misses, Instant until) {}
