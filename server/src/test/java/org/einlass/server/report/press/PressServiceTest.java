package org.einlass.server.report.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.PressFigures;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.Renderers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One publication for the press at a time, which stays as it is. */
final class PressServiceTest {
    private static final EventId EVENT = ImportServices.EVENT;
    private static final Instant NOW = Instant.parse("2026-11-29T16:05:00Z");
    private static final Renderers RENDERERS = new Renderers();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void staysAsItWasUntilSomebodyReplacesItAndSaysWhich(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name;Organisation", "Eva Schmidt;Gera");
            PressService press = new PressService(side.store(), RENDERERS, Clock.fixed(NOW, ZoneOffset.UTC));

            assertThat(press.current(EVENT)).isEmpty();
            assertThatThrownBy(() -> press.pdf(EVENT, Locale.GERMAN)).isInstanceOf(Rejected.class);
            PressPublication first = press.publish(EVENT, 5, 0, "person:1");
            byte[] german = press.pdf(EVENT, Locale.GERMAN);
            byte[] english = press.pdf(EVENT, Locale.ENGLISH);
            side.take("Name;Organisation", "Jan Kurz;Suhl");

            assertThat(first).isEqualTo(new PressPublication(1, NOW, "person:1", 5));
            assertThat(german).isNotEqualTo(english);
            assertThat(press.pdf(EVENT, Locale.GERMAN)).isEqualTo(german);
            assertThatThrownBy(() -> press.publish(EVENT, 5, 0, "person:2")).isInstanceOf(Rejected.class);
            assertThat(press.pdf(EVENT, Locale.ENGLISH)).isEqualTo(english);
            assertThat(press.current(EVENT)).contains(first);
            assertThat(press.publish(EVENT, 10, 1, "person:2").number()).isEqualTo(2);
            assertThatThrownBy(() -> press.publish(EVENT, 10, 1, "person:3")).isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> press.publish(EVENT, 2, 2, "person:3")).isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void twoPublicationsTellNotWhoCameBetween(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            PressService press = new PressService(side.store(), RENDERERS, Clock.fixed(NOW, ZoneOffset.UTC));
            side.take("Name;Organisation", "Eva Schmidt;Gera");

            press.publish(EVENT, 5, 0, "person:1");
            PressFigures first =
                    side.store().read(handle -> PressPublicationTable.figures(handle, EVENT, Locale.GERMAN));
            press.publish(EVENT, 3, 1, "person:1");

            PressFigures second =
                    side.store().read(handle -> PressPublicationTable.figures(handle, EVENT, Locale.GERMAN));

            assertThat(second).isEqualTo(first);
            assertThat(first.tables()).isNotEmpty();
        }
    }
}
