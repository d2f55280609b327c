package org.einlass.contract.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.EventPrivateKey;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals of every released version must be read for ever; the golden files are those journals. */
final class JournalJsonTest {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {"report-0.1.json", "report-0.2.json", "report-0.3.json", "report-0.4.json", "report-0.5.json"})
    void readsAndWritesTheGoldenJournals(String file) throws IOException {
        JournalReport report = json.readValue(golden(file), JournalReport.class);

        assertThat(report.entries()).isNotEmpty();
        assertThat(json.readTree(json.writeValueAsString(report))).isEqualTo(json.readTree(golden(file)));
    }

    @Test
    void takesAReasonOfANewerServerForUnrecognisedAndIgnoresItsNewFields() throws IOException {
        ScanAnswer answer = json.readValue("""
                {"id": "01817a1e-2a80-7000-8000-000000000001", "verdict": "REFUSED", "refusal": "TOO_WET",
                 "sentence": {"german": "Zu nass.", "english": "Too wet."}, "mood": "damp",
                 "answeredAt": "2022-07-04T07:12:00Z"}
                """, ScanAnswer.class);

        assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(answer.refusal()).isEqualTo(Refusal.UNRECOGNISED);
    }

    @Test
    void readsTheLettersThatGoWithAJournal() throws IOException {
        DeskMessage deskMessage = json.readValue("""
                {"attendee": {"familyName": "Öztürk"}, "badge": "B2", "mood": "good",
                 "corrections": [{"field": "SHOE_SIZE", "seen": "41", "now": "42"}]}
                """ + " ".repeat(200), DeskMessage.class);

        assertThat(deskMessage.attendee()).isNotNull();
        assertThat(deskMessage.corrections())
                .extracting(FieldCorrection::field)
                .containsExactly(AttendeeField.UNRECOGNISED);
        assertThat(json.writeValueAsString(DeskMessage.of("B3"))).isEqualTo("{\"badge\":\"B3\"}");
        assertThat(deskMessage).hasToString("letter");
    }

    @Test
    void keepsTheTagKeyOffTheDiskAndOutOfEveryText() throws IOException {
        EventPublicKey box = EventPrivateKey.next(new Random(1)).box();
        DeskSheet desk = new DeskSheet(box, new TagKey("1", "ab".repeat(32)), List.of());

        assertThat(desk.toString()).doesNotContain("abab");
        assertThat(json.writeValueAsString(desk.withoutSecrets())).doesNotContain("abab");
        assertThat(json.readValue("{\"letterBox\": \"" + box.base64() + "\"}", DeskSheet.class))
                .isEqualTo(desk.withoutSecrets());
    }

    private static InputStream golden(String file) {
        return JournalJsonTest.class.getResourceAsStream("golden/" + file);
    }
}
