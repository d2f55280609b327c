package org.einlass.server.registration.contingent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.NewRegistration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.imports.text.TextKey;
import org.einlass.server.registration.organisation.OrganisationAliasTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/**
 * Gives organisations places, and holds them: registrations without a name, whose badges can be printed before anybody
 * is named. Any thread may call it; each call is one transaction.
 */
public final class ContingentService {
    private static final int MOST = 500;
    private static final int MOST_PLACES = 2_000;

    /** A badge of a role bears a blank and a number behind it. */
    private static final int LONGEST_ROLE = Attendee.LONGEST_FIELD - 5;

    private final Store store;
    private final RegistrationIssuer issuer;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public ContingentService(Store store, RegistrationIssuer issuer, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.issuer = issuer;
        this.clock = clock;
        this.chance = chance;
    }

    /** All of an event with how they are used; spellings of an organisation that were reviewed count together. */
    public List<Contingent.Use> all(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return uses(handle, event);
        });
    }

    /** Those of an organisation in a category, under whatever reviewed spelling; with how they are used. */
    public List<Contingent.Use> of(EventId event, String organisation, CategoryId category) {
        return store.read(handle -> {
            UnaryOperator<String> reviewed = OrganisationAliasTable.reviewed(handle, event);
            String key = TextKey.of(reviewed.apply(organisation));
            boolean none = ContingentTable.all(handle, event).stream()
                    .noneMatch(one ->
                            TextKey.of(reviewed.apply(one.organisation())).equals(key));
            if (none) {
                return List.of();
            }
            return uses(handle, event).stream()
                    .filter(use -> use.contingent().category().equals(category))
                    .filter(use -> TextKey.of(reviewed.apply(use.contingent().organisation()))
                            .equals(key))
                    .toList();
        });
    }

    /**
     * Gives an organisation so many places of a category, in place of what it had.
     *
     * @throws Rejected where a value does not fit
     */
    public Contingent.Use put(EventId event, Contingent wanted) {
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            Contingent checked = checked(handle, event, wanted);
            ContingentTable.put(handle, event, checked, clock.instant());
            return uses(handle, event).stream()
                    .filter(use -> isSame(use.contingent(), checked))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private Contingent checked(Handle handle, EventId event, Contingent wanted) {
        String organisation = wanted.organisation().strip();
        String role = wanted.role().strip();
        checkText(organisation, Attendee.LONGEST_FIELD, "organisation");
        checkText(role, LONGEST_ROLE, "role");
        if (TextKey.of(organisation).isEmpty() && role.isEmpty()) {
            throw Rejected.badValue(
                    new Wording("Es fehlt, wem die Plätze gehören.", "Say to whom the places belong."),
                    new Wording("Bitte eine Organisation oder eine Rolle nennen.", "Name an organisation or a role."),
                    "organisation");
        }
        if (wanted.places() < 1 || wanted.places() > MOST_PLACES) {
            throw Rejected.badValue(
                    new Wording(
                            "Möglich sind 1 bis " + MOST_PLACES + " Plätze.",
                            "1 to " + MOST_PLACES + " places are possible."),
                    "places");
        }
        EventDocument document = EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        if (document.categories().stream().noneMatch(one -> one.id().equals(wanted.category()))) {
            throw Rejected.badValue(
                    new Wording("Diese Kategorie hat die Veranstaltung nicht.", "The event has no such category."),
                    "category");
        }
        String id = TimeOrderedUuid.next(clock.instant(), chance).toString();
        Contingent checked = new Contingent(id, organisation, wanted.category(), role, wanted.places());
        List<Contingent> there = ContingentTable.all(handle, event);
        if (there.size() >= MOST && there.stream().noneMatch(one -> isSame(one, checked))) {
            throw Rejected.badValue(
                    new Wording("Es sind schon " + MOST + ".", "There are " + MOST + " already."), "organisation");
        }
        return checked;
    }

    private static void checkText(String text, int longest, String field) {
        boolean unprintable = text.codePoints().anyMatch(Character::isISOControl);
        if (text.codePointCount(0, text.length()) > longest || unprintable) {
            throw Rejected.badValue(
                    new Wording(
                            "Möglich sind höchstens " + longest + " Zeichen in einer Zeile.",
                            "At most " + longest + " characters on one line are possible."),
                    field);
        }
    }

    private static boolean isSame(Contingent one, Contingent other) {
        return TextKey.of(one.organisation()).equals(TextKey.of(other.organisation()))
                && one.category().equals(other.category())
                && one.role().equals(other.role());
    }

    /** Forgets a contingent, if it is there; whoever holds one of its places keeps it. */
    public void remove(EventId event, String id) {
        written(event, transaction -> {
            ContingentTable.remove(transaction.handle(), event, id);
            return id;
        });
    }

    /**
     * Holds all free places: each becomes a registration without a name, with its codes; with a role, its badge shows the
     * role and a number. Again, it holds only those that became free.
     *
     * @return the registrations
     */
    public List<RegistrationId> hold(EventId event, String id) {
        return written(event, transaction -> {
            Handle handle = transaction.handle();
            Contingent contingent = ContingentTable.find(handle, event, id)
                    .orElseThrow(() -> Rejected.because(RejectionReason.CONFLICT)
                            .saying(
                                    new Wording("Dieses Kontingent gibt es nicht.", "There is no such contingent."),
                                    RejectionReason.CONFLICT.remedy()));
            Contingent.Use use = uses(handle, event).stream()
                    .filter(one -> one.contingent().id().equals(id))
                    .findFirst()
                    .orElseThrow();
            Set<String> badges = new HashSet<>();
            ContingentTable.held(handle, event).forEach(held -> badges.add(held.badgeName()));
            List<NewRegistration> places = new ArrayList<>();
            for (int number = 1; places.size() < use.getFree(); number++) {
                String badge = contingent.role().isEmpty() ? "" : contingent.role() + " " + number;
                if (badge.isEmpty() || badges.add(badge)) {
                    places.add(place(contingent, badge));
                }
            }
            return issuer.enrolAll(transaction, event, places);
        });
    }

    private NewRegistration place(Contingent contingent, String badge) {
        Attendee attendee = new Attendee("", "", "", "", "", "", contingent.organisation(), "", badge, "");
        RegistrationFields fields = new RegistrationFields(
                RegistrationStatus.CONFIRMED, attendee, contingent.category(), null, "", Set.of(), Set.of(), Set.of());
        String key = "place " + TimeOrderedUuid.next(clock.instant(), chance);
        return new NewRegistration(new ImportKey(ImportKey.Kind.FINGERPRINT, key), fields);
    }

    private static List<Contingent.Use> uses(Handle handle, EventId event) {
        UnaryOperator<String> reviewed = OrganisationAliasTable.reviewed(handle, event);
        List<ContingentTable.Held> held = ContingentTable.held(handle, event);
        List<Contingent> all = ContingentTable.all(handle, event);
        return all.stream()
                .map(contingent -> use(contingent, all, held, reviewed))
                .toList();
    }

    private static Contingent.Use use(
            Contingent contingent,
            List<Contingent> all,
            List<ContingentTable.Held> held,
            UnaryOperator<String> reviewed) {
        String key = TextKey.of(reviewed.apply(contingent.organisation()));
        List<String> roles = all.stream()
                .filter(one -> !one.role().isEmpty() && one.category().equals(contingent.category()))
                .filter(one -> TextKey.of(reviewed.apply(one.organisation())).equals(key))
                .map(Contingent::role)
                .toList();
        List<ContingentTable.Held> own = held.stream()
                .filter(one -> one.category().equals(contingent.category()))
                .filter(one -> TextKey.of(reviewed.apply(one.organisation())).equals(key))
                .filter(one -> contingent.role().isEmpty()
                        ? roles.stream().noneMatch(role -> isRole(one.badgeName(), role))
                        : isRole(one.badgeName(), contingent.role()))
                .toList();
        int taken = own.stream().mapToInt(ContingentTable.Held::people).sum();
        int unnamed = own.stream()
                .filter(ContingentTable.Held::unnamed)
                .mapToInt(ContingentTable.Held::people)
                .sum();
        return new Contingent.Use(contingent, taken, unnamed);
    }

    /** "Begleitung 3" is a badge of the role "Begleitung". */
    private static boolean isRole(String badgeName, String role) {
        return badgeName.startsWith(role + " ")
                && badgeName.substring(role.length() + 1).codePoints().allMatch(Character::isDigit);
    }

    private <T> T written(EventId event, Function<Transaction, T> work) {
        AuditTrail trail = AuditTrail.of(AuditAction.EVENT_CHANGED, event.text());
        return store.writeAlone(WriteKey.of(event), transaction -> {
                    EventTable.checkKnown(transaction.handle(), event);
                    T done = work.apply(transaction);
                    trail.add(transaction, event.text(), clock.instant());
                    return done;
                })
                .toCompletableFuture()
                .join();
    }
}
