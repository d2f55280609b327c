package org.einlass.kiosk.team;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReason;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.Reply;
import org.jspecify.annotations.Nullable;

/**
 * This device's call for help. It is said again and again, so that it arrives after a silence, until the server says
 * that somebody has come or the caller takes it back. From any thread.
 */
public final class HelpSignal {
    private final BiConsumer<HelpReport, Consumer<Reply<HelpCall>>> uplink;
    private final Supplier<EntryId> ids;
    private @Nullable HelpReport said;
    private @Nullable HelpCall heard;

    /** How far a call has come. */
    public enum State {
        NONE,
        /** The server has not heard of it yet. */
        UNHEARD,
        /** Desks and the live page show it. */
        HEARD,
        /** Somebody said that they come. */
        COMING
    }

    /** @param uplink tells the server; it replies on any thread */
    public HelpSignal(BiConsumer<HelpReport, Consumer<Reply<HelpCall>>> uplink, Supplier<EntryId> ids) {
        this.uplink = uplink;
        this.ids = ids;
    }

    /** Calls somebody; while a call goes on, nothing more. */
    public void call(HelpReason reason) {
        synchronized (this) {
            if (said != null && !said.ended()) {
                return;
            }
            said = new HelpReport(ids.get(), reason, false);
            heard = null;
        }
        look();
    }

    /** Nobody is needed any more. */
    public void takeBack() {
        synchronized (this) {
            if (said == null) {
                return;
            }
            said = new HelpReport(said.call(), said.reason(), true);
            heard = null;
        }
        look();
    }

    /** Every few seconds: says it again, for as long as somebody is wanted or the server does not know that nobody is. */
    public void look() {
        HelpReport report;
        synchronized (this) {
            report = said;
        }
        if (report != null) {
            uplink.accept(report, reply -> reply.answer().ifPresent(answer -> hear(report, answer)));
        }
    }

    private synchronized void hear(HelpReport report, HelpCall answer) {
        if (report.equals(said)) {
            heard = answer;
            said = answer.ended() ? null : said;
        }
    }

    /** How far the call has come. */
    public synchronized State state() {
        if (said == null || said.ended()) {
            return State.NONE;
        }
        if (heard == null) {
            return State.UNHEARD;
        }
        return heard.isAcknowledged() ? State.COMING : State.HEARD;
    }

    /** The desk that comes, as people call it; empty where nobody comes yet, or an organiser does. */
    public synchronized Optional<String> coming() {
        return state() == State.COMING && heard != null
                ? Optional.ofNullable(heard.acknowledgedBy())
                : Optional.empty();
    }
}
