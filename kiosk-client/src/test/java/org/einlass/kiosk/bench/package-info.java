/** Measurements that are printed, never asserted: run by the profile "bench", not by the tests. */
@NullMarked
package org.einlass.kiosk.bench;

import org.jspecify.annotations.NullMarked;
