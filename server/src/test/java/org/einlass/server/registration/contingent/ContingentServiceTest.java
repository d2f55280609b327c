package org.einlass.server.registration.contingent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.registration.organisation.OrganisationAliasService;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many places organisations were given, and badges that exist before their people. */
final class ContingentServiceTest {
    private static final EventId EVENT = ImportServices.EVENT;
    private static final CategoryId ATTENDEE = new CategoryId("attendee");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private static ContingentService contingents(ImportServices side) {
        return new ContingentService(side.store(), side.issuer(), CLOCK, new Random(5));
    }

    private static Contingent of(String organisation, String role, int places) {
        return new Contingent("", organisation, ATTENDEE, role, places);
    }

    @ParameterizedTest
    @EnumSource
    void countsWhoHoldsItsPlacesHoweverTheOrganisationIsSpelled(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name;Organisation;Status", "Eva Schmid;MI;", "Jan Kurz;Ministerium des Innern;", "Ole Lang;MI;");
            new OrganisationAliasService(side.store(), CLOCK).put(EVENT, "MI", "Ministerium des Innern");

            Contingent.Use use = contingents(side).put(EVENT, of("Ministerium des Innern", "", 5));

            assertThat(use.taken()).isEqualTo(3);
            assertThat(use.getFree()).isEqualTo(2);
            assertThat(contingents(side)
                            .put(EVENT, of("ministerium des innern", "", 2))
                            .getOver())
                    .isEqualTo(1);
            assertThat(contingents(side).all(EVENT)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsPlacesWithBadgesBeforeTheirPeople(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ContingentService contingents = contingents(side);
            String id = contingents
                    .put(EVENT, of("Stadt Gera", "Begleitung", 3))
                    .contingent()
                    .id();

            List<RegistrationId> held = contingents.hold(EVENT, id);

            assertThat(held)
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(side.tickets(one)).hasSize(1));
            List<Registration> all = side.store().read(handle -> RegistrationTable.page(handle, EVENT, "", null, 10));
            assertThat(all)
                    .extracting(one -> one.particulars().attendee().badgeName())
                    .containsExactlyInAnyOrder("Begleitung 1", "Begleitung 2", "Begleitung 3");
            assertThat(contingents.hold(EVENT, id)).isEmpty();
            assertThat(contingents.all(EVENT)).singleElement().satisfies(use -> {
                assertThat(use.unnamed()).isEqualTo(3);
                assertThat(use.getFree()).isZero();
            });
            contingents.put(EVENT, of("Stadt Gera", "Begleitung", 4));
            assertThat(contingents.hold(EVENT, id)).hasSize(1);
            contingents.remove(EVENT, id);
            assertThat(contingents.all(EVENT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void placesOfARoleAreNotCountedAmongThoseWithout(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name;Organisation", "Eva Schmid;Stadt Gera");
            ContingentService contingents = contingents(side);
            contingents.put(EVENT, of("Stadt Gera", "", 5));
            String role = contingents
                    .put(EVENT, of("Stadt Gera", "Begleitung", 3))
                    .contingent()
                    .id();

            contingents.hold(EVENT, role);

            assertThat(contingents.all(EVENT)).extracting(Contingent.Use::taken).containsExactly(1, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void atTheLimitOnlyNewOnesAreRefused(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ContingentService contingents = contingents(side);
            side.store()
                    .write(WriteKey.of(EVENT), transaction -> {
                        for (int number = 0; number < 500; number++) {
                            Contingent one = new Contingent("c" + number, "Amt " + number, ATTENDEE, "", 1);
                            ContingentTable.put(transaction.handle(), EVENT, one, CLOCK.instant());
                        }
                        return EVENT;
                    })
                    .toCompletableFuture()
                    .join();

            assertThat(contingents.put(EVENT, of("Amt 7", "", 9)).contingent().places())
                    .isEqualTo(9);
            assertField(contingents, of("Amt 500", "", 1), "organisation");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOrganisationMayBeAsLongAsItsField(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ContingentService contingents = contingents(side);
            String longest = "Ä".repeat(120);

            assertThat(contingents.put(EVENT, of(longest, "", 1)).contingent().organisation())
                    .isEqualTo(longest);
            assertField(contingents, of(longest + "Ä", "", 1), "organisation");
            assertField(contingents, of("Gera", "B".repeat(116), 1), "role");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatDoesNotFitByItsField(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ContingentService contingents = contingents(side);

            assertField(contingents, of(" ", "", 3), "organisation");
            assertField(contingents, of("Stadt Gera", "", 0), "places");
            assertField(contingents, of("Stadt Gera", "a\tb", 1), "role");
            assertField(contingents, new Contingent("", "Gera", new CategoryId("nobody"), "", 1), "category");
        }
    }

    private static void assertField(ContingentService contingents, Contingent wanted, String field) {
        assertThatThrownBy(() -> contingents.put(EVENT, wanted))
                .rootCause()
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.field()).contains(field));
    }
}
