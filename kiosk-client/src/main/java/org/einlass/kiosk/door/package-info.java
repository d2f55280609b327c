/**
 * A staffed door: what the helper does beside the gate, and what the door's screen and loudspeaker say. No
 * Swing, no SQL, no HTTP.
 */
@NullMarked
package org.einlass.kiosk.door;

import org.jspecify.annotations.NullMarked;
