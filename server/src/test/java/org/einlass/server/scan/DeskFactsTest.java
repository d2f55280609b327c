package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.server.scan.TwoDesks.MUELLER;
import static org.einlass.server.scan.TwoDesks.OEZTUERK;
import static org.einlass.server.scan.TwoDesks.fates;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Desk work as facts: what stands, what counts and what a fact does not tell. */
final class DeskFactsTest {
    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLineFromPaperIsAnAdmissionAtTheTimeItSays(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        desks.first.clockError(Duration.ofHours(20));
        JournalEntry line =
                desks.first.paper(Congress.NORTH, guest.registration(), Congress.NINE.minus(Duration.ofMinutes(40)));
        desks.first.deliverAll();

        assertThat(desks.people("arena")).isEqualTo(1);
        assertThat(desks.congress.count("select at from facts"))
                .isEqualTo(Congress.NINE.minus(Duration.ofMinutes(40)).toEpochMilli());
        assertThat(desks.congress.count("select uncertainty from facts")).isEqualTo(300_000);
        assertThat(desks.ask(Congress.SOUTH, guest.ticket()).refusal()).isEqualTo(Refusal.ALREADY_USED);

        desks.first.deliver(List.of(desks.first.undo(line.head().id())));
        assertThat(desks.people("arena")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFactStandsWhoseLetterNobodyCanOpen(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        RegistrationId newcomer = new RegistrationId(new UUID(5, 5));
        Code badge = desks.congress.deskCode();
        SealedDeskMessage elsewhere =
                desks.first.letter(new EntryId(new UUID(6, 6)), DeskMessage.of(OEZTUERK, badge.text()));
        desks.first.write(head -> new JournalEntry.WalkedIn(
                head,
                newcomer,
                new CategoryId("attendee"),
                List.of(),
                List.of(),
                desks.congress.salt.lookupId(badge),
                elsewhere));
        desks.first.write(head -> new JournalEntry.Corrected(head, guest.registration(), elsewhere));

        assertThat(fates(desks.first.deliverAll())).containsOnly(JournalReceipt.Fate.ACCEPTED);

        assertThat(desks.registration(newcomer))
                .containsEntry("family_name", "?")
                .containsEntry("status", "CONFIRMED");
        assertThat(desks.ask(Congress.NORTH, badge).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(desks.congress.conflicts()).containsExactly("UNREADABLE_LETTER", "UNREADABLE_LETTER");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFactStandsAboutWhatTheEventDoesNotHave(Databases database) {
        desks = new TwoDesks(database, folder);
        RegistrationId nobody = new RegistrationId(new UUID(5, 5));
        SimulatedDevice.Made guest = desks.first.walkIn(OEZTUERK, "kaiser");
        desks.first.correct(nobody, AttendeeField.TITLE, "", "Dr.");
        desks.first.substitute(nobody, MUELLER);
        desks.first.reissue(nobody);
        desks.first.paper(new DoorId("nirgendwo"), nobody, Congress.NINE);

        assertThat(fates(desks.first.deliverAll())).containsOnly(JournalReceipt.Fate.ACCEPTED);

        assertThat(desks.registration(guest.registration())).containsEntry("category", "attendee");
        assertThat(desks.congress.conflicts()).containsExactly("UNKNOWN_CATEGORY", "UNKNOWN_REGISTRATION");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void practiceCountsOnlyWhileItIsPractised(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        phase(Phase.REHEARSAL);
        desks.first.practises(Phase.REHEARSAL);
        SimulatedDevice.Made practice = desks.first.walkIn(OEZTUERK, "attendee");
        desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Probe");
        desks.first.deliverAll();
        assertThat(desks.status(practice.registration())).isEqualTo("CONFIRMED");

        phase(Phase.LIVE);

        assertThat(desks.status(practice.registration())).isEqualTo("CANCELLED");
        assertThat(desks.registration(guest.registration())).containsEntry("family_name", "Muster");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aBadgeThatWasPrintedInPracticeIsPrintedWhenItCounts(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        phase(Phase.REHEARSAL);
        desks.first.practises(Phase.REHEARSAL);
        desks.first.scan(Congress.NORTH, guest.ticket());
        desks.first.write(head -> new JournalEntry.Printed(
                head,
                desks.first.nextId(),
                desks.first.nextId(),
                guest.registration(),
                desks.congress.salt.lookupId(guest.badge()),
                PrintStage.PRINTED));
        desks.first.deliverAll();
        assertThat(desks.congress.count("select count(*) from facts where type = 'printed PRINTED'"))
                .isEqualTo(1);
        long told = toldOf(guest);

        phase(Phase.LIVE);
        desks.first.practises(Phase.LIVE);

        assertThat(desks.first.scan(Congress.NORTH, guest.ticket()).badge().printed())
                .isFalse();
        assertThat(toldOf(guest)).as("number in the feed").isGreaterThan(told);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatAStolenDeskWroteIsSetAside(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        Congress.Guest represented = desks.congress.guest();
        SimulatedDevice.Made walkedIn = desks.first.walkIn(OEZTUERK, "attendee");
        SimulatedDevice.Made again = desks.first.reissue(guest.registration(), guest.badge());
        desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Dieb");
        desks.first.substitute(represented.registration(), MUELLER);
        desks.first.deliverAll();

        Congress.await(desks.congress
                .services()
                .journals()
                .exclude(Congress.EVENT, desks.first.id, Congress.NINE.minus(Duration.ofHours(1)), "leitung"));

        assertThat(desks.status(walkedIn.registration())).isEqualTo("CANCELLED");
        assertThat(desks.status(represented.registration())).isEqualTo("CONFIRMED");
        assertThat(desks.registration(guest.registration())).containsEntry("family_name", "Muster");
        assertThat(desks.ask(Congress.NORTH, again.badge()).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
        assertThat(desks.ask(Congress.NORTH, guest.badge()).verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void noReadableNameStandsInAFact(Databases database) {
        desks = new TwoDesks(database, folder);
        SimulatedDevice.Made guest = desks.first.walkIn(OEZTUERK, "attendee");
        desks.first.correct(guest.registration(), AttendeeField.GIVEN_NAME, "Ayşe", "Ayse");
        desks.first.deliverAll();

        String kept = desks.congress
                .rows("select body, letter from facts f join letters l on l.entry = f.id")
                .toString();

        assertThat(kept)
                .doesNotContain("Öztürk")
                .doesNotContain("Ayse")
                .doesNotContain(guest.badge().text());
        assertThat(desks.congress.rows("select body from facts").toString()).doesNotContain("letter");
    }

    private void phase(Phase phase) {
        Congress.await(desks.congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            transaction.handle().execute("update events set phase = ?, version = version + 1", phase.name());
            desks.congress.services().effects().eventChanged(transaction, Congress.EVENT);
            return 1;
        }));
    }

    private long toldOf(Congress.Guest guest) {
        return desks.congress.count("select max(number) from feed where key = '" + guest.registration() + "'");
    }
}
