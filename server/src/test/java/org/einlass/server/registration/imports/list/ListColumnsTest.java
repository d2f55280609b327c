package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns of a list and their headings. */
final class ListColumnsTest {
    private static final String DEMO_HEADINGS =
            "Schlüssel;Anrede;Titel;Vorname;Namenszusatz;Nachname;Funktion;Organisation;Kategorie;Sektor;Bundesland;"
                    + "Programme;Status";

    @Test
    void readsEveryColumnOfTheDemoList() {
        AttendeeRow guest = ListSamples.onlyGuest(
                DEMO_HEADINGS,
                "DT22-0013;;MdL;Karl-Theodor;Freiherr von und zu;Hohenfels-Wartburg;Digitalpolitischer Sprecher;"
                        + "Thüringer Landtag;speaker;STATE;Thüringen;egk,itls;confirmed");

        assertThat(guest)
                .usingRecursiveComparison()
                .isEqualTo(new AttendeeRow(
                        2,
                        new RowKey("own:DT22-0013"),
                        new Attendee(
                                "",
                                "MdL",
                                "Karl-Theodor",
                                "Freiherr von und zu",
                                "Hohenfels-Wartburg",
                                "Digitalpolitischer Sprecher",
                                "Thüringer Landtag",
                                "",
                                "",
                                ""),
                        new CategoryId("speaker"),
                        Sector.STATE,
                        "Thüringen",
                        Set.of(new ProgrammeId("egk"), new ProgrammeId("itls")),
                        Set.of(),
                        Set.of(),
                        RegistrationStatus.CONFIRMED,
                        null,
                        "",
                        "",
                        RegistrationDetails.NONE,
                        false));
    }

    @Test
    void readsTheColumnsThatOtherToolsWrite() {
        AttendeeRow guest = ListSamples.onlyGuest(
                "Ticket code,Display name,Pronunciation,Department,First name,Last name",
                "pretix-7YK3,Zoë W.,ZO-eh,Referat 42,Zoë,Weiß");

        assertThat(guest.externalCode()).isEqualTo(new ExternalCode("pretix-7YK3"));
        assertThat(guest.attendee())
                .isEqualTo(new Attendee("", "", "Zoë", "", "Weiß", "", "", "Referat 42", "Zoë W.", "ZO-eh"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Schlüssel",
                "SCHLUESSEL",
                "schlussel",
                " Schlüssel ",
                "Schlu\u0308ssel",
                "\"Schlüssel\"",
                "KEY",
                "Teilnehmer-ID",
                "teilnehmer id *"
            })
    void knowsAHeadingHoweverItIsSpelled(String heading) {
        AttendeeRow guest = ListSamples.onlyGuest(heading + ";Nachname", "7;Weiß");

        assertThat(guest.key()).isEqualTo(RowKey.own("7"));
    }

    @Test
    void knowsEachColumnByItsOwnHeadingsOnly() {
        for (KnownHeading known : KnownHeading.values()) {
            assertThat(known.headings())
                    .allSatisfy(heading -> assertThat(KnownHeading.of(heading)).contains(known));
        }
    }

    @Test
    void namesTheColumnsThatItDidNotRead() {
        AttendeeList list = ListSamples.guests("Nachname;Fax;;Allergien;Name", "Weiß;0361 1;;Nüsse;Zoë Weiß");

        assertThat(list.ignoredColumns()).containsExactly("Fax", "Allergien", "Name");
        assertThat(list.columns()).containsExactly(KnownHeading.FAMILY_NAME);
    }

    @Test
    void takesAShortRowForOneWithEmptyFields() {
        AttendeeRow guest = ListSamples.onlyGuest("Nachname;Organisation;Status", "Weiß");

        assertThat(guest.attendee()).isEqualTo(Attendee.of("", "Weiß", ""));
    }

    @Test
    void saysThatARowHasMoreFieldsThanHeadings() {
        AttendeeList list =
                ListSamples.guests("Nachname,Organisation", "Weiß,Amt für Bau, Verkehr", "Größler,Stadt Gera,,");

        assertThat(list.guests()).extracting(AttendeeRow::line).containsExactly(3L);
        assertThat(list.problems())
                .extracting(RowProblem::reason)
                .containsExactly("The row has more fields than there are headings.");
    }
}
