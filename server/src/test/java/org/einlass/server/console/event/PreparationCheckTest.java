package org.einlass.server.console.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.server.console.event.PreparationItem.State;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceState;
import org.einlass.server.event.EventDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said to be done before the day is done. */
final class PreparationCheckTest {
    private static final Instant NOW = Instant.parse("2031-05-05T16:00:00Z");
    private static final EventDocument EVENT = EventModel.ONE_DAY.document(
            new Wording("Tagung", "Conference"), LocalDate.of(2031, 5, 6), ZoneId.of("Europe/Berlin"));

    @Test
    void aNewEventHasItsDoorsAndNothingElse() {
        List<PreparationItem> items = check(EVENT, 0, List.of());

        assertThat(items)
                .filteredOn(PreparationItem::isDone)
                .extracting(PreparationItem::key)
                .containsExactly("doors", "badges", "quarantine");
        assertThat(items).extracting(PreparationItem::state).doesNotContain(State.TROUBLE);
    }

    @Test
    void aDeviceThatIsSilentOrTroubledIsNamed() {
        DeviceState well = device("Kiosk 1", NOW.minusSeconds(20), "READY");
        DeviceState silent = device("Kiosk 2", NOW.minus(Duration.ofMinutes(6)), "PAPER_OUT");

        List<PreparationItem> items = check(EVENT.withPhase(Phase.LIVE), 500, List.of(well, silent));

        assertThat(item(items, "heard")).isEqualTo(PreparationItem.of("heard", State.TROUBLE, "devices", "Kiosk 2"));
        assertThat(item(items, "printers"))
                .isEqualTo(PreparationItem.of("printers", State.TROUBLE, "devices", "Kiosk 2"));
        assertThat(item(items, "roster").values()).containsExactly("Kiosk 1, Kiosk 2");
        assertThat(item(items, "phase").isDone()).isTrue();
        assertThat(item(check(EVENT, 500, List.of(well)), "heard").isDone()).isTrue();
    }

    @Test
    void aPrinterThatPrintedNothingYetIsNotCalledReady() {
        DeviceState untried = device("Kiosk 1", NOW, null);

        assertThat(item(check(EVENT, 1, List.of(untried)), "printers"))
                .isEqualTo(PreparationItem.of("printers", State.MISSING, "devices"));
    }

    @Test
    void everyStateHasItsSentence() {
        ResourceBundle texts = ResourceBundle.getBundle("org.einlass.server.console.texts", Locale.GERMAN);
        DeviceState silent = device("Kiosk 2", NOW.minus(Duration.ofDays(1)), "TROUBLE");
        List<DeviceState> well = List.of(device("Kiosk 1", NOW, "READY"));

        for (List<DeviceState> devices : List.of(List.<DeviceState>of(), well, List.of(silent))) {
            for (PreparationItem item : check(EVENT, devices.size(), devices)) {
                assertThat(texts.getString("prepare." + item.key() + "."
                                + item.state().name().toLowerCase(Locale.ROOT)))
                        .isNotBlank();
            }
        }
    }

    private static List<PreparationItem> check(EventDocument event, int registered, List<DeviceState> devices) {
        return new PreparationCheck(event, registered, devices, false, NOW).items();
    }

    private static PreparationItem item(List<PreparationItem> items, String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst().orElseThrow();
    }

    private static DeviceState device(String title, Instant seen, @Nullable String printer) {
        Heartbeat heartbeat =
                new Heartbeat("1", DoorRule.VERSION, "KIOSK", Phase.LIVE, 0, 0, 0, 0, null, null, printer);
        return new DeviceState(
                new DeviceId(title.toLowerCase(Locale.ROOT).replace(' ', '-')),
                1,
                title,
                DeviceKind.KIOSK,
                List.of(),
                null,
                null,
                null,
                seen,
                null,
                heartbeat,
                null);
    }
}
