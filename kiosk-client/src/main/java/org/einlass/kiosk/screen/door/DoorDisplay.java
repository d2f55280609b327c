package org.einlass.kiosk.screen.door;

import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.jspecify.annotations.Nullable;

/**
 * All that a door's screen shows at one moment.
 *
 * @param door the door's title
 * @param place the session of now, or what else stands below the door; may be empty
 * @param exit whether the door leads out
 * @param number tells verdicts apart that say the same
 * @param room null where the door leads into no area that anybody counts
 * @param last the last scans, the newest first, five at most
 * @param doors among which the helper may choose
 * @param faults what of the device needs the team, by signs
 * @param notices what the team should know, in a few words each: "no server"
 */
public record DoorDisplay(
        Wording door,
        Wording place,
        boolean exit,
        DoorVerdict verdict,
        long number,
        @Nullable DoorRoom room,
        List<DoorPassage> last,
        List<Wording> notices,
        List<DoorOption> doors,
        List<DeviceFault> faults) {
    /** How many scans the foot lists. */
    public static final int MOST_LISTED = 5;

    public DoorDisplay {
        last = List.copyOf(last.subList(0, Math.min(MOST_LISTED, last.size())));
        notices = List.copyOf(notices);
        doors = List.copyOf(doors);
        faults = List.copyOf(faults);
    }
}
