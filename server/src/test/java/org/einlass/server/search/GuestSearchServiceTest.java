package org.einlass.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.database.Databases;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.imports.ImportServices;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests for desks that cannot find them themselves. */
final class GuestSearchServiceTest {
    private static final Instant NOW = Instant.parse("2025-09-16T07:12:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void givesWhatItTakesToCheckSomebodyIn(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name;Organisation", "Jörg Müller;Stadt Gera", "Eva Schmidt;Jena", "Eva Müller;Stadt Suhl");
            GuestSearchService guests = new GuestSearchService(
                    new SearchService(side.store()),
                    side.store(),
                    new Badges(side.codes()),
                    Clock.fixed(NOW, ZoneOffset.UTC));

            FoundGuests found = guests.search(ImportServices.EVENT, "mueller", 20);

            assertThat(found.at()).isEqualTo(NOW);
            assertThat(found.guests())
                    .extracting(guest -> guest.badge().attendee().fullName())
                    .containsExactlyInAnyOrder("Jörg Müller", "Eva Müller");
            assertThat(found.guests()).allSatisfy(guest -> {
                assertThat(guest.status()).isEqualTo(RegistrationStatus.CONFIRMED);
                assertThat(Code.parse(guest.badge().code()).orElseThrow().kind())
                        .isEqualTo(CodeKind.BADGE);
            });
            assertThat(guests.search(ImportServices.EVENT, "mueller", 1).guests())
                    .hasSize(1);
        }
    }
}
