package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.server.database.Databases;
import org.einlass.server.presence.Badges;
import org.einlass.server.report.badge.BadgePages;
import org.einlass.server.report.badge.BadgeRunRequest;
import org.einlass.server.report.badge.BadgeRunService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests whose badge was printed before they came. */
final class BoxedBadgesTest {
    private static final BadgeRunRequest CHANGED = BadgeRunRequest.changed(BadgeFormat.A6);

    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aScanPrintsNothingAndTellsTheBoxUntilTheBadgeIsHandedOut(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        runs().print(Congress.EVENT, CHANGED, "person:1");

        ScanAnswer arrival = desks.kiosk.scan(Congress.NORTH, guest.ticket());
        BoxedBadge boxed = arrival.badge().inBox().orElseThrow();
        assertThat(arrival.badge().printed()).isTrue();
        assertThat(boxed.box()).isEqualTo(1);
        assertThat(boxed.number()).isEqualTo(1);

        JournalEntry handedOut = handOut(guest, boxed);
        desks.first.deliverAll();
        assertThat(desks.badge(guest.registration())).satisfies(BoxedBadgesTest::isInHand);
        assertThat(runs().toPull(Congress.EVENT)).isEmpty();

        JournalEntry undo = desks.first.undo(handedOut.head().id());
        desks.first.deliverAll();
        assertThat(desks.badge(guest.registration()).inBox()).contains(boxed);

        desks.first.undo(undo.head().id());
        desks.first.deliverAll();
        assertThat(desks.badge(guest.registration())).satisfies(BoxedBadgesTest::isInHand);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theBadgeItselfShownAtTheEntranceCountsAsArrival(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        runs().print(Congress.EVENT, CHANGED, "person:1");

        assertThat(desks.kiosk.scan(Congress.NORTH, guest.badge()).verdict()).isEqualTo(Verdict.ADMITTED);
        desks.kiosk.deliverAll();

        assertThat(desks.people("arena")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aBadgeMadeAnewAtADeskMakesTheOneInTheBoxOneToPull(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        runs().print(Congress.EVENT, CHANGED, "person:1");

        desks.first.reissue(guest.registration(), guest.badge());
        desks.first.deliverAll();

        assertThat(desks.badge(guest.registration()).inBox()).isEmpty();
        assertThat(runs().toPull(Congress.EVENT)).hasSize(1);
    }

    private static void isInHand(BadgeOrder badge) {
        assertThat(badge.printed()).isTrue();
        assertThat(badge.inBox()).isEmpty();
    }

    private JournalEntry handOut(Congress.Guest guest, BoxedBadge boxed) {
        return desks.first.write(head -> new JournalEntry.Printed(
                head,
                boxed.print(),
                desks.first.nextId(),
                guest.registration(),
                desks.congress.salt.lookupId(guest.badge()),
                PrintStage.HANDED_OUT));
    }

    private BadgeRunService runs() {
        desks.congress.execute(
                "update events set handout = ?", "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"2022-07-04\"}");
        return new BadgeRunService(
                desks.congress.store(),
                desks.congress.seal(),
                new Badges(desks.congress.codes()),
                new BadgePages(desks.congress.store()),
                desks.congress.clock,
                new Random(5));
    }
}
