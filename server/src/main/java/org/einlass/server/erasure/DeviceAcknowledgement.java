package org.einlass.server.erasure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device holds what was erased no more.
 *
 * @param acknowledgedAt when it had said so; absent as long as it has not
 */
public record DeviceAcknowledgement(String device, @Nullable Instant acknowledgedAt) {}
