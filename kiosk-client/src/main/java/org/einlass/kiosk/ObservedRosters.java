package org.einlass.kiosk;

import java.util.function.Consumer;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.sync.RosterSource;

/**
 * The roster's source, which also tells the rest of the kiosk when it answered, and why it was silent: it is asked most often of
 * all.
 */
record ObservedRosters(RosterSource source, Runnable heard, Consumer<NoAnswer> silent) implements RosterSource {

    @Override
    public void fetchSnapshot(Consumer<Reply<RosterSnapshot>> then) {
        source.fetchSnapshot(attentive(then));
    }

    @Override
    public void fetchPart(RosterSnapshot snapshot, long from, Consumer<Reply<byte[]>> then) {
        source.fetchPart(snapshot, from, attentive(then));
    }

    @Override
    public void fetchChanges(RosterCursor cursor, Consumer<Reply<RosterChanges>> then) {
        source.fetchChanges(cursor, attentive(then));
    }

    private <T> Consumer<Reply<T>> attentive(Consumer<Reply<T>> then) {
        return reply -> {
            then.accept(reply);
            reply.answer().ifPresent(answer -> heard.run());
            ObservedUplink.tell(reply, silent);
        };
    }
}
