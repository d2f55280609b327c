package org.einlass.server.registration.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.grade.GuessableCodes;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Transaction;
import org.einlass.server.registration.CodeStock;
import org.einlass.server.registration.ExternalCodes;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.ListedKeys;
import org.einlass.server.registration.NewRegistration;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationQueries;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.list.KnownHeading;
import org.einlass.server.registration.imports.person.ListedPerson;
import org.einlass.server.registration.imports.person.PersonMatch;
import org.einlass.server.registration.imports.person.PersonMatching;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list: read what stands there in a few queries, decided one after the other, written
 * together.
 */
final class ImportBatch {
    private final ImportContext context;
    private final List<ImportRow> rows;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Decided> decided = new ArrayList<>();
    private int asked;

    ImportBatch(ImportContext context, List<ImportRow> rows) {
        this.context = context;
        this.rows = rows;
    }

    /**
     * What all portions of a list have in common.
     *
     * @param importId by which the import is undone
     * @param source the same for every file of one export
     * @param guessable those of its codes that can be guessed
     * @param known everybody registered before the list
     * @param remaining those into which others were merged; they keep what they have from these
     * @param changes how many people the list names or cancels
     */
    record ImportContext(
            EventId event,
            String importId,
            String source,
            RowMerge overlay,
            RowConflicts objections,
            SeatCheck seatCheck,
            GuessableCodes guessable,
            PersonMatching people,
            Map<RegistrationId, KnownPerson> known,
            Set<RegistrationId> remaining,
            int changes) {

        /** Whether somebody merged it into another one: its seats are there. */
        boolean isMerged(RegistrationId registration) {
            return mergedInto(registration) != null;
        }

        /** The registration into which somebody merged it; null where nobody did. */
        @Nullable
        RegistrationId mergedInto(RegistrationId registration) {
            KnownPerson person = known.get(registration);
            return person == null ? null : person.mergedInto();
        }

        /** Whether the list registers somebody by this row, unless somebody else does so meanwhile. */
        boolean isNew(ImportRow row) {
            return people.match(row.line()) instanceof PersonMatch.Unknown;
        }

        /** Notes the import before the first of its rows is written, in the trail too. */
        void begin(Transaction transaction, AuditTrail trail, Instant now) {
            ImportStates.begin(transaction.handle(), event, importId, source, changes, now);
            trail.add(transaction, importId, now);
        }
    }

    /**
     * A row as it is decided.
     *
     * @param codeOwner to whom its code leads today
     */
    private record Decided(
            ImportRow row,
            Optional<Registration> old,
            RegistrationFields wanted,
            Optional<RegistrationId> codeOwner,
            ImportTable.Effect effect) {

        boolean bringsCode() {
            Optional<RegistrationId> self = old.map(Registration::id);
            return row.external() != null && (codeOwner.isEmpty() || !self.equals(codeOwner));
        }
    }

    /** A row whose registration stands in the table. */
    private record Written(Decided decided, RegistrationId id) {}

    /** What would become of the rows. */
    ImportCounts foresee(Handle handle) {
        decide(handle);
        return counts();
    }

    /** Writes them. */
    ImportCounts write(Transaction transaction, RegistrationIssuer issuer, CodeStock stock) {
        Handle handle = transaction.handle();
        decide(handle);
        List<Written> written = enrol(transaction, issuer, stock);
        for (Decided one : decided) {
            Registration old = one.old().orElse(null);
            if (old != null && !one.wanted().equals(old.particulars())) {
                issuer.changeByList(transaction, context.event(), old, one.wanted());
            }
        }
        Map<RegistrationId, ListedKeys.Before> keys = identify(handle, written);
        lead(transaction, issuer, written);
        Set<RegistrationId> reached = withdrawFromRemaining(transaction, issuer);
        note(handle, written, keys);
        reached.forEach(id -> AccessConsents.withdraw(handle, context.event(), id));
        for (Decided one : decided) {
            one.old()
                    .filter(old -> isWithdrawn(old.particulars(), one.wanted()))
                    .ifPresent(old -> AccessConsents.withdraw(handle, context.event(), old.id()));
        }
        return counts();
    }

    /**
     * Whoever withdraws something in the row of a registration that was merged withdraws it where the person is looked
     * up: from the registration that remained. Undoing the import does not give the consent back.
     *
     * @return those that lost their access needs
     */
    private Set<RegistrationId> withdrawFromRemaining(Transaction transaction, RegistrationIssuer issuer) {
        Set<RegistrationId> reached = new HashSet<>();
        for (Decided one : decided) {
            Registration old = one.old().orElse(null);
            RegistrationId remaining = old == null ? null : context.mergedInto(old.id());
            if (old == null || remaining == null) {
                continue;
            }
            boolean refuses = one.wanted().attendee().photoConsent() == PhotoConsent.NO
                    && old.particulars().attendee().photoConsent() != PhotoConsent.NO;
            boolean withdrawn = isWithdrawn(old.particulars(), one.wanted());
            Optional<Registration> kept = refuses || withdrawn
                    ? RegistrationTable.find(transaction.handle(), context.event(), remaining)
                    : Optional.empty();
            if (kept.isPresent()) {
                RegistrationFields before = kept.get().particulars();
                RegistrationFields after = refuses ? before.withRefusedPhotographs(one.wanted()) : before;
                after = withdrawn ? after.withoutAccessNeeds() : after;
                if (!after.equals(before)) {
                    issuer.changeByList(transaction, context.event(), kept.get(), after);
                }
                if (withdrawn) {
                    reached.add(remaining);
                }
            }
        }
        return reached;
    }

    private void decide(Handle handle) {
        problems.clear();
        decided.clear();
        asked = 0;
        context.seatCheck().begin();
        Map<String, RegistrationId> keys = RegistrationQueries.withKeys(
                handle,
                context.event(),
                rows.stream().flatMap(row -> ownKey(row).stream()).toList());
        Map<Long, RegistrationId> persons = new HashMap<>();
        rows.forEach(row -> person(row, keys).ifPresent(id -> persons.put(row.line(), id)));
        Map<RegistrationId, Registration> olds =
                RegistrationQueries.findAll(handle, context.event(), List.copyOf(persons.values()));
        Map<LookupId, RegistrationId> owners = ExternalCodes.owners(
                handle,
                context.event(),
                rows.stream().flatMap(row -> Stream.ofNullable(row.lookup())).toList());
        for (ImportRow row : rows) {
            RegistrationId id = persons.get(row.line());
            decide(handle, row, Optional.ofNullable(id == null ? null : olds.get(id)), owners);
        }
    }

    private void decide(
            Handle handle, ImportRow listed, Optional<Registration> old, Map<LookupId, RegistrationId> owners) {
        PersonMatch match = context.people().match(listed.line());
        if (match instanceof PersonMatch.Asked) {
            asked++;
            return;
        }
        PersonMatch.CodeUse codeUse =
                match instanceof PersonMatch.Known known ? known.code() : ((PersonMatch.Unknown) match).code();
        ImportRow row = codeUse == PersonMatch.CodeUse.LEFT ? listed.withoutCode() : listed;
        LookupId lookup = row.lookup();
        Optional<RegistrationId> owner = Optional.ofNullable(lookup == null ? null : owners.get(lookup));
        Optional<RegistrationId> objecting =
                codeUse == PersonMatch.CodeUse.MOVED ? Optional.<RegistrationId>empty() : owner;
        RegistrationFields wanted = wanted(row, old);
        Optional<RowProblem> problem =
                context.objections().first(handle, row, old, objecting, wanted).or(() -> lostSeats(handle, row, old));
        problem.ifPresentOrElse(problems::add, () -> decided.add(judged(row, old, wanted, owner)));
    }

    /** The seats of a merged registration are those of the one that remained: new ones would get lost unseen. */
    private Optional<RowProblem> lostSeats(Handle handle, ImportRow row, Optional<Registration> old) {
        RegistrationId remaining =
                old.map(Registration::id).map(context::mergedInto).orElse(null);
        if (remaining == null || !context.overlay().speaksOf(KnownHeading.BOOKINGS)) {
            return Optional.empty();
        }
        Set<SessionId> held = RegistrationTable.find(handle, context.event(), remaining)
                .map(one -> one.particulars().bookings())
                .orElse(Set.of());
        return held.containsAll(row.particulars().bookings())
                ? Optional.empty()
                : Optional.of(context.objections().lostSeats(row));
    }

    private static Decided judged(
            ImportRow row, Optional<Registration> old, RegistrationFields wanted, Optional<RegistrationId> owner) {
        if (old.isEmpty()) {
            return new Decided(row, old, wanted, owner, ImportTable.Effect.ADDED);
        }
        Decided changed = new Decided(row, old, wanted, owner, ImportTable.Effect.CHANGED);
        boolean same = wanted.equals(old.get().particulars()) && !changed.bringsCode();
        return same ? new Decided(row, old, wanted, owner, ImportTable.Effect.SAME) : changed;
    }

    private RegistrationFields wanted(ImportRow row, Optional<Registration> old) {
        if (old.isEmpty()) {
            return row.particulars();
        }
        RegistrationFields before = old.get().particulars();
        RegistrationFields listed = context.overlay().over(before, row);
        if (context.isMerged(old.get().id())) {
            return listed.withBookings(before.bookings());
        }
        if (!context.remaining().contains(old.get().id())) {
            return listed;
        }
        RegistrationFields together = listed.with(before);
        return isWithdrawn(before, listed) ? together.withoutAccessNeeds() : together;
    }

    private static boolean isWithdrawn(RegistrationFields before, RegistrationFields after) {
        return before.details().accessConsent() && !after.details().accessConsent();
    }

    /** Whom the row means, as the list was compared, or as somebody registered them since. */
    private Optional<RegistrationId> person(ImportRow row, Map<String, RegistrationId> keys) {
        PersonMatch match = context.people().match(row.line());
        return match instanceof PersonMatch.Known known
                ? Optional.of(known.registration())
                : ownKey(row).map(keys::get);
    }

    private static Optional<String> ownKey(ImportRow row) {
        return row.sameness().kind() == ImportKey.Kind.OWN_KEY
                ? Optional.of(row.sameness().text())
                : Optional.empty();
    }

    private List<Written> enrol(Transaction transaction, RegistrationIssuer issuer, CodeStock stock) {
        List<Decided> fresh =
                decided.stream().filter(one -> one.old().isEmpty()).toList();
        List<RegistrationId> ids = issuer.enrolAll(
                transaction,
                context.event(),
                fresh.stream()
                        .map(one -> new NewRegistration(
                                one.row().sameness(),
                                one.wanted(),
                                one.row().person().mail(),
                                one.row().person().orderPosition()))
                        .toList(),
                stock);
        List<Written> all = new ArrayList<>();
        for (int at = 0; at < fresh.size(); at++) {
            all.add(new Written(fresh.get(at), ids.get(at)));
        }
        decided.forEach(one -> one.old().ifPresent(old -> all.add(new Written(one, old.id()))));
        return all;
    }

    /** By what else the next list will know those who were registered before. @return by what it did until now */
    private Map<RegistrationId, ListedKeys.Before> identify(Handle handle, List<Written> written) {
        ListedKeys listedKeys = new ListedKeys(context.event());
        for (Written one : written) {
            Registration old = one.decided().old().orElse(null);
            ListedPerson person = one.decided().row().person();
            if (old != null && tellsMore(person, context.known().get(one.id()))) {
                listedKeys.identify(one.id(), person.mail(), person.orderPosition());
            }
            if (old != null && person.ownKey() != null && old.ownKey() == null) {
                listedKeys.name(one.id(), person.ownKey());
            }
        }
        return listedKeys.write(handle);
    }

    private static boolean tellsMore(ListedPerson person, @Nullable KnownPerson known) {
        boolean mail =
                !person.mail().isEmpty() && (known == null || !person.mail().equals(known.mail()));
        boolean position = !person.orderPosition().isEmpty()
                && (known == null || !person.orderPosition().equals(known.orderPosition()));
        return mail || position;
    }

    /**
     * A code of another system may have been scanned before its list came: those scans are this guest's from
     * now on.
     */
    private void lead(Transaction transaction, RegistrationIssuer issuer, List<Written> written) {
        Map<ExternalCode, RegistrationId> links = new LinkedHashMap<>();
        for (Written one : written) {
            ExternalCode code = one.decided().row().external();
            LookupId lookup = one.decided().row().lookup();
            if (code == null || lookup == null || !one.decided().bringsCode()) {
                continue;
            }
            one.decided()
                    .codeOwner()
                    .ifPresentOrElse(
                            from -> issuer.move(transaction, context.event(), lookup, from, one.id()),
                            () -> links.put(code, one.id()));
        }
        issuer.linkAll(transaction, context.event(), links, context.guessable());
        if (context.guessable().anyLong()) {
            markCountedUp(transaction, issuer, written);
        }
    }

    /** Codes that stand already, of a list that shows that they can be guessed. */
    private void markCountedUp(Transaction transaction, RegistrationIssuer issuer, List<Written> written) {
        List<ExternalCode> standing = written.stream()
                .filter(one -> !one.decided().bringsCode())
                .flatMap(one -> Stream.ofNullable(one.decided().row().external()))
                .filter(context.guessable()::contains)
                .toList();
        issuer.countedUp().mark(transaction, context.event(), standing);
    }

    private void note(Handle handle, List<Written> written, Map<RegistrationId, ListedKeys.Before> keys) {
        Map<RegistrationId, Long> versions = RegistrationQueries.versions(
                handle,
                context.event(),
                written.stream()
                        .filter(one -> one.decided().effect() != ImportTable.Effect.ADDED)
                        .map(Written::id)
                        .toList());
        List<ImportTable.Row> done = new ArrayList<>();
        for (Written one : written) {
            Decided row = one.decided();
            LookupId lookup = row.bringsCode() ? row.row().lookup() : null;
            done.add(new ImportTable.Row(
                    one.id(),
                    row.effect(),
                    row.old().map(Registration::version).orElse(0L),
                    versions.getOrDefault(one.id(), 1L),
                    row.old()
                            .map(Registration::particulars)
                            .filter(before -> !before.equals(row.wanted()))
                            .orElse(null),
                    lookup == null ? null : lookup.hex(),
                    lookup == null ? null : row.codeOwner().orElse(null),
                    keys.get(one.id())));
        }
        ImportTable.add(handle, context.event(), context.importId(), done);
    }

    private ImportCounts counts() {
        return new ImportCounts(
                count(ImportTable.Effect.ADDED),
                count(ImportTable.Effect.CHANGED),
                count(ImportTable.Effect.SAME),
                asked,
                problems);
    }

    private int count(ImportTable.Effect effect) {
        return (int) decided.stream().filter(one -> one.effect() == effect).count();
    }
}
