package org.einlass.kiosk;

import java.util.Objects;
import java.util.function.Consumer;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.kiosk.gate.BadgeLayoutSource;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.store.RestartState;

/**
 * Keeps the organiser's badge layouts on this device, so that it prints by them without network, too. Asks for them
 * with each heartbeat, by the digest of what it has. On the sync loop.
 */
final class BadgeLayoutSync {
    private final SerialExecutor loop;
    private final RestartState kept;
    private final BadgeLayoutSource source;
    private final Consumer<BadgeLayoutSet> printer;
    private String known = "";

    /** @param printer is told the layouts to print by, on the sync loop */
    BadgeLayoutSync(
            SerialExecutor loop, RestartState kept, BadgeLayoutSource source, Consumer<BadgeLayoutSet> printer) {
        this.loop = loop;
        this.kept = kept;
        this.source = source;
        this.printer = printer;
    }

    /** Prints by what an earlier start has kept. Once. */
    void begin() {
        BadgeLayoutSet last = kept.badgeLayouts();
        if (!last.digest().isEmpty()) {
            known = last.digest();
            printer.accept(last);
        }
    }

    /** Asks the server whether anything has changed. */
    void ask() {
        source.fetchLayouts(known, reply -> reply.answer().ifPresent(told -> loop.execute(() -> heard(told))));
    }

    private void heard(BadgeLayoutSet told) {
        if (told.digest().equals(known) || told.layouts() == null) {
            return;
        }
        known = Objects.requireNonNull(told.digest());
        kept.keep(told);
        printer.accept(told);
    }
}
