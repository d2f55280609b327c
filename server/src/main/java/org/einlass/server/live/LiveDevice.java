package org.einlass.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceState;
import org.jspecify.annotations.Nullable;

/**
 * How a device of the event is; those that are revoked or wiped are none any more.
 *
 * @param trouble the most urgent of what is wrong
 * @param waiting journal entries that it has not delivered, as it said last
 * @param printer its own word for its printer; absent where it said none
 * @param seenAt when it was last heard of; absent for never
 * @param warning a sentence about what a person must do; absent where nothing is known to be wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveDevice(
        DeviceId device,
        String title,
        DeviceKind kind,
        Trouble trouble,
        long waiting,
        @Nullable String printer,
        @Nullable Instant seenAt,
        @Nullable Wording warning) {
    /** Devices say something every half minute; one that missed three is off or cut off. */
    private static final Duration SILENT = Duration.ofSeconds(95);

    /** A device that is online delivers within seconds. */
    private static final long MANY_WAITING = 20;

    /** What is wrong, the most urgent first. */
    public enum Trouble {
        /** It waits to be confirmed, was copied, is too old, or somebody guesses codes at it. */
        WARNING(LiveLevel.RED),
        /** Its printer prints nothing. */
        PRINTER(LiveLevel.RED),
        /** Nothing was heard of it for more than a minute and a half. */
        SILENT(LiveLevel.RED),
        /** It holds entries that it does not deliver. */
        UNSENT(LiveLevel.AMBER),
        /** Its printer prints, but needs somebody soon. */
        PRINTER_SOON(LiveLevel.AMBER),
        /** It was enrolled and never heard of. */
        NEVER_HEARD(LiveLevel.AMBER),
        NONE(LiveLevel.CALM);

        private final LiveLevel level;

        Trouble(LiveLevel level) {
            this.level = level;
        }

        public LiveLevel level() {
            return level;
        }
    }

    static LiveDevice of(DeviceState state, Instant now) {
        Heartbeat said = state.heartbeat();
        return new LiveDevice(
                state.device(),
                state.title().isEmpty() ? state.device().text() : state.title(),
                state.kind(),
                trouble(state, now),
                said == null ? 0 : said.waiting(),
                said == null ? null : said.printer(),
                state.seenAt(),
                state.warning());
    }

    /** Whether it was heard of, and not lately. */
    static boolean isSilent(DeviceState state, Instant now) {
        Instant seen = state.seenAt();
        return seen != null && seen.plus(SILENT).isBefore(now);
    }

    private static Trouble trouble(DeviceState state, Instant now) {
        if (state.warning() != null) {
            return Trouble.WARNING;
        }
        Instant seen = state.seenAt();
        Heartbeat said = state.heartbeat();
        if (seen == null || said == null) {
            return Trouble.NEVER_HEARD;
        }
        if (isSilent(state, now)) {
            return Trouble.SILENT;
        }
        Trouble printer = printer(said.printer());
        if (printer == Trouble.PRINTER) {
            return printer;
        }
        return said.waiting() >= MANY_WAITING ? Trouble.UNSENT : printer;
    }

    private static Trouble printer(@Nullable String word) {
        if (word == null) {
            return Trouble.NONE;
        }
        return switch (word) {
            case "READY", "NONE", "UNKNOWN" -> Trouble.NONE;
            case "ATTENTION", "PAPER_LOW", "SUPPLY_LOW" -> Trouble.PRINTER_SOON;
            default -> Trouble.PRINTER;
        };
    }
}
