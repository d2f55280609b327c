package org.einlass.kiosk;

import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Uplink;

/**
 * An uplink that also tells the rest of the kiosk whenever the server was heard of, or was silent and why.
 */
final class ObservedUplink implements Uplink {
    private final Uplink uplink;
    private final Runnable heard;
    private final Consumer<DoorSheet> sheets;
    private final Consumer<NoAnswer> silent;

    ObservedUplink(Uplink uplink, Runnable heard, Consumer<DoorSheet> sheets, Consumer<NoAnswer> silent) {
        this.uplink = uplink;
        this.heard = heard;
        this.sheets = sheets;
        this.silent = silent;
    }

    static void tell(Reply<?> reply, Consumer<NoAnswer> silent) {
        reply.<Optional<NoAnswer>>fold(answer -> Optional.empty(), Optional::of).ifPresent(silent);
    }

    @Override
    public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
        uplink.ask(question, reply -> {
            then.accept(reply);
            reply.answer().ifPresent(answer -> heard.run());
            tell(reply, silent);
        });
    }

    @Override
    public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
        uplink.fetchSheet(reply -> {
            then.accept(reply);
            reply.answer().ifPresent(sheet -> {
                sheets.accept(sheet);
                heard.run();
            });
            tell(reply, silent);
        });
    }

    @Override
    public void fetchHeadCount(Consumer<Reply<RoomSheet.Count>> then) {
        uplink.fetchHeadCount(then);
    }

    @Override
    public void fetchAssigned(Consumer<Reply<DoorSheet.Assigned>> then) {
        uplink.fetchAssigned(then);
    }

    @Override
    public void stand(DoorId door) {
        uplink.stand(door);
    }
}
