package org.einlass.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** An answer about photographs is yes, no, or none; nothing is taken for a consent that is none. */
final class PhotoConsentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whoSaidNothingIsWrittenAsBeforeAndHasNoConsentRecorded() throws JsonProcessingException {
        Attendee attendee = Attendee.of("Zoë", "Weiß", "Stadt Gera");

        assertThat(JSON.writeValueAsString(attendee)).doesNotContain("photographs");
        assertThat(JSON.readValue("{\"familyName\": \"Weiß\"}", Attendee.class).photoConsent())
                .isEqualTo(PhotoConsent.NOT_RECORDED);
    }

    @Test
    void anAnswerIsReadAsItWasWritten() throws JsonProcessingException {
        Attendee attendee = AttendeeField.attendee(
                field -> field == AttendeeField.PHOTOGRAPHS ? "NO" : field == AttendeeField.FAMILY_NAME ? "Weiß" : "");

        assertThat(JSON.readValue(JSON.writeValueAsString(attendee), Attendee.class))
                .isEqualTo(attendee);
        assertThat(attendee.photoConsent()).isEqualTo(PhotoConsent.NO);
    }

    @Test
    void anAnswerOfANewerServerRecordsNoConsentAndIsKept() throws JsonProcessingException {
        Attendee attendee =
                JSON.readValue("{\"familyName\": \"Weiß\", \"photographs\": \"GROUPS_ONLY\"}", Attendee.class);

        assertThat(attendee.photoConsent()).isEqualTo(PhotoConsent.NOT_RECORDED);
        assertThat(JSON.readValue(JSON.writeValueAsString(attendee), Attendee.class))
                .isEqualTo(attendee);
    }
}
