package org.einlass.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorSettings;
import org.junit.jupiter.api.Test;

/** Newer devices read what older servers write, and older devices what newer servers write. */
final class OlderServersTest {
    private static final String SHEET = """
            {"event": "dt-2022", "eventTitle": {"german": "DT", "english": "DT"}, "zone": "Europe/Berlin",
             "dayStart": "04:00:00", "phase": "LIVE", "salt": "000102030405060708090a0b0c0d0e0f", "categories": [],
             "programmes": [], "door": "nord", "doorTitle": {"german": "Nord", "english": "North"},
             %s"rule": {"categories": [], "programmes": [], "window": {"grace": "PT0S"}, "repetition": "FREE",
             "reentryWindow": "PT0S", "provisional": false}, "serverTime": "2022-07-04T07:12:00Z"}
            """;

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void takesADoorOfAnOlderServerForAnEntranceThatPrints() throws IOException {
        DoorSheet sheet = json.readValue(SHEET.formatted(""), DoorSheet.class);

        assertThat(sheet.settings()).isEqualTo(new DoorSettings(Direction.ENTRY, sheet.rule(), true));
        assertThat(sheet.calendar().dayOf(Instant.parse("2022-07-05T01:59:59Z")))
                .isEqualTo(LocalDate.of(2022, 7, 4));
    }

    @Test
    void readsThatADoorPrintsNothing() throws IOException {
        DoorSheet sheet =
                json.readValue(SHEET.formatted("\"direction\": \"EXIT\", \"prints\": false, "), DoorSheet.class);

        assertThat(sheet.settings()).isEqualTo(new DoorSettings(Direction.EXIT, sheet.rule(), false));
    }

    /** A device that does not know the mark takes the row away, as before. */
    @Test
    void givesNoRightWithARevokedCode() throws IOException {
        RosterRow row = json.readValue("""
                {"code": "000102030405060708090a0b0c0d0e0f", "registration": "00000000-0000-7000-8000-000000000001",
                 "version": 3, "revoked": true}
                """, RosterRow.class);

        assertThat(row).isEqualTo(RosterRow.ofRevoked(row.code(), row.registration(), 3));
        assertThat(row.entitlement()).isNull();
        assertThat(json.writeValueAsString(row)).contains("\"revoked\":true").doesNotContain("entitlement");
    }
}
