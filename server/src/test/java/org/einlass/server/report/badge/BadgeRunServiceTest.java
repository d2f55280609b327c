package org.einlass.server.report.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.id.EventId;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.AdmissionServices;
import org.einlass.server.badge.BadgeSheet;
import org.einlass.server.badge.BadgeSheetTable;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.WriteKey;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.Renderers;
import org.einlass.server.report.TableFile;
import org.einlass.server.report.list.PrintedListService;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Badges that are printed before their people come. */
final class BadgeRunServiceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T16:05:00Z"), ZoneOffset.UTC);
    private static final BadgeRunRequest CHANGED = BadgeRunRequest.changed(BadgeFormat.A6);
    private static final String HEADINGS = "Schlüssel;Vorname;Nachname;Organisation;Status";
    private static final Renderers RENDERERS = new Renderers();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSecondPrintMakesWhatIsNewOrChangedAndListsWhatIsToBePulled(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(list(0, 500, "Stadt Gera", "bestätigt"));
            BadgeRunService runs = runs(side);
            assertThat(runs.divide(ImportServices.EVENT, 4)).hasSize(4);
            BadgeRunResult first = runs.print(ImportServices.EVENT, CHANGED, "person:1");
            assertThat(first.run().sheets()).isEqualTo(500);
            assertThat(runs.toPull(ImportServices.EVENT)).isEmpty();

            side.take(lines(
                    list(0, 3, "Stadt Jena", "bestätigt"),
                    list(3, 2, "Stadt Gera", "storniert"),
                    list(500, 7, "Stadt Suhl", "bestätigt")));
            assertThat(runs.waiting(ImportServices.EVENT, CHANGED)).isEqualTo(10);
            BadgeRunResult second = runs.print(ImportServices.EVENT, CHANGED, "person:1");

            assertThat(second.run().sheets()).isEqualTo(10);
            assertThat(second.toPull()).isEqualTo(5);
            PrintedList list = lists(side).badgesToPull(ImportServices.EVENT, Locale.GERMAN);
            assertThat(list.rows()).hasSize(5);
            assertThat(list.rows())
                    .extracting(row -> row.cells().get(1).replaceAll(",.*", ""))
                    .containsExactlyInAnyOrder(
                            "neu gedruckt", "neu gedruckt", "neu gedruckt", "storniert", "storniert");
            assertThat(pages(runs.pdf(ImportServices.EVENT, 2, Locale.GERMAN))).isEqualTo(10);
            assertThatThrownBy(() -> runs.print(ImportServices.EVENT, CHANGED, "person:1"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("nothing to print");

            assertThatThrownBy(() -> runs.pulled(ImportServices.EVENT, 4)).isInstanceOf(Rejected.class);
            runs.pulled(ImportServices.EVENT, 5);
            assertThat(runs.toPull(ImportServices.EVENT)).isEmpty();
            assertThat(boxed(side)).hasSize(505);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aReplacedBadgeTakesTheOldOnesPlaceAndNewOnesComeLast(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(HEADINGS, "a;Ursula;von der Leyen;Gera;", "b;Anna;Lange;Gera;", "c;Jan;Müller;Gera;");
            BadgeRunService runs = runs(side);
            runs.print(ImportServices.EVENT, CHANGED, "person:1");
            assertThat(boxed(side)).containsExactlyInAnyOrderEntriesOf(Map.of("Lange", 1, "Leyen", 2, "Müller", 3));

            side.take(HEADINGS, "a;Ursula;von der Leyen;Jena;", "d;Eva;Adler;Gera;");
            runs.print(ImportServices.EVENT, CHANGED, "person:1");

            assertThat(boxed(side))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("Lange", 1, "Leyen", 2, "Müller", 3, "Adler", 4));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void printsByOrganisationHoweverItIsWritten(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(HEADINGS, "a;Eva;Adler;Stadt Köln;", "b;Anna;Lange;STADT KOELN;", "c;Jan;Kurz;Gera;");
            BadgeRunService runs = runs(side);

            BadgeRunResult result = runs.print(
                    ImportServices.EVENT, new BadgeRunRequest(BadgeFormat.A4_EIGHT, "", "stadt köln", false), "p");

            assertThat(result.run().sheets()).isEqualTo(2);
            assertThat(pages(runs.pdf(ImportServices.EVENT, 1, Locale.GERMAN))).isEqualTo(1);
            assertThat(text(runs.pdf(ImportServices.EVENT, 1, Locale.GERMAN)))
                    .contains("1 · 1")
                    .contains("1 · 2");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void boxesAreDividedAnewOnlyWhenTheyAreEmpty(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(list(0, 20, "Gera", ""));
            BadgeRunService runs = runs(side);
            runs.print(ImportServices.EVENT, CHANGED, "person:1");

            assertThatThrownBy(() -> runs.divide(ImportServices.EVENT, 2)).isInstanceOf(Rejected.class);
            runs.emptied(ImportServices.EVENT);
            assertThat(runs.divide(ImportServices.EVENT, 2))
                    .extracting(BoxLoad::badges)
                    .containsExactly(10, 10);
            assertThat(runs.print(ImportServices.EVENT, CHANGED, "person:1")
                            .run()
                            .sheets())
                    .isEqualTo(20);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void ofTwoPrintsAtOnceTheSlowerOneIsRefused(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(list(0, 20, "Gera", ""));
            BadgeRunService other = runs(side);
            BadgeRunService slower = runs(side, new BadgePages(side.store()) {
                @Override
                public EventBadges of(EventId event) {
                    other.print(event, CHANGED, "person:2");
                    return super.of(event);
                }
            });

            assertThatThrownBy(() -> slower.print(ImportServices.EVENT, CHANGED, "person:1"))
                    .isInstanceOf(Rejected.class);

            assertThat(other.runs(ImportServices.EVENT)).hasSize(1);
            assertThat(side.store()
                            .<List<BadgeSheet>, RuntimeException>read(
                                    handle -> BadgeSheetTable.unpulled(handle, ImportServices.EVENT)))
                    .hasSize(20);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsThePeopleWithoutHoldingUpWhoeverWrites(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(list(0, 20, "Gera", ""));
            BadgeRunService runs = runs(side);
            runs.print(ImportServices.EVENT, CHANGED, "person:1");
            CountDownLatch written = new CountDownLatch(1);
            CompletionStage<Boolean> scan =
                    side.store().writeAlone(WriteKey.of(ImportServices.EVENT), transaction -> awaited(written));
            try {
                assertThatThrownBy(() -> runs.pulled(ImportServices.EVENT, 7))
                        .isInstanceOf(Rejected.class)
                        .hasMessageContaining("on the list by now");
                assertThatThrownBy(() -> runs.divide(ImportServices.EVENT, 2))
                        .isInstanceOf(Rejected.class)
                        .hasMessageContaining("in the boxes already");
            } finally {
                written.countDown();
            }
            assertThat(scan.toCompletableFuture().join()).isTrue();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Integer> boxed(ImportServices side) {
        return side
                .store()
                .read(handle -> ExpectedBadges.of(handle, ImportServices.EVENT, new Badges(side.codes())))
                .byName()
                .stream()
                .filter(order -> order.boxed() != null)
                .collect(Collectors.toMap(
                        order -> order.attendee().familyName(),
                        order -> order.inBox().orElseThrow().number()));
    }

    private static String[] list(int first, int many, String organisation, String status) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADINGS);
        IntStream.range(first, first + many)
                .forEach(i -> lines.add("k" + i + ";Vera;" + family(i) + ";" + organisation + ";" + status));
        return lines.toArray(String[]::new);
    }

    private static String family(int i) {
        return (char) ('A' + i % 26) + "berg" + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676);
    }

    private static String[] lines(String[]... lists) {
        List<String> all = new ArrayList<>();
        all.add(HEADINGS);
        for (String[] list : lists) {
            all.addAll(List.of(list).subList(1, list.length));
        }
        return all.toArray(String[]::new);
    }

    private BadgeRunService runs(ImportServices side) {
        return runs(side, new BadgePages(side.store()));
    }

    private BadgeRunService runs(ImportServices side, BadgePages pages) {
        return new BadgeRunService(
                side.store(),
                ServerKey.of(folder.resolve("key")),
                new Badges(side.codes()),
                pages,
                CLOCK,
                new Random(7));
    }

    private PrintedListService lists(ImportServices side) {
        return new PrintedListService(
                side.store(),
                AdmissionServices.of(side.store(), ServerKey.of(folder.resolve("key")), CLOCK)
                        .clarifications(),
                new Badges(side.codes()),
                RENDERERS,
                new TableFile(folder),
                CLOCK);
    }

    private static int pages(byte[] pdf) throws Exception {
        try (PdfReader reader = new PdfReader(pdf)) {
            return reader.getNumberOfPages();
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }
}
