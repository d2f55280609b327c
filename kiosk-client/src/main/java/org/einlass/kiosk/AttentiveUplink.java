package org.einlass.kiosk;

import java.util.function.Consumer;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Uplink;

/** An uplink that also tells the rest of the kiosk whenever the server was heard of. */
final class AttentiveUplink implements Uplink {
    private final Uplink uplink;
    private final Runnable heard;
    private final Consumer<DoorSheet> sheets;

    AttentiveUplink(Uplink uplink, Runnable heard, Consumer<DoorSheet> sheets) {
        this.uplink = uplink;
        this.heard = heard;
        this.sheets = sheets;
    }

    @Override
    public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
        uplink.ask(question, reply -> {
            then.accept(reply);
            reply.answer().ifPresent(answer -> heard.run());
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
        });
    }
}
