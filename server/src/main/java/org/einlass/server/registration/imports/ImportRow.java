package org.einlass.server.registration.imports;

import org.einlass.contract.code.ExternalCode;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.imports.list.AttendeeRow;
import org.einlass.server.registration.imports.list.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as registrations know it.
 *
 * @param line of the file, from 1
 * @param external code of another ticket system that the guest holds
 */
record ImportRow(
        long line,
        ImportKey sameness,
        RegistrationFields particulars,
        @Nullable ExternalCode external) {

    static ImportRow of(AttendeeRow row) {
        RegistrationFields particulars = new RegistrationFields(
                row.status(),
                row.attendee(),
                row.category(),
                row.sector(),
                row.federalState(),
                row.programmes(),
                row.days(),
                row.bookings());
        return new ImportRow(row.line(), sameness(row), particulars, row.externalCode());
    }

    private static ImportKey sameness(AttendeeRow row) {
        RowKey key = row.key().isOwn() ? row.key() : RowKey.fingerprint(row.attendee());
        String text = key.text().substring(key.text().indexOf(':') + 1);
        return new ImportKey(key.isOwn() ? ImportKey.Kind.OWN_KEY : ImportKey.Kind.FINGERPRINT, text);
    }
}
