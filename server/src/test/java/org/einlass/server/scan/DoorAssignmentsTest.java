package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.server.account.Accounts;
import org.einlass.server.database.Databases;
import org.einlass.server.device.AssignedDoors;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DoorAssignmentService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The doors of an enrolled device are assigned anew, and what was before is kept. */
final class DoorAssignmentsTest {
    private static final DeviceId KIOSK = new DeviceId("kiosk-1");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void eachAssignmentIsKeptFromWhenToWhen(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            congress.enrol(KIOSK, DeviceKind.KIOSK);
            DoorAssignmentService assignments = service(congress);
            AssignedDoors before = assignments.find(Congress.EVENT, KIOSK);
            DoorId main = anyDoor(congress);

            congress.after(Duration.ofHours(2));
            Instant moved = congress.clock.instant();
            AssignedDoors after = assign(assignments, List.of(main), before.version());

            assertThat(after.doors()).containsExactly(main);
            assertThat(after.version()).isGreaterThan(before.version());
            assertThat(after.history())
                    .containsExactly(
                            new AssignedDoors.Period(null, Congress.NINE, moved),
                            new AssignedDoors.Period(main, moved, null));
            assertThat(assign(assignments, List.of(main), null))
                    .as("the same again changes nothing")
                    .isEqualTo(after);
            assertThat(congress.count("select count(*) from audit_entries where action = 'DOORS_ASSIGNED'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatDoesNotFitIsRefusedAndChangesNothing(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            congress.enrol(KIOSK, DeviceKind.KIOSK);
            DoorAssignmentService assignments = service(congress);
            AssignedDoors before = assignments.find(Congress.EVENT, KIOSK);
            DoorId main = anyDoor(congress);

            refuses(RejectionReason.CONFLICT, () -> assign(assignments, List.of(main), before.version() + 1));
            refuses(RejectionReason.UNKNOWN_DOOR, () -> assign(assignments, List.of(new DoorId("nowhere")), null));
            refuses(RejectionReason.BAD_VALUE, () -> assign(assignments, List.of(main, main), null));
            refuses(RejectionReason.BAD_VALUE, () -> assign(assignments, null, null));
            refuses(RejectionReason.UNKNOWN_DEVICE, () -> assignments.find(Congress.EVENT, new DeviceId("nobody")));

            assertThat(assignments.find(Congress.EVENT, KIOSK)).isEqualTo(before);
        }
    }

    private static DoorAssignmentService service(Congress congress) {
        return new DoorAssignmentService(
                congress.store(), new Accounts(congress.store(), congress.clock), congress.clock);
    }

    private static DoorId anyDoor(Congress congress) {
        return new DoorId(congress.rows("select min(id) as id from doors")
                .get(0)
                .get("id")
                .toString());
    }

    private static AssignedDoors assign(DoorAssignmentService assignments, List<DoorId> doors, Long seen) {
        return assignments
                .assign(Congress.EVENT, KIOSK, new AssignedDoors.Change(doors), seen)
                .toCompletableFuture()
                .join();
    }

    private static void refuses(RejectionReason reason, ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(thrown -> {
            Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(reason));
        });
    }
}
