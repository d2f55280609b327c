package org.einlass.server.registration.imports;

import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.imports.list.AttendeeRow;
import org.einlass.server.registration.imports.list.RowKey;
import org.einlass.server.registration.imports.person.ListedPerson;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as registrations know it.
 *
 * @param line of the file, from 1
 * @param external code of another ticket system that the guest holds
 * @param lookup by what the event knows that code
 * @param refusesAccessNeeds whether it says in words that there are none, or that none may be kept
 */
record ImportRow(
        long line,
        ImportKey sameness,
        RegistrationFields particulars,
        @Nullable ExternalCode external,
        @Nullable LookupId lookup,
        ListedPerson person,
        boolean refusesAccessNeeds) {

    static ImportRow of(AttendeeRow row, EventSalt salt) {
        RegistrationFields particulars = new RegistrationFields(
                row.status(),
                row.attendee(),
                row.category(),
                row.sector(),
                row.federalState(),
                row.programmes(),
                row.days(),
                row.bookings(),
                row.details());
        String fingerprint = text(row.key().isFingerprint() ? row.key() : RowKey.fingerprint(row.attendee()));
        String ownKey = row.key().isOwn() ? text(row.key()) : null;
        ImportKey sameness = ownKey == null
                ? new ImportKey(ImportKey.Kind.FINGERPRINT, fingerprint)
                : new ImportKey(ImportKey.Kind.OWN_KEY, ownKey);
        ExternalCode code = row.externalCode();
        LookupId lookup = code == null ? null : salt.lookupId(code);
        ListedPerson person = new ListedPerson(
                row.line(),
                ownKey,
                fingerprint,
                lookup == null ? null : lookup.hex(),
                row.orderPosition(),
                row.mail(),
                row.attendee(),
                row.isUnnamed());
        return new ImportRow(row.line(), sameness, particulars, code, lookup, person, row.refusesAccessNeeds());
    }

    /** The row without its ticket code, which stays where it leads. */
    ImportRow withoutCode() {
        return new ImportRow(line, sameness, particulars, null, null, person, refusesAccessNeeds);
    }

    private static String text(RowKey key) {
        return key.text().substring(key.text().indexOf(':') + 1);
    }
}
