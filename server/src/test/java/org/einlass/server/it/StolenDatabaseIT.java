package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnusable;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.device.helper.HelperService;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.ServerKeyCheck;
import org.einlass.server.report.certificate.CertificateKeyTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody copies the database of a running server, without its key file and the folder {@code keys}. */
final class StolenDatabaseIT {
    private final String name = RunningServer.newEvent();
    private final String event = "events/" + name;
    private final ApiClient organiser = RunningServer.organiser();

    @TempDir
    private Path thief;

    @Test
    void aStolenDatabaseWithoutItsKeysOpensNothingAndSignsNothing() throws Exception {
        Map<String, String> secrets = new HashMap<>(told());
        organiser.get(event + "/certificates/key.pem").expect(200);
        Path copy = copy();
        EventId id = new EventId(name);
        try (Store store = Store.open("jdbc:sqlite:" + copy)) {
            secrets.putAll(sealed(store, id));

            assertThat(secrets).hasSize(8);
            List<String> texts = texts(copy);
            secrets.forEach(
                    (what, secret) -> assertThat(texts).as(what).isNotEmpty().noneMatch(text -> text.contains(secret)));
            assertThat(texts).noneMatch(text -> text.contains("PRIVATE KEY"));
            ServerKey invented = ServerKey.of(thief.resolve("invented.key"));
            opensNothing(store, handle -> new CodeKeyTable(invented).forDesk(handle, id));
            opensNothing(store, handle -> new CertificateKeyTable(invented).of(handle, id));
            opensNothing(store, handle -> new DataKeyTable(invented).find(handle, id));
            HelperService helpers = new HelperService(store, invented, Clock.systemUTC(), new Random());
            assertThatThrownBy(() -> helpers.badges(id, List.of())).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> ServerKeyCheck.keyOf(store, thief.resolve("invented.key"), Instant.now()))
                    .isInstanceOf(StoreUnusable.class);
            assertThatThrownBy(() -> ServerKeyCheck.keyOf(store, thief.resolve("none.key"), Instant.now()))
                    .isInstanceOf(StoreUnusable.class);
        }
    }

    /** Secrets that the server told once. */
    private Map<String, String> told() {
        JsonNode desk = organiser
                .put(event + "/devices/desk-1", "{\"kind\": \"DESK\"}")
                .expect(200)
                .json();
        JsonNode enrolment = organiser
                .post(event + "/enrolments", "{\"kind\": \"KIOSK\", \"doors\": [\"main\"]}")
                .expect(200)
                .json();
        JsonNode helper = organiser
                .post(event + "/helpers", "{\"name\": \"Stolen\", \"work\": \"DESK\"}")
                .expect(200)
                .json();
        JsonNode person = organiser
                .post("people", "{\"name\": \"Stolen " + name + "\", \"roles\": {\"" + name + "\": \"AUDITOR\"}}")
                .expect(200)
                .json();
        JsonNode token = organiser
                .post(
                        "tokens",
                        "{\"name\": \"stolen\", \"role\": \"AUDITOR\", \"expires\": \""
                                + Instant.now().plus(1, ChronoUnit.DAYS) + "\"}")
                .expect(200)
                .json();
        organiser.as(desk.path("token").asText()).get(event + "/doors/main").expect(200);
        return Map.of(
                "a device's token", desk.path("token").asText(),
                "an enrolment code", enrolment.path("code").asText(),
                "a helper's badge", helper.path("card").asText(),
                "an invitation", person.path("secret").asText(),
                "a program's token", token.path("secret").asText());
    }

    /** What stands in the database under the server's own key. */
    private Map<String, String> sealed(Store store, EventId id) {
        ServerKey own = ServerKey.of(RunningServer.data().resolve("keys").resolve("einlass.key"));
        return store.read(handle -> Map.of(
                "the key of codes",
                new CodeKeyTable(own).forDesk(handle, id).orElseThrow().secret(),
                "the key of certificates",
                new CertificateKeyTable(own)
                        .of(handle, id)
                        .orElseThrow()
                        .signing()
                        .secret(),
                "the desks' data key",
                new DataKeyTable(own).find(handle, id).map(DataKey::text).orElseThrow()));
    }

    private static void opensNothing(Store store, Function<org.jdbi.v3.core.Handle, Object> reading) {
        assertThatThrownBy(() -> store.read(reading::apply)).isInstanceOf(IllegalStateException.class);
    }

    private Path copy() throws SQLException {
        Path copy = thief.resolve("stolen.db");
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + RunningServer.data().resolve("einlass.db") + "?busy_timeout=60000");
                Statement statement = database.createStatement()) {
            statement.execute("vacuum into '" + copy + "'");
        }
        assertThat(Files.exists(copy)).isTrue();
        return copy;
    }

    /** Each value of each table, as text. */
    private static List<String> texts(Path file) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement tables = database.createStatement();
                ResultSet names = tables.executeQuery("select name from sqlite_master where type = 'table'")) {
            while (names.next()) {
                addAll(texts, database, names.getString(1));
            }
        }
        return texts;
    }

    private static void addAll(List<String> texts, Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    String value = rows.getString(column);
                    if (value != null) {
                        texts.add(value);
                    }
                }
            }
        }
    }
}
