/**
 * The screen of a door: one verdict that is read at arm's length, below the door, its session and the head
 * count of its room.
 */
@NullMarked
package org.einlass.kiosk.screen.door;

import org.jspecify.annotations.NullMarked;
