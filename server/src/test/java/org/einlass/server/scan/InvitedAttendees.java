package org.einlass.server.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Transaction;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.RegistrationListener;
import org.jdbi.v3.core.Handle;

/** The guests that a congress of tests invites, each with real codes and a booking number of their own. */
final class InvitedAttendees {
    private final CodeKey key;
    private final EventSalt salt;
    private final CodeTable codeTable;
    private final Random chance;
    private final Set<BookingNumber> numbers = new HashSet<>();

    InvitedAttendees(CodeKey key, EventSalt salt, CodeTable codeTable, Random chance) {
        this.key = key;
        this.salt = salt;
        this.codeTable = codeTable;
        this.chance = chance;
    }

    List<Congress.Guest> draw(int count) {
        List<Congress.Guest> guests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            guests.add(new Congress.Guest(
                    new RegistrationId(new UUID(chance.nextLong(), chance.nextLong())),
                    key.issue(CodeKind.TICKET, chance),
                    key.issue(CodeKind.BADGE, chance)));
        }
        return guests;
    }

    void register(Transaction transaction, RegistrationListener listener, Congress.Guest guest) {
        Handle handle = transaction.handle();
        handle.execute(
                """
                insert into registrations (event, id, status, category, family_name, booking_number, created_at)
                values (?, ?, 'CONFIRMED', 'attendee', 'Muster', ?, 0)
                """,
                Congress.EVENT.text(),
                guest.registration().toString(),
                freeNumber().digits());
        for (Code code : List.of(guest.ticket(), guest.badge())) {
            codeTable.add(handle, Congress.EVENT, salt.lookupId(code), code, guest.registration(), 1, Congress.NINE);
            listener.codesLeadElsewhere(transaction, Congress.EVENT, Map.of(salt.lookupId(code), guest.registration()));
        }
    }

    private BookingNumber freeNumber() {
        BookingNumber number = BookingNumber.next(chance);
        while (!numbers.add(number)) {
            number = BookingNumber.next(chance);
        }
        return number;
    }
}
