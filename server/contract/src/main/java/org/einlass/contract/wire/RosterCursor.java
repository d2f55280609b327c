package org.einlass.contract.wire;

import java.util.UUID;

/**
 * How far a device has followed an event's feed.
 *
 * @param incarnation of the server's store; new after each restore, and with it everything is fetched and
 *     reported anew
 * @param number of the last change that the device knows
 */
public record RosterCursor(UUID incarnation, long number) {}
