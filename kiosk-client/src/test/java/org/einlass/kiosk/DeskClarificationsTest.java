package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.swing.JButton;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.desk.ClarificationStory;
import org.einlass.contract.desk.ClarificationStory.Action;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.EventThread;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a desk clarifies on its real window: read, settled by one key, with and without a server. */
@Tag("window")
@CacioTest
class DeskClarificationsTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final Wording NORTH = new Wording("Haupteingang Nord", "Main entrance north");
    private static final EntryId FIRST = new EntryId(new UUID(1, 1));
    private static final EntryId SECOND = new EntryId(new UUID(1, 2));

    @TempDir
    private Path folder;

    @Test
    void oneKeyOpensTheListAndOneKeySettlesACase() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
            server.clarify(List.of(twice(), gap()));
            desk.opens(GUESTS.size());
            desk.await(() -> label(desk).contains("(2)"));

            desk.press(KeyEvent.VK_F10);
            desk.awaitFocus("case.reason");
            assertThat(desk.text("case.who")).isEqualTo("Dr. Änne Müller-Lüdenscheidt, Stadtverwaltung Gera");
            assertThat(desk.text("story.1.where")).isEqualTo("Kiosk 3, Haupteingang Nord");
            assertThat(desk.text("story.2.what")).isEqualTo("Eingelassen. Ohne Server entschieden.");
            desk.type("1");
            desk.awaitNotice("Geklärt: Dr. Änne Müller-Lüdenscheidt");
            desk.await(() -> label(desk).contains("(1)"));
            desk.await(() -> desk.text("case.who").startsWith("Kiosk 4"));
            desk.press(KeyEvent.VK_ESCAPE);
            desk.awaitFocus("search");

            JournalEntry.Settled settled = delivered(desk, server, JournalEntry.Settled.class);
            assertThat(settled.conflict()).isEqualTo("c1");
            assertThat(settled.entries()).containsExactly(FIRST, SECOND);
            assertThat(settled.reason()).isEqualTo(SettlementReason.CHECKED);
            assertThat(settled.head().operator()).hasToString("helferin-3");
        }
    }

    @Test
    void aCaseIsSettledWithoutAServerAndStaysSettledWhenItIsBack() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
            server.clarify(List.of(twice(), gap()));
            desk.opens(GUESTS.size());
            desk.await(() -> label(desk).contains("(2)"));
            server.fallsSilent();

            desk.press(KeyEvent.VK_F10);
            desk.awaitFocus("case.reason");
            desk.press(KeyEvent.VK_DOWN);
            desk.await(() -> desk.text("case.who").startsWith("Kiosk 4"));
            desk.type("3");
            desk.await(() -> label(desk).contains("(1)"));
            desk.type("5");
            desk.awaitNotice("zurückgenommen");
            desk.await(() -> !label(desk).contains("("));

            assertThat(delivered(desk, server, JournalEntry.Settled.class).reason())
                    .isEqualTo(SettlementReason.TECHNICAL);
            assertThat(delivered(desk, server, JournalEntry.Undone.class).entry())
                    .isEqualTo(SECOND);
            assertThat(label(desk)).doesNotContain("(");
        }
    }

    @Test
    void aScanOpensThePersonAndALockedDeskShowsNoCase() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
            server.clarify(List.of(twice()));
            desk.opens(GUESTS.size());
            desk.await(() -> label(desk).contains("(1)"));
            desk.press(KeyEvent.VK_F10);
            desk.awaitFocus("case.reason");

            desk.scan(GUESTS.get(0).ticket().text());
            desk.await(() -> desk.isShowing("person.name"));
            desk.awaitFocus("search");
            desk.press(KeyEvent.VK_F10);
            desk.awaitFocus("case.reason");
            desk.press(KeyEvent.VK_F12);
            desk.await(() -> desk.isShowing("operator"));

            assertThat(desk.text("case.who")).doesNotContain("Müller");
            assertThat(desk.parts()).noneMatch(part -> "story.1.where".equals(part.getName()));
        }
    }

    @ParameterizedTest
    @CsvSource({"de, 1280, 800", "en, 1920, 1080"})
    void isDrawnInBothLanguagesThreeSizesAndHighContrast(String language, int width, int height) throws Exception {
        String prefix = "desk-" + language + "-" + width + "-cases";
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(width, height), language)) {
            server.clarify(List.of(twice(), refusedByTheServer(), clash(), gap()));
            desk.opens(GUESTS.size());
            desk.await(() -> label(desk).contains("(4)"));
            desk.press(KeyEvent.VK_F10);
            desk.awaitFocus("case.reason");
            desk.photograph(prefix);
            desk.press(KeyEvent.VK_F11);
            desk.awaitLook(1, true);
            desk.photograph(prefix + "-contrast");
            desk.press(KeyEvent.VK_F11);
            desk.awaitLook(1, false);
            desk.press(KeyEvent.VK_DOWN);
            desk.press(KeyEvent.VK_DOWN);
            desk.await(() -> desk.text("story.1.what").contains("Organisation"));
            desk.photograph(prefix + "-clash");
            desk.press(KeyEvent.VK_F9);
            desk.awaitLook(1.25, false);
            desk.press(KeyEvent.VK_F9);
            desk.awaitLook(1.5, false);
            desk.awaitFocus("case.reason");
            desk.photograph(prefix + "-largest");
        }
    }

    private static String label(DeskHands desk) {
        return EventThread.call(() -> ((JButton) desk.find("clarify")).getText());
    }

    private static <T extends JournalEntry> T delivered(DeskHands desk, FakeDeskServer server, Class<T> type) {
        server.comesBack();
        assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        List<T> entries = server.entries().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static Clarification twice() {
        return about(
                "c1",
                ClarificationKind.DOUBLE_ADMISSION,
                "Dr. Änne Müller-Lüdenscheidt",
                "Stadtverwaltung Gera",
                story(FIRST, Action.ADMITTED, 0, "Kiosk 3", null),
                story(SECOND, Action.ADMITTED, 7, "Kiosk 1 am Osteingang", null));
    }

    private static Clarification refusedByTheServer() {
        return about(
                "c2",
                ClarificationKind.VERDICTS_DIFFER,
                "Bartholomäus Freiherr von und zu Hohenstein-Wartenberg",
                "Thüringer Ministerium für Digitales und Infrastruktur, Referat 34",
                story(new EntryId(new UUID(2, 1)), Action.ADMITTED, 3, "Kiosk 2", null),
                story(new EntryId(new UUID(2, 2)), Action.REFUSED, 4, "Schalter 1", Refusal.CANCELLED));
    }

    private static Clarification clash() {
        return about(
                "c3",
                ClarificationKind.CORRECTION_CLASH,
                "Jürgen Weiß",
                "Landkreis Greiz",
                corrected(new EntryId(new UUID(3, 1)), 1, "Schalter 1", "Landratsamt Greiz"),
                corrected(new EntryId(new UUID(3, 2)), 2, "Schalter 2", "Landkreis Greiz"));
    }

    private static Clarification gap() {
        return new Clarification("c4", ClarificationKind.GAP, null, null, null, "Kiosk 4", 12, List.of(), List.of());
    }

    private static Clarification about(
            String id, ClarificationKind kind, String name, String organisation, ClarificationStory... stories) {
        return new Clarification(
                id,
                kind,
                new RegistrationId(new UUID(9, 9)),
                name,
                organisation,
                null,
                0,
                List.of(stories).stream().map(ClarificationStory::entry).toList(),
                List.of(stories));
    }

    private static ClarificationStory story(EntryId entry, Action action, int minutes, String device, Refusal refusal) {
        return new ClarificationStory(
                entry,
                action,
                at(minutes),
                Duration.ofSeconds(40L * minutes),
                minutes != 3,
                device,
                NORTH,
                refusal,
                action == Action.ADMITTED,
                List.of(),
                null);
    }

    private static ClarificationStory corrected(EntryId entry, int minutes, String device, String now) {
        return new ClarificationStory(
                entry,
                Action.CORRECTED,
                at(minutes),
                Duration.ZERO,
                true,
                device,
                null,
                null,
                false,
                List.of(new FieldCorrection(AttendeeField.ORGANISATION, "Kreis Greiz", now)),
                null);
    }

    private static Instant at(int minutes) {
        return Sample.MORNING.plus(Duration.ofMinutes(minutes));
    }
}
