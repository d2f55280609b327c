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
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.Standing;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.Silence;
import org.einlass.kiosk.gate.VirtualLoop;
import org.einlass.kiosk.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeskKeyTest {
    private final VirtualLoop loop = new VirtualLoop(Sample.MORNING);
    private final List<Consumer<Reply<DataKeyGrant>>> asked = new ArrayList<>();
    private Store store;
    private DeskKey desk;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        store = Store.open(folder, SampleEntries.epoch());
        desk = new DeskKey(loop, store.vault(), asked::add, true);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void fetchesTheKeyAtTheStartUntilTheServerHasToldIt() {
        hear(Standing.ENROLLED, 1);
        asked.get(0).accept(new Reply.Silent<>(Silence.UNREACHABLE));
        hear(Standing.ENROLLED, 1);
        tell(1);
        hear(Standing.ENROLLED, 1);

        assertThat(asked).hasSize(2);
        assertThat(store.vault().number()).contains(1L);
    }

    @Test
    void fetchesAnotherKeyWhenTheServerHasChangedIt() {
        hear(Standing.ENROLLED, 1);
        tell(1);
        hear(Standing.ENROLLED, 2);
        tell(2);

        assertThat(store.vault().number()).contains(2L);
    }

    @Test
    void staysLockedOnceAPersonHasLockedIt() {
        hear(Standing.ENROLLED, 1);
        desk.lock();
        tell(1);
        hear(Standing.ENROLLED, 2);

        assertThat(asked).hasSize(1);
        assertThat(store.vault().isUnlocked()).isFalse();
    }

    @Test
    void isOpenedByItsCardAfterItWasLocked() {
        hear(Standing.ENROLLED, 1);
        tell(1);
        UnlockCard card = store.vault().issueCard().orElseThrow();
        desk.lock();

        assertThat(desk.unlock(UnlockCard.next(new Random(1)))).isFalse();
        assertThat(desk.unlock(card)).isTrue();
        assertThat(store.vault().isUnlocked()).isTrue();
    }

    @Test
    void neverAsksForADeviceThatIsNoDeskOrWasWithdrawn() {
        hear(Standing.REVOKED, 1);
        hear(Standing.WIPED, 1);
        desk = new DeskKey(loop, store.vault(), asked::add, false);
        hear(Standing.ENROLLED, 1);

        assertThat(asked).isEmpty();
    }

    private void tell(long number) {
        DataKey key = DataKey.next(number, new Random(number));
        asked.get(asked.size() - 1).accept(new Reply.Answered<>(new DataKeyGrant(number, key.text())));
        loop.settle();
    }

    private void hear(Standing standing, long key) {
        desk.heard(
                new HeartbeatAnswer(Sample.EVENT, new DeviceId("desk-1"), standing, null, key, false, Sample.MORNING));
    }
}
