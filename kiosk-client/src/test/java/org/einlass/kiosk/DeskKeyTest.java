package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.DataKeyGrant;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeskKeyTest {
    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final List<Consumer<Reply<DataKeyGrant>>> asked = new ArrayList<>();
    private DeviceStore deviceStore;
    private DeskKey desk;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        desk = new DeskKey(loop, deviceStore.vault(), asked::add, true);
    }

    @AfterEach
    void close() {
        deviceStore.close();
    }

    @Test
    void fetchesTheKeyAtTheStartUntilTheServerHasToldIt() {
        hear(DeviceTrust.ENROLLED, 1);
        asked.get(0).accept(new Reply.Silent<>(NoAnswer.UNREACHABLE));
        hear(DeviceTrust.ENROLLED, 1);
        tell(1);
        hear(DeviceTrust.ENROLLED, 1);

        assertThat(asked).hasSize(2);
        assertThat(deviceStore.vault().number()).contains(1L);
    }

    @Test
    void fetchesAnotherKeyWhenTheServerHasChangedIt() {
        hear(DeviceTrust.ENROLLED, 1);
        tell(1);
        hear(DeviceTrust.ENROLLED, 2);
        tell(2);

        assertThat(deviceStore.vault().number()).contains(2L);
    }

    @Test
    void staysLockedOnceAPersonHasLockedIt() {
        hear(DeviceTrust.ENROLLED, 1);
        desk.lock();
        tell(1);
        hear(DeviceTrust.ENROLLED, 2);

        assertThat(asked).hasSize(1);
        assertThat(deviceStore.vault().isUnlocked()).isFalse();
    }

    @Test
    void isOpenedByItsCardAfterItWasLocked() {
        hear(DeviceTrust.ENROLLED, 1);
        tell(1);
        UnlockCard card = deviceStore.vault().issueCard().orElseThrow();
        desk.lock();

        assertThat(desk.unlock(UnlockCard.next(new Random(1)))).isFalse();
        assertThat(desk.unlock(card)).isTrue();
        assertThat(deviceStore.vault().isUnlocked()).isTrue();
    }

    @Test
    void neverAsksForADeviceThatIsNoDeskOrWasWithdrawn() {
        hear(DeviceTrust.REVOKED, 1);
        hear(DeviceTrust.WIPED, 1);
        desk = new DeskKey(loop, deviceStore.vault(), asked::add, false);
        hear(DeviceTrust.ENROLLED, 1);

        assertThat(asked).isEmpty();
    }

    private void tell(long number) {
        DataKey key = DataKey.next(number, new Random(number));
        asked.get(asked.size() - 1).accept(new Reply.Answered<>(new DataKeyGrant(number, key.text())));
        loop.settle();
    }

    private void hear(DeviceTrust deviceTrust, long key) {
        desk.heard(new HeartbeatAnswer(
                Sample.EVENT, new DeviceId("desk-1"), deviceTrust, null, key, false, Sample.MORNING, null));
    }
}
