package org.einlass.server.registration.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists with whatever exports, spreadsheets and hasty hands leave in them: each is read right, asked about before
 * anything is written, or its rows are refused with a reason. Lines are divided by {@code \n}.
 */
final class ListDefectsTest {
    @TempDir
    Path folder;

    /** A list, the question that it must raise, an answer to it, and what comes of the people. */
    static Stream<Arguments> asked() {
        return Stream.of(
                Arguments.of(
                        "a form's question about the event",
                        "Name;Kommen Sie zum Kongress am 28.11.?\nEva Schmidt;Ja, ich komme\nJan Kurz;Nein, leider nicht",
                        "column.kommen-sie-zum-kongress-am-28-11:status",
                        List.of("Jan Kurz CANCELLED", "Eva Schmidt CONFIRMED")),
                Arguments.of(
                        "a column whose heading nobody understands",
                        "Name;TN\nEva Schmidt;ja\nJan Kurz;nein",
                        "column.tn:status",
                        List.of("Jan Kurz CANCELLED", "Eva Schmidt CONFIRMED")),
                Arguments.of(
                        "signs instead of words",
                        "Name;R.\nEva Schmidt;+\nJan Kurz;-",
                        "column.r:ignore",
                        List.of("Jan Kurz CONFIRMED", "Eva Schmidt CONFIRMED")),
                Arguments.of(
                        "who watches from home",
                        "Name;Form\nEva Schmidt;vor Ort\nJan Kurz;online",
                        "column.form:ignore",
                        List.of("Jan Kurz CONFIRMED", "Eva Schmidt CONFIRMED")),
                Arguments.of(
                        "a ticket that is none for the hall",
                        "Name;Ticket\nEva Schmidt;Attendee\nJan Kurz;Online-Ticket",
                        "column.ticket:ignore",
                        List.of("Jan Kurz CONFIRMED", "Eva Schmidt CONFIRMED")),
                Arguments.of(
                        "money that was given back",
                        "Name;Amount refunded\nEva Schmidt;0.00\nJan Kurz;100.00",
                        "value.amount-refunded.10000:cancelled",
                        List.of("Jan Kurz CANCELLED", "Eva Schmidt CONFIRMED")),
                Arguments.of(
                        "a form that was never sent off",
                        "Name;Datum Abgeschickt\nEva Schmidt;2026-10-01 10:00:00\nJan Kurz;",
                        "empty.datum-abgeschickt:cancelled",
                        List.of("Jan Kurz CANCELLED", "Eva Schmidt CONFIRMED")),
                Arguments.of(
                        "two people in a row",
                        "Vorname;Nachname;Vorname 2;Nachname 2\nEva;Schmidt;Jan;Kurz\nOle;Lang;;",
                        "column.people:people",
                        List.of("Jan Kurz CONFIRMED", "Eva Schmidt CONFIRMED", "Ole Lang CONFIRMED")),
                Arguments.of(
                        "an order with its attendees",
                        "Key;Besteller Nachname;Teilnehmer 1 Name;Teilnehmer 2 Name\nB1;Chef;Eva Schmidt;Jan Kurz\nB2;Lang;Ole Lang;",
                        "column.people:people",
                        List.of("Jan Kurz CONFIRMED", "Eva Schmidt CONFIRMED", "Ole Lang CONFIRMED")),
                Arguments.of(
                        "a companion with a name",
                        "Vorname;Nachname;Begleitperson 1 Vorname;Begleitperson 1 Nachname\nEva;Schmidt;Jan;Kurz",
                        "column.people:people",
                        List.of("Jan Kurz CONFIRMED", "Eva Schmidt CONFIRMED")),
                Arguments.of(
                        "a title above the headings",
                        "Absagen zum Kongress\nName;Organisation\nEva Schmidt;Gera\nJan Kurz;Jena",
                        "column.zwischenuberschrift:status",
                        List.of("Jan Kurz CANCELLED", "Eva Schmidt CANCELLED")),
                Arguments.of(
                        "a title beside the headings",
                        ";;Warteliste\nName;Organisation;Ort\nEva Schmidt;Gera;Gera",
                        "column.zwischenuberschrift:status",
                        List.of("Eva Schmidt WAITLISTED")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void asked(String defect, String list, String answer, List<String> people) throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            String question = answer.substring(0, answer.lastIndexOf(':'));
            assertThat(side.take(true, List.of(), list.getBytes(UTF_8)).questions())
                    .anyMatch(one -> one.id().equals(question) && one.blocksAll());
            assertThatThrownBy(() -> take(side, list)).isInstanceOf(Rejected.class);
            assertThat(statuses(side)).isEmpty();

            take(side, list, answer);

            assertThat(statuses(side)).containsExactlyInAnyOrderElementsOf(people);
        }
    }

    /** A list of which one row at least is refused, with a part of the reason. */
    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("Name;Firma\nEva Schmidt (abgesagt);Gera", "remark about whether"),
                Arguments.of("Name;Firma\nABGESAGT: Jan Kurz;Jena", "remark about whether"),
                Arguments.of("Name;Firma\nOle Lang - storniert;Suhl", "remark about whether"),
                Arguments.of("Name;Firma\nPia Berg;Ulm (hat abgesagt)", "remark about whether"),
                Arguments.of("Vorname;Nachname\nEva;Schmidt / Warteliste", "remark about whether"),
                Arguments.of("Vorname;Nachname\nEva und Max;Muster", "several people"),
                Arguments.of("Vorname;Nachname\nEva & Jan;Kurz", "several people"),
                Arguments.of("Vorname;Nachname\nIda;Berg (+1)", "several people"),
                Arguments.of("Name;Firma\nEva Schmidt und Jan Kurz;Gera", "several people"),
                Arguments.of("Name;Firma\nUte Roth mit Begleitung;Gera", "several people"),
                Arguments.of("Name;Firma\n3x N.N.;Gera", "several people"),
                Arguments.of("Name;Firma\nORR Ole Lang;MI", "where the family name begins"),
                Arguments.of("Vorname;Nachname\nJ%C3%B6rg;Kurz", "destroyed"),
                Arguments.of("Vorname;Nachname\nEva;Gro=C3=9F", "destroyed"),
                Arguments.of("Vorname;Nachname\nJ\\u00f6rg;Kurz", "destroyed"),
                Arguments.of("Vorname;Nachname\nJ\u03C6rg;Kurz", "destroyed"),
                Arguments.of("Nachname;Eva\nOrganisation;Gera", "where the family name begins"),
                Arguments.of(
                        "Name;E-Mail;Firma\nEva Schmidt;e@x.de;Gera\nEVA SCHMIDT;E@x.de;Stadt Gera",
                        "mail address are the same"),
                Arguments.of(
                        "Name;Firma;Status\nEva Schmidt;Gera;storniert\nEva Schmidt;Gera;angemeldet",
                        "another status"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String list, String reason) throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report = take(side, list);

            assertThat(report.rejected()).anyMatch(one -> one.reason().contains(reason));
            assertThat(report.added() + report.rejected().size()).isEqualTo(report.rows());
        }
    }

    /** A list that says all by itself, and the people in it. */
    static Stream<Arguments> certain() {
        return Stream.of(
                Arguments.of(
                        "Teilnehmername: Vorname;Teilnehmername: Nachname\nEva;Schmidt",
                        List.of("|Eva|Schmidt||CONFIRMED")),
                Arguments.of(
                        "Bitte nennen Sie Ihren Namen. [Vorname];Bitte nennen Sie Ihren Namen. [Nachname]\nEva;Schmidt",
                        List.of("|Eva|Schmidt||CONFIRMED")),
                Arguments.of(
                        "Name;Test mode\nEva Schmidt;No\nJan Kurz;Yes",
                        List.of("|Eva|Schmidt||CONFIRMED", "|Jan|Kurz||CANCELLED")),
                Arguments.of("Name;Titel\nEva Schmidt;Dr.", List.of("Dr.|Eva|Schmidt||CONFIRMED")),
                Arguments.of(
                        "First name,Last name,Title\nEva,Schmidt,Head of IT\nJan,Kurz,Dr.",
                        List.of("|Eva|Schmidt|Head of IT|CONFIRMED", "Dr.|Jan|Kurz||CONFIRMED")),
                Arguments.of(
                        "Name\nEva Müller, geb. Roth\nSchmidt (geb. Lang), Ute",
                        List.of("|Eva|Müller||CONFIRMED", "|Ute|Schmidt||CONFIRMED")),
                Arguments.of(
                        "Name;Firma\n1. Eva Schmidt;Gera\n• Jan Kurz;Jena",
                        List.of("|Eva|Schmidt||CONFIRMED", "|Jan|Kurz||CONFIRMED")),
                Arguments.of(
                        "Name;Firma\nweitere Kollegin;Gera\nFahrer;Gera", List.of("||||CONFIRMED", "||||CONFIRMED")),
                Arguments.of(
                        "Vorname;Nachname\nEva;Schmidt\n\uFEFFVorname;Nachname\nJan;Kurz\nVORNAME;NACHNAME ;\nOle;Lang",
                        List.of("|Eva|Schmidt||CONFIRMED", "|Jan|Kurz||CONFIRMED", "|Ole|Lang||CONFIRMED")),
                Arguments.of("Name;ID;Vorname2;Nachname2\n;1;Eva;Schmidt", List.of("|Eva|Schmidt||CONFIRMED")),
                Arguments.of(
                        "Name;Organisation\nThüringer Finanzministerium;\nEva Schmidt;TFM\nTisch 3;\nEva Markt;Hof",
                        List.of("|Eva|Schmidt||CONFIRMED", "|Eva|Markt||CONFIRMED")),
                Arguments.of(
                        "Vorname;Nachname;Kommen Sie mit dem Auto?\nKarl;von und zu Guttenberg;Nein",
                        List.of("|Karl|Guttenberg||CONFIRMED")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void certain(String list, List<String> people) throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report = take(side, list);

            assertThat(report.rejected()).isEmpty();
            assertThat(registered(side).map(ListDefectsTest::shown)).containsExactlyInAnyOrderElementsOf(people);
        }
    }

    @Test
    void noCodeIsMadeOfZerosAndDays() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            ImportReport report = take(side, "Name;Ticketcode\nEva Schmidt;0\nJan Kurz;2026-11-28");

            assertThat(report.added()).isEqualTo(2);
            assertThat(report.warnings()).hasSize(1);
            assertThat(side.holder("0")).isEqualTo("nobody");
            assertThat(side.holder("2026-11-28")).isEqualTo("nobody");
        }
    }

    @Test
    void organisationsAboveTheirPeopleAreAskedAbout() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            String list = "Organisation;Name\nGera;Eva Schmidt\n;Jan Kurz\nJena;Ole Lang\n;Ute Roth";
            assertThatThrownBy(() -> take(side, list)).isInstanceOf(Rejected.class);

            take(side, list, "column.organisation-below:above");

            assertThat(side.people())
                    .containsExactly("Eva Schmidt, Gera", "Jan Kurz, Gera", "Ole Lang, Jena", "Ute Roth, Jena");
        }
    }

    @Test
    void organisationsAreFoundInSectionsAndUnderHeadingsOfTwoLines() throws IOException {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            take(side, "Nr;Name;Vorname\nStadt Gera;;\n1;Schmidt;Eva\nStadt Jena;;\n2;Lang;Ole");
            take(side, "Person;;Behörde\nVorname;Name;Name\nJan;Kurz;Stadt Suhl");

            assertThat(side.people())
                    .containsExactly("Eva Schmidt, Stadt Gera", "Jan Kurz, Stadt Suhl", "Ole Lang, Stadt Jena");
        }
    }

    private static ImportReport take(ImportServices side, String list, String... answers) throws IOException {
        return side.take(false, List.of(answers), list.getBytes(UTF_8));
    }

    private static Stream<Registration> registered(ImportServices side) {
        return side
                .store()
                .read(handle -> RegistrationTable.page(handle, ImportServices.EVENT, "", null, 100))
                .stream();
    }

    private static List<String> statuses(ImportServices side) {
        return registered(side)
                .map(one -> one.particulars().attendee().fullName() + " "
                        + one.particulars().status())
                .toList();
    }

    private static String shown(Registration one) {
        Attendee person = one.particulars().attendee();
        return String.join(
                "|",
                person.title(),
                person.givenName(),
                person.familyName(),
                person.function(),
                one.particulars().status().name());
    }
}
