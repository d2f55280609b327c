package org.einlass.server.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventTable;
import org.jdbi.v3.core.Handle;

/** Makes registrations: with booking number, ticket code no. 1 and badge code no. 1 from the first moment. */
public final class RegistrationIssuer {
    /** The kind of change in the feed by which a code leads nowhere any more: its look-up id, a blank, whose it was. */
    public static final String LOST_CODE = "code";

    private final CodeKeyTable keys;
    private final CodeTable codeTable;
    private final Clock clock;
    private final RandomGenerator chance;
    private final RegistrationListener listener;

    /**
     * Where no desk has written anything.
     *
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     */
    public RegistrationIssuer(CodeKeyTable keys, CodeTable codeTable, Clock clock, RandomGenerator chance) {
        this(keys, codeTable, clock, chance, RegistrationListener.NONE);
    }

    /**
     * An enrolment for an event with desks.
     *
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     * @param listener hears of changes, so that a repeated list takes nothing back that a desk put right
     */
    public RegistrationIssuer(
            CodeKeyTable keys,
            CodeTable codeTable,
            Clock clock,
            RandomGenerator chance,
            RegistrationListener listener) {
        this.keys = keys;
        this.codeTable = codeTable;
        this.clock = clock;
        this.chance = chance;
        this.listener = listener;
    }

    /** A new registration. The event exists. */
    public RegistrationId enrol(
            Transaction transaction, EventId event, ImportKey importKey, RegistrationFields registrationFields) {
        Handle handle = transaction.handle();
        Instant now = clock.instant();
        RegistrationId id = new RegistrationId(TimeOrderedUuid.next(now, chance));
        RegistrationTable.insert(handle, event, id, importKey, registrationFields, freeNumber(handle, event), now);
        CodeKey key = keys.newest(handle, event).orElseThrow();
        add(handle, event, key.issue(CodeKind.TICKET, chance), id, now);
        add(handle, event, key.issue(CodeKind.BADGE, chance), id, now);
        transaction.changed(event, "registration", id.toString(), 1);
        return id;
    }

    /** Gives a registration new particulars; its codes stay. */
    public void change(
            Transaction transaction, EventId event, Registration registration, RegistrationFields registrationFields) {
        RegistrationTable.update(transaction.handle(), event, registration.id(), registrationFields, clock.instant());
        transaction.changed(event, "registration", registration.id().toString(), registration.version() + 1);
        listener.registrationsChanged(transaction, event, List.of(registration.id()));
    }

    /** Another ticket system's code leads to this registration from now on. */
    public void link(Transaction transaction, EventId event, RegistrationId registration, ExternalCode code) {
        Handle handle = transaction.handle();
        LookupId lookup = add(handle, event, code, registration, clock.instant());
        listener.codesLeadElsewhere(transaction, event, Map.of(lookup, registration));
        transaction.changed(
                event, "registration", registration.toString(), RegistrationTable.version(handle, event, registration));
    }

    /** Another ticket system's code leads to this registration no more. */
    public void unlink(Transaction transaction, EventId event, RegistrationId registration, String lookup) {
        Handle handle = transaction.handle();
        long version = RegistrationTable.version(handle, event, registration) + 1;
        transaction.changed(event, LOST_CODE, lookup + " " + registration, version);
        ExternalCodes.remove(handle, event, lookup);
    }

    /**
     * Ends a registration for good, with those that were merged into it. Facts about it stay; devices hear that its codes
     * lead nowhere any more.
     */
    public void remove(Transaction transaction, EventId event, RegistrationId registration) {
        Handle handle = transaction.handle();
        long version = RegistrationTable.version(handle, event, registration) + 1;
        List<RegistrationId> gone = new ArrayList<>(RegistrationTable.mergedInto(handle, event, registration));
        gone.add(registration);
        for (RegistrationId one : gone) {
            codeTable
                    .given(handle, event, RegistrationRange.of(one))
                    .forEach(code ->
                            transaction.changed(event, LOST_CODE, code.lookup().hex() + " " + registration, version));
            RegistrationTable.remove(handle, event, one);
        }
    }

    private LookupId add(Handle handle, EventId event, PresentedCode code, RegistrationId id, Instant now) {
        LookupId lookup = EventTable.salt(handle, event).orElseThrow().lookupId(code);
        codeTable.add(handle, event, lookup, code, id, 1, now);
        return lookup;
    }

    private BookingNumber freeNumber(Handle handle, EventId event) {
        BookingNumber number = BookingNumber.next(chance);
        while (RegistrationTable.isTaken(handle, event, number)) {
            number = BookingNumber.next(chance);
        }
        return number;
    }
}
