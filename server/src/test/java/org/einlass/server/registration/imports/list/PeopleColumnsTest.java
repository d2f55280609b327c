package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.Wording;
import org.junit.jupiter.api.Test;

/** Numbered columns beside a guest's own name. */
final class PeopleColumnsTest {

    @Test
    void noGuestGetsTheirCompanionsMailAndFirm() {
        AttendeeList list = ListSamples.guests(
                "Vorname;Nachname;E-Mail;Begleitperson 1 Name;Begleitperson 1 E-Mail;Begleitperson 1 Firma",
                "Eva;Schmidt;;Jan Kurz;jan@kurz.example;Kurz KG");

        assertThat(list.guests()).singleElement().satisfies(guest -> {
            assertThat(guest.attendee().fullName()).isEqualTo("Eva Schmidt");
            assertThat(guest.attendee().organisation()).isEmpty();
            assertThat(guest.toString()).doesNotContain("jan@kurz.example").doesNotContain("Kurz");
        });
        assertThat(list.preview().notes())
                .extracting(Wording::english)
                .anyMatch(note -> note.startsWith("1 companions of the column \"Begleitperson 1 Name\" (line 2)"));
    }

    @Test
    void companionsOfTwoNumbersAreNotTakenForTheGuestEither() {
        AttendeeList list = ListSamples.guests(
                "Vorname;Nachname;Gast 1 Name;Gast 1 Firma;Gast 2 Name;Gast 2 Firma",
                "Eva;Schmidt;Jan Kurz;Kurz KG;Ole Lang;Lang KG");

        assertThat(list.guests())
                .singleElement()
                .satisfies(guest -> assertThat(guest.attendee())
                        .satisfies(person -> assertThat(person.fullName()).isEqualTo("Eva Schmidt"))
                        .satisfies(person -> assertThat(person.organisation()).isEmpty()));
        assertThat(list.preview().notes())
                .extracting(Wording::english)
                .filteredOn(note -> note.startsWith("1 companions of the column \"Gast "))
                .hasSize(2);
    }

    @Test
    void oneNumberedPersonIsTheGuestWhereNobodyElseIsNamed() {
        AttendeeRow guest = ListSamples.onlyGuest(
                "Key;Besteller Nachname;Teilnehmer 1 Name;Teilnehmer 1 Firma", "B1;Chef;Eva Schmidt;Gera");

        assertThat(guest.attendee().fullName()).isEqualTo("Eva Schmidt");
        assertThat(guest.attendee().organisation()).isEqualTo("Gera");
    }

    @Test
    void aCompanionAloneIsNotTakenForTheGuest() {
        ListReadResult read = ListSamples.read("Key;Firma;Begleitperson 1 Name\nB1;Gera;Jan Kurz");

        assertThat(read).isInstanceOf(UnreadableList.class);
    }
}
