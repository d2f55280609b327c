package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.KeysPerGuest.Way;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The keys that {@link DeskKeysPerGuestTest} counts, pressed one by one on the desk's real window: each way leads to
 * the guest who is meant, and to nobody else. Namesakes and every thirtieth of the others always; every tenth with
 * {@code -Deinlass.desk.all=true}.
 */
@Tag("window")
@CacioTest
class DeskStopwatchTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final int NAMESAKES = 6;
    private static final int STEP = Boolean.getBoolean("einlass.desk.all") ? 10 : 30;

    /** Longer names get no badge, but a badge name chosen at the desk. */
    private static final int LONGEST_NAME = 32;

    @TempDir
    private Path folder;

    @Test
    void everyGuestIsFoundAndCheckedInByTheKeysThatWereCounted() throws Exception {
        KeysPerGuest ways = new KeysPerGuest(GUESTS);
        List<SampleGuest> chosen = chosen();
        List<Integer> counted = new ArrayList<>();
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
            desk.opens(GUESTS.size());
            for (SampleGuest guest : chosen) {
                Way way = ways.way(guest);
                desk.keys();
                desk.type(way.text());
                desk.await(() -> desk.registration("found", way.row())
                        .equals(guest.badge().registration()));
                for (int row = 1; row <= way.row(); row++) {
                    desk.press(KeyEvent.VK_DOWN);
                }
                desk.press(KeyEvent.VK_ENTER);
                int keys = desk.keys();
                desk.awaitNotice(guest.attendee().fullName() + " ist eingecheckt. Das Namensschild ist gedruckt");
                assertThat(keys).isEqualTo(way.keys());
                counted.add(keys);
                desk.press(KeyEvent.VK_ESCAPE);
                desk.await(() -> desk.text("search").isEmpty());
            }
            assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();

            assertThat(admitted(server))
                    .as("each of them, and nobody else")
                    .containsExactlyInAnyOrderElementsOf(
                            chosen.stream().map(SampleGuest::number).toList());
        }
        List<Integer> sorted = counted.stream().sorted().toList();
        int median = sorted.get(sorted.size() / 2);
        System.out.println("pressed for " + sorted.size() + " guests: median " + median + " keys, most "
                + sorted.get(sorted.size() - 1));
        assertThat(median).isLessThanOrEqualTo(6);
    }

    private static List<SampleGuest> chosen() {
        List<SampleGuest> named = GUESTS.stream()
                .filter(guest -> guest.status() == RegistrationStatus.CONFIRMED)
                .filter(guest -> !guest.attendee().isUnnamed())
                .filter(guest -> guest.attendee().fullName().length() < LONGEST_NAME)
                .toList();
        Map<String, Long> bearers = named.stream()
                .collect(Collectors.groupingBy(guest -> guest.attendee().fullName(), Collectors.counting()));
        Set<SampleGuest> namesakes = named.stream()
                .filter(guest -> bearers.get(guest.attendee().fullName()) > 1)
                .limit(NAMESAKES)
                .collect(Collectors.toSet());
        return Stream.concat(
                        namesakes.stream(),
                        IntStream.range(0, named.size())
                                .filter(place -> place % STEP == 0)
                                .mapToObj(named::get))
                .distinct()
                .toList();
    }

    /** The numbers of those who were let in, one for each time. */
    private static List<Integer> admitted(FakeDeskServer server) {
        Map<LookupId, Integer> codes = GUESTS.stream()
                .collect(Collectors.toMap(
                        guest -> Sample.SALT.lookupId(Sample.badgeCode(guest.number())), SampleGuest::number));
        return server.entries().values().stream()
                .filter(JournalEntry.Scanned.class::isInstance)
                .map(JournalEntry.Scanned.class::cast)
                .filter(scan -> scan.outcome().verdict() == Verdict.ADMITTED)
                .map(scan -> codes.get(scan.code()))
                .toList();
    }
}
