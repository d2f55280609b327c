package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.einlass.contract.id.BootId;
import org.jspecify.annotations.Nullable;

/**
 * When an entry was made, by everything its device knew. The server derives the corrected time from it.
 *
 * @param wall the device's clock, right or wrong
 * @param monotonic time since some fixed moment of this boot; never jumps
 * @param serverOffset server clock minus device clock at the last contact; absent before the first contact of
 *     a boot
 * @param offsetAge how long ago that contact was; absent with {@code serverOffset}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceTime(
        Instant wall,
        BootId boot,
        Duration monotonic,
        @Nullable Duration serverOffset,
        @Nullable Duration offsetAge) {}
