package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.registration.PhotoConsent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lists say about photographs, under headings that ask for the consent and headings that ask the other way round. */
final class PhotoAnswersTest {
    @ParameterizedTest
    @CsvSource({
        "Fotos,ja,YES",
        "Fotoeinwilligung,Nein,NO",
        "Fotoerlaubnis,x,YES",
        "Foto erlaubt,✓,YES",
        "Einwilligung Fotos,erteilt,YES",
        "Einwilligung Bildaufnahmen,nicht erteilt,NO",
        "Photo consent,yes,YES",
        "Photo consent,I do not agree,NO",
        "Photographs,FALSE,NO",
        "Fotos,keine Fotos,NO",
        "Fotos,'',NOT_RECORDED",
        "Fotos,-,NOT_RECORDED",
        "Fotos,keine Einwilligung erfasst,NOT_RECORDED",
        "Keine Fotos,ja,NO",
        "Keine Fotos,x,NO",
        "No photographs,yes,NO",
        "Foto-Widerspruch,liegt vor,NO",
        "Photo opt-out,true,NO",
        "Keine Fotos,nein,NOT_RECORDED",
        "No photos,no,NOT_RECORDED",
        "Keine Fotos,'',NOT_RECORDED",
        "Fotowiderspruch,liegt nicht vor,NOT_RECORDED",
    })
    void readsAnAnswer(String heading, String cell, PhotoConsent answer) {
        assertThat(answer(heading + ";Nachname", cell + ";Weiß")).isEqualTo(answer);
    }

    @Test
    void aWishNotToBePhotographedOutweighsAConsentBesideIt() {
        assertThat(answer("Fotos;Keine Fotos;Nachname", "ja;ja;Weiß")).isEqualTo(PhotoConsent.NO);
        assertThat(answer("Fotos;Keine Fotos;Nachname", "ja;nein;Weiß")).isEqualTo(PhotoConsent.YES);
    }

    @Test
    void whatIsNotUnderstoodRecordsNoConsentAndIsSaid() {
        AttendeeList list = ListSamples.guests("Fotos;Nachname", "nur Gruppenfotos;Weiß");

        assertThat(list.guests())
                .singleElement()
                .satisfies(guest -> assertThat(guest.attendee().photoConsent()).isEqualTo(PhotoConsent.NOT_RECORDED));
        assertThat(list.warnings().toString()).contains("Possible are: yes, no, photographs allowed, no photographs.");
    }

    private static PhotoConsent answer(String headings, String row) {
        return ListSamples.onlyGuest(headings, row).attendee().photoConsent();
    }
}
