package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.kiosk.gate.AttendeeDirectory;
import org.einlass.kiosk.sync.WireJson;

/** The guests of the roster on this disk, opened one by one under the data key. */
final class SealedDirectory implements AttendeeDirectory {
    private final SqliteRoster roster;
    private final KeyFile vault;

    SealedDirectory(SqliteRoster roster, KeyFile vault) {
        this.roster = roster;
        this.vault = vault;
    }

    @Override
    public Optional<AttendeeCard> find(RegistrationId registration) {
        return roster.guest(registration).flatMap(this::open);
    }

    @Override
    public Optional<Long> key() {
        return vault.number();
    }

    @Override
    public Map<RegistrationId, Long> versions() {
        return vault.isUnlocked() ? roster.guestVersions() : Map.of();
    }

    @Override
    public void each(Consumer<AttendeeCard> then) {
        if (vault.isUnlocked()) {
            roster.eachGuest(guest -> open(guest).ifPresent(then));
        }
    }

    private Optional<AttendeeCard> open(SealedAttendee guest) {
        return vault.open(guest.sealed(), DataKey.place(guest.registration(), guest.version()))
                .flatMap(text -> WireJson.read(new String(text, UTF_8), AttendeeCard.class));
    }
}
