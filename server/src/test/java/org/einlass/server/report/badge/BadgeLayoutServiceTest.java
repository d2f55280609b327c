package org.einlass.server.report.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Badge layouts of an organiser. */
final class BadgeLayoutServiceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T16:05:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatTheOrganiserLaysOutIsPrintedPreviewedAndGivenToDevices(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Vorname;Nachname;Organisation", "Eva;Adler;Gera", "Jan;Kurz;Suhl");
            BadgePages pages = new BadgePages(side.store());
            BadgeLayoutService layouts = layouts(side, pages);
            BadgeLayoutSet none = layouts.set(ImportServices.EVENT, "");
            assertThat(none.digest()).isEmpty();

            String own = layouts.layout(ImportServices.EVENT, BadgeFormat.A6, "")
                    .replace("\"ORGANISATION\"", "\"NOTE\"")
                    .replaceAll("\"note\" : \"\"", "\"note\" : \"WLAN: Kongress\"");
            layouts.put(ImportServices.EVENT, BadgeFormat.A6, "attendee", own);

            BadgeLayoutSet told = layouts.set(ImportServices.EVENT, "");
            assertThat(told.layouts()).singleElement().satisfies(one -> {
                assertThat(one.format()).isEqualTo("a6");
                assertThat(one.category()).isEqualTo("attendee");
            });
            assertThat(layouts.set(ImportServices.EVENT, told.digest()).layouts())
                    .isNull();
            runs(side, pages).print(ImportServices.EVENT, BadgeRunRequest.changed(BadgeFormat.A6), "p");
            byte[] pdf = runs(side, pages).pdf(ImportServices.EVENT, 1, Locale.GERMAN);
            try (PdfReader reader = new PdfReader(pdf)) {
                assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                        .contains("WLAN")
                        .doesNotContain("Gera");
            }
            assertThat(layouts.previews(ImportServices.EVENT, BadgeFormat.A6, "attendee"))
                    .hasSize(3)
                    .allSatisfy(png -> assertThat(png).startsWith(0x89, 'P', 'N', 'G'));

            layouts.remove(ImportServices.EVENT, BadgeFormat.A6, "attendee");
            assertThat(layouts.set(ImportServices.EVENT, told.digest()).layouts())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatCannotBeUsedIsRefusedWithItsPlaceAndNothingChanges(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            BadgeLayoutService layouts = layouts(side, new BadgePages(side.store()));
            String a6 = layouts.layout(ImportServices.EVENT, BadgeFormat.A6, "");

            refused(layouts, BadgeFormat.A4_EIGHT, "", a6, "format");
            refused(layouts, BadgeFormat.A6, "nobody", a6, "category");
            refused(layouts, BadgeFormat.A6, "", a6.replace("\"height\" : 28.0", "\"height\" : 280.0"), "code");
            refused(
                    layouts,
                    BadgeFormat.A6,
                    "",
                    a6.replaceAll(
                            "\"pictures\" : \\[ ]",
                            "\"pictures\" : [{\"place\": {\"left\": 1, \"top\": 1, \"width\": 9, \"height\": 9},"
                                    + " \"alternative\": \"\", \"picture\": \"bm9wZQ==\"}]"),
                    "pictures[0].picture");
            assertThatThrownBy(() -> layouts.logo(ImportServices.EVENT, BadgeFormat.A6, "", new byte[] {1, 2, 3}))
                    .isInstanceOf(Rejected.class);
            assertThat(layouts.set(ImportServices.EVENT, "").digest()).isEmpty();
            assertThat(layouts.states(ImportServices.EVENT)).noneMatch(LayoutState::own);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void thePreflightCountsNamesThatStandSmallAndThoseThatGoToTheDesk(Databases database) throws Exception {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(
                    "Vorname;Nachname;Organisation",
                    "Eva;Adler;Gera",
                    "Maximiliane Karoline Friederike Donaudampfschifffahrtsgesellschaftskapitaenswitwe;"
                            + "Oberlandesgerichtspraesidentenstellvertreterin-Leutheusser-Schnarrenberger-Hohenstein;Gera",
                    "李;小龙;Gera");

            BadgeLayoutService layouts = layouts(side, new BadgePages(side.store()));
            LayoutPreflight found = layouts.preflight(ImportServices.EVENT, BadgeFormat.CARD_86_54);

            assertThat(found.names()).isEqualTo(3);
            assertThat(found.small() + found.desk()).isEqualTo(2);
            assertThat(found.left()).isZero();
            assertThat(found.desk()).isPositive();
            assertThat(layouts.previews(ImportServices.EVENT, BadgeFormat.CARD_86_54, ""))
                    .as("the longest name that can be set, and the typical one; the shortest has no letters")
                    .hasSize(2);
            assertThat(found.findings()).hasSize(2);
        }
    }

    private static void refused(
            BadgeLayoutService layouts, BadgeFormat format, String category, String json, String place) {
        assertThatThrownBy(() -> layouts.put(ImportServices.EVENT, format, category, json))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        why -> assertThat(why.field().orElse("")).startsWith(place));
    }

    private static BadgeLayoutService layouts(ImportServices side, BadgePages pages) {
        return new BadgeLayoutService(side.store(), new Badges(side.codes()), pages, CLOCK);
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
}
