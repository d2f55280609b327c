package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From rehearsal to the day and to its end: by the interface and by the page. */
final class ClosingIT {
    private final ApiClient organiser = RunningServer.organiser();

    @Test
    void whatWasPractisedNeitherCountsNorGoesWhenTheEventGoesLive() {
        LiveDay day = LiveDay.begin(organiser);
        phase(day, "REHEARSAL");
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        day.reportScans(kiosk, 0, LiveDay.GUESTS, "main", "REHEARSAL");
        day.reportScans(kiosk, 0, 10, "main", "REHEARSAL");
        int practised = facts(day);
        assertThat(practised).isEqualTo(50);

        phase(day, "LIVE");

        assertThat(organiser
                        .get(day.path() + "/live")
                        .expect(200)
                        .json()
                        .path("arrived")
                        .asInt(-1))
                .isZero();
        assertThat(facts(day)).as("nothing deleted").isEqualTo(practised);
        organiser.put(day.path() + "/closing/phase", "{}").expect(400);
        organiser.put(day.path() + "/closing/phase", "{\"phase\": \"VORBEI\"}").expect(400);
    }

    @Test
    void aKioskThatIsOffIsNamedWhenTheEventClosesAndDeliversALaterDay() throws IOException {
        LiveDay day = LiveDay.begin(organiser);
        ApiClient on = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        ApiClient off = day.device("kiosk-2", "KIOSK", "Kiosk 2");
        day.reportScans(on, 1, 11, "main", "LIVE");
        day.beat(on, "READY", 0);
        day.beat(off, "READY", 3);
        String late = day.scansToReport(off, 20, 23, "main");

        JsonNode closing = closing(day);
        assertThat(step(closing, "DELIVERED")).contains("Kiosk 2").doesNotContain("Kiosk 1");
        assertThat(step(closing, "CLARIFIED")).contains("\"reached\":true");
        assertThat(step(closing, "WIPED")).contains("Kiosk 1", "Kiosk 2");
        organiser.post(day.path() + "/closing/figures", "").expect(200);
        organiser
                .put(
                        day.path() + "/retention",
                        "{\"eraseOn\": \""
                                + LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(90) + "\"}")
                .expect(200);
        phase(day, "CLOSED");
        JsonNode frozen = closing(day).path("frozen");
        assertThat(frozen.path("arrived").asInt()).isEqualTo(10);
        assertThat(frozen.path("behind").toString()).contains("Kiosk 2").doesNotContain("Kiosk 1");
        assertThat(frozen.path("late")).isEmpty();

        day.report(off, late);

        frozen = closing(day).path("frozen");
        assertThat(frozen.path("arrived").asInt()).as("frozen").isEqualTo(10);
        assertThat(frozen.path("arrivedNow").asInt()).isEqualTo(13);
        assertThat(frozen.at("/late/0/device").asText()).isEqualTo("Kiosk 2");
        assertThat(frozen.at("/late/0/entries").asInt()).isEqualTo(3);
        try (ConsoleBrowser browser = ConsoleBrowser.organiser()) {
            browser.open("closing.xhtml?event=" + day.id());
            assertThat(browser.words("figures")).startsWith("10 von 40 angekommen");
            assertThat(browser.words("behind")).contains("Kiosk 2");
            assertThat(browser.words("late")).contains("Kiosk 2 (3)", "13 von 40");
            assertThat(browser.text()).contains("Die Veranstaltung ist geschlossen");
            browser.click("closing:reopen");
            assertThat(browser.text()).contains("Die Veranstaltung läuft wieder.");
            browser.click("closing:freeze").click("closing:close");
            assertThat(browser.words("figures")).startsWith("13 von 40");
        }
    }

    @Test
    void gapsInJournalsAreNamedAndAWipedDeviceCountsByItsReceiptOnly() {
        LiveDay day = LiveDay.begin(organiser);
        ApiClient kiosk = day.device("kiosk-1", "KIOSK", "Kiosk 1");
        String lost = day.scansToReport(kiosk, 1, 3, "main");
        day.reportScans(kiosk, 3, 6, "main", "LIVE");
        day.beat(kiosk, "READY", 0);
        assertThat(step(closing(day), "COMPLETE")).contains("\"reached\":false", "Kiosk 1 (2)");

        day.report(kiosk, lost);
        assertThat(step(closing(day), "COMPLETE")).contains("\"reached\":true");

        organiser.post(day.path() + "/devices/kiosk-1/wipe", "").expect(200);
        assertThat(step(closing(day), "WIPED")).as("ordered only").contains("\"reached\":false", "Kiosk 1");
        String order = day.beat(kiosk, "READY", 0).path("wipe").asText();
        kiosk.post(day.path() + "/wipes/" + order + "/receipt", "{\"destroyed\": [\"roster\"]}")
                .expect(200);
        assertThat(step(closing(day), "WIPED")).contains("\"reached\":true");
    }

    private void phase(LiveDay day, String phase) {
        organiser
                .put(day.path() + "/closing/phase", "{\"phase\": \"" + phase + "\"}")
                .expect(200);
    }

    private JsonNode closing(LiveDay day) {
        return organiser.get(day.path() + "/closing").expect(200).json();
    }

    private static String step(JsonNode closing, String kind) {
        for (JsonNode step : closing.path("steps")) {
            if (step.path("kind").asText().equals(kind)) {
                return step.toString();
            }
        }
        throw new AssertionError("no step " + kind + " in " + List.of(closing.path("steps")));
    }

    /** Counted beside the interface. */
    private static int facts(LiveDay day) {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + RunningServer.data().resolve("einlass.db") + "?busy_timeout=60000");
                PreparedStatement count = database.prepareStatement("select count(*) from facts where event = ?")) {
            count.setString(1, day.id());
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
