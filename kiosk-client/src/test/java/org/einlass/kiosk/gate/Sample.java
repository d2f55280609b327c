package org.einlass.kiosk.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.DoorSettings;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.TimeWindow;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.contract.wire.ScanAnswer;

/** A small event to test with: the north entrance of Digitales Thüringen on its morning. */
public final class Sample {
    public static final EventId EVENT = new EventId("digitales-thueringen-2022");
    public static final DoorId DOOR = new DoorId("eingang-nord");
    public static final EventSalt SALT = new EventSalt("000102030405060708090a0b0c0d0e0f");
    public static final Instant MORNING = Instant.parse("2022-07-04T07:12:00Z");
    public static final BootId BOOT = BootId.of("9d0b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d");
    public static final CategoryId GUEST = new CategoryId("teilnehmer");

    private static final CodeKey KEY = new CodeKey(EVENT, '1', new byte[CodeKey.BYTES]);

    private Sample() {}

    /** The ticket with this number: always the same. */
    public static Code ticket(int number) {
        return KEY.issue(CodeKind.TICKET, new Random(number));
    }

    /** The badge code of the guest with this number. */
    public static Code badgeCode(int number) {
        return KEY.issue(CodeKind.BADGE, new Random(number));
    }

    public static RegistrationId registration(int number) {
        return new RegistrationId(new UUID(0x7000L, number));
    }

    public static BadgeOrder badge(int number, boolean printed) {
        return new BadgeOrder(
                registration(number),
                Attendee.of("Änne", "Müller-Lüdenscheidt", "Stadt Erfurt"),
                GUEST,
                List.of(),
                badgeCode(number).text(),
                printed);
    }

    /** Where the badge of {@link #boxed} lies. */
    public static final BoxedBadge BOXED = new BoxedBadge(new EntryId(new UUID(0x7100L, 1)), 2, "G–M", 37);

    /** The badge of a guest that was printed beforehand. */
    public static BadgeOrder boxed(int number) {
        BadgeOrder badge = badge(number, true);
        return new BadgeOrder(
                badge.registration(),
                badge.attendee(),
                badge.category(),
                badge.programmes(),
                badge.code(),
                true,
                BOXED);
    }

    public static DoorSheet sheet() {
        return sheet(DoorRule.OPEN);
    }

    public static DoorRule rule(ReuseRule reuseRule) {
        return new DoorRule(Set.of(), Set.of(), TimeWindow.ALWAYS, reuseRule, Duration.ZERO, false);
    }

    public static DoorSheet sheet(DoorRule rule) {
        return sheet(SALT, rule, MORNING);
    }

    /** The sheet that a server with this salt writes at this time. */
    public static DoorSheet sheet(EventSalt salt, DoorRule rule, Instant serverTime) {
        return sheet(salt, Phase.LIVE, List.of(), entrance(rule), serverTime);
    }

    /** The sheet of the exit beside the north entrance. */
    public static DoorSheet exit() {
        return with(Direction.EXIT, DoorRule.OPEN, true);
    }

    /** The sheet of the north entrance with other settings. */
    public static DoorSheet with(Direction direction, DoorRule rule, boolean prints) {
        return sheet(SALT, Phase.LIVE, List.of(), new DoorSettings(direction, rule, prints), MORNING);
    }

    /** The sheet of an event in this phase and with these categories. */
    public static DoorSheet sheet(Phase phase, List<Category> categories, DoorRule rule) {
        return sheet(SALT, phase, categories, entrance(rule), MORNING);
    }

    private static DoorSettings entrance(DoorRule rule) {
        return new DoorSettings(Direction.ENTRY, rule, true);
    }

    private static DoorSheet sheet(
            EventSalt salt, Phase phase, List<Category> categories, DoorSettings door, Instant serverTime) {
        return new DoorSheet(
                EVENT,
                Wording.same("Digitales Thüringen 2022"),
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(4, 0),
                phase,
                salt,
                categories,
                List.of(),
                DOOR,
                new Wording("Eingang Nord", "North entrance"),
                door.direction(),
                door.rule(),
                door.prints(),
                null,
                serverTime,
                null);
    }

    /** The same sheet of another door, which leads into this room. */
    public static DoorSheet at(DoorSheet sheet, DoorId door, Wording title, Direction direction, RoomSheet room) {
        return new DoorSheet(
                        sheet.event(),
                        sheet.eventTitle(),
                        sheet.zone(),
                        sheet.dayStart(),
                        sheet.phase(),
                        sheet.salt(),
                        sheet.categories(),
                        sheet.programmes(),
                        door,
                        title,
                        direction,
                        sheet.rule(),
                        false,
                        sheet.hotline(),
                        sheet.serverTime(),
                        null)
                .withRoom(room);
    }

    public static ScanAnswer admitted(EntryId scan, BadgeOrder badge) {
        return new ScanAnswer(scan, Verdict.ADMITTED, null, null, null, null, badge, MORNING);
    }

    public static ScanAnswer refused(EntryId scan, Refusal refusal) {
        return new ScanAnswer(scan, Verdict.REFUSED, refusal, refusal.staffSentence(), null, null, null, MORNING);
    }
}
