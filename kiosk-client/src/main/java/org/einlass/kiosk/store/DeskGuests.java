package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.GuestCard;
import org.einlass.kiosk.gate.Guests;
import org.einlass.kiosk.gate.Vault;
import org.einlass.kiosk.sync.WireJson;

/** The guests of the roster on this disk, opened one by one under the data key. */
final class DeskGuests implements Guests {
    private final SqliteRoster roster;
    private final Vault vault;

    DeskGuests(SqliteRoster roster, Vault vault) {
        this.roster = roster;
        this.vault = vault;
    }

    @Override
    public Optional<GuestCard> find(RegistrationId registration) {
        return roster.guest(registration).flatMap(this::open);
    }

    @Override
    public void each(Consumer<GuestCard> then) {
        if (vault.isUnlocked()) {
            roster.guests().forEach(guest -> open(guest).ifPresent(then));
        }
    }

    private Optional<GuestCard> open(SealedGuest guest) {
        return vault.open(guest.sealed(), DataKey.place(guest.registration(), guest.version()))
                .flatMap(text -> WireJson.read(new String(text, UTF_8), GuestCard.class));
    }
}
