package org.einlass.server.console.journal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageFiles;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceService.Wipe;
import org.einlass.server.report.list.PrintedListService;
import org.einlass.server.report.list.WipeReceiptList;
import org.jspecify.annotations.Nullable;

/** The part of an event's devices that says which were wiped: when, what is no more, what a person has to remove. */
@Named
@RequestScoped
public class WipeReceiptPage {
    private static final String FILE = "wiped-devices.pdf";

    @Inject
    private DeviceService devices;

    @Inject
    private PrintedListService lists;

    @Inject
    private AuditService audit;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageFiles files;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    /** The newest order first. */
    public List<Wipe> getAll() {
        return current.shown("wipes", () -> devices.wipes(current.id()));
    }

    public String ordered(Wipe wipe) {
        return reader.moment(wipe.state().orderedAt(), current.zone());
    }

    /** When the device acknowledged it; a word where it has not yet. */
    public String done(Wipe wipe) {
        Instant wiped = wipe.state().wipedAt();
        return wiped == null ? reader.say("wipe.waits") : reader.moment(wiped, current.zone());
    }

    public String destroyed(Wipe wipe) {
        return shown(WipeReceiptList.destroyed(wipe.state(), reader.getLocale()));
    }

    public String kept(Wipe wipe) {
        return shown(WipeReceiptList.kept(wipe.state(), reader.getLocale()));
    }

    private static String shown(@Nullable String text) {
        return text == null || text.isEmpty() ? "\u2013" : text;
    }

    /** The receipts as a file. */
    public void print() {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), FILE);
            files.send(
                    lists.pdf(lists.wipeReceipts(current.id(), devices.wipes(current.id()), reader.getLocale())),
                    "application/pdf",
                    FILE);
        });
    }
}
