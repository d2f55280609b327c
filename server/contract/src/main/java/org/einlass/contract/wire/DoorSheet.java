package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.DoorSettings;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.OrganiserQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What a device must know of its event and door before it can scan.
 *
 * @param dayStart when a day of the event begins, by its local time
 * @param prints whether an admission here prints a badge; sheets of older servers do not say, and their
 *     devices printed
 * @param serverTime the server's clock when it wrote this sheet
 * @param desk for staffed desks only; absent from older servers
 * @param room for doors only; absent from older servers
 * @param guessable absent from older servers, whose rosters know all codes by the salt
 * @param rush whether many guests wait, so that kiosks' screens are free for the next one sooner; absent where
 *     they do not
 * @param guests what the organiser tells guests at kiosks; absent for nothing, and from older servers
 * @param gives for hand-out points only, which have no room; absent from older servers
 * @param letterBox where a kiosk posts how guests spell their names and what they answer, so that only the server may read
 *     it; present exactly where guests may correct the spelling there, or are asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DoorSheet(
        EventId event,
        Wording eventTitle,
        ZoneId zone,
        LocalTime dayStart,
        Phase phase,
        EventSalt salt,
        List<Category> categories,
        List<ProgrammeTitle> programmes,
        DoorId door,
        Wording doorTitle,
        Direction direction,
        DoorRule rule,
        Boolean prints,
        @Nullable String hotline,
        Instant serverTime,
        @Nullable DeskSheet desk,
        @Nullable RoomSheet room,
        @Nullable GuessableLookup guessable,
        @Nullable Boolean rush,
        @Nullable GuestTexts guests,
        @Nullable HandOut gives,
        @Nullable EventPublicKey letterBox) {

    public DoorSheet {
        categories = List.copyOf(categories);
        programmes = List.copyOf(programmes);
        direction = Objects.requireNonNullElse(direction, Direction.ENTRY);
        prints = Objects.requireNonNullElse(prints, true);
    }

    /** A sheet that tells nothing of the room behind the door. */
    public DoorSheet(
            EventId event,
            Wording eventTitle,
            ZoneId zone,
            LocalTime dayStart,
            Phase phase,
            EventSalt salt,
            List<Category> categories,
            List<ProgrammeTitle> programmes,
            DoorId door,
            Wording doorTitle,
            Direction direction,
            DoorRule rule,
            Boolean prints,
            @Nullable String hotline,
            Instant serverTime,
            @Nullable DeskSheet desk) {
        this(
                event,
                eventTitle,
                zone,
                dayStart,
                phase,
                salt,
                categories,
                programmes,
                door,
                doorTitle,
                direction,
                rule,
                prints,
                hotline,
                serverTime,
                desk,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether many guests wait: kiosks' screens are free for the next one sooner. */
    public boolean inRush() {
        return Boolean.TRUE.equals(rush);
    }

    /** The days of the event. */
    public EventCalendar calendar() {
        return new EventCalendar(zone, dayStart);
    }

    /** What the door decides by. */
    public DoorSettings settings() {
        return new DoorSettings(direction, rule, prints, isBadgeOnly());
    }

    /** Whether this is a badge-only station: it hands out badges, and nobody arrives by it. */
    @JsonIgnore
    public boolean isBadgeOnly() {
        return gives != null && prints && direction == Direction.ENTRY;
    }

    /** The same sheet with what desks need. */
    public DoorSheet with(@Nullable DeskSheet forDesk) {
        return with(forDesk, room);
    }

    /** The same sheet with what doors need. */
    public DoorSheet withRoom(@Nullable RoomSheet behind) {
        return with(desk, behind);
    }

    private DoorSheet with(@Nullable DeskSheet forDesk, @Nullable RoomSheet behind) {
        return with(forDesk, behind, guessable, rush, guests, gives, letterBox);
    }

    /** The same sheet with how guessable codes stand in the roster. */
    public DoorSheet withGuessable(GuessableLookup lookup) {
        return with(desk, room, lookup, rush, guests, gives, letterBox);
    }

    /** The same sheet with the event's rush mode. */
    public DoorSheet withRush(@Nullable Boolean rushing) {
        return with(desk, room, guessable, rushing, guests, gives, letterBox);
    }

    /** The same sheet with what guests at kiosks read. */
    public DoorSheet withGuests(@Nullable GuestTexts texts) {
        return with(desk, room, guessable, rush, texts, gives, letterBox);
    }

    /** The organiser's own questions that kiosks ask. */
    public List<OrganiserQuestion> questions() {
        return guests == null ? List.of() : guests.allQuestions();
    }

    /** Whether guests may correct the spelling of their names here. */
    public boolean allowsSpelling() {
        return guests != null && guests.allowsSpelling();
    }

    /** The same sheet with what is given at the door. */
    public DoorSheet withHandOut(@Nullable HandOut given) {
        return with(desk, room, guessable, rush, guests, given, letterBox);
    }

    /** The same sheet for a kiosk where guests may correct the spelling of their names, or are asked. */
    public DoorSheet withLetterBox(@Nullable EventPublicKey box) {
        return with(desk, room, guessable, rush, guests, gives, box);
    }

    private DoorSheet with(
            @Nullable DeskSheet forDesk,
            @Nullable RoomSheet behind,
            @Nullable GuessableLookup lookup,
            @Nullable Boolean rushing,
            @Nullable GuestTexts texts,
            @Nullable HandOut given,
            @Nullable EventPublicKey box) {
        return new DoorSheet(
                event,
                eventTitle,
                zone,
                dayStart,
                phase,
                salt,
                categories,
                programmes,
                door,
                doorTitle,
                direction,
                rule,
                prints,
                hotline,
                serverTime,
                forDesk,
                behind,
                lookup,
                rushing,
                texts,
                given,
                box);
    }

    /** The same sheet as it may stand on a disk. */
    public DoorSheet withoutSecrets() {
        return with(
                desk == null ? null : desk.withoutSecrets(),
                room,
                guessable == null ? null : guessable.withoutSecret(),
                rush,
                guests,
                gives,
                letterBox);
    }

    /** What the roster may know {@code code} by, the usual first. */
    public List<LookupId> lookups(PresentedCode code) {
        return Stream.concat(
                        Stream.of(salt.lookupId(code)),
                        Stream.ofNullable(guessable).flatMap(lookup -> lookup.id(code).stream()))
                .toList();
    }

    /** Whether the roster may know {@code code} without this device being able to see it: it must not say no. */
    public boolean mayHide(PresentedCode code) {
        return guessable != null && guessable.mayHide(code);
    }

    /**
     * The doors that a device is assigned to, so that its helper can choose among them without network, too.
     *
     * @param sheets one a door, in the order of their ids
     */
    public record Assigned(List<DoorSheet> sheets) {

        public Assigned {
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * What the organiser tells guests at kiosks, beside the event's title.
     *
     * @param privacy how personal data are used, up to 6,000 characters a language; opened by one touch
     * @param onward what comes next for whoever was let in, such as the programme, its room and the step-free way;
     *     up to 200 characters a language
     * @param bookingNumbers whether guests check in by booking number and family name; they do where nothing is said
     * @param spelling whether guests may correct the spelling of their names at kiosks; not where nothing is said
     * @param photographs whether kiosks ask guests who have not answered yet whether photographs may show them; not where
     *     nothing is said
     * @param questions of the organiser's own that kiosks ask, at most {@value OrganiserQuestion#MOST}; none where nothing
     *     is said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GuestTexts(
            @Nullable Wording privacy,
            @Nullable Wording onward,
            @Nullable Boolean bookingNumbers,
            @Nullable Boolean spelling,
            @Nullable Boolean photographs,
            @Nullable List<OrganiserQuestion> questions) {

        /** Texts of an event that asks no questions of its own. */
        public GuestTexts(
                @Nullable Wording privacy,
                @Nullable Wording onward,
                @Nullable Boolean bookingNumbers,
                @Nullable Boolean spelling,
                @Nullable Boolean photographs) {
            this(privacy, onward, bookingNumbers, spelling, photographs, null);
        }

        /** Texts of an event that says nothing of booking numbers, spelling and questions. */
        public GuestTexts(@Nullable Wording privacy, @Nullable Wording onward) {
            this(privacy, onward, null, null, null);
        }

        /** The organiser's own questions that kiosks ask; none where nothing is said. */
        public List<OrganiserQuestion> allQuestions() {
            return Objects.requireNonNullElse(questions, List.of());
        }

        /** Whether kiosks ask guests about photographs. */
        public boolean asksPhotographs() {
            return Boolean.TRUE.equals(photographs);
        }

        /** Whether guests may correct the spelling of their names at kiosks. */
        public boolean allowsSpelling() {
            return Boolean.TRUE.equals(spelling);
        }
    }

    /**
     * What a hand-out point gives to whoever it lets pass, or takes back from whoever leaves it.
     *
     * @param what such as a lunch, a bag, an interpreter's receiver
     * @param scope shared by the points that give the same and take it back
     * @param comesBack whether it is only lent
     */
    public record HandOut(Wording what, ScopeId scope, boolean comesBack) {}

    /** A programme as screens and badges name it. */
    public record ProgrammeTitle(ProgrammeId id, Wording title) {}
}
