package org.einlass.server.registration.change;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationErasures;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.history.ChangeHistoryTable;
import org.einlass.server.registration.history.PastChange;
import org.einlass.server.registration.imports.person.NameLikeness;
import org.einlass.server.registration.imports.text.TextKey;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Twins: two registrations that may be one person. They are proposed, merged by a person and never by themselves, and
 * split again. Both codes lead to the registration that remains. Any thread may call it; each call is one transaction.
 */
public final class TwinService {
    /** Of more namesakes than these in one group only the first are compared. */
    private static final int MOST_ALIKE = 50;

    private static final int MOST = 500;

    private final Store store;
    private final RegistrationIssuer issuer;
    private final Clock clock;

    public TwinService(Store store, RegistrationIssuer issuer, Clock clock) {
        this.store = store;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Pairs that may be one person, in the order of their ids: of the same name and a similar organisation, or of the
     * same mail address and a similar family name. Who is cancelled, blocked, represented or still to be named is in
     * none, and a pair of which somebody said that it is two people is left out.
     *
     * @param after the cursor that the page before named, or an empty text
     * @param most 1 to 500 pairs; anything else is taken as the nearest of them
     */
    public TwinPage find(EventId event, String after, int most) {
        int size = Math.max(1, Math.min(MOST, most));
        State state = state(event);
        List<TwinPage.Pair> pairs =
                new ArrayList<>(pairs(state.people()).tailMap(after, false).values());
        pairs.removeIf(pair -> state.distinct()
                .contains(DistinctRegistrationTable.Pair.of(
                        pair.first().registration(), pair.second().registration())));
        boolean last = pairs.size() <= size;
        List<TwinPage.Pair> page = last ? pairs : pairs.subList(0, size);
        return new TwinPage(page, last ? null : page.get(size - 1).cursor());
    }

    /** Everybody of an event, and who of them are two people though they look like one. */
    private record State(List<KnownPerson> people, Set<DistinctRegistrationTable.Pair> distinct) {}

    private State state(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return new State(RegistrationTable.known(handle, event), DistinctRegistrationTable.all(handle, event));
        });
    }

    /** What was decided about pairs, by name, at most {@value #MOST} of each kind. */
    public TwinPage.Decided decided(EventId event) {
        State state = state(event);
        Map<String, KnownPerson> people =
                state.people().stream().collect(Collectors.toMap(one -> one.id().toString(), one -> one));
        List<TwinPage.Merged> merged = state.people().stream()
                .filter(one -> one.mergedInto() != null)
                .map(one -> new TwinPage.Merged(
                        shown(Objects.requireNonNull(people.get(String.valueOf(one.mergedInto())))), shown(one)))
                .sorted(Comparator.comparing((TwinPage.Merged pair) ->
                                TextKey.of(pair.remaining().name()))
                        .thenComparing(pair -> pair.twin().registration().toString()))
                .limit(MOST)
                .toList();
        List<TwinPage.Distinct> distinct = state.distinct().stream()
                .map(pair -> new TwinPage.Distinct(
                        shown(Objects.requireNonNull(people.get(pair.registration()))),
                        shown(Objects.requireNonNull(people.get(pair.other())))))
                .sorted(Comparator.comparing((TwinPage.Distinct pair) ->
                                TextKey.of(pair.first().name()))
                        .thenComparing(pair -> pair.first().registration() + "."
                                + pair.second().registration()))
                .limit(MOST)
                .toList();
        return new TwinPage.Decided(merged, distinct);
    }

    /**
     * Two registrations are two people, however alike they look: they are proposed no more. Nothing changes where that was
     * said before.
     *
     * @throws Rejected where one of them is unknown, both are one, or they are merged
     */
    public void distinguish(EventId event, RegistrationId one, RegistrationId other, String by) {
        decide(event, one, other, (handle, pair) -> {
            if (RegistrationErasures.remaining(handle, event, one)
                    .equals(RegistrationErasures.remaining(handle, event, other))) {
                throw conflict(
                        new Wording(
                                "Diese beiden Anmeldungen sind zusammengeführt.",
                                "These two registrations are merged."),
                        new Wording("Bitte zuerst wieder trennen.", "Split them first."));
            }
            DistinctRegistrationTable.add(handle, event, pair, clock.instant(), by);
        });
    }

    /** What {@link #distinguish} noted is forgotten; nothing changes where nothing was. @throws Rejected as there */
    public void forget(EventId event, RegistrationId one, RegistrationId other) {
        decide(event, one, other, (handle, pair) -> DistinctRegistrationTable.remove(handle, event, pair));
    }

    private void decide(
            EventId event,
            RegistrationId one,
            RegistrationId other,
            BiConsumer<Handle, DistinctRegistrationTable.Pair> decision) {
        AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_CHANGED, event.text());
        written(event, transaction -> {
            Handle handle = transaction.handle();
            found(handle, event, one);
            found(handle, event, other);
            refuseSame(one, other);
            decision.accept(handle, DistinctRegistrationTable.Pair.of(one, other));
            trail.add(transaction, one.toString(), clock.instant());
            trail.add(transaction, other.toString(), clock.instant());
            return event;
        });
    }

    private static void refuseSame(RegistrationId one, RegistrationId other) {
        if (one.equals(other)) {
            throw Rejected.badValue(
                    new Wording(
                            "Eine Anmeldung ist nicht ihr eigener Zwilling.", "A registration is no twin of its own."),
                    "twin");
        }
    }

    private static NavigableMap<String, TwinPage.Pair> pairs(List<KnownPerson> people) {
        List<KnownPerson> possible =
                people.stream().filter(TwinService::mayBeTwin).toList();
        TreeMap<String, TwinPage.Pair> pairs = new TreeMap<>();
        groups(possible, TwinService::name).forEach(alike -> compare(alike, TwinPage.Reason.SAME_NAME, pairs));
        groups(possible, KnownPerson::mail).forEach(alike -> compare(alike, TwinPage.Reason.SAME_MAIL, pairs));
        return pairs;
    }

    private static boolean mayBeTwin(KnownPerson one) {
        return one.mergedInto() == null
                && !one.familyName().isEmpty()
                && one.status() != RegistrationStatus.CANCELLED
                && one.status() != RegistrationStatus.BLOCKED
                && one.status() != RegistrationStatus.REPRESENTED;
    }

    private static Collection<List<KnownPerson>> groups(
            List<KnownPerson> people, Function<KnownPerson, String> likeness) {
        Map<String, List<KnownPerson>> groups = new HashMap<>();
        people.stream()
                .filter(one -> !likeness.apply(one).isEmpty())
                .forEach(one -> groups.computeIfAbsent(likeness.apply(one), none -> new ArrayList<>())
                        .add(one));
        return groups.values();
    }

    /** The words of the name in one order: lists write "Schmidt Eva" and "Eva Schmidt". */
    private static String name(KnownPerson one) {
        return Arrays.stream((one.givenName() + " " + one.familyName()).split("[\\s-]+"))
                .map(TextKey::of)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static void compare(List<KnownPerson> alike, TwinPage.Reason reason, Map<String, TwinPage.Pair> pairs) {
        int end = Math.min(alike.size(), MOST_ALIKE);
        for (int i = 0; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                KnownPerson one = alike.get(i);
                KnownPerson other = alike.get(j);
                boolean similar = reason == TwinPage.Reason.SAME_NAME
                        ? NameLikeness.organisations(one.organisation(), other.organisation())
                        : name(one).equals(name(other)) || NameLikeness.families(one.familyName(), other.familyName());
                if (similar) {
                    TwinPage.Pair pair = new TwinPage.Pair(shown(one), shown(other), reason);
                    pairs.put(pair.cursor(), pair);
                }
            }
        }
    }

    private static TwinPage.Person shown(KnownPerson one) {
        String name = (one.givenName() + " " + one.familyName()).strip();
        return new TwinPage.Person(one.id(), name, one.organisation(), one.status());
    }

    /**
     * Merges two registrations of one person. The remaining one gets the programmes, days and seats of the other, too.
     *
     * @param seen the version of the remaining one that whoever merges saw; null where that plays no part
     * @return the remaining one
     * @throws Rejected where one of them is blocked, merged, represented or representing, or the wrong one would remain
     */
    public Registration merge(
            EventId event, RegistrationId remaining, RegistrationId twin, @Nullable Long seen, String by) {
        AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_CHANGED, event.text());
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            Registration kept = found(handle, event, remaining);
            Registration other = found(handle, event, twin);
            if (seen != null && seen != kept.version()) {
                throw conflict(
                        new Wording(
                                "Jemand hat diese Anmeldung inzwischen geändert.",
                                "Somebody has changed this registration since."),
                        RejectionReason.CONFLICT.remedy());
            }
            refuseUnfit(handle, event, kept, other);
            Instant now = clock.instant();
            note(handle, event, twin, by, PastChange.Kind.MERGED, other.particulars(), now);
            note(handle, event, remaining, by, PastChange.Kind.MERGED, kept.particulars(), now);
            issuer.changeByHand(transaction, event, other, other.particulars().withBookings(Set.of()));
            change(transaction, event, kept, together(kept.particulars(), other.particulars()));
            issuer.merge(transaction, event, twin, remaining);
            DistinctRegistrationTable.remove(handle, event, DistinctRegistrationTable.Pair.of(remaining, twin));
            trail.add(transaction, remaining.toString(), now);
            trail.add(transaction, twin.toString(), now);
            return found(handle, event, remaining);
        });
    }

    /**
     * A merged registration stands for itself again, with its codes, and the other one as it stood before, unless
     * somebody has changed that since: then the seats stay there.
     *
     * @return the one that was merged
     * @throws Rejected where it is merged into none
     */
    public Registration split(EventId event, RegistrationId twin, String by) {
        AuditTrail trail = AuditTrail.of(AuditAction.REGISTRATION_CHANGED, event.text());
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            Registration other = found(handle, event, twin);
            RegistrationId remaining = RegistrationErasures.remaining(handle, event, twin);
            PastChange merged = newest(handle, event, twin, Optional.empty())
                    .filter(change -> !remaining.equals(twin))
                    .orElseThrow(() -> conflict(
                            new Wording(
                                    "Diese Anmeldung ist mit keiner zusammengeführt.",
                                    "This registration is merged into none."),
                            RejectionReason.CONFLICT.remedy()));
            Registration kept = found(handle, event, remaining);
            RegistrationFields own = merged.before() == null ? other.particulars() : merged.before();
            Optional<RegistrationFields> keptBefore = newest(handle, event, remaining, Optional.of(merged.at()))
                    .flatMap(change -> Optional.ofNullable(change.before()))
                    .filter(before -> together(before, own).equals(kept.particulars()));
            Instant now = clock.instant();
            note(handle, event, twin, by, PastChange.Kind.SPLIT, other.particulars(), now);
            note(handle, event, remaining, by, PastChange.Kind.SPLIT, kept.particulars(), now);
            issuer.split(transaction, event, twin, remaining);
            keptBefore.ifPresent(before -> change(transaction, event, kept, before));
            Set<SessionId> seats = keptBefore.isPresent() ? own.bookings() : Set.of();
            change(
                    transaction,
                    event,
                    found(handle, event, twin),
                    other.particulars().withBookings(seats));
            trail.add(transaction, remaining.toString(), now);
            trail.add(transaction, twin.toString(), now);
            return found(handle, event, twin);
        });
    }

    private void change(Transaction transaction, EventId event, Registration before, RegistrationFields fields) {
        if (!fields.equals(before.particulars())) {
            issuer.changeByHand(transaction, event, before, fields);
        }
    }

    private static Optional<PastChange> newest(
            Handle handle, EventId event, RegistrationId registration, Optional<Instant> at) {
        return ChangeHistoryTable.of(handle, event, registration).stream()
                .filter(change -> change.kind() == PastChange.Kind.MERGED)
                .filter(change ->
                        at.isEmpty() || at.get().toEpochMilli() == change.at().toEpochMilli())
                .findFirst();
    }

    private static void refuseUnfit(Handle handle, EventId event, Registration kept, Registration twin) {
        refuseSame(kept.id(), twin.id());
        for (Registration one : List.of(kept, twin)) {
            if (one.particulars().status() == RegistrationStatus.BLOCKED) {
                throw conflict(
                        new Wording(
                                "Eine dieser Anmeldungen ist gesperrt; zusammengeführt käme die Person herein.",
                                "One of these registrations is blocked; merged, the person would get in."),
                        new Wording("Bitte zuerst die Sperre aufheben.", "Lift the block first."));
            }
            boolean merged =
                    !RegistrationErasures.remaining(handle, event, one.id()).equals(one.id());
            boolean holds = one.id().equals(twin.id())
                    && RegistrationErasures.together(handle, event, one.id()).size() > 1;
            if (merged || holds) {
                throw conflict(
                        new Wording(
                                "Eine dieser Anmeldungen ist schon mit einer anderen zusammengeführt.",
                                "One of these registrations is merged with another one already."),
                        new Wording("Bitte zuerst jene wieder trennen.", "Split those first."));
            }
            boolean substituted = one.particulars().status() == RegistrationStatus.REPRESENTED
                    || RegistrationTable.represented(handle, event, one.id()).isPresent();
            if (substituted) {
                throw conflict(
                        new Wording(
                                "Eine dieser Anmeldungen gehört zu einer Vertretung.",
                                "One of these registrations belongs to a substitution."),
                        new Wording("Bitte zuerst die Vertretung aufheben.", "Undo the substitution first."));
            }
        }
        boolean wrongRemains = kept.particulars().status() != RegistrationStatus.CONFIRMED
                && twin.particulars().status() == RegistrationStatus.CONFIRMED;
        if (wrongRemains) {
            throw conflict(
                    new Wording(
                            "Die Anmeldung, die bleiben soll, ist nicht bestätigt, die andere schon.",
                            "The registration that is to remain is not confirmed, and the other one is."),
                    new Wording("Bitte die bestätigte bleiben lassen.", "Let the confirmed one remain."));
        }
    }

    /** What the one that remains may do from now on; a cancelled twin adds only that it refused photographs. */
    private static RegistrationFields together(RegistrationFields kept, RegistrationFields twin) {
        return twin.status() == RegistrationStatus.CONFIRMED ? kept.with(twin) : kept.withRefusedPhotographs(twin);
    }

    private static void note(
            Handle handle,
            EventId event,
            RegistrationId id,
            String by,
            PastChange.Kind kind,
            RegistrationFields before,
            Instant now) {
        ChangeHistoryTable.add(handle, event, id, new PastChange(now, by, kind, before));
    }

    private <T> T written(EventId event, Function<Transaction, T> work) {
        return store.writeAlone(WriteKey.of(event), work::apply)
                .toCompletableFuture()
                .join();
    }

    private static Registration found(Handle handle, EventId event, RegistrationId id) {
        if (EventTable.salt(handle, event).isEmpty()) {
            throw new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT);
        }
        return RegistrationTable.find(handle, event, id)
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_REGISTRATION));
    }

    private static Rejected conflict(Wording sentence, Wording remedy) {
        return Rejected.because(RejectionReason.CONFLICT).saying(sentence, remedy);
    }
}
