package org.einlass.server.registration.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.server.audit.AuditQuery;
import org.einlass.server.audit.AuditService;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.database.WriteKey;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.history.PastChange;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What organisers and desks do online to single people. */
final class RegistrationChangeServiceTest {
    private static final EventId EVENT = ImportServices.EVENT;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneOffset.UTC);
    private static final String DESK = "desk-1";

    @TempDir
    Path folder;

    private boolean seenAtADoor;

    private RegistrationChangeService people(ImportServices side) {
        return new RegistrationChangeService(side.store(), side.issuer(), (handle, event, one) -> seenAtADoor, CLOCK);
    }

    private static RegistrationId only(ImportServices side) {
        return side.store()
                .read(handle -> RegistrationTable.page(handle, EVENT, "", null, 2))
                .get(0)
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void correctsAndKeepsWhatStoodThereBefore(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;Eva Schmid;Gera");
            RegistrationChangeService people = people(side);
            RegistrationId eva = only(side);
            long seen = people.read(EVENT, eva).version();

            Registration after = people.change(
                    EVENT, eva, RegistrationEdit.ofAttendee(Attendee.of("Eva", "Schmidt", "Gera")), seen, DESK);

            assertThat(after.particulars().attendee().familyName()).isEqualTo("Schmidt");
            assertThat(people.history(EVENT, eva)).singleElement().satisfies(change -> {
                assertThat(change.by()).isEqualTo(DESK);
                assertThat(change.before())
                        .isNotNull()
                        .satisfies(before ->
                                assertThat(before.attendee().familyName()).isEqualTo("Schmid"));
            });
            assertConflict(
                    () -> people.change(EVENT, eva, RegistrationEdit.ofStatus(RegistrationStatus.BLOCKED), seen, DESK));
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsSomebodyComeInsteadAndTakesItBackWithoutATrace(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera");
            RegistrationChangeService people = people(side);
            RegistrationId eva = only(side);

            Registration heir = people.substitute(EVENT, eva, Attendee.of("Jan", "Kurz", "Gera"), DESK);
            assertThat(side.statuses()).containsExactlyInAnyOrder("CONFIRMED", "REPRESENTED");
            assertThat(heir.particulars().category()).isEqualTo(new CategoryId("attendee"));
            assertConflict(() -> people.substitute(EVENT, eva, Attendee.of("Ole", "Lang", ""), DESK));

            people.undoSubstitution(EVENT, heir.id(), DESK);
            assertThat(side.people()).containsExactly("Eva Schmidt, Gera");
            assertThat(side.statuses()).containsExactly("CONFIRMED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesAPlaceBackOnlyFromWhoeverHoldsIt(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name", "Eva Schmidt");
            RegistrationChangeService people = people(side);
            RegistrationId eva = only(side);
            RegistrationId jan = people.substitute(EVENT, eva, Attendee.of("Jan", "Kurz", ""), DESK)
                    .id();
            RegistrationId ole = people.substitute(EVENT, jan, Attendee.of("Ole", "Lang", ""), DESK)
                    .id();

            assertConflict(() -> people.undoSubstitution(EVENT, jan, DESK));
            assertConflict(() -> people.delete(EVENT, ole));
            assertThat(side.statuses()).containsExactly("CONFIRMED", "REPRESENTED", "REPRESENTED");

            people.undoSubstitution(EVENT, ole, DESK);
            people.undoSubstitution(EVENT, jan, DESK);
            assertThat(side.people()).containsExactly("Eva Schmidt, ");
            assertThat(side.statuses()).containsExactly("CONFIRMED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesNoStandingOfWhoeverIsRepresented(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name", "Eva Schmidt");
            RegistrationChangeService people = people(side);
            RegistrationId eva = only(side);
            RegistrationId jan = people.substitute(EVENT, eva, Attendee.of("Jan", "Kurz", ""), DESK)
                    .id();

            assertThatThrownBy(() -> people.change(
                            EVENT, eva, RegistrationEdit.ofStatus(RegistrationStatus.CONFIRMED), null, DESK))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused ->
                                    assertThat(refused.remedy().english()).isEqualTo("Undo the substitution instead."));
            assertThat(people.changeAll(EVENT, List.of(eva, jan), RegistrationStatus.BLOCKED, DESK))
                    .isEqualTo(1);
            RegistrationEdit renamed = RegistrationEdit.ofAttendee(Attendee.of("Eva", "Schmid", ""));
            people.change(EVENT, eva, renamed, null, DESK);

            assertThat(side.statuses()).containsExactly("BLOCKED", "REPRESENTED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesATrailOfWhatWasDoneToWhom(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            RegistrationChangeService people = people(side);
            RegistrationFields walkIn = fields("attendee", Attendee.of("Eva", "Schmidt", ""));
            RegistrationId eva = people.walkIn(EVENT, walkIn, DESK).id();
            people.reissueTicket(EVENT, eva, DESK);
            RegistrationId jan = people.substitute(EVENT, eva, Attendee.of("Jan", "Kurz", ""), DESK)
                    .id();
            people.undoSubstitution(EVENT, jan, DESK);
            people.changeAll(EVENT, List.of(eva), RegistrationStatus.CANCELLED, DESK);
            people.delete(EVENT, eva);

            assertThat(new AuditService(side.store(), CLOCK)
                            .page(AuditQuery.of(EVENT.text()), 9)
                            .entries())
                    .extracting(entry -> entry.action() + " " + entry.subject())
                    .containsExactlyInAnyOrder(
                            "WALK_IN_REGISTERED " + eva,
                            "TICKET_CODE_REISSUED " + eva,
                            "REGISTRATION_SUBSTITUTED " + eva,
                            "REGISTRATION_SUBSTITUTED " + jan,
                            "REGISTRATION_DELETED " + jan,
                            "REGISTRATION_CHANGED " + eva,
                            "REGISTRATION_CHANGED " + eva,
                            "REGISTRATION_DELETED " + eva);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNothingBehindTheBackOfSomebodyWhoCame(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name", "Eva Schmidt");
            RegistrationChangeService people = people(side);
            RegistrationId eva = only(side);
            seenAtADoor = true;

            assertConflict(() -> people.substitute(EVENT, eva, Attendee.of("Jan", "Kurz", ""), DESK));
            assertConflict(() -> people.delete(EVENT, eva));
            people.change(EVENT, eva, RegistrationEdit.ofStatus(RegistrationStatus.CANCELLED), null, DESK);
            assertThat(side.statuses()).containsExactly("CANCELLED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesManyAtOnceAndDeletesForGood(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name;Status", "Eva Schmidt;bestätigt", "Jan Kurz;storniert");
            RegistrationChangeService people = people(side);
            List<RegistrationId> all =
                    side.store().read(handle -> RegistrationTable.page(handle, EVENT, "", null, 9)).stream()
                            .map(Registration::id)
                            .toList();

            assertThat(people.changeAll(EVENT, all, RegistrationStatus.CANCELLED, DESK))
                    .isEqualTo(1);
            all.forEach(one -> people.delete(EVENT, one));

            assertThat(side.people()).isEmpty();
            assertThatThrownBy(() -> people.read(EVENT, all.get(0)))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RejectionReason.UNKNOWN_REGISTRATION));
        }
    }

    @ParameterizedTest
    @EnumSource
    void registersWhoeverCameWithoutAndRefusesWhatTheEventLacks(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            RegistrationChangeService people = people(side);

            Registration ole = people.walkIn(EVENT, fields("attendee", Attendee.of("Ole", "Lang", "Suhl")), DESK);

            assertThat(people.history(EVENT, ole.id()))
                    .extracting(PastChange::kind)
                    .containsExactly(PastChange.Kind.WALKED_IN);
            assertThatThrownBy(() -> people.walkIn(EVENT, fields("vip", Attendee.of("Ida", "Wart", "")), DESK))
                    .hasRootCauseInstanceOf(Rejected.class);
            assertThatThrownBy(() -> people.walkIn(EVENT, fields("attendee", Attendee.unnamed("Suhl")), DESK))
                    .hasRootCauseInstanceOf(Rejected.class);
            assertThat(side.people()).containsExactly("Ole Lang, Suhl");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesANewTicketCodeAndEndsTheOldOne(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name", "Eva Schmidt");
            RegistrationChangeService people = people(side);
            RegistrationId eva = only(side);
            var before = side.tickets(eva);

            people.reissueTicket(EVENT, eva, DESK);

            assertThat(side.tickets(eva)).hasSize(1).doesNotContainAnyElementsOf(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesAndDeletesManyOrNone(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmidt", "K2;Jan Kurz", "K3;Ole Lang");
            RegistrationChangeService people = people(side);
            List<RegistrationId> all = Stream.of("Schmidt", "Kurz", "Lang")
                    .map(name -> id(side, name))
                    .toList();
            RegistrationEdit wanted = new RegistrationEdit(
                    null, null, null, Sector.STATE, null, Set.of(new ProgrammeId("egk")), null, null);

            int changed = people.changeAll(
                    EVENT,
                    all,
                    one -> RegistrationEdit.ofDetails(
                            one.particulars().details().withDelegation("Gera")),
                    DESK);
            assertThat(changed).isEqualTo(3);
            assertThat(people.changeAll(EVENT, all.subList(0, 2), one -> wanted, DESK))
                    .isEqualTo(2);
            assertThat(people.changeAll(EVENT, all.subList(0, 2), one -> wanted, DESK))
                    .isZero();
            assertThat(people.read(EVENT, all.get(0)).particulars()).satisfies(fields -> {
                assertThat(fields.sector()).isEqualTo(Sector.STATE);
                assertThat(fields.programmes()).containsExactly(new ProgrammeId("egk"));
                assertThat(fields.details().delegation()).isEqualTo("Gera");
            });
            RegistrationEdit wrong = RegistrationEdit.ofCategory(new CategoryId("nobody"));
            assertThatThrownBy(() -> people.changeAll(EVENT, all, one -> wrong, DESK))
                    .isInstanceOf(Rejected.class);

            seenAtADoor = true;
            assertConflict(() -> people.deleteAll(EVENT, all));
            assertThat(side.people()).hasSize(3);
            seenAtADoor = false;
            assertThat(people.deleteAll(EVENT, all.subList(0, 2))).isEqualTo(2);
            assertThat(side.people()).containsExactly("Ole Lang, ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsOthersWriteBetweenTheStepsOfABulkChange(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            List<RegistrationId> all = many(side);
            List<CompletionStage<Long>> seen = new ArrayList<>();
            AtomicInteger calls = new AtomicInteger();

            int changed = people(side)
                    .changeAll(
                            EVENT,
                            all,
                            one -> {
                                if (calls.incrementAndGet() == all.size() + 1) {
                                    seen.add(side.store()
                                            .write(WriteKey.of(EVENT), transaction -> blocked(transaction.handle())));
                                }
                                return RegistrationEdit.ofStatus(RegistrationStatus.BLOCKED);
                            },
                            DESK);

            assertThat(changed).isEqualTo(25);
            assertThat(seen.get(0).toCompletableFuture().join()).isEqualTo(BulkSteps.ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysHowManyAreDoneWhereABulkChangeStopsAndGoesOnWhenItIsSentAgain(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            List<RegistrationId> all = many(side);
            AtomicInteger calls = new AtomicInteger();
            RegistrationEdit blocked = RegistrationEdit.ofStatus(RegistrationStatus.BLOCKED);

            assertThatThrownBy(() -> people(side)
                            .changeAll(
                                    EVENT,
                                    all,
                                    one -> calls.incrementAndGet() == all.size() + 15
                                            ? RegistrationEdit.ofCategory(new CategoryId("nobody"))
                                            : blocked,
                                    DESK))
                    .isInstanceOfSatisfying(Rejected.class, refused -> {
                        assertThat(refused.sentence().english())
                                .isEqualTo("10 of 25 registrations are done. Then: The event has no such value.");
                        assertThat(refused.remedy().english())
                                .endsWith("Then send the same once more; what is done stays as it is.");
                    });
            assertThat(side.statuses()).filteredOn("BLOCKED"::equals).hasSize(10);

            assertThat(people(side).changeAll(EVENT, all, RegistrationStatus.BLOCKED, DESK))
                    .isEqualTo(15);
            assertThat(side.statuses()).containsOnly("BLOCKED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysHowManyAreDoneWhereTheStoreFailsInABulkChange(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            List<RegistrationId> all = many(side);
            AtomicInteger calls = new AtomicInteger();
            RegistrationEdit blocked = RegistrationEdit.ofStatus(RegistrationStatus.BLOCKED);

            assertThatThrownBy(() -> people(side)
                            .changeAll(
                                    EVENT,
                                    all,
                                    one -> {
                                        if (calls.incrementAndGet() == all.size() + 15) {
                                            throw new NoClassDefFoundError("Somewhere");
                                        }
                                        return blocked;
                                    },
                                    DESK))
                    .hasCauseInstanceOf(StoreUnavailable.class)
                    .isInstanceOfSatisfying(StoreUnavailable.class, failed -> {
                        assertThat(failed.sentence().english())
                                .isEqualTo("10 of 25 registrations are done. Then: The store does not answer. Devices"
                                        + " decide alone meanwhile.");
                        assertThat(failed.sentence().german()).startsWith("10 von 25 Anmeldungen sind fertig. Dann: ");
                    });
            assertThat(side.statuses()).filteredOn("BLOCKED"::equals).hasSize(10);
        }
    }

    private List<RegistrationId> many(ImportServices side) throws IOException {
        List<String> lines = new ArrayList<>(List.of("Key;Name"));
        IntStream.range(0, 25).forEach(at -> lines.add("K" + at + ";Eva Schmidt"));
        side.take(lines.toArray(String[]::new));
        return side.store().read(handle -> RegistrationTable.page(handle, EVENT, "", null, 30)).stream()
                .map(Registration::id)
                .toList();
    }

    private static long blocked(Handle handle) {
        return handle.createQuery("select count(*) from registrations where status = 'BLOCKED'")
                .mapTo(Long.class)
                .one();
    }

    private static RegistrationId id(ImportServices side, String familyName) {
        return side.store().read(handle -> RegistrationTable.page(handle, EVENT, "", null, 10)).stream()
                .filter(one -> one.particulars().attendee().familyName().equals(familyName))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static RegistrationFields fields(String category, Attendee attendee) {
        return new RegistrationFields(
                RegistrationStatus.CONFIRMED,
                attendee,
                new CategoryId(category),
                null,
                "",
                Set.of(),
                Set.of(),
                Set.of());
    }

    private static void assertConflict(ThrowingCallable work) {
        assertThatThrownBy(work)
                .extracting(thrown -> thrown instanceof CompletionException ? thrown.getCause() : thrown)
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.reason()).isEqualTo(RejectionReason.CONFLICT));
    }
}
