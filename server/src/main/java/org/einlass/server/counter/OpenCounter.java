package org.einlass.server.counter;

import org.einlass.contract.id.DeviceId;

/**
 * A counter to which kiosks send guests.
 *
 * @param desk the device that keeps it open
 * @param name as its desk calls it
 * @param expected how many guests are on their way there
 */
public record OpenCounter(DeviceId desk, String name, int expected) {}
