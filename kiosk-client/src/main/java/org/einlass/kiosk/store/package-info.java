/**
 * What survives a power cut on this device: its journal, its door sheet, and a roster that only tickets can
 * open.
 */
@NullMarked
package org.einlass.kiosk.store;

import org.jspecify.annotations.NullMarked;
