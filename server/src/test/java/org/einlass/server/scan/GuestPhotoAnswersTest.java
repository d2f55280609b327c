package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.server.database.Databases;
import org.einlass.server.device.DeviceKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What guests answer about photographs at kiosks and desks, and what of it badges are printed from. */
final class GuestPhotoAnswersTest {
    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoWasNeverAskedHasNoConsentRecorded(Databases database) {
        desks = new TwoDesks(database, folder);

        assertThat(stored(desks.congress.guest())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anAnswerAtAKioskStandsOnTheNextBadgeAndOutweighsWhatStoodThere(Databases database) {
        desks = new TwoDesks(database, folder);
        desks.congress.enrol(desks.kiosk.id, DeviceKind.KIOSK);
        Congress.Guest guest = desks.congress.guest();
        desks.first.correct(guest.registration(), AttendeeField.PHOTOGRAPHS, "", "YES");
        desks.first.deliverAll();
        desks.congress.after(Duration.ofMinutes(1));

        JournalEntry answered = answer(guest, PhotoConsent.NO);
        desks.kiosk.deliver(List.of(answered));

        assertThat(desks.congress.rows("select reason from quarantine")).isEmpty();
        assertThat(stored(guest)).isEqualTo("NO");
        assertThat(badge(guest)).isEqualTo(PhotoConsent.NO);
        assertThat(desks.congress.conflicts()).isEmpty();
        assertThat(desks.congress.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theLatestAnswerHoldsInWhateverOrderTheyArrive(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        JournalEntry first = answer(guest, PhotoConsent.NO);
        desks.congress.after(Duration.ofMinutes(1));
        JournalEntry second = answer(guest, PhotoConsent.YES);

        desks.kiosk.deliver(List.of(second));
        desks.kiosk.deliver(List.of(first));

        assertThat(stored(guest)).isEqualTo("YES");
        desks.first.deliver(List.of(desks.first.undo(second.head().id())));
        assertThat(stored(guest)).isEqualTo("NO");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDesksWordThatIsNoAnswerIsSeenByAPersonAndChangesNothing(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        desks.first.correct(guest.registration(), AttendeeField.PHOTOGRAPHS, "", "MAYBE");

        desks.first.deliverAll();

        assertThat(stored(guest)).isEmpty();
        assertThat(desks.congress.conflicts()).containsExactly("UNREADABLE_LETTER");
    }

    /** A kiosk's token and the registrations of its roster are not enough to answer for a guest. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void nobodyAnswersForAGuestWhomThisDeviceDidNotRead(Databases database) {
        desks = new TwoDesks(database, folder);
        desks.congress.enrol(desks.kiosk.id, DeviceKind.KIOSK);
        Congress.Guest guest = desks.congress.guest();
        Congress.Guest other = desks.congress.guest();
        desks.kiosk.deliver(List.of(answer(guest, PhotoConsent.NO)));

        JournalEntry atADesk = scan(desks.first, guest);
        desks.first.deliver(List.of(atADesk));
        desks.kiosk.deliver(List.of(answer(atADesk, guest, PhotoConsent.YES)));
        JournalEntry ofSomebodyElse = scan(desks.kiosk, other);
        desks.kiosk.deliver(List.of(ofSomebodyElse, answer(ofSomebodyElse, guest, PhotoConsent.YES)));
        JournalEntry neverMade = desks.kiosk.write(head ->
                new JournalEntry.PhotoAnswered(head, desks.kiosk.nextId(), guest.registration(), PhotoConsent.YES));
        desks.kiosk.deliver(List.of(neverMade));

        assertThat(stored(guest)).isEqualTo("NO");
        assertThat(desks.congress.rows("select reason from quarantine")).hasSize(1);
    }

    private JournalEntry answer(Congress.Guest guest, PhotoConsent answer) {
        JournalEntry scan = scan(desks.kiosk, guest);
        desks.kiosk.deliver(List.of(scan));
        return answer(scan, guest, answer);
    }

    private JournalEntry answer(JournalEntry scan, Congress.Guest guest, PhotoConsent answer) {
        return desks.kiosk.write(
                head -> new JournalEntry.PhotoAnswered(head, scan.head().id(), guest.registration(), answer));
    }

    private static JournalEntry scan(SimulatedDevice device, Congress.Guest guest) {
        return device.admitAlone(Congress.FRONT, guest.ticket());
    }

    private String stored(Congress.Guest guest) {
        return String.valueOf(desks.registration(guest.registration()).get("photographs"));
    }

    /** What a badge that is printed now says. */
    private PhotoConsent badge(Congress.Guest guest) {
        return desks.badge(guest.registration()).attendee().photoConsent();
    }
}
