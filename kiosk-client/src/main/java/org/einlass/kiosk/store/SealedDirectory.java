package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.kiosk.gate.AttendeeDirectory;
import org.einlass.kiosk.gate.DeskCipher;
import org.einlass.kiosk.sync.WireJson;

/** The guests of the roster on this disk, opened one by one under the data key. */
final class SealedDirectory implements AttendeeDirectory {
    private final SqliteRoster roster;
    private final DeskCipher deskCipher;

    SealedDirectory(SqliteRoster roster, DeskCipher deskCipher) {
        this.roster = roster;
        this.deskCipher = deskCipher;
    }

    @Override
    public Optional<AttendeeCard> find(RegistrationId registration) {
        return roster.guest(registration).flatMap(this::open);
    }

    @Override
    public Map<RegistrationId, Long> versions() {
        return deskCipher.isUnlocked() ? roster.guestVersions() : Map.of();
    }

    @Override
    public void each(Consumer<AttendeeCard> then) {
        if (deskCipher.isUnlocked()) {
            roster.guests().forEach(guest -> open(guest).ifPresent(then));
        }
    }

    private Optional<AttendeeCard> open(SealedAttendee guest) {
        return deskCipher
                .open(guest.sealed(), DataKey.place(guest.registration(), guest.version()))
                .flatMap(text -> WireJson.read(new String(text, UTF_8), AttendeeCard.class));
    }
}
