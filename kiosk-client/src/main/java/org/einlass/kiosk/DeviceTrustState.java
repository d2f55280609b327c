package org.einlass.kiosk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.store.RestartState;
import org.einlass.kiosk.store.TrustRecord;
import org.einlass.kiosk.sync.HeartbeatUplink;

/**
 * Whether this device still has the organiser's trust. A withdrawal is on the disk before anything follows
 * from it, an order to wipe is noted, then carried out, then receipted, and a restart goes on wherever a
 * power cut broke in. No date and no clock ever withdraws a device, and nothing here touches the journal.
 *
 * <p>As long as the network is not encrypted, somebody in its midst can forge both. That costs the device its
 * roster until the real server is heard again, which calls it back to work: nothing that only this device has
 * can be lost.
 *
 * <p>All methods run on the loop, but {@link #begin}, which comes before all others.
 */
final class DeviceTrustState {
    private static final Logger LOG = System.getLogger(DeviceTrustState.class.getName());

    private final SerialExecutor serialExecutor;
    private final RestartState restartState;
    private final String token;
    private final HeartbeatUplink heartbeatUplink;
    private final Ward ward;
    private Optional<TrustRecord> note = Optional.empty();
    private boolean destroying;

    /** What a withdrawal does to the rest of the device. */
    interface Ward {

        /** Nobody is admitted any more, and nothing is read from the server. */
        void withdraw();

        /** The device works again. */
        void readmit();

        /** Destroys the roster. */
        void dropRoster();

        /**
         * Destroys all but the journal; {@code then} hears, on any thread, what is no more, if all of it is.
         */
        void destroy(Consumer<List<String>> then);

        /** What a person has to remove, since this device cannot: in the words of {@link WipeReceipt.Kept}. */
        List<String> kept();
    }

    /** @param token mark of the token in this device's settings */
    DeviceTrustState(
            SerialExecutor serialExecutor,
            RestartState restartState,
            String token,
            HeartbeatUplink heartbeatUplink,
            Ward ward) {
        this.serialExecutor = serialExecutor;
        this.restartState = restartState;
        this.token = token;
        this.heartbeatUplink = heartbeatUplink;
        this.ward = ward;
    }

    /** Takes up what an earlier start has left. @return whether the device may work */
    boolean begin() {
        note = restartState.custody();
        note.filter(known -> known.revoked() && !isFormer(known) && !known.isUnfinished())
                .ifPresent(known -> ward.dropRoster());
        if (isWithdrawn()) {
            ward.withdraw();
        }
        if (note.filter(TrustRecord::isUnfinished).isPresent()) {
            serialExecutor.execute(this::destroy);
        }
        if (note.filter(known -> isFormer(known) && known.wipe() == null).isPresent()) {
            forget();
        }
        return !isWithdrawn();
    }

    private boolean isFormer(TrustRecord known) {
        return !known.token().equals(token);
    }

    boolean isWithdrawn() {
        return note.filter(known -> known.withdraws(token)).isPresent();
    }

    /** The server says that this device was revoked. */
    void revoked() {
        if (note.filter(known -> !isFormer(known) && known.revoked()).isPresent()) {
            return;
        }
        LOG.log(
                Level.WARNING,
                "The organiser has withdrawn this device; it delivers its journal and does nothing else.");
        keep(mine().withdrawn());
        ward.withdraw();
        ward.dropRoster();
    }

    /** The server has answered a heartbeat. */
    void heard(HeartbeatAnswer answer) {
        if (answer.standing() == DeviceTrust.REVOKED) {
            revoked();
        }
        UUID order = answer.wipe();
        if (order != null && note.filter(known -> order.equals(known.wipe())).isEmpty()) {
            ordered(order);
            return;
        }
        if (answer.standing() == DeviceTrust.ENROLLED && order == null) {
            trusted();
        }
        goOn();
    }

    private void ordered(UUID order) {
        LOG.log(Level.WARNING, "The organiser has ordered this device to be wiped; only its journal stays.");
        keep(mine().ordered(order));
        ward.withdraw();
        destroy();
    }

    /** Whatever withdrew this device was not the server, or the server's word holds no longer. */
    private void trusted() {
        boolean wasWithdrawn = isWithdrawn();
        if (wasWithdrawn && note.filter(TrustRecord::isUnfinished).isEmpty()) {
            LOG.log(Level.WARNING, "The server knows nothing of a withdrawal; this device works again.");
            forget();
        }
        if (!isWithdrawn()) {
            ward.readmit();
        }
    }

    private void goOn() {
        if (note.filter(TrustRecord::isUnfinished).isPresent()) {
            destroy();
        }
        note.filter(TrustRecord::owesReceipt).ifPresent(this::sendReceipt);
    }

    /** Once at a time, and again with the next heartbeat where something could not be destroyed. */
    private void destroy() {
        if (destroying) {
            return;
        }
        destroying = true;
        ward.destroy(things -> serialExecutor.execute(() -> destroyed(things)));
    }

    private void destroyed(List<String> things) {
        destroying = false;
        if (things.isEmpty()) {
            return;
        }
        note.filter(TrustRecord::isUnfinished).ifPresent(known -> keep(known.emptied(things)));
        note.filter(TrustRecord::owesReceipt).ifPresent(this::sendReceipt);
    }

    private void sendReceipt(TrustRecord known) {
        UUID order = known.wipe();
        List<String> things = known.destroyed();
        if (order == null || things == null) {
            return;
        }
        heartbeatUplink.receipt(
                order,
                new WipeReceipt(things, ward.kept()),
                reply -> reply.answer()
                        .filter(state -> order.equals(state.order()))
                        .ifPresent(state -> serialExecutor.execute(() -> taken(order))));
    }

    private void taken(UUID order) {
        note.filter(known -> order.equals(known.wipe())).ifPresent(known -> {
            if (isFormer(known)) {
                forget();
                return;
            }
            keep(known.acknowledged());
        });
    }

    private TrustRecord mine() {
        return note.filter(known -> !isFormer(known)).orElseGet(() -> TrustRecord.of(token));
    }

    private void keep(TrustRecord changed) {
        restartState.keep(changed);
        note = Optional.of(changed);
    }

    private void forget() {
        restartState.forgetCustody();
        note = Optional.empty();
    }
}
