package org.einlass.server.intake;

import org.einlass.contract.code.ExternalCode;
import org.einlass.server.intake.list.GuestKey;
import org.einlass.server.intake.list.GuestRow;
import org.einlass.server.registration.Particulars;
import org.einlass.server.registration.Sameness;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as registrations know it.
 *
 * @param line of the file, from 1
 * @param external code of another ticket system that the guest holds
 */
record Guest(
        long line,
        Sameness sameness,
        Particulars particulars,
        @Nullable ExternalCode external) {

    static Guest of(GuestRow row) {
        Particulars particulars = new Particulars(
                row.status(),
                row.attendee(),
                row.category(),
                row.sector(),
                row.federalState(),
                row.programmes(),
                row.days(),
                row.bookings());
        return new Guest(row.line(), sameness(row.key()), particulars, row.externalCode());
    }

    private static Sameness sameness(GuestKey key) {
        String text = key.text().substring(key.text().indexOf(':') + 1);
        return new Sameness(key.isOwn() ? Sameness.Kind.OWN_KEY : Sameness.Kind.FINGERPRINT, text);
    }
}
