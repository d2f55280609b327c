package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.desk.StoryWords;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.server.database.Databases;
import org.einlass.server.device.DeviceKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What guests put right of their names at kiosks, and what waits for a person. */
final class GuestSpellingTest {
    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theSpellingIsCorrectedAndTheCodesSurvive(Databases database) {
        Congress.Guest guest = open(database);
        BadgeOrder before = desks.badge(guest.registration());

        JournalEntry spelling = correct(guest, "Muster", "Mustér");
        desks.kiosk.deliver(List.of(spelling));

        assertThat(desks.congress.rows("select reason from quarantine")).isEmpty();
        BadgeOrder after = desks.badge(guest.registration());
        assertThat(after.attendee().familyName()).isEqualTo("Mustér");
        assertThat(after.code()).isEqualTo(before.code());
        assertThat(desks.ask(Congress.FRONT, guest.ticket()).verdict().name()).isEqualTo("ADMITTED");
        assertThat(desks.congress.conflicts()).isEmpty();
        assertThat(String.valueOf(desks.congress.rows("select body from facts where type = 'spellingcorrected'")))
                .as("a fact holds no name")
                .doesNotContain("letter");

        desks.first.deliver(List.of(desks.first.undo(spelling.head().id())));
        assertThat(desks.badge(guest.registration()).attendee().familyName()).isEqualTo("Muster");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anotherPersonsNameChangesNothingAndIsSeenByAPerson(Databases database) {
        Congress.Guest guest = open(database);

        desks.kiosk.deliver(List.of(correct(guest, "Muster", "Lüdenscheidt")));

        assertThat(desks.badge(guest.registration()).attendee().familyName()).isEqualTo("Muster");
        assertThat(desks.congress.conflicts()).containsExactly("NAME_DOUBTFUL");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatADeskHadCorrectedMeanwhileStands(Databases database) {
        Congress.Guest guest = open(database);
        desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Meister");
        desks.first.deliverAll();
        desks.congress.after(Duration.ofMinutes(1));

        desks.kiosk.deliver(List.of(correct(guest, "Muster", "Mustér")));

        assertThat(desks.badge(guest.registration()).attendee().familyName()).isEqualTo("Meister");
        assertThat(desks.congress.conflicts()).containsExactly("CORRECTION_CLASH");
    }

    /** The desk is found again by the network after the kiosk has told; it had written its correction down before. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aKioskAndADeskWithoutANetworkCorrectOneNameAndAPersonReadsBothStories(Databases database) {
        Congress.Guest guest = open(database);
        desks.first.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Muster", "Meister");
        desks.congress.after(Duration.ofMinutes(1));
        desks.kiosk.deliver(List.of(correct(guest, "Muster", "Mustér")));
        assertThat(desks.badge(guest.registration()).attendee().familyName()).isEqualTo("Mustér");
        assertThat(desks.congress.conflicts()).isEmpty();

        desks.congress.after(Duration.ofMinutes(9));
        desks.first.deliverAll();

        Clarification clash = desks.theOnlyCase();
        assertThat(clash.kind()).isEqualTo(ClarificationKind.CORRECTION_CLASH);
        assertThat(clash.name()).as("who was first holds").contains("Meister");
        assertThat(clash.kind().sentence().german()).doesNotContain("Zwei Schalter");
        StoryWords words = new StoryWords(ZoneId.of("Europe/Berlin"));
        assertThat(clash.stories())
                .extracting(story ->
                        words.where(story).german() + ": " + words.what(story).german())
                .containsExactly(
                        "schalter-1: Familienname: „Muster“ → „Meister“.",
                        "kiosk-1: Familienname: „Muster“ → „Mustér“.");
        assertThat(words.what(clash.stories().get(1)).english()).isEqualTo("Family name: “Muster” → “Mustér”.");

        desks.second.correct(guest.registration(), AttendeeField.FAMILY_NAME, "Meister", "Mustér");
        desks.second.settle(clash.id(), clash.entries());
        desks.second.deliverAll();

        assertThat(desks.badge(guest.registration()).attendee().familyName()).isEqualTo("Mustér");
        assertThat(desks.congress
                        .services()
                        .clarifications()
                        .page(Congress.EVENT, "", 50)
                        .items())
                .as("settled at a desk")
                .isEmpty();
        assertThat(desks.congress.count("select count(*) from letters"))
                .as("all three are kept")
                .isEqualTo(3);
    }

    /** A kiosk's token and the registrations of its roster are not enough to rename anybody. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void nobodyIsRenamedWhomThisDeviceDidNotRead(Databases database) {
        Congress.Guest guest = open(database);
        JournalEntry atADesk = desks.first.admitAlone(Congress.FRONT, guest.ticket());
        desks.first.deliver(List.of(atADesk));

        desks.kiosk.deliver(List.of(correct(atADesk.head().id(), guest, "Muster", "Mustér")));
        desks.kiosk.deliver(List.of(correct(desks.kiosk.nextId(), guest, "Muster", "Mustér")));

        assertThat(desks.badge(guest.registration()).attendee().familyName()).isEqualTo("Muster");
        assertThat(desks.congress.rows("select reason from quarantine")).hasSize(1);
    }

    private Congress.Guest open(Databases database) {
        desks = new TwoDesks(database, folder);
        desks.congress.enrol(desks.kiosk.id, DeviceKind.KIOSK);
        return desks.congress.guest();
    }

    private JournalEntry correct(Congress.Guest guest, String seen, String now) {
        JournalEntry scan = desks.kiosk.admitAlone(Congress.FRONT, guest.ticket());
        desks.kiosk.deliver(List.of(scan));
        return correct(scan.head().id(), guest, seen, now);
    }

    private JournalEntry correct(EntryId scan, Congress.Guest guest, String seen, String now) {
        DeskMessage letter = DeskMessage.of(List.of(new FieldCorrection(AttendeeField.FAMILY_NAME, seen, now)));
        return desks.kiosk.write(head -> new JournalEntry.SpellingCorrected(
                head, scan, guest.registration(), desks.kiosk.letter(head.id(), letter)));
    }
}
