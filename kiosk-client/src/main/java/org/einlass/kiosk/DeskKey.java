package org.einlass.kiosk;

import java.util.Objects;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.wire.DataKeyGrant;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.store.KeyFile;
import org.einlass.kiosk.sync.KeySource;

/**
 * Brings a staffed desk its data key: at the start and when the server has changed it, but not after a person
 * has locked the desk. Other devices get none. All methods run on the loop.
 */
final class DeskKey {
    private final SerialExecutor serialExecutor;
    private final KeyFile vault;
    private final KeySource source;
    private boolean wanted;

    /** @param isDesk whether this device may have a key at all */
    DeskKey(SerialExecutor serialExecutor, KeyFile vault, KeySource source, boolean isDesk) {
        this.serialExecutor = serialExecutor;
        this.vault = vault;
        this.source = source;
        this.wanted = isDesk;
    }

    /** The server has answered a heartbeat. */
    void heard(HeartbeatAnswer answer) {
        boolean changed = vault.isUnlocked()
                && answer.dataKey() != null
                && !Objects.equals(vault.number().orElse(null), answer.dataKey());
        if (answer.standing() == DeviceTrust.ENROLLED && (wanted || changed)) {
            source.fetchDataKey(reply -> reply.answer().ifPresent(grant -> serialExecutor.execute(() -> told(grant))));
        }
    }

    /** A key that comes after the desk was locked is not wanted any more. */
    private void told(DataKeyGrant grant) {
        if (!wanted && !vault.isUnlocked()) {
            return;
        }
        DataKey.parse(grant.number(), grant.key()).ifPresent(key -> {
            vault.unlock(key);
            wanted = false;
        });
    }

    /** A person opens the desk with its card. @return whether it is this desk's card */
    boolean unlock(UnlockCard card) {
        boolean opened = vault.unlock(card);
        wanted = wanted && !opened;
        return opened;
    }

    /**
     * A person closes the desk: it knows nobody by name until it is opened with its card or {@link #want}ed.
     */
    void lock() {
        wanted = false;
        vault.lock();
    }

    /** The key may come from the server, with the next heartbeat. */
    void want() {
        wanted = true;
    }
}
