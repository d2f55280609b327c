package org.einlass.server.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message that holds at a device.
 *
 * @param shownAt since when the device says that its team can read it; absent until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentMessage(
        DeviceId device, DeviceMessage message, @Nullable Instant shownAt) {}
