package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.api.Test;

/** Rows of one list that could not be told apart later. */
final class DuplicateRowsTest {

    @Test
    void refusesTheSecondRowOfAKeyAndNamesTheFirst() {
        AttendeeList list = ListSamples.guests("Key;Nachname", "1;Weiß", "2;Größler", " 1 ;Schmidt");

        assertThat(list.guests()).hasSize(2);
        assertThat(list.problems())
                .containsExactly(new RowProblem(
                        4,
                        "Key",
                        "The same key stands in line 2 already.",
                        "Give each person a key of its own, or delete the double row."));
    }

    @Test
    void asksForKeysWhereTwoRowsCannotBeToldApart() {
        AttendeeList list = ListSamples.guests(
                "Titel;Vorname;Nachname;Organisation", ";Eva;Weiß;Stadt Jena", "Dr.;EVA;WEISS;stadt  jena");

        assertThat(list.guests()).extracting(AttendeeRow::line).containsExactly(2L);
        assertThat(list.problems()).extracting(RowProblem::line).containsExactly(3L);
        assertThat(list.problems().get(0).remedy()).contains("Key");
    }

    @Test
    void refusesATicketCodeThatTwoPeopleHold() {
        AttendeeList list = ListSamples.guests("Nachname;Barcode", "Weiß;A1", "Größler;A1", "Schmidt;");

        assertThat(list.guests()).extracting(AttendeeRow::line).containsExactly(2L, 4L);
        assertThat(list.problems()).extracting(RowProblem::column).containsExactly("Barcode");
    }
}
