package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.kiosk.gate.SampleCounter.done;
import static org.einlass.kiosk.gate.SampleCounter.id;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.RosterChanges;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk put right is what its badges say, until it is taken back or the server's roster knows better. */
final class LocalCorrectionsTest {
    private static final DataKey KEY = DataKey.next(1, new Random(5));
    private static final BadgeOrder ROSTERED = Sample.badge(1, false);
    private static final String WRONG = ROSTERED.attendee().familyName();
    private static final String RIGHT = "Kanarienvogel";

    @AutoClose
    private SampleCounter counter;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        counter = new SampleCounter(folder);
        counter.store().vault().unlock(KEY);
    }

    private DeskResult<?> correct(String seen, String now) {
        return counter.desk()
                .correct(ROSTERED.registration(), List.of(new FieldCorrection(AttendeeField.FAMILY_NAME, seen, now)));
    }

    private String printed(BadgeOrder order) {
        return counter.desk().corrected(order).attendee().familyName();
    }

    private void rosterBrings(int version) throws IOException {
        counter.store()
                .rosterShelf()
                .apply(new RosterChanges(
                        SampleRoster.cursor(version),
                        List.of(SampleRoster.row(1, RegistrationStatus.CONFIRMED, version)),
                        false));
    }

    @Test
    void holdsForTheNextBadgeAlsoAfterARestartAndIsReadByNobodyElse() throws IOException {
        done(correct(WRONG, "Kanarie"));
        done(correct("Kanarie", RIGHT));
        assertThat(printed(ROSTERED)).isEqualTo(RIGHT);

        counter.restart();

        assertThat(printed(ROSTERED)).isEqualTo(WRONG);
        for (Path file : counter.files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("Kanarie");
        }
        counter.store().vault().unlock(KEY);
        assertThat(printed(ROSTERED)).isEqualTo(RIGHT);
    }

    @Test
    void endsWhenItIsTakenBack() {
        DeskResult<?> first = correct(WRONG, RIGHT);

        done(counter.desk().undo(id(first)));

        assertThat(printed(ROSTERED)).isEqualTo(WRONG);
    }

    @Test
    void leavesAloneWhatSomebodyElsePutRightSince() {
        done(correct(WRONG + "x", RIGHT));

        assertThat(printed(ROSTERED)).isEqualTo(WRONG);
    }

    @Test
    void endsOnceTheServerHasItAndTheRosterIsNewer() throws IOException {
        done(correct(WRONG, RIGHT));
        rosterBrings(7);
        assertThat(printed(ROSTERED)).isEqualTo(RIGHT);

        counter.delivers();
        rosterBrings(8);

        assertThat(printed(ROSTERED)).isEqualTo(WRONG);
        assertThat(counter.store().corrections().registrations()).isEmpty();
    }

    @Test
    void isGoneFromAWipedDesk() throws IOException {
        done(correct(WRONG, RIGHT));

        counter.store().destroyAll();

        assertThat(counter.store().corrections().registrations()).isEmpty();
    }
}
