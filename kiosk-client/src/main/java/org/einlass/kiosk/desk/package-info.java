/**
 * What the keys and scans of a desk do, without Swing: search, check-in, forms, the counter, clarifications, the lock.
 * Its parts share the package-private {@code DeskView}; what they show is in {@code state}, whom they know in
 * {@code people}, what they touch in {@code device}, and what they print in {@code paper}.
 */
@NullMarked
package org.einlass.kiosk.desk;

import org.jspecify.annotations.NullMarked;
