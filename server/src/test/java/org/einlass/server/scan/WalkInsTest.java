package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.server.scan.TwoDesks.MUELLER;
import static org.einlass.server.scan.TwoDesks.OEZTUERK;
import static org.einlass.server.scan.TwoDesks.fates;
import static org.einlass.server.scan.TwoDesks.id;

import java.nio.file.Path;
import java.util.List;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom a desk registered, let come instead of somebody or gave a new badge without the server. */
final class WalkInsTest {
    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aWalkInIsRegisteredAndAdmittedByTheBadgeOfTheDesk(Databases database) {
        desks = new TwoDesks(database, folder);
        SimulatedDevice.Made guest = desks.first.walkIn(OEZTUERK, "attendee");

        assertThat(fates(desks.first.deliverAll())).containsOnly(JournalReceipt.Fate.ACCEPTED);

        assertThat(desks.registration(guest.registration()))
                .containsEntry("status", "CONFIRMED")
                .containsEntry("family_name", "Öztürk")
                .containsEntry("given_name", "Ayşe");
        assertThat(desks.ask(Congress.NORTH, guest.badge()).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(desks.badge(guest.registration()).code())
                .isEqualTo(guest.badge().text());
        assertThat(desks.congress.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aScanThatArrivesBeforeTheWalkInIsTheirs(Databases database) {
        desks = new TwoDesks(database, folder);
        SimulatedDevice.Made guest = desks.first.walkIn(OEZTUERK, "attendee");
        desks.kiosk.admitAlone(Congress.NORTH, guest.badge());
        desks.kiosk.deliverAll();

        desks.first.deliverAll();

        assertThat(desks.people("arena")).isEqualTo(1);
        assertThat(desks.congress.count("select count(*) from facts where subject = '" + guest.registration()
                        + "' and type = 'scanned' and proven = true"))
                .isEqualTo(1);
        assertThat(desks.ask(Congress.SOUTH, guest.badge()).refusal()).isEqualTo(Refusal.ALREADY_USED);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aWalkInThatWasAMistakeIsCancelledAndComesBackWhenTheUndoWasOne(Databases database) {
        desks = new TwoDesks(database, folder);
        SimulatedDevice.Made guest = desks.first.walkIn(OEZTUERK, "attendee");
        JournalEntry undo = desks.first.undo(id(guest));
        desks.first.deliverAll();
        assertThat(desks.status(guest.registration())).isEqualTo("CANCELLED");
        assertThat(desks.ask(Congress.NORTH, guest.badge()).refusal()).isEqualTo(Refusal.CANCELLED);

        desks.first.deliver(List.of(desks.first.undo(undo.head().id())));

        assertThat(desks.status(guest.registration())).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoComesInsteadTakesOverThePlaceAndGivesItBack(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest invited = desks.congress.guest();
        desks.congress.execute(
                "update registrations set sector = 'STATE' where id = ?",
                invited.registration().toString());
        SimulatedDevice.Made instead = desks.first.substitute(invited.registration(), OEZTUERK);
        desks.first.deliverAll();

        assertThat(desks.status(invited.registration())).isEqualTo("REPRESENTED");
        assertThat(desks.registration(instead.registration()))
                .containsEntry("status", "CONFIRMED")
                .containsEntry("represents", invited.registration().toString())
                .containsEntry("sector", "STATE");
        assertThat(desks.ask(Congress.NORTH, invited.ticket()).refusal()).isEqualTo(Refusal.REPRESENTED);
        assertThat(desks.ask(Congress.NORTH, instead.badge()).verdict()).isEqualTo(Verdict.ADMITTED);

        desks.first.deliver(List.of(desks.first.undo(id(instead))));

        assertThat(desks.status(invited.registration())).isEqualTo("CONFIRMED");
        assertThat(desks.status(instead.registration())).isEqualTo("CANCELLED");
        assertThat(desks.congress.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void twoWhoComeInsteadOfOneAreSeenByAPerson(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest invited = desks.congress.guest();
        Congress.Guest cancelled = desks.congress.guest();
        desks.congress.execute(
                "update registrations set status = 'CANCELLED' where id = ?",
                cancelled.registration().toString());
        desks.first.substitute(invited.registration(), OEZTUERK);
        SimulatedDevice.Made second = desks.second.substitute(invited.registration(), MUELLER);
        desks.second.substitute(cancelled.registration(), MUELLER);

        desks.second.deliverAll();
        desks.first.deliverAll();

        assertThat(desks.congress.conflicts()).containsExactly("SUBSTITUTION_CLASH", "SUBSTITUTION_CLASH");
        assertThat(desks.status(cancelled.registration())).isEqualTo("CANCELLED");
        desks.second.deliver(List.of(desks.second.undo(id(second))));
        assertThat(desks.status(invited.registration())).isEqualTo("REPRESENTED");
        assertThat(desks.congress.conflicts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aBadgeMadeAgainLeadsToItsBearerAndTheOldOneNoMore(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        SimulatedDevice.Made again = desks.first.reissue(guest.registration(), guest.badge());
        desks.first.deliverAll();

        assertThat(desks.ask(Congress.NORTH, guest.badge()).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
        assertThat(desks.badge(guest.registration()).code())
                .isEqualTo(again.badge().text());
        assertThat(desks.ask(Congress.NORTH, again.badge()).verdict()).isEqualTo(Verdict.ADMITTED);

        desks.first.deliver(List.of(desks.first.undo(id(again))));

        assertThat(desks.ask(Congress.SOUTH, again.badge()).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
        assertThat(desks.badge(guest.registration()).code())
                .isEqualTo(guest.badge().text());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSpareBadgeThatIsAssignedLeadsToItsBearerAndNobodysElseIsTaken(Databases database) {
        desks = new TwoDesks(database, folder);
        Congress.Guest guest = desks.congress.guest();
        Congress.Guest other = desks.congress.guest();
        Code spare = desks.congress.deskCode();
        desks.congress.execute(
                "insert into codes (event, lookup, kind, sealed, number, issued_at) values (?, ?, 'BADGE', '', 1, 0)",
                Congress.EVENT.text(),
                desks.congress.salt.lookupId(spare).hex());
        SimulatedDevice.Made assigned = desks.first.assign(guest.registration(), spare, guest.badge());
        desks.first.assign(guest.registration(), other.badge());
        desks.first.deliverAll();

        assertThat(desks.ask(Congress.NORTH, spare).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(desks.badge(guest.registration()).code()).isEqualTo(spare.text());
        assertThat(desks.ask(Congress.NORTH, guest.badge()).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
        assertThat(desks.badge(other.registration()).code())
                .isEqualTo(other.badge().text());
        desks.first.deliver(List.of(desks.first.undo(id(assigned))));
        assertThat(desks.ask(Congress.SOUTH, spare).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
    }
}
