package org.einlass.proof.theft;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.SilentView;
import org.einlass.kiosk.gate.Sample;

/** A kiosk as a program of its own that reads one ticket, prints its badge over IPP and goes on until it is killed. */
public final class PrintingKiosk {
    private PrintingKiosk() {}

    /** Arguments: the folder of its disk, the server's address, the printer's address. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> values = Map.of(
                "kind",
                "kiosk",
                "server",
                arguments[1],
                "deadline",
                "10000",
                "event",
                Sample.EVENT.toString(),
                "door",
                Sample.DOOR.toString(),
                "token",
                "canary-token",
                "printer",
                arguments[2],
                "store",
                arguments[0]);
        try (Kiosk kiosk = KioskFactory.of(KioskSettings.read(Path.of(""), values), new SilentView())) {
            kiosk.ready().get(2, TimeUnit.MINUTES);
            kiosk.read(Sample.ticket(1).text());
            new CountDownLatch(1).await();
        }
    }
}
