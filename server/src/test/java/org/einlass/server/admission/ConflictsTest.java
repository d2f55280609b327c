package org.einlass.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
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
            Machine kiosk = congress.machine("kiosk-1");
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
    void showsTwoOfflineAdmissionsAsAConflictUntilOneIsUndone(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            Machine north = congress.machine("kiosk-1");
            Machine south = congress.machine("kiosk-2");
            Congress.Guest guest = congress.guest();
            north.admitAlone(Congress.NORTH, guest.ticket());
            congress.after(Duration.ofMinutes(2));
            JournalEntry twice = south.admitAlone(Congress.SOUTH, guest.ticket());
            south.deliverAll();
            north.deliverAll();

            assertThat(congress.conflicts()).containsExactly("DOUBLE_ADMISSION");
            assertThat(congress.people("arena")).isEqualTo(1);

            south.undo(twice.head().id());
            south.deliverAll();
            assertThat(congress.conflicts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsAConflictSettledUntilANewEntryOpensItAgain(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            Machine north = congress.machine("kiosk-1");
            Machine south = congress.machine("kiosk-2");
            Congress.Guest guest = congress.guest();
            north.admitAlone(Congress.NORTH, guest.ticket());
            congress.after(Duration.ofMinutes(2));
            south.admitAlone(Congress.SOUTH, guest.ticket());
            north.deliverAll();
            south.deliverAll();
            var item = congress.openConflicts().get(0);

            south.settle(item.id(), item.entries());
            south.deliverAll();
            assertThat(congress.openConflicts()).isEmpty();

            congress.after(Duration.ofMinutes(2));
            north.admitAlone(Congress.NORTH, guest.ticket());
            north.deliverAll();
            assertThat(congress.openConflicts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAStaffOverrideCountAndItsUndoCountNoMore(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            Machine desk = congress.machine("desk-1");
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
            Machine thief = congress.machine("kiosk-1");
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
