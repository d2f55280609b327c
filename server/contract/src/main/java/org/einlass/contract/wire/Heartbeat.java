package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.journal.DeviceTime;
import org.jspecify.annotations.Nullable;

/**
 * What a device says of itself every half minute or so; nothing of its guests.
 *
 * @param program the program's version
 * @param contract the {@link org.einlass.contract.admission.DoorRule#VERSION} that the device decides by
 * @param kind what it works as, in its own word: KIOSK, DESK or DOOR
 * @param phase what it writes into its journal; absent before its first door sheet
 * @param waiting journal entries without a fate
 * @param rejected those of them that the server has rejected at least once
 * @param quarantined entries that the server keeps for a person to look at
 * @param highWater the highest sequence number of this start
 * @param roster how far it follows the roster; absent as long as it has none
 * @param sent its clocks; without a server offset it is unsure of them
 * @param printer one word for how the printer is, at most 20 characters: READY, ATTENTION, TROUBLE, UNKNOWN,
 *     NONE, or the first fault, such as PAPER_OUT; sent at once when it changes
 * @param helpers the mark of the {@link org.einlass.contract.helper.HelperRows} that it has; absent where it takes no helper's badge
 * @param locks the helpers' badges that it takes no more for a while; absent for none
 * @param faults what of the device needs somebody, each once; absent from devices that do not say it
 * @param message the organiser's message that its team can read now; absent for none
 * @param labels how many labels are left on the printer's roll, 0 or more; absent where nobody knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Heartbeat(
        @Nullable String program,
        int contract,
        @Nullable String kind,
        @Nullable Phase phase,
        long waiting,
        long rejected,
        long quarantined,
        long highWater,
        @Nullable RosterCursor roster,
        @Nullable DeviceTime sent,
        @Nullable String printer,
        @Nullable String helpers,
        @Nullable List<PinLock> locks,
        @Nullable List<DeviceFault> faults,
        @Nullable UUID message,
        @Nullable Integer labels) {

    public Heartbeat {
        locks = locks == null ? null : List.copyOf(locks);
        faults = faults == null ? null : List.copyOf(faults);
    }

    /** One that says nothing of helpers. */
    public Heartbeat(
            @Nullable String program,
            int contract,
            @Nullable String kind,
            @Nullable Phase phase,
            long waiting,
            long rejected,
            long quarantined,
            long highWater,
            @Nullable RosterCursor roster,
            @Nullable DeviceTime sent,
            @Nullable String printer) {
        this(
                program,
                contract,
                kind,
                phase,
                waiting,
                rejected,
                quarantined,
                highWater,
                roster,
                sent,
                printer,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same without what it says of helpers. */
    public Heartbeat withoutHelpers() {
        return new Heartbeat(
                program,
                contract,
                kind,
                phase,
                waiting,
                rejected,
                quarantined,
                highWater,
                roster,
                sent,
                printer,
                null,
                null,
                faults,
                message,
                labels);
    }

    /** What of a device needs the team. */
    public enum DeviceFault {
        /** The server does not answer, or is another one. */
        SERVER,
        /** The guest list is missing or old. */
        ROSTER,
        /** Entries wait, are rejected, or cannot be written. */
        JOURNAL,
        /** Badges do not come out. */
        PRINTER,
        /** The camera sees nothing. */
        CAMERA,
        /** The hand scanner sends what cannot be told from typing. */
        SCANNER,
        /** The device does not know the time. */
        CLOCK,
        /** The server does not know the door that the settings name. */
        DOOR,
        /** The organiser tells the team something; no fault, so that no heartbeat says it. */
        MESSAGE,
        /** Something that a newer device knows. */
        @JsonEnumDefaultValue
        UNRECOGNISED
    }
}
