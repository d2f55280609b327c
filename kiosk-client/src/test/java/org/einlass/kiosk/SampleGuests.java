package org.einlass.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.TicketCipher;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet.ProgrammeTitle;
import org.einlass.contract.wire.RosterRow;
import org.einlass.demo.DemoAttendees;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.sync.WireJson;

/** The people of the demo event as a desk gets them, without a server. */
final class SampleGuests {
    static final DataKey KEY = DataKey.next(1, new Random(11));
    static final List<Category> CATEGORIES = List.of(
            category("attendee", "Teilnehmende", "Attendee"),
            category("speaker", "Vortragende", "Speaker"),
            category("exhibitor", "Ausstellende", "Exhibitor"),
            category("press", "Presse", "Press"),
            new Category(new CategoryId("team"), new Wording("Team", "Crew"), "#444444", false));
    static final List<ProgrammeTitle> PROGRAMMES = List.of(
            new ProgrammeTitle(new ProgrammeId("egk"), Wording.same("E-Government-Kongress")),
            new ProgrammeTitle(new ProgrammeId("itls"), Wording.same("IT-Leistungsschau")));

    private SampleGuests() {}

    private static Category category(String id, String german, String english) {
        return new Category(new CategoryId(id), new Wording(german, english), "#0E3B4A", true);
    }

    /** One of them. */
    record SampleGuest(int number, RegistrationStatus status, BadgeOrder badge) {
        Attendee attendee() {
            return badge.attendee();
        }

        Code ticket() {
            return Sample.ticket(number);
        }

        /** Somebody else with the rest of this one. */
        SampleGuest named(int other, String given, String family) {
            return new SampleGuest(
                    other,
                    RegistrationStatus.CONFIRMED,
                    new BadgeOrder(
                            Sample.registration(other),
                            Attendee.of(given, family, attendee().organisation()),
                            badge.category(),
                            badge.programmes(),
                            Sample.badgeCode(other).text(),
                            false));
        }

        /** The rows of ticket and badge code. */
        List<RosterRow> rows() {
            RosterRow ticket = SampleRoster.forDesk(row(ticket()), badge, KEY);
            return List.of(ticket, row(Sample.badgeCode(number)));
        }

        private RosterRow row(Code code) {
            TicketCipher seal = new TicketCipher(Sample.SALT, code, badge.registration(), 1);
            byte[] sealed = seal.seal(WireJson.write(badge).getBytes(UTF_8), new Random(number));
            return new RosterRow(
                    Sample.SALT.lookupId(code),
                    badge.registration(),
                    1,
                    new Entitlement(status, badge.category(), Set.copyOf(badge.programmes())),
                    Base64.getEncoder().encodeToString(sealed));
        }
    }

    /** All of the demo event. */
    static List<SampleGuest> demo() {
        List<SampleGuest> guests = new ArrayList<>();
        List<String> lines = new String(DemoAttendees.csv(), UTF_8).lines().toList();
        for (int number = 1; number < lines.size(); number++) {
            guests.add(guest(number, lines.get(number).split(";", -1)));
        }
        return guests;
    }

    private static SampleGuest guest(int number, String[] cells) {
        Attendee attendee = new Attendee("", cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], "", "", "");
        RegistrationStatus status = switch (cells[13]) {
            case "cancelled" -> RegistrationStatus.CANCELLED;
            case "waitlisted" -> RegistrationStatus.WAITLISTED;
            default -> RegistrationStatus.CONFIRMED;
        };
        List<ProgrammeId> programmes =
                Arrays.stream(cells[11].split(",")).map(ProgrammeId::new).toList();
        return new SampleGuest(
                number,
                status,
                new BadgeOrder(
                        Sample.registration(number),
                        attendee,
                        new CategoryId(cells[8]),
                        programmes,
                        Sample.badgeCode(number).text(),
                        false));
    }
}
