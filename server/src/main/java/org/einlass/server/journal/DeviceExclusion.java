package org.einlass.server.journal;

import java.time.Instant;
import org.einlass.contract.id.DeviceId;

/**
 * A person's word that nothing counts that a device wrote from a moment on.
 *
 * @param from by corrected time
 * @param by who said so, as audit rows name them
 */
public record DeviceExclusion(DeviceId device, Instant from, String by, Instant madeAt) {}
