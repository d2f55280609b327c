package org.einlass.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.SealedLetter;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.journal.Letter;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a desk wrote down without the server: filed as facts, in whatever order it arrives. */
final class DeskWorkTest {
    private static final Attendee OEZTUERK = Attendee.of("Ayşe", "Öztürk", "Stadt Erfurt");
    private static final Attendee MUELLER = Attendee.of("Änne", "Müller", "Land Thüringen");

    @TempDir
    Path folder;

    private Congress congress;
    private Machine desk;
    private Machine other;
    private Machine kiosk;

    private void open(Databases database) {
        congress = new Congress(database, folder);
        desk = new Machine("schalter-1", congress, new Random(11));
        other = new Machine("schalter-2", congress, new Random(12));
        kiosk = new Machine("kiosk-1", congress, new Random(13));
    }

    @AfterEach
    void everyProjectionEqualsItsFacts() {
        assertThat(differences()).isEmpty();
        congress.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aWalkInIsRegisteredAndAdmittedByTheBadgeOfTheDesk(Databases database) {
        open(database);
        Machine.Made guest = desk.walkIn(OEZTUERK, "attendee");

        assertThat(fates(desk.deliverAll())).containsOnly(JournalReceipt.Fate.ACCEPTED);

        assertThat(registration(guest.registration()))
                .containsEntry("status", "CONFIRMED")
                .containsEntry("family_name", "Öztürk")
                .containsEntry("given_name", "Ayşe");
        assertThat(ask(Congress.NORTH, guest.badge()).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(badge(guest.registration()).code()).isEqualTo(guest.badge().text());
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aScanThatArrivesBeforeTheWalkInIsTheirs(Databases database) {
        open(database);
        Machine.Made guest = desk.walkIn(OEZTUERK, "attendee");
        kiosk.admitAlone(Congress.NORTH, guest.badge());
        kiosk.deliverAll();

        desk.deliverAll();

        assertThat(people("arena")).isEqualTo(1);
        assertThat(congress.count("select count(*) from facts where subject = '" + guest.registration()
                        + "' and type = 'scanned' and proven = true"))
                .isEqualTo(1);
        assertThat(ask(Congress.SOUTH, guest.badge()).refusal()).isEqualTo(Refusal.ALREADY_USED);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aWalkInThatWasAMistakeIsCancelledAndComesBackWhenTheUndoWasOne(Databases database) {
        open(database);
        Machine.Made guest = desk.walkIn(OEZTUERK, "attendee");
        JournalEntry undo = desk.undo(id(guest));
        desk.deliverAll();
        assertThat(status(guest.registration())).isEqualTo("CANCELLED");
        assertThat(ask(Congress.NORTH, guest.badge()).refusal()).isEqualTo(Refusal.CANCELLED);

        desk.deliver(List.of(desk.undo(undo.head().id())));

        assertThat(status(guest.registration())).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCorrectionCountsWhereItSawWhatStandsThere(Databases database) {
        open(database);
        Congress.Guest guest = congress.guest();
        JournalEntry first = desk.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Müller");
        congress.after(Duration.ofMinutes(1));
        desk.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Müller", "Müller-Lüdenscheidt");
        desk.correct(guest.registration(), AttendeeField.ORGANISATION, "", "Stadt Jena");

        desk.deliverAll();

        assertThat(registration(guest.registration()))
                .containsEntry("family_name", "Müller-Lüdenscheidt")
                .containsEntry("organisation", "Stadt Jena");
        assertThat(open()).isEmpty();

        desk.deliver(List.of(desk.undo(first.head().id())));
        assertThat(registration(guest.registration())).containsEntry("family_name", "Muster");
        assertThat(open()).containsExactly("CORRECTION_CLASH");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void twoDesksThatCorrectOneFieldDifferentlyAreSeenByAPerson(Databases database) {
        open(database);
        Congress.Guest guest = congress.guest();
        JournalEntry one = desk.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Meier");
        congress.after(Duration.ofMinutes(1));
        JournalEntry two = other.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Maier");
        JournalEntry same = other.correct(guest.registration(), AttendeeField.TITLE, "", "Dr.");
        desk.correct(guest.registration(), AttendeeField.TITLE, "", "Dr.");

        other.deliverAll();
        desk.deliverAll();

        assertThat(registration(guest.registration()))
                .containsEntry("family_name", "Meier")
                .containsEntry("title", "Dr.");
        Conflicts.Item clash = items().get(0);
        assertThat(items()).hasSize(1);
        assertThat(clash.kind()).isEqualTo("CORRECTION_CLASH");
        assertThat(clash.entries())
                .containsExactlyInAnyOrder(one.head().id(), two.head().id())
                .doesNotContain(same.head().id());

        desk.deliver(List.of(desk.settle(clash.id(), clash.entries())));
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoComesInsteadTakesOverThePlaceAndGivesItBack(Databases database) {
        open(database);
        Congress.Guest invited = congress.guest();
        congress.execute(
                "update registrations set sector = 'STATE' where id = ?",
                invited.registration().toString());
        Machine.Made instead = desk.substitute(invited.registration(), OEZTUERK);
        desk.deliverAll();

        assertThat(status(invited.registration())).isEqualTo("REPRESENTED");
        assertThat(registration(instead.registration()))
                .containsEntry("status", "CONFIRMED")
                .containsEntry("represents", invited.registration().toString())
                .containsEntry("sector", "STATE");
        assertThat(ask(Congress.NORTH, invited.ticket()).refusal()).isEqualTo(Refusal.REPRESENTED);
        assertThat(ask(Congress.NORTH, instead.badge()).verdict()).isEqualTo(Verdict.ADMITTED);

        desk.deliver(List.of(desk.undo(id(instead))));

        assertThat(status(invited.registration())).isEqualTo("CONFIRMED");
        assertThat(status(instead.registration())).isEqualTo("CANCELLED");
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void twoWhoComeInsteadOfOneAreSeenByAPerson(Databases database) {
        open(database);
        Congress.Guest invited = congress.guest();
        Congress.Guest cancelled = congress.guest();
        congress.execute(
                "update registrations set status = 'CANCELLED' where id = ?",
                cancelled.registration().toString());
        desk.substitute(invited.registration(), OEZTUERK);
        Machine.Made second = other.substitute(invited.registration(), MUELLER);
        other.substitute(cancelled.registration(), MUELLER);

        other.deliverAll();
        desk.deliverAll();

        assertThat(open()).containsExactly("SUBSTITUTION_CLASH", "SUBSTITUTION_CLASH");
        assertThat(status(cancelled.registration())).isEqualTo("CANCELLED");
        other.deliver(List.of(other.undo(id(second))));
        assertThat(status(invited.registration())).isEqualTo("REPRESENTED");
        assertThat(open()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aBadgeMadeAgainLeadsToItsBearerAndTheOldOneNoMore(Databases database) {
        open(database);
        Congress.Guest guest = congress.guest();
        Machine.Made again = desk.reissue(guest.registration(), guest.badge());
        desk.deliverAll();

        assertThat(ask(Congress.NORTH, guest.badge()).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
        assertThat(badge(guest.registration()).code()).isEqualTo(again.badge().text());
        assertThat(ask(Congress.NORTH, again.badge()).verdict()).isEqualTo(Verdict.ADMITTED);

        desk.deliver(List.of(desk.undo(id(again))));

        assertThat(ask(Congress.SOUTH, again.badge()).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
        assertThat(badge(guest.registration()).code()).isEqualTo(guest.badge().text());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLineFromPaperIsAnAdmissionAtTheTimeItSays(Databases database) {
        open(database);
        Congress.Guest guest = congress.guest();
        desk.clockError(Duration.ofHours(20));
        JournalEntry line =
                desk.paper(Congress.NORTH, guest.registration(), Congress.NINE.minus(Duration.ofMinutes(40)));
        desk.deliverAll();

        assertThat(people("arena")).isEqualTo(1);
        assertThat(congress.count("select at from facts"))
                .isEqualTo(Congress.NINE.minus(Duration.ofMinutes(40)).toEpochMilli());
        assertThat(congress.count("select uncertainty from facts")).isEqualTo(300_000);
        assertThat(ask(Congress.SOUTH, guest.ticket()).refusal()).isEqualTo(Refusal.ALREADY_USED);

        desk.deliver(List.of(desk.undo(line.head().id())));
        assertThat(people("arena")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFactStandsWhoseLetterNobodyCanOpen(Databases database) {
        open(database);
        Congress.Guest guest = congress.guest();
        RegistrationId newcomer = new RegistrationId(new UUID(5, 5));
        Code badge = congress.deskCode();
        SealedLetter elsewhere = desk.letter(new EntryId(new UUID(6, 6)), Letter.of(OEZTUERK, badge.text()));
        desk.write(head -> new JournalEntry.WalkedIn(
                head,
                newcomer,
                new CategoryId("attendee"),
                List.of(),
                List.of(),
                congress.salt.lookupId(badge),
                elsewhere));
        desk.write(head -> new JournalEntry.Corrected(head, guest.registration(), elsewhere));

        assertThat(fates(desk.deliverAll())).containsOnly(JournalReceipt.Fate.ACCEPTED);

        assertThat(registration(newcomer)).containsEntry("family_name", "?").containsEntry("status", "CONFIRMED");
        assertThat(ask(Congress.NORTH, badge).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(open()).containsExactly("UNREADABLE_LETTER", "UNREADABLE_LETTER");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFactStandsAboutWhatTheEventDoesNotHave(Databases database) {
        open(database);
        RegistrationId nobody = new RegistrationId(new UUID(5, 5));
        Machine.Made guest = desk.walkIn(OEZTUERK, "kaiser");
        desk.correct(nobody, AttendeeField.TITLE, "", "Dr.");
        desk.substitute(nobody, MUELLER);
        desk.reissue(nobody);
        desk.paper(new DoorId("nirgendwo"), nobody, Congress.NINE);

        assertThat(fates(desk.deliverAll())).containsOnly(JournalReceipt.Fate.ACCEPTED);

        assertThat(registration(guest.registration())).containsEntry("category", "attendee");
        assertThat(open()).containsExactly("UNKNOWN_CATEGORY", "UNKNOWN_REGISTRATION");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCorrectionOfAWalkInWaitsForIt(Databases database) {
        open(database);
        Machine.Made guest = desk.walkIn(OEZTUERK, "attendee");
        congress.after(Duration.ofMinutes(1));
        JournalEntry correction = other.correct(guest.registration(), AttendeeField.GIVEN_NAME, "Ayşe", "Ayse");
        other.deliver(List.of(correction));
        assertThat(open()).containsExactly("UNKNOWN_REGISTRATION");

        desk.deliverAll();

        assertThat(registration(guest.registration())).containsEntry("given_name", "Ayse");
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void practiceCountsOnlyWhileItIsPractised(Databases database) {
        open(database);
        Congress.Guest guest = congress.guest();
        phase(Phase.REHEARSAL);
        desk.practises(Phase.REHEARSAL);
        Machine.Made practice = desk.walkIn(OEZTUERK, "attendee");
        desk.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Probe");
        desk.deliverAll();
        assertThat(status(practice.registration())).isEqualTo("CONFIRMED");

        phase(Phase.LIVE);

        assertThat(status(practice.registration())).isEqualTo("CANCELLED");
        assertThat(registration(guest.registration())).containsEntry("family_name", "Muster");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aBadgeThatWasPrintedInPracticeIsPrintedWhenItCounts(Databases database) {
        open(database);
        Congress.Guest guest = congress.guest();
        phase(Phase.REHEARSAL);
        desk.practises(Phase.REHEARSAL);
        desk.scan(Congress.NORTH, guest.ticket());
        desk.write(head -> new JournalEntry.Printed(
                head,
                desk.nextId(),
                desk.nextId(),
                guest.registration(),
                congress.salt.lookupId(guest.badge()),
                PrintStage.PRINTED));
        desk.deliverAll();
        assertThat(congress.count("select count(*) from facts where type = 'printed PRINTED'"))
                .isEqualTo(1);
        long told = toldOf(guest);

        phase(Phase.LIVE);
        desk.practises(Phase.LIVE);

        assertThat(desk.scan(Congress.NORTH, guest.ticket()).badge().printed()).isFalse();
        assertThat(toldOf(guest)).as("number in the feed").isGreaterThan(told);
    }

    private long toldOf(Congress.Guest guest) {
        return congress.count("select max(number) from feed where key = '" + guest.registration() + "'");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatAStolenDeskWroteIsSetAside(Databases database) {
        open(database);
        Congress.Guest guest = congress.guest();
        Congress.Guest represented = congress.guest();
        Machine.Made walkedIn = desk.walkIn(OEZTUERK, "attendee");
        Machine.Made again = desk.reissue(guest.registration(), guest.badge());
        desk.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Dieb");
        desk.substitute(represented.registration(), MUELLER);
        desk.deliverAll();

        Congress.await(congress.doorkeeper()
                .setAside(Congress.EVENT, desk.id, Congress.NINE.minus(Duration.ofHours(1)), "leitung"));

        assertThat(status(walkedIn.registration())).isEqualTo("CANCELLED");
        assertThat(status(represented.registration())).isEqualTo("CONFIRMED");
        assertThat(registration(guest.registration())).containsEntry("family_name", "Muster");
        assertThat(ask(Congress.NORTH, again.badge()).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
        assertThat(ask(Congress.NORTH, guest.badge()).verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatAnOrganiserChangesAfterwardsStaysAndARepeatedListTakesNothingBack(Databases database) {
        open(database);
        Congress.Guest edited = congress.guest();
        Congress.Guest listed = congress.guest();
        for (Congress.Guest guest : List.of(edited, listed)) {
            desk.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Müller");
        }
        desk.deliverAll();

        rename(edited, "Von Hand");
        rename(listed, "Muster");

        assertThat(registration(edited.registration())).containsEntry("family_name", "Von Hand");
        assertThat(registration(listed.registration())).containsEntry("family_name", "Müller");
        assertThat(open()).isEmpty();
        congress.after(Duration.ofMinutes(1));
        desk.deliver(List.of(desk.correct(edited.registration(), AttendeeField.FAMILY_NAME, "Von Hand", "Später")));
        assertThat(registration(edited.registration())).containsEntry("family_name", "Später");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void noReadableNameStandsInAFact(Databases database) {
        open(database);
        Machine.Made guest = desk.walkIn(OEZTUERK, "attendee");
        desk.correct(guest.registration(), AttendeeField.GIVEN_NAME, "Ayşe", "Ayse");
        desk.deliverAll();

        String kept = congress.rows("select body, letter from facts f join letters l on l.entry = f.id")
                .toString();

        assertThat(kept)
                .doesNotContain("Öztürk")
                .doesNotContain("Ayse")
                .doesNotContain(guest.badge().text());
        assertThat(congress.rows("select body from facts").toString()).doesNotContain("letter");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theSameDeskWorkInAnyOrderLeavesTheSameState(Databases database) {
        open(database);
        workAtTwoDesks();
        desk.contact();
        other.contact();
        kiosk.contact();
        List<Map.Entry<Machine, JournalEntry>> all = new ArrayList<>();
        for (Machine machine : List.of(desk, other, kiosk)) {
            machine.journal.forEach(entry -> all.add(Map.entry(machine, entry)));
        }
        all.forEach(one -> one.getKey().deliver(List.of(one.getValue())));
        List<String> expected = state();
        assertThat(open()).isNotEmpty();

        int rounds = database == Databases.SQLITE ? 16 : 4;
        for (int seed = 0; seed < rounds; seed++) {
            forgetTheDesks();
            Collections.shuffle(all, new Random(seed));
            for (Map.Entry<Machine, JournalEntry> one : all) {
                one.getKey().deliver(List.of(one.getValue()));
            }
            assertThat(state()).as("seed " + seed).isEqualTo(expected);
            assertThat(differences()).as("seed " + seed).isEmpty();
        }
    }

    private void workAtTwoDesks() {
        List<Congress.Guest> guests = congress.guests(6);
        Machine.Made newcomer = desk.walkIn(OEZTUERK, "attendee");
        desk.undo(id(other.walkIn(MUELLER, "kaiser")));
        step();
        desk.correct(newcomer.registration(), AttendeeField.FAMILY_NAME, "Öztürk", "Öztürk-Weber");
        other.correct(newcomer.registration(), AttendeeField.FAMILY_NAME, "Öztürk", "Oeztuerk");
        step();
        other.correct(newcomer.registration(), AttendeeField.FAMILY_NAME, "Öztürk-Weber", "Weber");
        Machine.Made instead = desk.substitute(guests.get(0).registration(), MUELLER);
        other.substitute(newcomer.registration(), MUELLER);
        desk.undo(id(instead));
        step();
        Machine.Made second = desk.substitute(guests.get(0).registration(), OEZTUERK);
        other.substitute(guests.get(1).registration(), MUELLER);
        desk.substitute(guests.get(1).registration(), OEZTUERK);
        desk.correct(guests.get(2).registration(), AttendeeField.TITLE, "", "Dr.");
        other.correct(guests.get(2).registration(), AttendeeField.TITLE, "", "Prof.");
        step();
        Machine.Made again =
                other.reissue(guests.get(3).registration(), guests.get(3).badge());
        desk.undo(id(desk.reissue(guests.get(4).registration(), guests.get(4).badge())));
        Machine.Made third = desk.reissue(newcomer.registration(), newcomer.badge());
        other.paper(Congress.NORTH, guests.get(5).registration(), Congress.NINE.minusSeconds(600));
        desk.correct(new RegistrationId(new UUID(5, 5)), AttendeeField.TITLE, "", "Dr.");
        step();
        for (Code code : List.of(second.badge(), again.badge(), third.badge(), newcomer.badge())) {
            kiosk.admitAlone(Congress.NORTH, code);
            step();
        }
        kiosk.admitAlone(Congress.SOUTH, guests.get(5).ticket());
        desk.count("arena", 12);
    }

    private void step() {
        congress.after(Duration.ofMinutes(1));
    }

    private void forgetTheDesks() {
        congress.forgetFacts();
        congress.execute("delete from letters");
        congress.execute("delete from codes where registration in "
                + "(select registration from desk_fields where field = 'status' and base = '') or number = 2");
        congress.execute("delete from registrations where id in "
                + "(select registration from desk_fields where field = 'status' and base = '')");
        congress.execute("delete from desk_fields");
        congress.execute("update codes set replaced_at = null");
        congress.execute("update registrations set status = 'CONFIRMED', title = '', family_name = 'Muster'");
    }

    /** Everything that follows, but for versions, which count how often something changed. */
    private List<String> state() {
        List<String> state = new ArrayList<>(
                congress.read(handle -> new Recomputation(congress.seal()).fromProjection(handle, Congress.EVENT)));
        for (String query : List.of(
                "select id, status, category, title, given_name, family_name, organisation, booking_number, represents,"
                        + " created_at from registrations order by id",
                "select lookup, registration, number, replaced_at from codes order by lookup",
                "select registration, field, base, effective, absorbed from desk_fields order by registration, field",
                "select id, subject, proven, at from facts order by id",
                "select id, kind, subject, entries, settled from conflicts order by id")) {
            congress.rows(query).forEach(row -> state.add(row.toString()));
        }
        return state;
    }

    private void phase(Phase phase) {
        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            transaction.handle().execute("update events set phase = ?, version = version + 1", phase.name());
            congress.doorkeeper().eventChanged(transaction, Congress.EVENT);
            return 1;
        }));
    }

    private void rename(Congress.Guest guest, String name) {
        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            transaction
                    .handle()
                    .execute(
                            "update registrations set family_name = ? where id = ?",
                            name,
                            guest.registration().toString());
            congress.doorkeeper().registrationChanged(transaction, Congress.EVENT, guest.registration());
            return 1;
        }));
    }

    private static EntryId id(Machine.Made made) {
        return made.entry().head().id();
    }

    private ScanAnswer ask(DoorId door, Code code) {
        return kiosk.ask(kiosk.nextId(), door, code);
    }

    private BadgeOrder badge(RegistrationId registration) {
        return congress.read(handle -> new Badges(congress.codes()).find(handle, Congress.EVENT, registration))
                .orElseThrow();
    }

    private Map<String, Object> registration(RegistrationId registration) {
        List<Map<String, Object>> rows = congress.rows("select * from registrations where id = '" + registration + "'");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private String status(RegistrationId registration) {
        return String.valueOf(registration(registration).get("status"));
    }

    private long people(String area) {
        return congress.count("select coalesce(sum(people), 0) from head_counts where area = '" + area + "'");
    }

    private List<Conflicts.Item> items() {
        return congress.read(handle -> new Conflicts().open(handle, Congress.EVENT));
    }

    private List<String> open() {
        return items().stream().map(Conflicts.Item::kind).toList();
    }

    private List<JournalReceipt.Fate> fates(JournalReceipt receipt) {
        return receipt.entries().stream().map(JournalReceipt.EntryReceipt::fate).collect(Collectors.toList());
    }

    private Collection<String> differences() {
        return congress.read(handle -> new Recomputation(congress.seal()).differences(handle, Congress.EVENT));
    }
}
