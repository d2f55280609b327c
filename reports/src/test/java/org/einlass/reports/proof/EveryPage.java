package org.einlass.reports.proof;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.SampleBadges;
import org.einlass.reports.certificate.CertificateRenderer;
import org.einlass.reports.certificate.SampleCertificates;
import org.einlass.reports.guide.EnrolmentSheet;
import org.einlass.reports.guide.EnrolmentSheets;
import org.einlass.reports.guide.Guide;
import org.einlass.reports.guide.GuideRenderer;
import org.einlass.reports.guide.PaperList;
import org.einlass.reports.guide.PaperListRenderer;
import org.einlass.reports.guide.PracticeTicket;
import org.einlass.reports.helper.HelperBadges;
import org.einlass.reports.helper.PrintedHelperBadge;
import org.einlass.reports.list.PrintedListRenderer;
import org.einlass.reports.list.SampleLists;
import org.einlass.reports.printer.PrinterTestPage;
import org.einlass.reports.sign.SampleSigns;
import org.einlass.reports.sign.SignPaper;
import org.einlass.reports.sign.SignRenderer;
import org.einlass.reports.statistics.AttendanceReport;
import org.einlass.reports.statistics.PressSheetRenderer;
import org.einlass.reports.statistics.SampleAttendance;
import org.einlass.reports.ticket.SampleTickets;
import org.einlass.reports.ticket.TicketRenderer;
import org.einlass.reports.ticket.TicketSize;

/** Every kind of page with nothing, one, typical and extreme data, in both languages where a page has one. */
public final class EveryPage {
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final String EVENT = "5. Thüringer E-Government-Kongress";
    private static final String LONGEST_NAME = "Maximiliane Prinzessin von und zu Hohenstein-Waldeck-Pyrmont";
    private static final String TICKET = "T1K7M2Q9XW3D4T5R8N6P0B1C2D3E4";

    private final Map<String, PrintedPages> pages = new LinkedHashMap<>();

    private EveryPage() {}

    /** All of them by name. */
    public static Map<String, PrintedPages> all() {
        EveryPage every = new EveryPage();
        every.badges();
        every.tickets();
        every.statistics();
        every.lists();
        every.certificates();
        every.guides();
        every.others();
        return every.pages;
    }

    private void badges() {
        for (BadgeFormat format : BadgeFormat.values()) {
            badge(format, "short", SampleBadges.shortest());
            badge(format, "typical", SampleBadges.typical());
            badge(format, "extreme", SampleBadges.extreme());
            pages.put("printer-test-" + format.word(), new PrinterTestPage().page(format, "Eingang", Locale.GERMAN));
        }
    }

    private void badge(BadgeFormat format, String kind, Badge badge) {
        new BadgeRenderer(BadgeLayouts.of(format))
                .setAll(Collections.nCopies(2, badge), "Muster", Locale.GERMAN)
                .pages()
                .ifPresent(set -> pages.put("badge-" + format.word() + "-" + kind, set));
    }

    private void tickets() {
        TicketRenderer tickets = new TicketRenderer();
        for (TicketSize size : TicketSize.values()) {
            String name = "ticket-" + size.name().toLowerCase(Locale.ROOT);
            pages.put(name + "-short", tickets.set(SampleTickets.shortest(), size));
            pages.put(name + "-typical", tickets.set(SampleTickets.typical(), size));
            pages.put(name + "-extreme", tickets.set(SampleTickets.extreme(), size));
            pages.put(name + "-many", tickets.setAll(List.of(SampleTickets.shortest(), SampleTickets.extreme()), size));
        }
    }

    private void statistics() {
        AttendanceReport report = new AttendanceReport();
        PressSheetRenderer press = new PressSheetRenderer();
        for (Locale language : LANGUAGES) {
            pages.put("attendance-typical-" + language, report.pages(SampleAttendance.typical(language)));
            pages.put("attendance-compared-" + language, report.pages(SampleAttendance.compared(language)));
            pages.put("press-typical-" + language, press.pages(SampleAttendance.typical(language), 5));
            pages.put("attendance-empty-" + language, report.pages(SampleAttendance.empty(language)));
            pages.put("attendance-extreme-" + language, report.pages(SampleAttendance.extreme(language)));
            pages.put("press-empty-" + language, press.pages(SampleAttendance.empty(language), 5));
            pages.put("press-extreme-" + language, press.pages(SampleAttendance.extreme(language), 100));
        }
    }

    private void lists() {
        PrintedListRenderer lists = new PrintedListRenderer();
        for (Locale language : LANGUAGES) {
            pages.put("list-typical-" + language, lists.pages(SampleLists.signed(language)));
            pages.put("list-extreme-" + language, lists.pages(SampleLists.extreme(language)));
            pages.put("list-empty-" + language, lists.pages(SampleLists.empty(language)));
            pages.put("list-rooms-" + language, lists.pages(SampleLists.rooms(language)));
            pages.put("list-protocol-" + language, lists.pages(SampleLists.protocol(language)));
            pages.put("list-pulled-" + language, lists.pages(SampleLists.pulled(language)));
            pages.put("list-hand-outs-" + language, lists.pages(SampleLists.handOuts(language)));
        }
        pages.put("list-one", lists.pages(SampleLists.signed(Locale.GERMAN, 1)));
        pages.put("list-3000", lists.pages(SampleLists.signed(Locale.GERMAN, 3_000)));
    }

    private void certificates() {
        CertificateRenderer certificates = new CertificateRenderer();
        for (Locale language : LANGUAGES) {
            pages.put("certificate-" + language, certificates.pages(List.of(SampleCertificates.typical(language))));
            pages.put(
                    "certificate-extreme-" + language,
                    certificates.pages(List.of(SampleCertificates.extreme(language))));
        }
        pages.put("certificate-plain", certificates.pages(List.of(SampleCertificates.plain())));
    }

    private void guides() {
        GuideRenderer guides = new GuideRenderer();
        PracticeTicket ticket = new PracticeTicket(LONGEST_NAME, "Stadt Musterhausen", TICKET);
        for (Locale language : LANGUAGES) {
            pages.put("guide-" + language, guides.pages(List.of(guide(4, language), guide(30, language))));
            for (int many : List.of(1, 10, 13)) {
                pages.put(
                        "practice-tickets-" + many + "-" + language,
                        guides.tickets(EVENT, "Übung: zählt nicht", Collections.nCopies(many, ticket), language));
            }
            for (int many : List.of(0, 1, 31)) {
                pages.put("paper-list-" + many + "-" + language, new PaperListRenderer().pages(list(many, language)));
            }
        }
    }

    private static Guide guide(int steps, Locale language) {
        Guide.Step step =
                new Guide.Step("F7  Zurücknehmen", "Nimmt zurück, was an diesem Schalter zuletzt getan wurde.");
        return new Guide(
                language,
                EVENT,
                "Merkblatt für den Schalter",
                Collections.nCopies(steps, step),
                List.of(new Guide.Code(TICKET, "Code")));
    }

    private static PaperList list(int people, Locale language) {
        return new PaperList(
                "Abhaken auf Papier: Haupteingang",
                EVENT,
                Instant.parse("2025-09-16T06:40:00Z"),
                ZoneId.of("Europe/Berlin"),
                language,
                "Danach am Schalter eintragen: F6.",
                "____",
                Collections.nCopies(people, new PaperList.Line(LONGEST_NAME, "Stadt Musterhausen", "", TICKET)));
    }

    private void others() {
        for (SignPaper paper : SignPaper.values()) {
            pages.put("signs-" + paper, new SignRenderer().pages(SampleSigns.SIGNS, paper, "Schilder", Locale.GERMAN));
        }
        PrintedHelperBadge helper = new PrintedHelperBadge(
                EVENT,
                LONGEST_NAME,
                "Schalter und Tür",
                "Dienstag, 16. September 2025",
                "H1K7M2Q9XW3D4T5R8N6P0B1C2D3E4F",
                "0417");
        for (Locale language : LANGUAGES) {
            pages.put(
                    "enrolment-" + language,
                    new EnrolmentSheets()
                            .pages(
                                    List.of(new EnrolmentSheet(
                                            EVENT,
                                            "Kiosk am Haupteingang",
                                            "Kiosk, Haupteingang",
                                            "192.168.178.20:8443",
                                            "7KQ2-M9XW-3D4T",
                                            "EINLASS1 " + "Kq3v0Zb7".repeat(20),
                                            new Wording("07:40", "07:40"))),
                                    language));
            pages.put("helpers-" + language, new HelperBadges().pages(Collections.nCopies(6, helper), language));
        }
    }
}
