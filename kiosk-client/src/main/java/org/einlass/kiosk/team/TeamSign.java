package org.einlass.kiosk.team;

import org.einlass.contract.Wording;
import org.einlass.contract.wire.Heartbeat.DeviceFault;

/**
 * Something that needs the team.
 *
 * @param words what it is and what to do; for the team only
 */
public record TeamSign(DeviceFault fault, Wording words) {}
