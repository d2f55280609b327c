package org.einlass.proof.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.Sample;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Session;

/**
 * The event of the table: a door of each kind for each reuse rule, all under one variant of the rules at a
 * time.
 */
final class TableEvent {
    static final Instant NOW = Sample.MORNING;
    static final LocalDate TODAY = LocalDate.of(2022, 7, 4);
    static final ProgrammeId PROGRAMME = new ProgrammeId("egk");
    static final ProgrammeId ANOTHER_PROGRAMME = new ProgrammeId("itls");
    static final CategoryId ANOTHER_CATEGORY = new CategoryId("presse");
    static final SessionId SOON = new SessionId("gleich");
    static final SessionId BEGUN = new SessionId("begonnen");
    /** Leads into the area that is full: one person is permitted there, and one is in. */
    static final DoorId FULL_AREA_DOOR = new DoorId("loge-tuer");

    private static final AreaId ARENA = new AreaId("arena");
    private static final AreaId FULL_AREA = new AreaId("loge");

    private TableEvent() {}

    static EventDocument document(RuleVariant variant) {
        List<Door> doors = new ArrayList<>();
        doors.add(new Door(FULL_AREA_DOOR, title(), FULL_AREA, null, Direction.ENTRY, false, null));
        for (DoorKind kind : DoorKind.values()) {
            for (ReuseRule reuse : ReuseRule.values()) {
                doors.add(door(kind, reuse, variant));
            }
        }
        return document(doors);
    }

    private static Door door(DoorKind kind, ReuseRule reuse, RuleVariant variant) {
        DoorId id = id(kind, reuse);
        AreaId area = variant == RuleVariant.FULL && kind.direction == Direction.ENTRY ? FULL_AREA : ARENA;
        return new Door(id, title(), area, new ScopeId(id.text()), kind.direction, kind.prints, variant.rule(reuse));
    }

    private static EventDocument document(List<Door> doors) {
        return new EventDocument(
                title(),
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(4, 0),
                Phase.LIVE,
                TODAY,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Programme(PROGRAMME, title()), new Programme(ANOTHER_PROGRAMME, title())),
                categories(),
                List.of(
                        new Area(ARENA, title(), null, null, null),
                        new Area(FULL_AREA, title(), null, 1, HeadCount.HARD)),
                List.of(session(SOON, NOW.plusSeconds(600)), session(BEGUN, NOW.minusSeconds(3_600))),
                doors);
    }

    private static List<Category> categories() {
        return List.of(
                new Category(Sample.GUEST, title(), "#1d5a96", true),
                new Category(ANOTHER_CATEGORY, title(), "#1d5a96", true));
    }

    private static Session session(SessionId id, Instant startsAt) {
        return new Session(id, PROGRAMME, title(), ARENA, startsAt, startsAt.plus(Duration.ofHours(1)), null);
    }

    private static Wording title() {
        return Wording.same("Tafel");
    }

    static DoorId id(DoorKind kind, ReuseRule reuse) {
        return new DoorId((kind + "-" + reuse).toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The sheet of a door, as the server writes it from the document. */
    static DoorSheet sheet(EventSalt salt, DoorKind kind, ReuseRule reuse, RuleVariant variant) {
        Door door = door(kind, reuse, variant);
        return new DoorSheet(
                Sample.EVENT,
                title(),
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(4, 0),
                Phase.LIVE,
                salt,
                categories(),
                List.of(),
                door.id(),
                title(),
                kind.direction,
                document(variant).ruleOf(door),
                kind.prints,
                null,
                NOW,
                null);
    }
}
