package org.einlass.server.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.WipeState;
import org.jspecify.annotations.Nullable;

/**
 * A device as the organiser sees it.
 *
 * @param version raised by each change of the device; its doors are assigned anew by it
 * @param doors where it may scan; none means every door of the event
 * @param pendingSince since when it waits to be confirmed, because the server was restored; absent where it does not
 * @param restoredBackup when the backup was made that the server was restored from; present while the device waits.
 *     Whoever was revoked after this moment stands here as enrolled
 * @param seenAt when it was last heard of
 * @param wipe the order to its present enrolment; absent without one
 * @param heartbeat what it said then
 * @param warning one sentence on what a person must do about it; absent where nothing is known to be wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceState(
        DeviceId device,
        long version,
        String title,
        DeviceKind kind,
        List<DoorId> doors,
        @Nullable Instant revokedAt,
        @Nullable Instant pendingSince,
        @Nullable Instant restoredBackup,
        @Nullable Instant seenAt,
        @Nullable WipeState wipe,
        @Nullable Heartbeat heartbeat,
        @Nullable Wording warning) {
    private static final Wording TOO_OLD = new Wording(
            "Das Programm dieses Geräts ist zu alt für die Regeln dieses Servers. Bitte aktualisieren.",
            "This device's program is too old for the rules of this server. Please update it.");

    private static final Wording CLONED = new Wording(
            "Zwei Geräte benutzen den Schlüssel dieses Geräts: Die Platte wurde kopiert oder zurückgespielt."
                    + " Bitte das Gerät sperren und neu aufnehmen.",
            "Two devices use this device's key: its disk was copied or restored."
                    + " Revoke the device and enrol it anew.");

    private static final Wording RESTORED = new Wording(
            "Der Server wurde aus einer Sicherung wiederhergestellt; Sperrungen seitdem sind verloren. Ist dieses Gerät"
                    + " noch Ihres, bitte bestätigen, sonst sperren.",
            "The server was restored from a backup; revocations made since are lost. If this device is still yours,"
                    + " confirm it; else revoke it.");

    private static final Wording WRONG_CODES = new Wording(
            "Hier wurden in der letzten Viertelstunde zu viele falsche Codes gezeigt: Kurze Codes gehen an den Schalter."
                    + " Bitte nachsehen, wer davor steht.",
            "Too many wrong codes were shown here in the last quarter of an hour: short codes are sent to the counter."
                    + " Please see who stands there.");

    public DeviceState {
        doors = List.copyOf(doors);
    }

    static @Nullable Wording warning(
            @Nullable Heartbeat heartbeat, boolean cloned, boolean pending, boolean wrongCodes) {
        if (cloned) {
            return CLONED;
        }
        if (pending) {
            return RESTORED;
        }
        if (wrongCodes) {
            return WRONG_CODES;
        }
        return heartbeat != null && heartbeat.contract() < DoorRule.VERSION ? TOO_OLD : null;
    }
}
