package org.einlass.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.DoorSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of one table of scans goes through the server's core and, without network, through a device's
 * gate. The device may differ only where it cannot know something that the server knows: these reasons are
 * {@link Unseen}.
 */
final class DecisionTableTest {
    private static final int LEAST_ROWS = 20_000;
    private static final int LEAST_ROWS_ALIKE = 10_000;

    private static final List<Right> RIGHTS = List.of(Right.values());
    private static final List<Before> BEFORE = List.of(Before.values());

    private final Map<ScanCase, TableResult> byServer = new HashMap<>();
    private final Map<ScanCase, TableResult> byDevice = new HashMap<>();

    /** Who shows what. */
    private record Texts(List<TableGuest> guests, Map<CodeShown, String> ofNobody) {

        String of(ScanCase row) {
            return row.code().leadsToARegistration()
                    ? codes(row).get(row.code()).text()
                    : Objects.requireNonNull(ofNobody.get(row.code()));
        }

        private Map<CodeShown, PresentedCode> codes(ScanCase row) {
            return guests.get(RIGHTS.indexOf(row.right()) * BEFORE.size() + BEFORE.indexOf(row.before()))
                    .codes();
        }
    }

    @Test
    void serverAndDeviceDecideAlikeFromTheSameFacts(@TempDir Path folder) throws IOException {
        try (TableServer server = new TableServer(folder);
                TableDevice device = new TableDevice(folder.resolve("device"), 1);
                TableDevice other = new TableDevice(folder.resolve("other"), 2)) {
            Texts texts = prepare(server, device, other);

            for (RuleVariant variant : RuleVariant.values()) {
                server.put(variant);
                decide(server, device, texts, variant);
            }
        }

        assertThat(differing()).isEmpty();
        assertThat(byDevice.size()).as("rows").isGreaterThanOrEqualTo(LEAST_ROWS);
        assertThat(byDevice.keySet().stream()
                        .filter(row -> Unseen.allTakenFrom(row).equals(row))
                        .count())
                .as("rows in which the device knows as much as the server")
                .isGreaterThanOrEqualTo(LEAST_ROWS_ALIKE);
        assertThat(missed())
                .as("rows in which the server knows better")
                .allSatisfy((reason, rows) -> assertThat(rows).as(reason.name()).isPositive());
    }

    private static Texts prepare(TableServer server, TableDevice device, TableDevice other) throws IOException {
        List<TableGuest> guests = server.enrolGuests();
        Map<CodeShown, String> ofNobody = server.textsOfNobody();
        server.handRosterTo(device);
        TableGuest newcomer = server.enrolNewcomer();
        ofNobody.put(CodeShown.NEWCOMER, newcomer.codes().get(CodeShown.TICKET).text());
        TableHistory history = new TableHistory(server.salt(), device.journal(), other.journal());
        history.write(guests);
        history.occupyFullArea(newcomer);
        server.take(new DeviceId("kiosk-1"), device.outbox());
        server.take(new DeviceId("kiosk-2"), other.outbox());
        return new Texts(guests, ofNobody);
    }

    private void decide(TableServer server, TableDevice device, Texts texts, RuleVariant variant) {
        EventSalt salt = server.salt();
        for (DoorKind door : DoorKind.values()) {
            if (!door.has(variant)) {
                continue;
            }
            for (ReuseRule reuse : ReuseRule.values()) {
                askServer(server, texts, ScanCase.at(door, reuse, variant, true));
                DoorSheet sheet = TableEvent.sheet(salt, door, reuse, variant).withGuessable(server.guessable());
                show(device, sheet, texts, ScanCase.at(door, reuse, variant, true));
                show(device, sheet, texts, ScanCase.at(door, reuse, variant, false));
            }
        }
    }

    /** The codes of one registration one after the other, each as if the others had not been shown. */
    private void askServer(TableServer server, Texts texts, List<ScanCase> rows) {
        Map<CodeShown, List<ScanCase>> byCode = new EnumMap<>(CodeShown.class);
        rows.forEach(row ->
                byCode.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row));
        byCode.values().forEach(alike -> {
            DoorId door = TableEvent.id(alike.get(0).door(), alike.get(0).reuse());
            server.ask(
                    door,
                    alike.stream()
                            .filter(row -> row.before() == Before.ASKED_ABOUT_BY_ANOTHER_DEVICE)
                            .map(texts::of)
                            .toList());
            List<TableResult> shown = server
                    .ask(door, alike.stream().map(texts::of).toList())
                    .stream()
                    .map(TableResult::of)
                    .toList();
            put(byServer, alike, shown);
            server.forgetAnswers();
        });
    }

    private void show(TableDevice device, DoorSheet sheet, Texts texts, List<ScanCase> rows) {
        put(
                byDevice,
                rows,
                device.show(
                        sheet, rows.get(0).sure(), rows.stream().map(texts::of).toList()));
    }

    private static void put(Map<ScanCase, TableResult> table, List<ScanCase> rows, List<TableResult> shown) {
        for (int i = 0; i < rows.size(); i++) {
            table.put(rows.get(i), shown.get(i));
        }
    }

    private List<String> differing() {
        List<String> differing = new ArrayList<>();
        byDevice.forEach((row, shown) -> {
            TableResult expected = expected(Unseen.allTakenFrom(row));
            if (!shown.equals(expected)) {
                differing.add(row + ": the server says " + expected + ", the device " + shown);
            }
        });
        return differing;
    }

    private TableResult expected(ScanCase row) {
        TableResult expected = Objects.requireNonNull(byServer.get(sure(row)), row::toString);
        return row.code() == CodeShown.EXTERNAL ? expected.withoutBadge() : expected;
    }

    /** How often the server, knowing what a device cannot see, decides otherwise. */
    private Map<Unseen, Long> missed() {
        Map<Unseen, Long> missed = new EnumMap<>(Unseen.class);
        for (Unseen unseen : Unseen.values()) {
            missed.put(
                    unseen,
                    byDevice.keySet().stream()
                            .filter(row -> !expected(unseen.takenFrom(row)).equals(expected(row)))
                            .count());
        }
        return missed;
    }

    private static ScanCase sure(ScanCase row) {
        return new ScanCase(row.door(), row.reuse(), row.variant(), row.code(), row.right(), row.before(), true);
    }
}
