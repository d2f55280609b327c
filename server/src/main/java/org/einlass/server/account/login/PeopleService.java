package org.einlass.server.account.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.account.LoginTable;
import org.einlass.server.account.Person;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.PersonTable;
import org.einlass.server.account.Role;
import org.einlass.server.account.SecondFactorTable;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Organisers look after the people who sign in: who they are, what they may do where, and how they get in
 * again. What is changed counts from the next request on, on every node. Any thread may call it.
 */
public final class PeopleService {
    /** How long an invitation is valid. */
    public static final Duration INVITED = Duration.ofDays(7);

    /** How many people may sign in. */
    static final int MOST = 2_000;

    /** In how many single events somebody may have a role. */
    static final int MOST_ROLES = 500;

    private static final Wording MANY =
            new Wording("Es sind schon " + MOST + " Menschen eingetragen.", "There are " + MOST + " people already.");
    private static final Wording BLOCK_SOME = new Wording(
            "Bitte zuerst Menschen sperren, die sich nicht mehr anmelden.", "Block people first who sign in no more.");
    private static final Wording MANY_ROLES = new Wording(
            "Jemand hat Rollen in höchstens " + MOST_ROLES + " einzelnen Veranstaltungen.",
            "Somebody has roles in at most " + MOST_ROLES + " single events.");
    private static final Set<Role> ROLES = Set.of(Role.ORGANISER, Role.AUDITOR, Role.DESK, Role.DOOR);
    private static final Wording TAKEN =
            new Wording("Diesen Namen hat schon jemand.", "Somebody has this name already.");
    private static final Wording OTHER = new Wording(
            "Bitte einen anderen wählen, etwa mit der Abteilung dahinter.",
            "Choose another one, such as with the department behind it.");
    private static final Wording LAST = new Wording(
            "Danach könnte niemand mehr diesen Server verwalten.", "Nobody could look after this server any more.");
    private static final Wording FIRST_ANOTHER = new Wording(
            "Bitte zuerst jemand anderen zum Veranstalter in allen Veranstaltungen machen.",
            "Make somebody else an organiser of all events first.");
    private static final Wording NO_ROLE = new Wording(
            "Menschen können nur ORGANISER, AUDITOR, DESK oder DOOR sein.",
            "People can only be ORGANISER, AUDITOR, DESK or DOOR.");

    private final Store store;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public PeopleService(Store store, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Somebody may choose a password.
     *
     * @param secret opens {@link SignInService#acceptInvitation}, told this once; belongs behind the # of a
     *     link
     */
    public record Invitation(Person person, Token secret, Instant expires) {}

    /** Everybody who may sign in, by name. */
    public List<Person> all() {
        return store.read(PersonTable::all);
    }

    /** What everybody is called whom the audit trail may name by id: blocked people, too. */
    public Map<PersonId, String> names() {
        return store.read(PersonTable::names);
    }

    /**
     * Adds somebody, who chooses the password.
     *
     * @param everywhere the role in all events, if any
     * @param roles the role in single events, by the event's id
     * @throws Rejected where the name is taken or will not do, or there are too many people
     */
    public Invitation add(String name, @Nullable Role everywhere, Map<String, Role> roles) {
        PasswordRules.checkName(name);
        check(everywhere, roles);
        AuditTrail trail = AuditTrail.of(AuditAction.PERSON_ADDED, "");
        return AwaitedWrite.in(store, transaction -> {
            if (PersonTable.named(transaction.handle(), name).isPresent()) {
                throw Rejected.badValue(TAKEN, OTHER, "name");
            }
            if (PersonTable.count(transaction.handle()) >= MOST) {
                throw Rejected.because(RejectionReason.CONFLICT).saying(MANY, BLOCK_SOME);
            }
            PersonId id = new PersonId(TimeOrderedUuid.next(clock.instant(), chance));
            PersonTable.add(transaction.handle(), id, name.strip(), clock.instant());
            PersonTable.setRoles(transaction.handle(), id, everywhere, roles);
            trail.add(transaction, id.toString(), clock.instant());
            return invite(transaction, id);
        });
    }

    /** Lets somebody choose a new password; the old one is good until then. */
    public Invitation invite(PersonId person) {
        AuditTrail trail = AuditTrail.of(AuditAction.PERSON_INVITED, "");
        return AwaitedWrite.in(store, transaction -> {
            trail.add(transaction, person.toString(), clock.instant());
            return invite(transaction, person);
        });
    }

    private Invitation invite(Transaction transaction, PersonId person) {
        Person invited = known(transaction.handle(), person);
        Token secret = Token.next(chance);
        Instant expires = clock.instant().plus(INVITED);
        InvitationTable.put(transaction.handle(), secret, person, expires);
        return new Invitation(invited, secret, expires);
    }

    /**
     * Gives somebody these roles and no others.
     *
     * @throws Rejected where nobody would be left who may look after this server
     */
    public Person setRoles(PersonId person, @Nullable Role everywhere, Map<String, Role> roles) {
        check(everywhere, roles);
        AuditTrail trail = AuditTrail.of(AuditAction.ROLES_SET, "");
        return AwaitedWrite.in(store, transaction -> {
            known(transaction.handle(), person);
            boolean looked = PersonTable.hasOrganiser(transaction.handle());
            PersonTable.setRoles(transaction.handle(), person, everywhere, roles);
            stillLookedAfter(transaction.handle(), looked);
            trail.add(transaction, person.toString(), clock.instant());
            return known(transaction.handle(), person);
        });
    }

    /** Takes away the second factor of somebody who lost it, and ends all logins of that one. */
    public Person removeSecondFactor(PersonId person) {
        AuditTrail trail = AuditTrail.of(AuditAction.SECOND_FACTOR_REMOVED, "");
        return AwaitedWrite.in(store, transaction -> {
            known(transaction.handle(), person);
            SecondFactorTable.remove(transaction.handle(), person);
            LoginTable.endAll(transaction.handle(), person);
            trail.add(transaction, person.toString(), clock.instant());
            return known(transaction.handle(), person);
        });
    }

    /**
     * Lets somebody in no more, from now on; what that one did stays in the audit trail under the same id.
     *
     * @throws Rejected where nobody would be left who may look after this server
     */
    public void block(PersonId person) {
        AuditTrail trail = AuditTrail.of(AuditAction.PERSON_BLOCKED, "");
        AwaitedWrite.in(store, transaction -> {
            boolean looked = PersonTable.hasOrganiser(transaction.handle());
            if (!PersonTable.block(transaction.handle(), person, clock.instant())) {
                throw Rejected.because(RejectionReason.UNKNOWN_PERSON);
            }
            stillLookedAfter(transaction.handle(), looked);
            InvitationTable.remove(transaction.handle(), person);
            LoginTable.endAll(transaction.handle(), person);
            trail.add(transaction, person.toString(), clock.instant());
            return person;
        });
    }

    private static void stillLookedAfter(Handle handle, boolean before) {
        if (before && !PersonTable.hasOrganiser(handle)) {
            throw Rejected.because(RejectionReason.CONFLICT).saying(LAST, FIRST_ANOTHER);
        }
    }

    private static Person known(Handle handle, PersonId person) {
        return PersonTable.find(handle, person).orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_PERSON));
    }

    private static void check(@Nullable Role everywhere, Map<String, Role> roles) {
        if (everywhere != null && !ROLES.contains(everywhere)) {
            throw Rejected.badValue(NO_ROLE, "everywhere");
        }
        if (roles.size() > MOST_ROLES) {
            throw Rejected.badValue(MANY_ROLES, "roles");
        }
        roles.forEach((event, role) -> {
            if (event.isEmpty() || !ROLES.contains(role)) {
                throw Rejected.badValue(NO_ROLE, "roles." + event);
            }
        });
    }
}
