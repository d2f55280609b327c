package org.einlass.server.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventTable;
import org.einlass.server.scan.ScanService;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes registrations: with booking number, ticket code no. 1 and badge code no. 1 from the first moment. */
public final class RegistrationIssuer {
    /** The kind of change in the feed by which a code leads nowhere any more: its look-up id, a blank, whose it was. */
    public static final String LOST_CODE = "code";

    private final CodeKeyTable keys;
    private final CodeTable codeTable;
    private final Clock clock;
    private final RandomGenerator chance;
    private final @Nullable ScanService scanService;

    /**
     * Where no desk has written anything.
     *
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     */
    public RegistrationIssuer(CodeKeyTable keys, CodeTable codeTable, Clock clock, RandomGenerator chance) {
        this(keys, codeTable, clock, chance, null);
    }

    /**
     * An enrolment for an event with desks.
     *
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     * @param scanService hears of changes, so that a repeated list takes nothing back that a desk put right
     */
    public RegistrationIssuer(
            CodeKeyTable keys,
            CodeTable codeTable,
            Clock clock,
            RandomGenerator chance,
            @Nullable ScanService scanService) {
        this.keys = keys;
        this.codeTable = codeTable;
        this.clock = clock;
        this.chance = chance;
        this.scanService = scanService;
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
        if (scanService != null) {
            scanService.registrationChanged(transaction, event, registration.id());
        }
    }

    /** Another ticket system's code leads to this registration from now on. */
    public void link(Transaction transaction, EventId event, RegistrationId registration, ExternalCode code) {
        Handle handle = transaction.handle();
        add(handle, event, code, registration, clock.instant());
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

    private void add(Handle handle, EventId event, PresentedCode code, RegistrationId id, Instant now) {
        EventSalt salt = EventTable.salt(handle, event).orElseThrow();
        codeTable.add(handle, event, salt.lookupId(code), code, id, 1, now);
    }

    private BookingNumber freeNumber(Handle handle, EventId event) {
        BookingNumber number = BookingNumber.next(chance);
        while (RegistrationTable.isTaken(handle, event, number)) {
            number = BookingNumber.next(chance);
        }
        return number;
    }
}
