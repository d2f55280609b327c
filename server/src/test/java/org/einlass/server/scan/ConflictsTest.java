package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person must look at, and what a person has decided. */
final class ConflictsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void listsAnAdmissionAgainstTheServersRefusalWithBothVerdicts(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();
            congress.execute("update registrations set status = 'CANCELLED'");
            EntryId scan = kiosk.nextId();

            ScanAnswer answer = kiosk.ask(scan, Congress.NORTH, guest.ticket());
            kiosk.show(scan, Congress.NORTH, guest.ticket(), Outcome.admitted(Outcome.Source.DEVICE));
            kiosk.deliverAll();

            assertThat(answer.refusal()).isEqualTo(Refusal.CANCELLED);
            assertThat(congress.conflicts()).containsExactly("VERDICTS_DIFFER");
            assertThat(congress.people("arena")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAnAdmissionByABadgeThatOnlyItsDeskKnewForNoConflict(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice desk = congress.machine("desk-1");
            SimulatedDevice.Made walkIn = desk.walkIn(TwoDesks.OEZTUERK, "attendee");
            EntryId scan = desk.nextId();

            ScanAnswer answer = desk.ask(scan, Congress.NORTH, walkIn.badge());
            desk.show(scan, Congress.NORTH, walkIn.badge(), Outcome.admitted(Outcome.Source.DEVICE));
            desk.deliver(desk.journal.subList(1, 2));

            assertThat(answer.refusal()).isEqualTo(Refusal.UNKNOWN);
            assertThat(congress.conflicts()).containsExactly("VERDICTS_DIFFER");
            desk.deliverAll();
            assertThat(congress.conflicts()).isEmpty();
            assertThat(congress.people("arena")).isEqualTo(1);
            assertThat(congress.differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesARefusalByAnOldRosterForNoConflictThoughTheServerKnowsTheCode(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();
            Outcome onOldData = Outcome.notInRoster(1);

            kiosk.show(kiosk.nextId(), Congress.NORTH, guest.ticket(), onOldData);
            EntryId answered = kiosk.nextId();
            ScanAnswer answer = kiosk.ask(answered, Congress.NORTH, guest.ticket());
            kiosk.show(answered, Congress.NORTH, guest.ticket(), onOldData);
            kiosk.deliverAll();

            assertThat(answer.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(congress.conflicts()).isEmpty();
            assertThat(congress.people("arena")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsTwoOfflineAdmissionsAsAConflictUntilOneIsUndone(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            AdmittedTwice guest = new AdmittedTwice(congress);
            guest.south.deliverAll();
            guest.north.deliverAll();

            assertThat(congress.conflicts()).containsExactly("DOUBLE_ADMISSION");
            assertThat(congress.people("arena")).isEqualTo(1);

            guest.south.undo(guest.second.head().id());
            guest.south.deliverAll();
            assertThat(congress.conflicts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsAConflictSettledUntilANewEntryOpensItAgain(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            AdmittedTwice guest = new AdmittedTwice(congress);
            guest.north.deliverAll();
            guest.south.deliverAll();
            var item = congress.openConflicts().get(0);

            guest.south.settle(item.id(), item.entries());
            guest.south.deliverAll();
            assertThat(congress.openConflicts()).isEmpty();

            congress.after(Duration.ofMinutes(2));
            guest.north.admitAlone(Congress.NORTH, guest.ticket);
            guest.north.deliverAll();
            assertThat(congress.openConflicts()).hasSize(1);
        }
    }

    /** A guest whom two kiosks have admitted alone, two minutes apart. */
    private static final class AdmittedTwice {
        private final SimulatedDevice north;
        private final SimulatedDevice south;
        private final Code ticket;
        private final JournalEntry second;

        private AdmittedTwice(Congress congress) {
            north = congress.machine("kiosk-1");
            south = congress.machine("kiosk-2");
            ticket = congress.guest().ticket();
            north.admitAlone(Congress.NORTH, ticket);
            congress.after(Duration.ofMinutes(2));
            second = south.admitAlone(Congress.SOUTH, ticket);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAStaffOverrideCountAndItsUndoCountNoMore(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice desk = congress.machine("desk-1");
            Congress.Guest guest = congress.guest();
            EntryId scan = desk.nextId();
            desk.show(scan, Congress.NORTH, guest.ticket(), Outcome.refused(Refusal.BLOCKED, Outcome.Source.DEVICE));
            JournalEntry override = desk.override(scan, Congress.NORTH, guest.ticket(), Verdict.ADMITTED);
            desk.deliverAll();
            assertThat(congress.people("arena")).isEqualTo(1);

            JournalEntry undo = desk.undo(override.head().id());
            desk.deliverAll();
            assertThat(congress.people("arena")).isZero();

            desk.undo(undo.head().id());
            desk.deliverAll();
            assertThat(congress.people("arena")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void believesNoAdmissionOfWhoNeverSawTheCode(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice thief = congress.machine("kiosk-1");
            List<Congress.Guest> guests = congress.guests(2);
            JournalEntry.Scanned real = (JournalEntry.Scanned)
                    thief.admitAlone(Congress.NORTH, guests.get(0).ticket());
            JournalEntry invented = new JournalEntry.Scanned(
                    real.head(),
                    real.door(),
                    congress.salt.lookupId(guests.get(1).ticket()),
                    real.proof(),
                    null,
                    real.outcome());

            var receipt = thief.deliver(List.of(invented));

            assertThat(receipt.entries().get(0).fate()).isEqualTo(Fate.ACCEPTED);
            assertThat(congress.conflicts()).containsExactly("NOT_PROVEN");
            assertThat(congress.people("arena")).isZero();
        }
    }
}
