package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.demo.DemoCongress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks at one server, which know nothing of each other while it is away. */
final class TwoDesksIT {
    @TempDir
    private Path folder;

    private String seen;
    private RegistrationId guest;

    @Test
    void twoDesksCorrectOneFieldAndBothValuesAreTold() throws Exception {
        try (RunningHouse runningHouse = RunningHouse.open(folder.resolve("server"))) {
            DemoCongress congress = DemoCongress.on(runningHouse.server(), runningHouse.organiserToken());
            congress.inviteGuests();
            JsonNode first = congress.organiser().registrations().get(0);
            guest = RegistrationId.of(first.path("id").asText());
            seen = first.at("/particulars/attendee/organisation").asText();
            try (Entrance one = Entrance.desk(congress, "desk-1", folder);
                    Entrance two = Entrance.desk(congress, "desk-2", folder)) {
                assertThat(one.knowsItsGuests() && two.knowsItsGuests()).isTrue();
                assertThat(number(one)).as("what badges of a function carry").isNotEqualTo(number(two));
                signIn(one, "helferin-3");
                signIn(two, "helfer-4");
                runningHouse.losesPower();
                corrects(one, "Stadt Weimar");
                corrects(two, "Stadt Jena");

                runningHouse.powerReturns();
                assertThat(one.delivers()).isTrue();
                assertThat(two.delivers()).isTrue();

                assertThat(one.quarantined() + two.quarantined()).isZero();
                Clarification clash = heardBy(two);
                assertThat(clash.stories())
                        .flatExtracting(story -> story.changes())
                        .extracting(FieldCorrection::seen, FieldCorrection::now)
                        .as("both values, and what each desk saw before")
                        .containsExactlyInAnyOrder(tuple(seen, "Stadt Weimar"), tuple(seen, "Stadt Jena"));
                assertThat(heardBy(one).id()).as("the other desk is told, too").isEqualTo(clash.id());
                assertThat(organisation(congress)).isIn("Stadt Weimar", "Stadt Jena");

                two.atDesk(desk -> desk.settle(clash.id(), clash.entries(), SettlementReason.CHECKED));
                assertThat(two.delivers()).isTrue();
                assertThat(one.hearsWhatIsToClarify()).isEmpty();
            }
        }
    }

    private static int number(Entrance desk) {
        DeskSheet sheet = desk.sheet().desk();
        assertThat(sheet).isNotNull();
        assertThat(sheet.number()).isNotNull().isPositive();
        return sheet.number();
    }

    private static void signIn(Entrance desk, String helper) throws Exception {
        desk.atDesk(at -> {
            at.signIn(new OperatorId(helper));
            return true;
        });
    }

    private void corrects(Entrance desk, String organisation) throws Exception {
        FieldCorrection correction = new FieldCorrection(AttendeeField.ORGANISATION, seen, organisation);
        assertThat(desk.atDesk(at -> at.correct(guest, List.of(correction))).objection())
                .isEmpty();
    }

    /** The desk asks until the server, which has just started, has told the clash. */
    private static Clarification heardBy(Entrance desk) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (System.nanoTime() < end) {
            for (Clarification item : desk.hearsWhatIsToClarify()) {
                if (item.kind() == ClarificationKind.CORRECTION_CLASH) {
                    return item;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("waited in vain for the clash");
    }

    private String organisation(DemoCongress congress) {
        return congress.organiser().registrations().stream()
                .filter(one -> one.path("id").asText().equals(guest.toString()))
                .findFirst()
                .orElseThrow()
                .at("/particulars/attendee/organisation")
                .asText();
    }
}
