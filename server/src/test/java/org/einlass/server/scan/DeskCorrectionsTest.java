package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.server.scan.TwoDesks.OEZTUERK;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.presence.ConflictTable;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.change.RegistrationEdit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that desks corrected without the server, each with the value it saw. */
final class DeskCorrectionsTest {
    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCorrectionCountsWhereItSawWhatStandsThere(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        JournalEntry first = desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Müller");
        desks.congress.after(Duration.ofMinutes(1));
        desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Müller", "Müller-Lüdenscheidt");
        desks.first.correct(guest.registration(), AttendeeField.ORGANISATION, "", "Stadt Jena");

        desks.first.deliverAll();

        assertThat(desks.registration(guest.registration()))
                .containsEntry("family_name", "Müller-Lüdenscheidt")
                .containsEntry("organisation", "Stadt Jena");
        assertThat(desks.congress.conflicts()).isEmpty();

        desks.first.deliver(List.of(desks.first.undo(first.head().id())));
        assertThat(desks.registration(guest.registration())).containsEntry("family_name", "Muster");
        assertThat(desks.congress.conflicts()).containsExactly("CORRECTION_CLASH");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void twoDesksThatCorrectOneFieldDifferentlyAreSeenByAPerson(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        JournalEntry one = desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Meier");
        desks.congress.after(Duration.ofMinutes(1));
        JournalEntry two = desks.second.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Maier");
        JournalEntry same = desks.second.correct(guest.registration(), AttendeeField.TITLE, "", "Dr.");
        desks.first.correct(guest.registration(), AttendeeField.TITLE, "", "Dr.");

        desks.second.deliverAll();
        desks.first.deliverAll();

        assertThat(desks.registration(guest.registration()))
                .containsEntry("family_name", "Meier")
                .containsEntry("title", "Dr.");
        ConflictTable.Item clash = desks.congress.openConflicts().get(0);
        assertThat(desks.congress.openConflicts()).hasSize(1);
        assertThat(clash.kind()).isEqualTo("CORRECTION_CLASH");
        assertThat(clash.entries())
                .containsExactlyInAnyOrder(one.head().id(), two.head().id())
                .doesNotContain(same.head().id());

        desks.first.deliver(List.of(desks.first.settle(clash.id(), clash.entries())));
        assertThat(desks.congress.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCorrectionOfAWalkInWaitsForIt(Databases database) {
        desks = new TwoDesks(database, folder);
        SimulatedDevice.Made guest = desks.first.walkIn(OEZTUERK, "attendee");
        desks.congress.after(Duration.ofMinutes(1));
        JournalEntry correction = desks.second.correct(guest.registration(), AttendeeField.GIVEN_NAME, "Ayşe", "Ayse");
        desks.second.deliver(List.of(correction));
        assertThat(desks.congress.conflicts()).containsExactly("UNKNOWN_REGISTRATION");

        desks.first.deliverAll();

        assertThat(desks.registration(guest.registration())).containsEntry("given_name", "Ayse");
        assertThat(desks.congress.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatAnOrganiserChangesAfterwardsStaysAndARepeatedListTakesNothingBack(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest edited = desks.congress.guest();
        Congress.Guest listed = desks.congress.guest();
        for (Congress.Guest guest : List.of(edited, listed)) {
            desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Müller");
        }
        desks.first.deliverAll();

        rename(edited, "Von Hand");
        rename(listed, "Muster");

        assertThat(desks.registration(edited.registration())).containsEntry("family_name", "Von Hand");
        assertThat(desks.registration(listed.registration())).containsEntry("family_name", "Müller");
        assertThat(desks.congress.conflicts()).isEmpty();
        desks.congress.after(Duration.ofMinutes(1));
        desks.first.deliver(
                List.of(desks.first.correct(edited.registration(), AttendeeField.FAMILY_NAME, "Von Hand", "Später")));
        assertThat(desks.registration(edited.registration())).containsEntry("family_name", "Später");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatAnOrganiserPutsBackToTheListsValueStays(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Müller");
        desks.first.deliverAll();

        change(guest, RegistrationEdit.ofAttendee(named(guest, "Muster")));

        assertThat(desks.registration(guest.registration())).containsEntry("family_name", "Muster");
        assertThat(desks.congress.conflicts()).isEmpty();
        desks.congress.after(Duration.ofMinutes(1));
        desks.first.deliver(
                List.of(desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Später")));
        assertThat(desks.registration(guest.registration())).containsEntry("family_name", "Später");
        assertThat(desks.congress.differences()).isEmpty();
    }

    private Attendee named(Congress.Guest guest, String familyName) {
        Map<String, Object> stored = desks.registration(guest.registration());
        return Attendee.of((String) stored.get("given_name"), familyName, (String) stored.get("organisation"));
    }

    private void change(Congress.Guest guest, RegistrationEdit edit) {
        new RegistrationChangeService(
                        desks.congress.store(),
                        desks.congress.enrolment(desks.congress.services().effects()),
                        (handle, event, one) -> true,
                        desks.congress.clock)
                .change(Congress.EVENT, guest.registration(), edit, null, "organiser");
    }

    private void rename(Congress.Guest guest, String name) {
        Congress.await(desks.congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            transaction
                    .handle()
                    .execute(
                            "update registrations set family_name = ? where id = ?",
                            name,
                            guest.registration().toString());
            desks.congress
                    .services()
                    .effects()
                    .registrationsChanged(transaction, Congress.EVENT, List.of(guest.registration()));
            return 1;
        }));
    }
}
