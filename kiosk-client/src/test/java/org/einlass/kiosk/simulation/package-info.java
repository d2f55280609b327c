/**
 * A whole congress on a desk, in a time of its own: one seed a run, every fault of network, disk and clock.
 */
@NullMarked
package org.einlass.kiosk.simulation;

import org.jspecify.annotations.NullMarked;
