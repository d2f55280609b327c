package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.Code;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.desk.ClarificationStory.Action;
import org.einlass.contract.desk.StoryWords;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.server.database.Databases;
import org.einlass.server.presence.clarification.ClarificationService;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read of what is to be clarified, and how they settle it. */
final class ClarificationsTest {
    private static final Duration LATER = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void tellsBothStoriesOfADoubleAdmissionWithTheirDevicesDoorsAndTimes(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice north = congress.machine("kiosk-1");
            SimulatedDevice south = congress.machine("kiosk-2");
            admittedTwice(congress, north, south);

            Clarification item = only(congress);

            assertThat(item.kind()).isEqualTo(ClarificationKind.DOUBLE_ADMISSION);
            assertThat(item.name()).isNotBlank();
            assertThat(item.stories()).hasSize(2).allSatisfy(story -> {
                assertThat(story.action()).isEqualTo(Action.ADMITTED);
                assertThat(story.alone()).isTrue();
                assertThat(story.sure()).isTrue();
            });
            assertThat(item.stories().get(0).device()).isEqualTo("kiosk-1");
            assertThat(item.stories().get(1).device()).isEqualTo("kiosk-2");
            assertThat(item.stories().get(1).at()).isEqualTo(Congress.NINE.plus(LATER));
            assertThat(words(item, 1)).contains("kiosk-2, ", "9:02:00", "Eingelassen. Ohne Server entschieden.");
        }
    }

    private static String words(Clarification item, int story) {
        StoryWords words = new StoryWords(java.time.ZoneId.of("Europe/Berlin"));
        var told = item.stories().get(story);
        return words.where(told).german() + "; " + words.when(told).german() + "; "
                + words.what(told).german();
    }

    @ParameterizedTest
    @EnumSource
    void aSettlementHoldsUntilANewEntryOpensTheCaseAgain(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice north = congress.machine("kiosk-1");
            SimulatedDevice south = congress.machine("kiosk-2");
            Code ticket = admittedTwice(congress, north, south);
            Clarification item = only(congress);

            assertThatThrownBy(() -> settle(congress, item.id(), null)).isInstanceOf(Rejected.class);
            settle(congress, item.id(), SettlementReason.CHECKED);
            assertThat(page(congress).items()).isEmpty();
            assertThat(page(congress).total()).isZero();
            assertThat(congress.differences()).isEmpty();
            assertThatThrownBy(() -> settle(congress, item.id(), SettlementReason.OTHER))
                    .hasRootCauseInstanceOf(Rejected.class);

            congress.after(LATER);
            north.admitAlone(Congress.NORTH, ticket);
            north.deliverAll();
            assertThat(only(congress).stories()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeskSettlesByItsJournalWhateverTheCaseIsMadeOf(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            SimulatedDevice desk = congress.machine("desk-1");
            kiosk.undo(kiosk.nextId());
            kiosk.count("arena", 3);
            kiosk.deliver(kiosk.journal.subList(0, 1));

            List<Clarification> items = page(congress).items();
            assertThat(items)
                    .extracting(Clarification::kind)
                    .containsExactly(ClarificationKind.DANGLING, ClarificationKind.GAP);
            assertThat(items.get(1).device()).isEqualTo("kiosk-1");
            assertThat(items.get(1).missing()).isEqualTo(1);

            items.forEach(item -> desk.settle(item.id(), item.entries()));
            desk.deliverAll();
            assertThat(page(congress).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatALateReportExplainsEndsByItself(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            kiosk.count("arena", 3);
            kiosk.undo(kiosk.journal.get(0).head().id());
            kiosk.deliver(kiosk.journal.subList(1, 2));
            assertThat(page(congress).items()).hasSize(2);

            kiosk.deliverAll();
            congress.after(Duration.ofSeconds(10));
            assertThat(page(congress).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCopiedDiskIsNamedAndASubstitutionDanglesNowhere(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            JournalEntry first = kiosk.count("arena", 3);
            kiosk.deliverAll();
            JournalEntry copy = new JournalEntry.Counted(
                    new org.einlass.contract.journal.EntryHead(
                            kiosk.nextId(), 1, Phase.LIVE, first.head().time(), null),
                    new org.einlass.contract.id.AreaId("arena"),
                    4);
            kiosk.deliver(List.of(copy));
            SimulatedDevice desk = congress.machine("desk-1");
            desk.substitute(
                    congress.guest().registration(),
                    org.einlass.contract.registration.Attendee.of("Änne", "Özdemir", "Stadt Gera"));
            desk.deliverAll();

            assertThat(only(congress).kind()).isEqualTo(ClarificationKind.FORK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoDesksCorrectionsStandSideBySideAndPracticeIsNotShownOnTheDay(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice one = congress.machine("desk-1");
            SimulatedDevice other = congress.machine("desk-2");
            var guest = congress.guest();
            one.correct(guest.registration(), AttendeeField.ORGANISATION, seen(congress), "Stadt Gera");
            congress.after(LATER);
            other.correct(guest.registration(), AttendeeField.ORGANISATION, seen(congress), "Landkreis Greiz");
            one.deliverAll();
            other.deliverAll();

            Clarification item = only(congress);
            assertThat(item.kind()).isEqualTo(ClarificationKind.CORRECTION_CLASH);
            assertThat(words(item, 0)).contains("Organisation: ", "„Stadt Gera“");
            assertThat(words(item, 1)).contains("„Landkreis Greiz“");

            SimulatedDevice practising = congress.machine("kiosk-9");
            practising.practises(Phase.REHEARSAL);
            admittedTwice(congress, practising, practising);
            assertThat(page(congress).items()).hasSize(1);
        }
    }

    private static String seen(Congress congress) {
        return String.valueOf(
                congress.rows("select organisation from registrations").get(0).get("organisation"));
    }

    @ParameterizedTest
    @EnumSource
    void pagesFollowEachOtherWithoutGapsAndABadCursorIsRefused(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice north = congress.machine("kiosk-1");
            SimulatedDevice south = congress.machine("kiosk-2");
            for (int guest = 0; guest < 5; guest++) {
                admittedTwice(congress, north, south);
            }
            ClarificationService service = congress.services().clarifications();
            List<String> read = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                Clarification.Page page = service.page(Congress.EVENT, cursor, 2);
                assertThat(page.total()).isEqualTo(5);
                page.items().forEach(item -> read.add(item.id()));
                cursor = page.next();
            }

            assertThat(read).hasSize(5).doesNotHaveDuplicates();
            assertThat(page(congress).items().stream().map(Clarification::id)).containsExactlyElementsOf(read);
            assertThatThrownBy(() -> service.page(Congress.EVENT, "x'", 2)).isInstanceOf(Rejected.class);
        }
    }

    private static Code admittedTwice(Congress congress, SimulatedDevice north, SimulatedDevice south) {
        Code ticket = congress.guest().ticket();
        EntryId first = north.admitAlone(Congress.NORTH, ticket).head().id();
        congress.after(LATER);
        assertThat(south.admitAlone(Congress.SOUTH, ticket).head().id()).isNotEqualTo(first);
        north.deliverAll();
        south.deliverAll();
        return ticket;
    }

    private static void settle(Congress congress, String id, SettlementReason reason) {
        congress.services()
                .clarifications()
                .settle(Congress.EVENT, id, reason)
                .toCompletableFuture()
                .join();
    }

    private static Clarification only(Congress congress) {
        List<Clarification> items = page(congress).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static Clarification.Page page(Congress congress) {
        return congress.services().clarifications().page(Congress.EVENT, "", 50);
    }
}
