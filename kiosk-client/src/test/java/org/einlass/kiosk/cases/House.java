package org.einlass.kiosk.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.FakeServer;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;

/** Who is invited in these cases: guests with tickets of ours, and guests with codes of another system. */
final class House {
    /** Sixty signs and more: an honest German title. */
    static final String LONG_TITLE = "Gemeinsamer Fachkongress der Länder und Kommunen zur digitalen Verwaltung in der"
            + " Mitte Deutschlands 2026";

    private static final int OWN = 60;

    private House() {}

    /** Invites guests 1 to 60 with tickets of ours, and one for each of these codes. */
    static void invite(FakeServer server, String... codes) {
        List<RosterRow> rows = new ArrayList<>();
        IntStream.rangeClosed(1, OWN).forEach(number -> {
            rows.add(SampleRoster.row(number, RegistrationStatus.CONFIRMED, 1));
            server.says(Sample.ticket(number).text(), scan -> Sample.admitted(scan, Sample.badge(number, false)));
        });
        for (int i = 0; i < codes.length; i++) {
            int number = OWN + 1 + i;
            RosterRow own = SampleRoster.row(number, RegistrationStatus.CONFIRMED, 1);
            rows.add(new RosterRow(lookUp(codes[i]), own.registration(), 1, own.entitlement(), null));
            server.says(codes[i], scan -> Sample.admitted(scan, Sample.badge(number, false)));
        }
        server.invites(rows);
    }

    private static LookupId lookUp(String code) {
        return Sample.SALT.lookupId(new ExternalCode(code));
    }

    /** The sheet of an event that is called so, with many guests waiting: screens end soon. */
    static DoorSheet sheet(String title) {
        DoorSheet is = Sample.sheet();
        return new DoorSheet(
                        is.event(),
                        Wording.same(title),
                        is.zone(),
                        is.dayStart(),
                        is.phase(),
                        is.salt(),
                        is.categories(),
                        is.programmes(),
                        is.door(),
                        is.doorTitle(),
                        is.direction(),
                        is.rule(),
                        is.prints(),
                        is.hotline(),
                        is.serverTime(),
                        null)
                .withRush(true);
    }

    static PresentedCode ticket(int number) {
        return Sample.ticket(number);
    }
}
