package org.einlass.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a door shows of a person. */
final class AttendeeInitialsTest {

    @Test
    void areTheFirstLettersOfGivenAndFamilyNameWithoutTitleAndParticle() {
        assertThat(new Attendee("Frau", "Prof. Dr.", "änne", "von der", "Müller-Lüdenscheidt", "", "", "", "", "")
                        .initials())
                .isEqualTo("Ä. M.");
    }

    @Test
    void leaveOutWhatIsNotKnown() {
        assertThat(Attendee.of("", "Özdemir", "").initials()).isEqualTo("Ö.");
        assertThat(Attendee.unnamed("Stadt Gera").initials()).isEmpty();
    }
}
