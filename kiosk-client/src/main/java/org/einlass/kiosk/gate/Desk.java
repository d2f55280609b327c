package org.einlass.kiosk.gate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.ScanTime;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.OverrideReason;
import org.einlass.contract.journal.ReissueReason;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DoorSheet;
import org.jspecify.annotations.Nullable;

/**
 * What staff do at a desk, beside the gate, with or without a server. Each action is in the journal before it
 * returns; names, corrected values and new codes only as a letter to the server. What cannot be done is an
 * {@link DeskRefusal} with its sentence, and leaves nothing behind.
 *
 * <p>All methods run on the gate's loop.
 */
public final class Desk {
    private static final Logger LOG = System.getLogger(Desk.class.getName());

    private final Edges edges;
    private @Nullable DoorSheet sheet;
    private @Nullable OperatorId operator;

    /**
     * What the desk touches of the world.
     *
     * @param roster what the device decides by, with what this desk added
     * @param writing makes JSON in UTF-8 of a letter
     */
    public record Edges(
            DeviceClock clock,
            RandomGenerator chance,
            Journal journal,
            DeskMemory memory,
            Roster roster,
            LocalCodes newcomers,
            LocalCorrections corrections,
            KeyRing keys,
            Function<DeskMessage, byte[]> writing) {}

    public Desk(Edges edges) {
        this.edges = edges;
    }

    /** From now on this sheet holds. */
    public void post(DoorSheet posted) {
        sheet = posted;
        DeskSheet desk = posted.desk();
        if (desk != null && desk.tagKey() != null) {
            edges.keys().take(posted.event(), desk.tagKey());
        }
    }

    /** This member of staff stands at the desk now; null for nobody. */
    public void signIn(@Nullable OperatorId staff) {
        operator = staff;
    }

    /** Who stands at the desk now; null for nobody. */
    public @Nullable OperatorId staff() {
        return operator;
    }

    /** Somebody is let in, or sent away, against the verdict of a scan at this desk. */
    public DeskResult<Verdict> override(EntryId scan, Verdict verdict) {
        return override(scan, verdict, null);
    }

    /** The same for a reason; null for none. */
    public DeskResult<Verdict> override(EntryId scan, Verdict verdict, @Nullable OverrideReason reason) {
        return open(desk -> {
            if (verdict == Verdict.PROVISIONAL) {
                return declined(DeskRefusal.NOT_A_DECISION);
            }
            if (!(edges.memory().find(scan).orElse(null) instanceof JournalEntry.Scanned scanned)) {
                return declined(DeskRefusal.UNKNOWN_SCAN);
            }
            LookupId code = scanned.code();
            if (code == null) {
                return declined(DeskRefusal.NO_CODE_OF_OURS);
            }
            EntryId id =
                    desk.write(head -> new JournalEntry.Overridden(head, scan, scanned.door(), code, verdict, reason));
            return new DeskResult.Done<>(id, verdict);
        });
    }

    /** An entry was a mistake and counts no more; it may be another desk's. */
    public DeskResult<EntryId> undo(EntryId entry) {
        return open(desk -> {
            if (edges.memory().find(entry).orElse(null) instanceof JournalEntry.Settled) {
                return declined(DeskRefusal.SETTLED_FOR_GOOD);
            }
            if (edges.memory().isUndone(entry)) {
                return declined(DeskRefusal.UNDONE_ALREADY);
            }
            return new DeskResult.Done<>(desk.write(head -> new JournalEntry.Undone(head, entry)), entry);
        });
    }

    /**
     * Somebody holds a case for settled; what is reported later may open it again.
     *
     * @param entries what the case was made of when it was looked at
     */
    public DeskResult<String> settle(String conflict, List<EntryId> entries, SettlementReason reason) {
        return open(desk -> new DeskResult.Done<>(
                desk.write(head -> new JournalEntry.Settled(head, conflict, entries, reason)), conflict));
    }

    /** Somebody counted the people in an area. */
    public DeskResult<Integer> count(AreaId area, int people) {
        return open(desk -> {
            if (people < 0) {
                return declined(DeskRefusal.BELOW_ZERO);
            }
            if (!desk.knows(area)) {
                return declined(DeskRefusal.UNKNOWN_AREA);
            }
            return new DeskResult.Done<>(desk.write(head -> new JournalEntry.Counted(head, area, people)), people);
        });
    }

    /**
     * Somebody who was found by name went in by this desk's door while nothing but paper was at hand.
     *
     * @param uncertainty how wrong the time may be
     */
    public DeskResult<Instant> paper(RegistrationId registration, Instant writtenAt, Duration uncertainty) {
        return paper(registration, null, writtenAt, uncertainty);
    }

    /**
     * The same at the time of day that stands on the paper, by the event's clock. A device that is unsure of the date
     * declines: the server would take its moment for certain.
     *
     * @param day as it stands on the paper; null for the last time that the clock showed {@code time}
     * @return when that was
     */
    public DeskResult<ZonedDateTime> paper(
            RegistrationId registration, @Nullable MonthDay day, LocalTime time, Duration uncertainty) {
        return open(desk -> {
            DoorSheet door = desk.sheet();
            ScanTime moment = edges.clock().moment(door.calendar());
            if (!moment.sure()) {
                return declined(DeskRefusal.DATE_UNSURE);
            }
            ZonedDateTime now = moment.at().atZone(door.zone());
            ZonedDateTime then = day == null ? last(time, now.plus(uncertainty.abs())) : near(day, time, now);
            return paper(registration, null, then.toInstant(), uncertainty)
                    .fold((entry, at) -> new DeskResult.Done<>(entry, then), Desk::declined);
        });
    }

    private static ZonedDateTime last(LocalTime time, ZonedDateTime latest) {
        ZonedDateTime then = latest.with(time);
        return then.isAfter(latest) ? then.minusDays(1) : then;
    }

    /** A list of the last days of December may be typed back in January. */
    private static ZonedDateTime near(MonthDay day, LocalTime time, ZonedDateTime now) {
        ZonedDateTime then = now.with(day).with(time);
        return then.isAfter(now.plusMonths(6)) ? then.minusYears(1) : then;
    }

    /** The same, by the code that stands on the paper. */
    public DeskResult<Instant> paper(PresentedCode code, Instant writtenAt, Duration uncertainty) {
        return paper(null, code, writtenAt, uncertainty);
    }

    private DeskResult<Instant> paper(
            @Nullable RegistrationId registration,
            @Nullable PresentedCode code,
            Instant writtenAt,
            Duration uncertainty) {
        return open(desk -> {
            DoorSheet door = desk.sheet();
            ScanTime now = edges.clock().moment(door.calendar());
            if (now.sure() && writtenAt.minus(uncertainty.abs()).isAfter(now.at())) {
                return declined(DeskRefusal.NOT_YET);
            }
            LookupId lookup = code == null ? null : door.salt().lookupId(code);
            EntryId id = desk.write(head -> new JournalEntry.EnteredFromPaper(
                    head, door.door(), registration, lookup, writtenAt, uncertainty.abs()));
            return new DeskResult.Done<>(id, writtenAt);
        });
    }

    /** Fields of an attendee are put right. */
    public DeskResult<RegistrationId> correct(RegistrationId registration, List<FieldCorrection> corrections) {
        return open(desk -> {
            Optional<DeskRefusal> wrong =
                    AttendeeFieldCheck.objection(corrections).or(desk::cannotWriteLetters);
            if (wrong.isPresent()) {
                return declined(wrong.get());
            }
            EntryId id = desk.write(head ->
                    new JournalEntry.Corrected(head, registration, desk.letter(head, DeskMessage.of(corrections))));
            desk.keep(new LocalCorrections.LocalCorrection(
                    id,
                    registration,
                    edges.roster().version(registration),
                    desk.sheet().phase(),
                    corrections));
            return new DeskResult.Done<>(id, registration);
        });
    }

    /**
     * Somebody told staff the answer to a question of the organiser's own.
     *
     * @param question its name
     * @return the question's name
     */
    public DeskResult<String> answer(RegistrationId registration, String question, String answer) {
        return open(desk -> {
            Optional<DeskRefusal> wrong = desk.cannotWriteLetters();
            if (wrong.isPresent()) {
                return declined(wrong.get());
            }
            EntryId id = desk.write(head -> new JournalEntry.QuestionAnswered(
                    head, head.id(), registration, desk.letter(head, DeskMessage.ofAnswer(question, answer))));
            return new DeskResult.Done<>(id, question);
        });
    }

    /** The badge with the fields that this desk put right, as far as the server's roster lacks them. */
    public BadgeOrder corrected(BadgeOrder badge) {
        DoorSheet known = sheet;
        return known == null
                ? badge
                : edges.corrections().applied(badge, () -> edges.roster().version(badge.registration()), known.phase());
    }

    /**
     * Somebody came who is not registered.
     *
     * @param days none means every day
     * @return the badge to be printed at once
     */
    public DeskResult<BadgeOrder> walkIn(
            Map<AttendeeField, String> fields, CategoryId category, Set<ProgrammeId> programmes, Set<LocalDate> days) {
        Entitlement right = new Entitlement(RegistrationStatus.CONFIRMED, category, programmes, days, Set.of());
        return open(desk -> make(desk, fields, right, null, true));
    }

    /**
     * Somebody is registered who does not come in by that: a badge for a function, a practice ticket.
     *
     * @return the badge to be printed
     */
    public DeskResult<BadgeOrder> register(
            Map<AttendeeField, String> fields, CategoryId category, Set<ProgrammeId> programmes) {
        Entitlement right = new Entitlement(RegistrationStatus.CONFIRMED, category, programmes, Set.of(), Set.of());
        return open(desk -> make(desk, fields, right, null, false));
    }

    /**
     * "I come instead of Dr. X": somebody takes over a place.
     *
     * @return the badge to be printed at once
     */
    public DeskResult<BadgeOrder> substitute(RegistrationId represents, Map<AttendeeField, String> fields) {
        return open(desk -> {
            Optional<Entitlement> place = right(represents);
            if (place.isEmpty()) {
                return declined(DeskRefusal.UNKNOWN_REGISTRATION);
            }
            return place.get().status() == RegistrationStatus.CONFIRMED
                    ? make(desk, fields, place.get(), represents, true)
                    : declined(DeskRefusal.NO_PLACE);
        });
    }

    private DeskResult<BadgeOrder> make(
            OpenDesk desk,
            Map<AttendeeField, String> fields,
            Entitlement right,
            @Nullable RegistrationId represents,
            boolean arrives) {
        Optional<DeskRefusal> wrong = AttendeeFieldCheck.objection(fields)
                .or(() -> represents == null ? desk.cannotGive(right) : Optional.empty())
                .or(desk::cannotMakeCodes);
        if (wrong.isPresent()) {
            return declined(wrong.get());
        }
        BadgeOrder order = new BadgeOrder(
                new RegistrationId(desk.newId()),
                AttendeeField.attendee(field -> fields.getOrDefault(field, "")),
                right.category(),
                right.programmes().stream().sorted().toList(),
                desk.newBadge().text(),
                false);
        EntryId id = desk.write(head -> desk.newcomer(head, order, right, represents, arrives));
        desk.keep(
                new LocalCode(
                        desk.lookup(order),
                        order.registration(),
                        right,
                        id,
                        desk.sheet().phase(),
                        represents,
                        List.of()),
                order);
        return new DeskResult.Done<>(id, order);
    }

    /**
     * A badge that was printed beforehand is handed out from its box.
     *
     * @param scan the scan by which its bearer was found here
     */
    public DeskResult<BoxedBadge> handOut(BadgeOrder badge, BoxedBadge boxed, EntryId scan) {
        return open(desk -> {
            EntryId id = desk.write(head -> new JournalEntry.Printed(
                    head,
                    boxed.print(),
                    scan,
                    badge.registration(),
                    desk.lookup(badge),
                    JournalEntry.PrintStage.HANDED_OUT));
            return new DeskResult.Done<>(id, boxed);
        });
    }

    /**
     * A badge is made again, with a new code.
     *
     * @param before the badge as it was, or as it is to be after a correction; its code is replaced
     * @param lost other codes that are replaced with it
     * @return the badge to be printed at once
     */
    public DeskResult<BadgeOrder> reprint(BadgeOrder before, Set<LookupId> lost) {
        return reprint(before, lost, null);
    }

    /** The same for a reason; null for none. */
    public DeskResult<BadgeOrder> reprint(BadgeOrder before, Set<LookupId> lost, @Nullable ReissueReason reason) {
        return open(desk -> {
            Optional<DeskRefusal> wrong = desk.cannotMakeCodes();
            return wrong.isPresent() ? declined(wrong.get()) : reprint(desk, before, lost, reason);
        });
    }

    private DeskResult<BadgeOrder> reprint(
            OpenDesk desk, BadgeOrder before, Set<LookupId> lost, @Nullable ReissueReason reason) {
        return reissue(desk, before, lost, reason, desk.newBadge());
    }

    private DeskResult<BadgeOrder> reissue(
            OpenDesk desk, BadgeOrder before, Set<LookupId> lost, @Nullable ReissueReason reason, Code code) {
        Set<LookupId> replaced = new HashSet<>(lost);
        Code.parse(before.code()).map(desk.sheet().salt()::lookupId).ifPresent(replaced::add);
        List<LookupId> replaces =
                replaced.stream().sorted(Comparator.comparing(LookupId::hex)).toList();
        BadgeOrder order = before.reissued(code.text());
        Optional<Entitlement> right = right(before.registration());
        EntryId id = desk.write(head -> new JournalEntry.BadgeReissued(
                head,
                order.registration(),
                desk.lookup(order),
                replaces,
                desk.letter(head, DeskMessage.of(order.code())),
                reason));
        right.ifPresent(known -> desk.keep(
                new LocalCode(
                        desk.lookup(order),
                        order.registration(),
                        known,
                        id,
                        desk.sheet().phase(),
                        null,
                        replaces),
                order));
        return new DeskResult.Done<>(id, order);
    }

    /**
     * A badge that was printed without a name has become somebody's.
     *
     * @param entries what the journal has of it, the last one first
     */
    public record SpareBadge(BadgeOrder badge, List<EntryId> entries) {

        public SpareBadge {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A badge that was printed without a name becomes somebody's and is handed out; nothing is printed, now or at
     * the check-in.
     *
     * @param before the badge as it was; its code is replaced
     * @param spare what stands on the badge that is handed out
     */
    public DeskResult<SpareBadge> assign(BadgeOrder before, Code spare) {
        return open(desk -> {
            Optional<DeskRefusal> wrong = desk.cannotWriteLetters();
            if (wrong.isPresent()) {
                return declined(wrong.get());
            }
            if (!desk.mayBeBadge(spare)) {
                return declined(DeskRefusal.NO_SPARE_BADGE);
            }
            return edges.roster().find(desk.sheet().salt().lookupId(spare)).isPresent()
                    ? declined(DeskRefusal.BADGE_TAKEN)
                    : reissue(desk, before, Set.of(), null, spare)
                            .fold((reissued, badge) -> handOutSpare(desk, badge, reissued), Desk::declined);
        });
    }

    /**
     * Codes for badges that are nobody's until {@link Desk#assign} makes them somebody's.
     *
     * @param objection why there are none; empty where there are
     */
    public record Spares(List<Code> codes, Optional<DeskRefusal> objection) {

        public Spares {
            codes = List.copyOf(codes);
        }
    }

    /** Codes for so many spare badges. Nothing is written. */
    public Spares spares(int many) {
        if (operator == null) {
            return new Spares(List.of(), Optional.of(DeskRefusal.NOBODY_SIGNED_IN));
        }
        return edges.keys()
                .tagKey()
                .map(key -> new Spares(
                        Stream.generate(() -> key.issue(CodeKind.BADGE, edges.chance()))
                                .limit(many)
                                .toList(),
                        Optional.empty()))
                .orElseGet(() -> new Spares(List.of(), Optional.of(DeskRefusal.NO_SPARES_YET)));
    }

    /** The badge is the guest's already, also where the disk takes no more: a check-in would print another then. */
    private static DeskResult<SpareBadge> handOutSpare(OpenDesk desk, BadgeOrder badge, EntryId reissued) {
        List<EntryId> entries = new ArrayList<>(List.of(reissued));
        try {
            EntryId print = new EntryId(desk.newId());
            entries.add(
                    0,
                    desk.write(head -> new JournalEntry.Printed(
                            head,
                            print,
                            reissued,
                            badge.registration(),
                            desk.lookup(badge),
                            JournalEntry.PrintStage.HANDED_OUT)));
        } catch (JournalException full) {
            LOG.log(Level.ERROR, "That a spare badge was handed out cannot be written to this device's disk.", full);
        }
        return new DeskResult.Done<>(reissued, new SpareBadge(badge, entries));
    }

    private Optional<Entitlement> right(RegistrationId registration) {
        return edges.roster().codes(registration).stream()
                .flatMap(code -> edges.roster().find(code).stream())
                .flatMap(entry -> Stream.ofNullable(entry.entitlement()))
                .findFirst();
    }

    private <T> DeskResult<T> open(Function<OpenDesk, DeskResult<T>> work) {
        OperatorId staff = operator;
        if (staff == null) {
            return declined(DeskRefusal.NOBODY_SIGNED_IN);
        }
        DoorSheet known = sheet;
        if (known == null) {
            return declined(DeskRefusal.NO_SHEET);
        }
        try {
            return work.apply(new OpenDesk(edges, known, staff));
        } catch (JournalException broken) {
            return declined(DeskRefusal.NO_JOURNAL);
        }
    }

    private static <T> DeskResult<T> declined(DeskRefusal why) {
        return new DeskResult.Declined<>(why);
    }
}
