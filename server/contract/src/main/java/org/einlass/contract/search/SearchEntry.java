package org.einlass.contract.search;

import java.util.Set;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.jspecify.annotations.Nullable;

/**
 * What a registration is found by. The index keeps folded words and {@code key}, not this record.
 *
 * @param mail the mail address, or empty; its first {@value #LONGEST_MAIL} characters count
 * @param codes what the event knows the registration's codes by, external ones too
 * @param key what the caller wants back with a hit; the index never looks into it
 */
public record SearchEntry<K>(
        RegistrationId id,
        Attendee attendee,
        String mail,
        @Nullable BookingNumber bookingNumber,
        Set<LookupId> codes,
        K key) {
    public static final int LONGEST_MAIL = 254;

    public SearchEntry {
        codes = Set.copyOf(codes);
        mail = mail.length() > LONGEST_MAIL ? mail.substring(0, LONGEST_MAIL) : mail;
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "search entry of registration " + id;
    }
}
