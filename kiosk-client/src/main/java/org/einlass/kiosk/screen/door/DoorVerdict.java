package org.einlass.kiosk.screen.door;

import java.time.Duration;
import org.einlass.contract.Wording;

/**
 * What the large field of a door's screen says.
 *
 * @param headline a few words, the largest of the screen
 * @param sentence reason and next step, for staff; may be empty
 * @param stay after which the screen is ready for the next one; zero where it stays until something happens
 */
public record DoorVerdict(DoorTone tone, DoorSymbol symbol, Wording headline, Wording sentence, Duration stay) {}
