package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.MorningPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server dies while guests are at the kiosk: no badge comes out whose admission is not in the kiosk's
 * journal.
 */
final class ServerKilledMidScanIT {
    private static final int GUESTS = 24;
    private static final int KILLED_AT = 9;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void noBadgeWithoutAJournalledOutcome() throws Exception {
        Path store;
        List<Path> badges;
        try (RunningHouse runningHouse = RunningHouse.open(folder.resolve("server"))) {
            DemoCongress congress = DemoCongress.on(runningHouse.server(), runningHouse.organiserToken());
            congress.inviteGuests();
            List<Path> tickets = photographs(congress);

            try (Entrance kiosk = new Entrance(congress, "kiosk-1", folder)) {
                CompletableFuture<Void> killed = new CompletableFuture<>();
                for (int guest = 0; guest < GUESTS; guest++) {
                    if (guest == KILLED_AT) {
                        killed = CompletableFuture.runAsync(() -> losesPower(runningHouse));
                    }
                    kiosk.shows(tickets.get(guest));
                }
                killed.join();
                runningHouse.powerReturns();

                assertThat(kiosk.delivers()).isTrue();
                badges = kiosk.badges();
                store = kiosk.store();
            }
        }

        Set<String> admitted = new HashSet<>();
        Set<String> printed = new HashSet<>();
        for (JsonNode entry : journal(store)) {
            if (entry.get("type").asText().equals("scanned")
                    && entry.get("outcome").get("verdict").asText().equals("ADMITTED")) {
                admitted.add(entry.get("head").get("id").asText());
            }
            if (entry.get("type").asText().equals("printed")) {
                assertThat(admitted).contains(entry.get("scan").asText());
                printed.add(entry.get("print").asText());
            }
        }
        assertThat(badges).hasSizeGreaterThanOrEqualTo(KILLED_AT - 1);
        assertThat(badges).extracting(ServerKilledMidScanIT::print).isSubsetOf(printed);
    }

    /** The print's id, from {@code badge-0001-ID.pdf}. */
    private static String print(Path badge) {
        return badge.getFileName().toString().replaceAll("^badge-[0-9]+-|[.]pdf$", "");
    }

    private static void losesPower(RunningHouse runningHouse) {
        try {
            runningHouse.losesPower();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Path> photographs(DemoCongress congress) throws Exception {
        Path pictures = folder.resolve("pictures");
        MorningPictures camera = new MorningPictures(pictures);
        congress.organiser().registrations().stream()
                .filter(guest -> guest.get("particulars").get("status").asText().equals("CONFIRMED"))
                .limit(GUESTS)
                .forEach(guest -> camera.ticket(congress.organiser().ticket(guest), "ticket"));
        try (Stream<Path> files = Files.list(pictures)) {
            return files.sorted().toList();
        }
    }

    /** The entries in the order in which they were written. */
    private List<JsonNode> journal(Path store) throws Exception {
        List<JsonNode> entries = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + store.resolve("journal.db"));
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select body from entry order by epoch, sequence")) {
            while (rows.next()) {
                entries.add(json.readTree(rows.getString("body")));
            }
        }
        return entries;
    }
}
