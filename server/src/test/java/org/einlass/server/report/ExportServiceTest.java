package org.einlass.server.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.einlass.contract.id.EventId;
import org.einlass.reports.ticket.TicketSize;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out to guests and to the organiser's tools. */
final class ExportServiceTest {
    private static final EventId EVENT = ImportServices.EVENT;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC);
    private static final Renderers RENDERERS = new Renderers();

    @TempDir
    Path folder;

    @Test
    void sendsATicketAndACalendarFileToEachWhoMayComeOnly() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take(
                    "Name;Organisation;E-Mail;Status",
                    "Özlem Groß;=1+1;o@example.org;bestätigt",
                    "Jan Kurz;Jena;j@example.org;storniert",
                    "Anna Adler;Suhl;a@example.org;bestätigt");

            Map<String, byte[]> files = unzipped(exports(side).ticketsZip(EVENT, TicketSize.A4, Locale.GERMAN));

            assertThat(files)
                    .containsOnlyKeys(
                            "0001-Adler-Anna.pdf",
                            "0001-Adler-Anna.ics",
                            "0002-Gross-Ozlem.pdf",
                            "0002-Gross-Ozlem.ics",
                            "mail-merge.csv");
            assertThat(new String(files.get("0001-Adler-Anna.pdf"), UTF_8)).startsWith("%PDF-");
            assertThat(new String(files.get("mail-merge.csv"), UTF_8))
                    .contains("Groß;'=1+1;o@example.org;0002-Gross-Ozlem.pdf")
                    .doesNotContain("Kurz");
            try (Stream<Path> left = Files.list(folder.resolve("exports"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void putsAllTicketsIntoOneDocument() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ExportService exports = exports(side);
            assertThatThrownBy(() -> exports.ticketsPdf(EVENT, TicketSize.A4, Locale.GERMAN))
                    .isInstanceOf(Rejected.class);
            side.take("Name", "Eva Schmidt", "Jan Kurz");

            byte[] both = exports.ticketsPdf(EVENT, TicketSize.A4, Locale.GERMAN);

            assertThat(new String(both, UTF_8)).startsWith("%PDF-");
        }
    }

    @Test
    void writesTablesThatAnImportReadsBackAsTheyWere() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take(
                    "Key;Titel;Name;Organisation;Kategorie;Status;E-Mail",
                    "K1;Dr.;Eva Schmidt;Stadt \"Gera\";Teilnehmer;bestätigt;e@example.org",
                    "K2;;Jan Kurz;+49 GmbH;Teilnehmer;storniert;j@example.org",
                    "K3;;N.N.;Suhl;Teilnehmer;Warteliste;");
            ExportService exports = exports(side);

            byte[] csv = exports.csv(EVENT, Locale.GERMAN).readAllBytes();
            byte[] xlsx = exports.xlsx(EVENT, Locale.ENGLISH).readAllBytes();

            assertThat(new String(csv, UTF_8)).contains(";'+49 GmbH;").startsWith("\uFEFFSchlüssel;");
            assertThat(side.take(true, List.of(), xlsx).unchanged()).isEqualTo(3);
        }
    }

    private ExportService exports(ImportServices side) {
        return new ExportService(side.store(), side.codes(), RENDERERS, folder.resolve("exports"), CLOCK);
    }

    private static Map<String, byte[]> unzipped(InputStream file) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
