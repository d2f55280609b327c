package org.einlass.server.presence;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.EventListener;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.EntryResolver;
import org.einlass.server.journal.FactHistories;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalChanges;
import org.einlass.server.journal.JournalListener;
import org.einlass.server.journal.JournalTables;
import org.einlass.server.journal.RecordedFact;
import org.einlass.server.registration.BookingTable;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.IssuedCode;
import org.einlass.server.registration.RegistrationListener;
import org.einlass.server.registration.detail.DetailTable;
import org.jdbi.v3.core.Handle;

/**
 * What follows when facts are added, better timed or excluded, or when codes, registrations or an event
 * change: claims become free, and the state of all whom it concerns is derived anew. Stateless but for what
 * is known of events; runs in the transaction that makes the change.
 */
public final class FactEffects implements JournalListener, RegistrationListener, EventListener {
    private final Clock clock;
    private final EventConfigCache eventConfigs;
    private final FactTable factTable;
    private final FactHistories histories;
    private final AnswerTable answerTable = new AnswerTable();
    private final ClaimTable claimTable = new ClaimTable();
    private final ConflictTable conflictTable = new ConflictTable();
    private final EntryResolver entryResolver;
    private final CodeTable codeTable;
    private final DeskEditStore deskEditStore;
    private final WalkIns walkIns;
    private final Projection projection;

    /** @param serverKey the server's own, under which codes and the keys to the desks' messages lie */
    public FactEffects(ServerKey serverKey, EventConfigCache eventConfigs, Clock clock) {
        this.clock = clock;
        this.eventConfigs = eventConfigs;
        JournalTables journal = JournalTables.of(serverKey);
        factTable = journal.facts();
        histories = journal.histories();
        codeTable = new CodeTable(serverKey);
        entryResolver = new EntryResolver(codeTable);
        deskEditStore = new DeskEditStore(factTable, journal.messages());
        walkIns = new WalkIns(factTable, journal.messages(), codeTable);
        DerivationInputs inputs = new DerivationInputs(histories, deskEditStore);
        projection = new Projection(inputs, claimTable, deskEditStore);
    }

    @Override
    public void journalChanged(Transaction transaction, EventConfig eventConfig, JournalChanges changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        Handle handle = transaction.handle();
        EventId event = eventConfig.event();
        AffectedSubjects affected = new AffectedSubjects();
        affected.subjects(histories.peopleBehindDevices(handle, event, changes.devices()));
        affected.counts(histories.areasBehindDevices(handle, event, changes.devices()));
        noteFacts(handle, event, changes.recorded(), now, affected);
        makeRows(handle, eventConfig, changes.recorded(), affected);
        follow(transaction, eventConfig, affected, changes.asStored(), now);
    }

    /** Notes whom new facts concern, and does what they do by the ids that they name. */
    private void noteFacts(
            Handle handle, EventId event, List<RecordedFact> recorded, Instant now, AffectedSubjects affected) {
        Set<EntryId> undone = new LinkedHashSet<>();
        Set<EntryId> referred = new LinkedHashSet<>();
        Set<String> settled = new LinkedHashSet<>();
        for (RecordedFact fact : recorded) {
            JournalEntry entry = fact.entry();
            String subject = fact.references().subject();
            if (subject != null) {
                affected.subject(subject);
            }
            if (entry instanceof JournalEntry.Undone undo) {
                undone.add(undo.entry());
            } else if (entry instanceof JournalEntry.Overridden overridden) {
                referred.add(overridden.scan());
            } else if (entry instanceof JournalEntry.Counted counted) {
                affected.counts(List.of(counted.area()));
            } else if (entry instanceof JournalEntry.Settled settlement) {
                settled.add(settlement.conflict());
            }
        }
        referred.addAll(undone);
        affected.subjects(histories.peopleBehind(handle, event, referred));
        affected.counts(histories.areasBehind(handle, event, undone));
        affected.subjects(conflictTable.subjects(handle, event, settled));
        refuseUnreported(handle, event, undone, now);
    }

    /** A scan that was answered and undone before its device reported it admitted nobody. */
    private void refuseUnreported(Handle handle, EventId event, Set<EntryId> undone, Instant now) {
        Set<EntryId> unreported = new LinkedHashSet<>(undone);
        unreported.removeAll(factTable.reported(handle, event, undone));
        Map<EntryId, Verdict> refused = new LinkedHashMap<>();
        answerTable.ofSomebody(handle, event, unreported).forEach(scan -> refused.put(scan, Verdict.REFUSED));
        answerTable.confirm(handle, event, refused);
        claimTable.release(handle, event, refused.keySet(), now);
    }

    /** What desks wrote: the rows that it asks for stand from now on, and its codes lead there. */
    private void makeRows(
            Handle handle, EventConfig eventConfig, List<RecordedFact> recorded, AffectedSubjects affected) {
        Set<RegistrationId> registrations = new LinkedHashSet<>();
        for (RecordedFact fact : recorded) {
            JournalEntry entry = fact.entry();
            if (entry instanceof JournalEntry.Newcomer
                    || entry instanceof JournalEntry.Corrected
                    || entry instanceof JournalEntry.GuestEntry
                    || entry instanceof JournalEntry.BadgeReissued) {
                registrations.add(EntryResolver.registration(entry));
            }
            if (entry instanceof JournalEntry.Substituted substituted) {
                registrations.add(substituted.represents());
            }
        }
        for (RegistrationId registration : registrations) {
            affected.subject(registration.toString());
            walkIns.register(handle, eventConfig, registration)
                    .forEach(code -> adopt(handle, eventConfig.event(), code, registration, affected));
        }
    }

    /** A code leads to this person from now on; so do the facts that were made with it before. */
    private void adopt(
            Handle handle, EventId event, LookupId lookup, RegistrationId registration, AffectedSubjects affected) {
        factTable.adopt(handle, event, lookup, registration.toString());
        Optional<IssuedCode> known = codeTable.find(handle, event, lookup);
        for (JournalEntry.Scanned scan : factTable.notCompared(handle, event, lookup)) {
            entryResolver
                    .proven(event, lookup, known, scan)
                    .ifPresent(proven ->
                            factTable.compared(handle, event, scan.head().id(), proven));
        }
        affected.subject(registration.toString());
        affected.subject("?" + lookup.hex());
    }

    @Override
    public void codesLeadElsewhere(Transaction transaction, EventId event, Map<LookupId, RegistrationId> codes) {
        Handle handle = transaction.handle();
        Set<LookupId> scanned = factTable.withCode(handle, event, codes.keySet());
        if (scanned.isEmpty()) {
            return;
        }
        AffectedSubjects affected = new AffectedSubjects();
        affected.subjects(factTable.subjectsOf(handle, event, scanned));
        codes.forEach((lookup, registration) -> {
            if (scanned.contains(lookup)) {
                adopt(handle, event, lookup, registration, affected);
            }
        });
        follow(transaction, known(handle, event), affected, Map.of(), clock.instant());
    }

    @Override
    public void namesLeadElsewhere(
            Transaction transaction, EventId event, RegistrationId named, RegistrationId from, RegistrationId to) {
        Handle handle = transaction.handle();
        if (factTable.adoptNamed(handle, event, named.toString(), from.toString(), to.toString()) == 0) {
            return;
        }
        AffectedSubjects affected = new AffectedSubjects();
        affected.subject(from.toString());
        affected.subject(to.toString());
        follow(transaction, known(handle, event), affected, Map.of(), clock.instant());
    }

    @Override
    public void registrationsChanged(Transaction transaction, EventId event, Collection<RegistrationId> registrations) {
        followEdited(transaction, event, edited(transaction.handle(), event, registrations));
    }

    @Override
    public void registrationsChangedByHand(
            Transaction transaction, EventId event, Collection<RegistrationId> registrations) {
        Handle handle = transaction.handle();
        Set<String> edited = edited(handle, event, registrations);
        deskEditStore.takeAsTheyStand(
                handle,
                event,
                edited,
                histories.about(handle, event, edited, Map.of()).facts());
        followEdited(transaction, event, edited);
    }

    private Set<String> edited(Handle handle, EventId event, Collection<RegistrationId> registrations) {
        return deskEditStore.kept(
                handle,
                event,
                registrations.stream().map(RegistrationId::toString).toList());
    }

    private void followEdited(Transaction transaction, EventId event, Set<String> edited) {
        if (edited.isEmpty()) {
            return;
        }
        Handle handle = transaction.handle();
        AffectedSubjects affected = new AffectedSubjects();
        affected.subjects(edited);
        follow(transaction, known(handle, event), affected, Map.of(), clock.instant());
    }

    /**
     * What desks practised counts while it is practised only, and badges that were printed in practice are
     * still to be printed.
     */
    @Override
    public void eventChanged(Transaction transaction, EventId event) {
        Handle handle = transaction.handle();
        EventConfig eventConfig = eventConfigs.read(handle, event);
        AffectedSubjects affected = new AffectedSubjects();
        affected.subjects(deskEditStore.subjects(handle, event));
        affected.subjects(factTable.printedOutside(handle, event, eventConfig.phase()));
        follow(transaction, eventConfig, affected, Map.of(), clock.instant());
    }

    /** Whoever has a seat in one of them gets another badge back: devices fetch these guests anew. */
    @Override
    public void sessionsChanged(Transaction transaction, EventId event, Set<SessionId> sessions) {
        long now = clock.instant().toEpochMilli();
        BookingTable.bookedInto(transaction.handle(), event, sessions)
                .forEach(one -> transaction.changed(event, "registration", one.toString(), now));
    }

    @Override
    public void questionsChanged(Transaction transaction, EventId event) {
        long now = clock.instant().toEpochMilli();
        DetailTable.answering(transaction.handle(), event)
                .forEach(one -> transaction.changed(event, "registration", one, now));
    }

    private EventConfig known(Handle handle, EventId event) {
        return eventConfigs
                .find(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    /** Derives anew what was affected, and lets the readers of the feed know. */
    private void follow(
            Transaction transaction,
            EventConfig eventConfig,
            AffectedSubjects affected,
            Map<EntryId, JournalEntry> known,
            Instant now) {
        EventId event = eventConfig.event();
        Set<String> changed = projection.rebuild(transaction.handle(), eventConfig, affected.subjects(), known, now);
        for (String subject : affected.subjects()) {
            if (changed.contains(subject)) {
                transaction.changed(event, "registration", subject, now.toEpochMilli());
            }
            transaction.changed(event, "passage", subject, now.toEpochMilli());
        }
        projection.recount(transaction.handle(), eventConfig, affected.counts());
        affected.counts()
                .forEach(key -> transaction.changed(event, "area", key.area().text(), now.toEpochMilli()));
    }

    /**
     * Whose state is to be derived anew, and which areas are to be counted anew, each once and in a fixed
     * order.
     */
    private static final class AffectedSubjects {
        private final Set<String> subjects = new TreeSet<>();
        private final Set<AreaPresence.Key> counts = new TreeSet<>(AreaPresence.Key.ORDER);

        void subject(String subject) {
            subjects.add(subject);
        }

        void subjects(Collection<String> more) {
            subjects.addAll(more);
        }

        /** The counts of these areas changed, in whichever phase. */
        void counts(Collection<AreaId> areas) {
            for (AreaId area : areas) {
                for (Phase phase : Phase.values()) {
                    counts.add(new AreaPresence.Key(phase, area));
                }
            }
        }

        Set<String> subjects() {
            return subjects;
        }

        Set<AreaPresence.Key> counts() {
            return counts;
        }
    }
}
