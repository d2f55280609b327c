package org.einlass.server.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Booking;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.TimeWindow;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.jspecify.annotations.Nullable;

/**
 * An event as the organiser writes it down: one JSON document, stored and answered as a whole.
 *
 * @param dayStart when a day of the event begins, by its local time; 04:00 where nothing is said
 * @param phase rehearsal where nothing is said
 * @param firstDay first day of the event, for tickets and reports
 * @param lastDay same as {@code firstDay} where nothing is said
 * @param opens when the doors open on the first day, as tickets say it; 08:00 where nothing is said
 * @param closes when the last day ends, as tickets say it; 18:00 where nothing is said
 * @param rush whether many guests wait, so that kiosks' screens are free for the next one sooner; not where nothing is said
 * @param guests what kiosks tell guests in the organiser's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventDocument(
        Wording title,
        ZoneId zone,
        @Nullable LocalTime dayStart,
        @Nullable Phase phase,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable String organiser,
        @Nullable Wording place,
        @Nullable Wording directions,
        @Nullable Wording access,
        @Nullable String hotline,
        @Nullable List<Programme> programmes,
        List<Category> categories,
        @Nullable List<Area> areas,
        @Nullable List<Session> sessions,
        List<Door> doors,
        @Nullable Boolean rush,
        @Nullable GuestTexts guests) {
    private static final LocalTime USUAL_DAY_START = LocalTime.of(4, 0);

    /** An event that says nothing of a rush, and nothing to guests at kiosks. */
    public EventDocument(
            Wording title,
            ZoneId zone,
            @Nullable LocalTime dayStart,
            @Nullable Phase phase,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable String organiser,
            @Nullable Wording place,
            @Nullable Wording directions,
            @Nullable Wording access,
            @Nullable String hotline,
            @Nullable List<Programme> programmes,
            List<Category> categories,
            @Nullable List<Area> areas,
            @Nullable List<Session> sessions,
            List<Door> doors) {
        this(
                title,
                zone,
                dayStart,
                phase,
                firstDay,
                lastDay,
                opens,
                closes,
                organiser,
                place,
                directions,
                access,
                hotline,
                programmes,
                categories,
                areas,
                sessions,
                doors,
                null,
                null);
    }

    /** A programme: one of the co-located congresses of an event. */
    public record Programme(ProgrammeId id, Wording title) {}

    /** The day start, said or usual. */
    public LocalTime dayBegins() {
        return Objects.requireNonNullElse(dayStart, USUAL_DAY_START);
    }

    EventBrochure handout() {
        return new EventBrochure(firstDay, end(), opens, closes, organiser, place, directions, access, guests);
    }

    /** Whether many guests wait: kiosks' screens are free for the next one sooner. */
    public boolean inRush() {
        return Boolean.TRUE.equals(rush);
    }

    /** Whether guests check in by booking number and family name; so they do where nothing is said. */
    public boolean allowsBookingNumbers() {
        return guests == null || !Boolean.FALSE.equals(guests.bookingNumbers());
    }

    /** The same event in another phase. */
    public EventDocument withPhase(Phase next) {
        return with(next, rush, guests);
    }

    /** The same event with its rush mode on or off. */
    public EventDocument withRush(boolean on) {
        return with(phase, on ? true : null, guests);
    }

    /** The same event with what kiosks tell guests. */
    public EventDocument withGuests(@Nullable GuestTexts texts) {
        return with(phase, rush, texts);
    }

    private EventDocument with(@Nullable Phase next, @Nullable Boolean rushing, @Nullable GuestTexts texts) {
        return new EventDocument(
                title,
                zone,
                dayStart,
                next,
                firstDay,
                lastDay,
                opens,
                closes,
                organiser,
                place,
                directions,
                access,
                hotline,
                programmes,
                categories,
                areas,
                sessions,
                doors,
                rushing,
                texts);
    }

    /** The last day, said or the first. */
    public LocalDate end() {
        return Objects.requireNonNullElse(lastDay, firstDay);
    }

    /** The programmes; none where nothing is said. */
    public List<Programme> allProgrammes() {
        return Objects.requireNonNullElse(programmes, List.of());
    }

    public List<Area> allAreas() {
        return Objects.requireNonNullElse(areas, List.of());
    }

    /** The sessions; none where nothing is said. */
    public List<Session> allSessions() {
        return Objects.requireNonNullElse(sessions, List.of());
    }

    /** The doors by which somebody comes: no exits, and none that only hands something out. */
    public Set<DoorId> entrances() {
        return doors().stream()
                .filter(door -> door.direction() != Direction.EXIT && door.gives() == null)
                .map(Door::id)
                .collect(Collectors.toSet());
    }

    /** The days of the event, as they begin and end. */
    public EventCalendar calendar() {
        return new EventCalendar(zone, dayBegins());
    }

    /** A door's rule, said or usual, with the times of the sessions in this document. */
    public DoorRule ruleOf(Door door) {
        Rule rule = door.rule();
        if (rule != null) {
            return rule.asDoorRule(allSessions());
        }
        HandOut gives = door.gives();
        return gives == null || door.isBadgeOnly()
                ? DoorRule.OPEN
                : DoorRule.OPEN.repeated(gives.comesBack() ? ReuseRule.AGAIN_AFTER_EXIT : ReuseRule.ONCE);
    }

    /**
     * A place with a permitted head count.
     *
     * @param parent the area around this one
     * @param permitted permitted head count, 1 or more; absent where there is none
     * @param headCount whether a full area refuses; soft where nothing is said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Area(
            AreaId id,
            Wording title,
            @Nullable AreaId parent,
            @Nullable Integer permitted,
            @Nullable HeadCount headCount) {}

    /**
     * A talk or a workshop.
     *
     * @param area where it takes place
     * @param seats how many may book it, 1 or more; absent where nobody counts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Session(
            SessionId id,
            ProgrammeId programme,
            Wording title,
            AreaId area,
            Instant startsAt,
            Instant endsAt,
            @Nullable Integer seats) {}

    /**
     * Where codes are scanned.
     *
     * @param area where it leads; absent at a hand-out point
     * @param scope the doors that share one "once"; the area's own id where nothing is said, at a hand-out point the
     *     door's
     * @param direction entry where nothing is said
     * @param prints whether an admission here prints a badge; a hand-out point that prints is a badge-only station
     * @param rule the usual entrance where nothing is said, at a badge-only station too; at another hand-out point once,
     *     or again after it came back
     * @param gives what a hand-out point gives or takes back; absent at every other door
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Door(
            DoorId id,
            Wording title,
            @Nullable AreaId area,
            @Nullable ScopeId scope,
            @Nullable Direction direction,
            boolean prints,
            @Nullable Rule rule,
            @Nullable HandOut gives) {

        /** A door that leads into an area. */
        public Door(
                DoorId id,
                Wording title,
                AreaId area,
                @Nullable ScopeId scope,
                @Nullable Direction direction,
                boolean prints,
                @Nullable Rule rule) {
            this(id, title, area, scope, direction, prints, rule, null);
        }

        /** Whether it is a badge-only station: it prints and hands out badges, and nobody arrives by it. */
        @JsonIgnore
        public boolean isBadgeOnly() {
            return gives != null && prints && direction != Direction.EXIT;
        }

        /** The doors that share one "once". */
        public ScopeId sharedScope() {
            return scope == null ? new ScopeId(area == null ? id.text() : area.text()) : scope;
        }
    }

    /**
     * What is given at a hand-out point.
     *
     * @param what such as a lunch, a bag, an interpreter's receiver
     * @param comesBack whether it is only lent: a point that leads out and shares the scope takes it back
     */
    public record HandOut(Wording what, boolean comesBack) {}

    /**
     * A door's rule as an organiser writes it; whatever is absent asks nothing.
     *
     * @param booking the session for which a seat must have been booked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(
            @Nullable Set<CategoryId> categories,
            @Nullable Set<ProgrammeId> programmes,
            @Nullable Window window,
            @Nullable ReuseRule repetition,
            @Nullable Duration reentryWindow,
            boolean provisional,
            @Nullable Set<LocalDate> days,
            @Nullable BookedSession booking) {

        static Rule of(DoorRule rule) {
            return new Rule(
                    rule.categories(),
                    rule.programmes(),
                    Window.of(rule.window()),
                    rule.repetition(),
                    rule.reentryWindow(),
                    rule.provisional(),
                    rule.days(),
                    BookedSession.of(rule.booking()));
        }

        private DoorRule asDoorRule(List<Session> sessions) {
            return new DoorRule(
                    Objects.requireNonNullElse(categories, Set.of()),
                    Objects.requireNonNullElse(programmes, Set.of()),
                    window == null ? TimeWindow.ALWAYS : window.asTimeWindow(),
                    Objects.requireNonNullElse(repetition, ReuseRule.FREE),
                    Objects.requireNonNullElse(reentryWindow, Duration.ZERO),
                    provisional,
                    Objects.requireNonNullElse(days, Set.of()),
                    booking == null ? null : booking.asBooking(sessions));
        }
    }

    /**
     * Seats that were booked.
     *
     * @param holdFor how long after the session's start they are held; absent where they are never given away
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BookedSession(SessionId session, @Nullable Duration holdFor) {

        static @Nullable BookedSession of(@Nullable Booking booking) {
            return booking == null ? null : new BookedSession(booking.session(), booking.holdFor());
        }

        private Booking asBooking(List<Session> sessions) {
            Session booked = sessions.stream()
                    .filter(one -> one.id().equals(session))
                    .findFirst()
                    .orElseThrow();
            return new Booking(session, booked.startsAt(), holdFor);
        }
    }

    /** When a door is open; either end may be missing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Window(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Duration grace) {

        static @Nullable Window of(TimeWindow window) {
            return window.equals(TimeWindow.ALWAYS) ? null : new Window(window.from(), window.until(), window.grace());
        }

        TimeWindow asTimeWindow() {
            return new TimeWindow(from, until, Objects.requireNonNullElse(grace, Duration.ZERO));
        }
    }
}
