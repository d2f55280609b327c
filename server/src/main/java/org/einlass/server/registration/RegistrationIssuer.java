package org.einlass.server.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.grade.CodeGrade;
import org.einlass.contract.grade.GuessableCodes;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventTable;
import org.jdbi.v3.core.Handle;

/** Makes registrations: with booking number, ticket code no. 1 and badge code no. 1 from the first moment. */
public final class RegistrationIssuer {
    /**
     * The kind of change in the feed by which a code leads nowhere any more: its look-up id, whose it was, and
     * what devices know it by, with a blank between each two. Changes of older servers lack the last.
     */
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

    /** The long codes of other ticket systems that can be guessed. */
    public CountedUpCodes countedUp() {
        return new CountedUpCodes(codeTable);
    }

    /** A new registration. The event exists. */
    public RegistrationId enrol(
            Transaction transaction, EventId event, ImportKey importKey, RegistrationFields registrationFields) {
        return enrolAll(transaction, event, List.of(new NewRegistration(importKey, registrationFields)))
                .get(0);
    }

    /**
     * New registrations, each with its codes. The event exists.
     *
     * @return their ids, in the order of {@code people}
     */
    public List<RegistrationId> enrolAll(Transaction transaction, EventId event, List<NewRegistration> people) {
        return enrolAll(transaction, event, people, CodeStock.empty());
    }

    /** Codes for so many people of an event that exists, to be given to them later. */
    public CodeStock stock(Handle handle, EventId event, int people) {
        return CodeStock.of(
                keys.newest(handle, event).orElseThrow(),
                EventTable.salt(handle, event).orElseThrow(),
                people,
                chance);
    }

    /** New registrations as above, with codes of {@code stock}. */
    public List<RegistrationId> enrolAll(
            Transaction transaction, EventId event, List<NewRegistration> people, CodeStock stock) {
        if (people.isEmpty()) {
            return List.of();
        }
        Handle handle = transaction.handle();
        Instant now = clock.instant();
        List<RegistrationId> ids = people.stream()
                .map(one -> new RegistrationId(TimeOrderedUuid.next(now, chance)))
                .toList();
        NewRegistrations.insert(handle, event, ids, people, chance, now);
        EventSalt salt = EventTable.salt(handle, event).orElseThrow();
        CodeKey key = keys.newest(handle, event).orElseThrow();
        List<CodeTable.New> codes = new ArrayList<>();
        for (RegistrationId id : ids) {
            for (CodeKind kind : List.of(CodeKind.TICKET, CodeKind.BADGE)) {
                CodeStock.Made made = stock.next(key, salt, kind, chance);
                codes.add(new CodeTable.New(made.lookup(), made.code(), id, 1));
            }
            transaction.changed(event, "registration", id.toString(), 1);
        }
        codeTable.addAll(handle, event, codes, now);
        return ids;
    }

    /** Gives a registration the particulars that a list says; its codes stay. */
    public void changeByList(
            Transaction transaction, EventId event, Registration registration, RegistrationFields registrationFields) {
        update(transaction, event, registration, registrationFields);
        listener.registrationsChanged(transaction, event, List.of(registration.id()));
    }

    /** Gives a registration the particulars that somebody wrote who saw the present ones; its codes stay. */
    public void changeByHand(
            Transaction transaction, EventId event, Registration registration, RegistrationFields registrationFields) {
        update(transaction, event, registration, registrationFields);
        listener.registrationsChangedByHand(transaction, event, List.of(registration.id()));
    }

    private void update(
            Transaction transaction, EventId event, Registration registration, RegistrationFields registrationFields) {
        RegistrationTable.update(transaction.handle(), event, registration.id(), registrationFields, clock.instant());
        transaction.changed(event, "registration", registration.id().toString(), registration.version() + 1);
    }

    /** Another ticket system's code leads to this registration from now on. */
    public void link(Transaction transaction, EventId event, RegistrationId registration, ExternalCode code) {
        linkAll(transaction, event, Map.of(code, registration), GuessableCodes.NONE);
    }

    /** A new ticket code for a registration; the ones it had are valid no more. */
    public void reissueTicket(Transaction transaction, EventId event, Registration registration) {
        Handle handle = transaction.handle();
        Instant now = clock.instant();
        int last = codeTable.revokeTickets(handle, event, registration.id(), now);
        Code code = keys.newest(handle, event).orElseThrow().issue(CodeKind.TICKET, chance);
        LookupId lookup = EventTable.salt(handle, event).orElseThrow().lookupId(code);
        codeTable.addAll(handle, event, List.of(new CodeTable.New(lookup, code, registration.id(), last + 1)), now);
        transaction.changed(event, "registration", registration.id().toString(), registration.version());
    }

    /**
     * Other ticket systems' codes lead to these registrations from now on.
     *
     * @param guessable those of the list that they come from
     */
    public void linkAll(
            Transaction transaction, EventId event, Map<ExternalCode, RegistrationId> links, GuessableCodes guessable) {
        if (links.isEmpty()) {
            return;
        }
        Handle handle = transaction.handle();
        EventSalt salt = EventTable.salt(handle, event).orElseThrow();
        List<CodeTable.New> codes = new ArrayList<>();
        Map<LookupId, RegistrationId> lead = new HashMap<>();
        links.forEach((code, registration) -> {
            LookupId lookup = salt.lookupId(code);
            boolean countedUp = guessable.contains(code) && CodeGrade.of(code) == CodeGrade.STRONG;
            codes.add(new CodeTable.New(lookup, code, registration, 1, countedUp));
            lead.put(lookup, registration);
        });
        codeTable.addAll(handle, event, codes, clock.instant());
        listener.codesLeadElsewhere(transaction, event, lead);
        tell(transaction, event, links.values());
    }

    /** A code that leads to one registration leads to another one from now on. */
    public void move(Transaction transaction, EventId event, LookupId lookup, RegistrationId from, RegistrationId to) {
        codeTable.move(transaction.handle(), event, lookup, from, to);
        listener.codesLeadElsewhere(transaction, event, Map.of(lookup, to));
        tell(transaction, event, List.of(from, to));
    }

    /** A twin's codes lead to the registration that remains from now on, with all that was done with them. */
    public void merge(Transaction transaction, EventId event, RegistrationId twin, RegistrationId remaining) {
        RegistrationTable.merge(transaction.handle(), event, twin, remaining);
        leadCodes(transaction, event, twin, remaining);
        listener.namesLeadElsewhere(transaction, event, twin, twin, remaining);
        tell(transaction, event, List.of(twin, remaining));
    }

    /** A merged twin's codes lead to itself again. */
    public void split(Transaction transaction, EventId event, RegistrationId twin, RegistrationId remaining) {
        RegistrationTable.merge(transaction.handle(), event, twin, null);
        leadCodes(transaction, event, twin, twin);
        listener.namesLeadElsewhere(transaction, event, twin, remaining, twin);
        tell(transaction, event, List.of(twin, remaining));
    }

    private void leadCodes(Transaction transaction, EventId event, RegistrationId owner, RegistrationId to) {
        Map<LookupId, RegistrationId> lead = new HashMap<>();
        codeTable
                .given(transaction.handle(), event, RegistrationRange.of(owner))
                .forEach(code -> lead.put(code.lookup(), to));
        listener.codesLeadElsewhere(transaction, event, lead);
    }

    private static void tell(Transaction transaction, EventId event, Collection<RegistrationId> registrations) {
        RegistrationQueries.versions(transaction.handle(), event, Set.copyOf(registrations))
                .forEach((id, version) -> transaction.changed(event, "registration", id.toString(), version));
    }

    /** Another ticket system's code leads to this registration no more. */
    public void unlink(Transaction transaction, EventId event, RegistrationId registration, String lookup) {
        Handle handle = transaction.handle();
        long version = RegistrationTable.version(handle, event, registration) + 1;
        LookupId onDevices = codeTable.onDevices(handle, event, new LookupId(lookup));
        transaction.changed(event, LOST_CODE, lookup + " " + registration + " " + onDevices, version);
        ExternalCodes.remove(handle, event, registration, lookup);
    }

    /**
     * Ends a registration for good, with those that were merged into it. Facts about it stay; devices hear
     * that its codes lead nowhere any more.
     */
    public void remove(Transaction transaction, EventId event, RegistrationId registration) {
        Handle handle = transaction.handle();
        long version = RegistrationTable.version(handle, event, registration) + 1;
        List<RegistrationId> gone = new ArrayList<>(RegistrationTable.mergedInto(handle, event, registration));
        gone.add(registration);
        for (RegistrationId one : gone) {
            codeTable
                    .given(handle, event, RegistrationRange.of(one))
                    .forEach(code -> transaction.changed(
                            event, LOST_CODE, code.lookup() + " " + registration + " " + code.onDevices(), version));
            RegistrationTable.remove(handle, event, one);
        }
    }
}
