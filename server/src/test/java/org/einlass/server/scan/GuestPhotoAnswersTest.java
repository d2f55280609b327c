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

    private JournalEntry answer(Congress.Guest guest, PhotoConsent answer) {
        return desks.kiosk.write(
                head -> new JournalEntry.PhotoAnswered(head, desks.kiosk.nextId(), guest.registration(), answer));
    }

    private String stored(Congress.Guest guest) {
        return String.valueOf(desks.registration(guest.registration()).get("photographs"));
    }

    /** What a badge that is printed now says. */
    private PhotoConsent badge(Congress.Guest guest) {
        return desks.badge(guest.registration()).attendee().photoConsent();
    }
}
