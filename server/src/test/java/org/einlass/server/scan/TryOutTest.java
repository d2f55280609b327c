package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.AdmissionServices;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.event.UnknownEventOrDoor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server does with scans that warm it up. */
final class TryOutTest {
    private static final DeviceId WARM_UP = new DeviceId("warm-up");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfADecisionThatWasOnlyTriedOut(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Code ticket = congress.guest().ticket();
            EntryId scan = kiosk.nextId();
            ScanQuestion question = new ScanQuestion(scan, Congress.NORTH, ticket.text(), kiosk.time());

            Congress.await(congress.services().scans().tryOut(Congress.EVENT, WARM_UP, question));

            assertThat(congress.rows("select id from answers")).isEmpty();
            assertThat(congress.rows("select event from claims")).isEmpty();
            assertThat(congress.rows("select event from boots")).isEmpty();
            assertThat(kiosk.ask(scan, Congress.NORTH, ticket).verdict()).isEqualTo(Verdict.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAnotherServiceAnswerForOneEventUntilThatEnds(Databases database) {
        try (Congress congress = new Congress(database, folder);
                Store empty = Store.open("jdbc:sqlite:" + folder.resolve("other.db"))) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Code ticket = congress.guest().ticket();
            ScanService other = AdmissionServices.of(
                            empty, ServerKey.of(folder.resolve("other.key")), Clock.systemUTC())
                    .scans();
            other.delegate(Congress.EVENT, congress.services().scans());
            ScanQuestion question =
                    new ScanQuestion(new EntryId(new UUID(7, 1)), Congress.NORTH, ticket.text(), kiosk.time());

            assertThat(Congress.await(other.ask(Congress.EVENT, WARM_UP, question))
                            .verdict())
                    .isEqualTo(Verdict.ADMITTED);
            other.endDelegation();

            assertThatThrownBy(() -> other.ask(Congress.EVENT, WARM_UP, question))
                    .isInstanceOf(UnknownEventOrDoor.class);
        }
    }
}
