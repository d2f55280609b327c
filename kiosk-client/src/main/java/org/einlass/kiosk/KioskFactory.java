package org.einlass.kiosk;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.kiosk.enrolment.DeviceIdentity;
import org.einlass.kiosk.enrolment.EnrolmentFile;
import org.einlass.kiosk.enrolment.TokenRenewal;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.FolderPrinter;
import org.einlass.kiosk.print.SystemQueue;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.HttpUplink;
import org.einlass.kiosk.sync.ServerAddress;
import org.einlass.kiosk.sync.SyncSettings;

/** Puts a kiosk together from its settings, with the real clock, disk, network and printer. */
public final class KioskFactory {
    private KioskFactory() {}

    /**
     * Opens the kiosk; it looks for the server at once.
     *
     * @throws org.einlass.kiosk.store.StoreException with one sentence where the store cannot be used
     */
    public static Kiosk of(KioskSettings settings, KioskView view) {
        return of(settings, printer(settings.documents()), view);
    }

    /** The same, with {@code documents} for lists and reports. */
    static Kiosk of(KioskSettings settings, BadgePrinter documents, KioskView view) {
        SecureRandom chance = new SecureRandom();
        DeviceClock clock = SystemClocks.clock();
        EpochId epoch = new EpochId(TimeOrderedUuid.next(clock.now(), chance));
        DeviceStore deviceStore = DeviceStore.open(settings.store(), epoch);
        TokenRenewal renewal = settings.identity() == null
                ? null
                : TokenRenewal.start(new EnrolmentFile(settings.store()), settings.language(), chance);
        HttpUplink uplink = renewal == null
                ? new HttpUplink(settings.address(), clock::stamp)
                : new HttpUplink(settings.address(), renewal, renewal.trust(), clock::stamp);
        Kiosk.Parts parts = new Kiosk.Parts(
                GateSettings.USUAL.withDeadline(settings.deadline()),
                SyncSettings.USUAL,
                clock,
                chance,
                uplink,
                uplink,
                uplink,
                uplink,
                uplink,
                uplink,
                uplink,
                uplink,
                new Kiosk.Papers(
                        mark(settings), settings.kind(), settings.address().door(), () -> LeftByWipe.of(settings)),
                deviceStore,
                printers(settings),
                documents,
                settings.paper(),
                settings.labels(),
                () -> {
                    uplink.close();
                    if (renewal != null) {
                        renewal.close();
                    }
                });
        return new Kiosk(parts, view).open();
    }

    /** Another mark than before brings a withdrawn device back: a new token, or a new enrolment. */
    private static String mark(KioskSettings settings) {
        DeviceIdentity identity = settings.identity();
        return identity == null
                ? settings.address().tokenMark()
                : ServerAddress.mark(identity.enrolment().toString());
    }

    private static List<BadgePrinter> printers(KioskSettings settings) {
        return Stream.concat(Stream.of(settings.outlet()), settings.neighbours().stream())
                .map(KioskFactory::printer)
                .toList();
    }

    static BadgePrinter printer(BadgeOutlet outlet) {
        return outlet.fold(new BadgeOutlet.Cases<>() {
            @Override
            public BadgePrinter queue(BadgeOutlet.Queue queue) {
                return SystemQueue.of(queue.name());
            }

            @Override
            public BadgePrinter ipp(BadgeOutlet.Ipp printer) {
                return new IppPrinter(printer.uri().words(), printer.uri());
            }

            @Override
            public BadgePrinter folder(BadgeOutlet.Folder folder) {
                return new FolderPrinter(folder.path());
            }

            @Override
            public BadgePrinter nowhere() {
                return new NoPrinter();
            }

            @Override
            public BadgePrinter unknown(BadgeOutlet.Unknown assigned) {
                return new UnknownPrinter(assigned.text());
            }
        });
    }
}
