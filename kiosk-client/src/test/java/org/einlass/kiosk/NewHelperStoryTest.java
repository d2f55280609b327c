package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.text.JTextComponent;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.EventThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new helper's first thirty guests by script: twelve found by names that others bear too or that are written
 * otherwise, five who come instead of somebody, four who are not registered, three badges made again, a delegation of
 * eight as one guest, two wrong clicks, three tickets. From the tenth guest to the twenty-second there is no network.
 */
@Tag("window")
@CacioTest
class NewHelperStoryTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();

    /** Longer names get no badge, but a badge name chosen at the desk. */
    private static final int LONGEST_NAME = 32;

    @TempDir
    private Path folder;

    private FakeDeskServer server;
    private DeskHands desk;
    private final Set<RegistrationId> expected = new HashSet<>();
    private int guests;

    @BeforeEach
    void open() throws Exception {
        server = new FakeDeskServer(GUESTS);
        desk = new DeskHands(server, folder, new Dimension(1280, 800), "de");
        desk.opens(GUESTS.size());
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    /** The next guest stands at the desk. */
    private void next() {
        guests++;
        if (guests == 10) {
            server.fallsSilent();
        }
        if (guests == 23) {
            server.comesBack();
        }
        desk.press(KeyEvent.VK_ESCAPE);
        desk.awaitFocus("search");
    }

    private static List<SampleGuest> confirmed() {
        return GUESTS.stream()
                .filter(guest -> guest.status() == RegistrationStatus.CONFIRMED)
                .filter(guest -> !guest.attendee().isUnnamed())
                .filter(guest -> guest.attendee().fullName().length() < LONGEST_NAME)
                .toList();
    }

    /** Those whose family names many bear. */
    private static List<SampleGuest> namesakes() {
        Map<String, Long> names = confirmed().stream()
                .collect(Collectors.groupingBy(guest -> guest.attendee().familyName(), Collectors.counting()));
        return confirmed().stream()
                .filter(guest -> names.get(guest.attendee().familyName()) > 2)
                .limit(12)
                .toList();
    }

    /** As somebody writes it who has never seen it. */
    private static String misspelt(String name) {
        return name.toLowerCase(Locale.GERMAN)
                .replace("ü", "ue")
                .replace("ö", "oe")
                .replace("ä", "ae")
                .replace("ß", "ss");
    }

    private void show(SampleGuest guest) {
        desk.type(
                misspelt(guest.attendee().familyName() + " " + guest.attendee().givenName()));
        desk.await(() -> desk.rows().indexOf(guest.attendee().fullName()) == 0);
        for (int row = 0; row < 20 && !isShown(guest); row++) {
            String before = desk.text("person.name") + desk.text("person.organisation");
            desk.press(KeyEvent.VK_DOWN);
            desk.await(() -> !before.equals(desk.text("person.name") + desk.text("person.organisation")));
        }
        assertThat(isShown(guest)).as(guest.toString()).isTrue();
    }

    private boolean isShown(SampleGuest guest) {
        return desk.text("person.name").equals(guest.attendee().fullName())
                && desk.text("person.organisation").contains(guest.attendee().organisation());
    }

    private void checkIn(SampleGuest guest) {
        int before = desk.badges();
        desk.press(KeyEvent.VK_ENTER);
        desk.await(() -> desk.badges() == before + 1);
        desk.awaitNotice("ist eingecheckt");
        expected.add(guest.badge().registration());
    }

    private void fill(String given, String family) {
        desk.awaitFocus("form.GIVEN_NAME");
        desk.type(given);
        desk.press(KeyEvent.VK_TAB);
        desk.awaitFocus("form.FAMILY_NAME");
        desk.type(family);
        int before = desk.badges();
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice(given + " " + family + " ist eingecheckt");
        desk.await(() -> desk.badges() == before + 1);
    }

    @Test
    void thirtyGuestsAreServedAndEveryArrivalIsOne() throws Exception {
        List<SampleGuest> namesakes = namesakes();
        List<SampleGuest> others = new ArrayList<>(confirmed());
        others.removeAll(namesakes);
        List<SampleGuest> house = house(others);
        others.removeAll(house);
        for (int place = 0; place < 8; place++) {
            next();
            show(namesakes.get(place));
            checkIn(namesakes.get(place));
        }
        for (int place = 0; place < 5; place++) {
            next();
            desk.scan(others.get(place).ticket().text());
            SampleGuest invited = others.get(place);
            desk.await(() -> isShown(invited));
            desk.press(KeyEvent.VK_F7);
            fill("vera", "tretung" + "abcde".charAt(place));
        }
        for (int place = 0; place < 4; place++) {
            next();
            desk.press(KeyEvent.VK_F8);
            fill("neu", "gast" + "abcd".charAt(place));
        }
        for (int place = 10; place < 12; place++) {
            next();
            SampleGuest wrong = others.get(place);
            SampleGuest right = others.get(place + 10);
            desk.scan(wrong.ticket().text());
            desk.await(() -> isShown(wrong));
            checkIn(wrong);
            desk.press(KeyEvent.VK_F3);
            desk.awaitNotice("Zurückgenommen");
            expected.remove(wrong.badge().registration());
            desk.press(KeyEvent.VK_ESCAPE);
            desk.scan(right.ticket().text());
            desk.await(() -> isShown(right));
            checkIn(right);
        }
        delegation(house);
        for (int place = 30; place < 33; place++) {
            next();
            SampleGuest lost = others.get(place);
            desk.scan(lost.ticket().text());
            desk.await(() -> isShown(lost));
            checkIn(lost);
            int before = desk.badges();
            desk.press(KeyEvent.VK_F5);
            desk.awaitFocus("form.reason");
            desk.type("1");
            desk.await(() -> desk.badges() == before + 1);
        }
        for (int place = 40; place < 43; place++) {
            next();
            SampleGuest plain = others.get(place);
            desk.scan(plain.ticket().text());
            desk.await(() -> isShown(plain));
            checkIn(plain);
        }
        for (int place = 8; place < 12; place++) {
            next();
            show(namesakes.get(place));
            checkIn(namesakes.get(place));
        }

        assertThat(guests).isEqualTo(30);
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        Set<RegistrationId> newcomers = newcomers();
        assertThat(newcomers).hasSize(9);
        expected.addAll(newcomers);
        assertThat(arrivals()).as("arrivals, and with them no-shows").isEqualTo(expected);
        nobodyIsLeftOnALockedScreen();
    }

    /** Eight of one house, or few more. */
    private static List<SampleGuest> house(List<SampleGuest> among) {
        return among.stream()
                .filter(guest -> !guest.attendee().organisation().isBlank())
                .collect(Collectors.groupingBy(guest -> guest.attendee().organisation()))
                .values()
                .stream()
                .filter(members -> members.size() >= 8 && members.size() <= 24)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private void delegation(List<SampleGuest> house) {
        next();
        desk.scan(house.get(0).ticket().text());
        desk.await(() -> isShown(house.get(0)));
        int before = desk.badges();
        desk.pressShift(KeyEvent.VK_F7);
        desk.awaitFocus("form.member.1");
        long listed = desk.parts().stream()
                .filter(part -> String.valueOf(part.getName()).startsWith("form.member."))
                .count();
        for (int member = 1; member <= listed; member++) {
            if (member > 8) {
                desk.press(KeyEvent.VK_SPACE);
            }
            if (member < listed) {
                desk.press(KeyEvent.VK_DOWN);
                desk.awaitFocus("form.member." + (member + 1));
            }
        }
        desk.press(KeyEvent.VK_ENTER);
        desk.await(() -> desk.badges() == before + 8);
        desk.awaitNotice("Alle 8 der Delegation");
    }

    private Set<RegistrationId> newcomers() {
        return server.entries().values().stream()
                .filter(JournalEntry.Newcomer.class::isInstance)
                .map(entry -> ((JournalEntry.Newcomer) entry).registration())
                .collect(Collectors.toSet());
    }

    /** Who came by what the desk has reported: admitted, and not taken back. */
    private Set<RegistrationId> arrivals() {
        Map<LookupId, RegistrationId> codes = new HashMap<>();
        GUESTS.forEach(guest -> {
            codes.put(Sample.SALT.lookupId(guest.ticket()), guest.badge().registration());
            codes.put(
                    Sample.SALT.lookupId(Sample.badgeCode(guest.number())),
                    guest.badge().registration());
        });
        server.entries().values().forEach(entry -> {
            if (entry instanceof JournalEntry.Newcomer newcomer) {
                codes.put(newcomer.badge(), newcomer.registration());
            }
        });
        Set<EntryId> undone = server.entries().values().stream()
                .filter(JournalEntry.Undone.class::isInstance)
                .map(entry -> ((JournalEntry.Undone) entry).entry())
                .collect(Collectors.toSet());
        Set<RegistrationId> arrived = new LinkedHashSet<>();
        server.entries().values().forEach(entry -> {
            if (entry instanceof JournalEntry.Scanned scan
                    && scan.outcome().verdict() == Verdict.ADMITTED
                    && !undone.contains(scan.head().id())) {
                arrived.add(codes.get(scan.code()));
            }
        });
        Set<RegistrationId> delegates = new HashSet<>(arrived);
        delegates.removeAll(expected);
        delegates.removeAll(newcomers());
        assertThat(delegates).as("the delegation").hasSize(8);
        arrived.removeAll(delegates);
        return arrived;
    }

    private void nobodyIsLeftOnALockedScreen() throws Exception {
        desk.press(KeyEvent.VK_F12);
        desk.await(() -> desk.isShowing("operator"));
        desk.photograph("desk-de-1280-locked-after-thirty");
        String shown = EventThread.call(() -> desk.parts().stream()
                .filter(Component::isShowing)
                .map(NewHelperStoryTest::words)
                .collect(Collectors.joining("\n")));
        assertThat(confirmed())
                .allSatisfy(guest ->
                        assertThat(shown).doesNotContain(guest.attendee().fullName()));
        assertThat(shown).doesNotContain("vera tretung", "neu gast");
    }

    private static String words(Component part) {
        if (part instanceof JTextComponent text) {
            return text.getText();
        }
        if (part instanceof JLabel label) {
            return String.valueOf(label.getText());
        }
        return part instanceof JList<?> list ? String.valueOf(list.getModel().getSize()) : "";
    }
}
