package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.ForeignText;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.PhotoConsent;
import org.jspecify.annotations.Nullable;

/** One entry of a device's journal. References between entries are plain ids and may dangle. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Scanned.class, name = "scanned"),
    @JsonSubTypes.Type(value = JournalEntry.Printed.class, name = "printed"),
    @JsonSubTypes.Type(value = JournalEntry.Overridden.class, name = "overridden"),
    @JsonSubTypes.Type(value = JournalEntry.Undone.class, name = "undone"),
    @JsonSubTypes.Type(value = JournalEntry.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = JournalEntry.Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = JournalEntry.BadgeReissued.class, name = "badge-reissued"),
    @JsonSubTypes.Type(value = JournalEntry.WalkedIn.class, name = "walked-in"),
    @JsonSubTypes.Type(value = JournalEntry.Substituted.class, name = "substituted"),
    @JsonSubTypes.Type(value = JournalEntry.Corrected.class, name = "corrected"),
    @JsonSubTypes.Type(value = JournalEntry.EnteredFromPaper.class, name = "entered-from-paper"),
    @JsonSubTypes.Type(value = JournalEntry.PhotoAnswered.class, name = "photo-answered"),
    @JsonSubTypes.Type(value = JournalEntry.SpellingCorrected.class, name = "spelling-corrected"),
    @JsonSubTypes.Type(value = JournalEntry.QuestionAnswered.class, name = "question-answered"),
})
public sealed interface JournalEntry {

    EntryHead head();

    /**
     * A code was read at a door, and this is what the door showed.
     *
     * @param code absent for a foreign text
     * @param proof absent for a foreign text
     * @param foreign present for a foreign text only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scanned(
            EntryHead head,
            DoorId door,
            @Nullable LookupId code,
            @Nullable ScanProof proof,
            @Nullable ForeignText foreign,
            Outcome outcome)
            implements JournalEntry {

        public Scanned {
            if ((code == null) == (foreign == null)) {
                throw new IllegalArgumentException("A scan read either a code or a foreign text.");
            }
        }
    }

    /**
     * A badge on its way onto paper; one entry a stage.
     *
     * @param print which print; the same in all its stages, and the name of the printer's job
     * @param scan the scan that asked for the badge
     * @param badge look-up id of the code that the badge bears
     * @param printer what the device calls the printer that has the print, at most 200 characters; absent where none
     *     has it, and in journals before 0.5
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Printed(
            EntryHead head,
            EntryId print,
            EntryId scan,
            RegistrationId registration,
            LookupId badge,
            PrintStage stage,
            @Nullable String printer)
            implements JournalEntry {

        public static final int LONGEST_PRINTER = 200;

        /** A stage of which nobody says at which printer. */
        public Printed(
                EntryHead head,
                EntryId print,
                EntryId scan,
                RegistrationId registration,
                LookupId badge,
                PrintStage stage) {
            this(head, print, scan, registration, badge, stage, null);
        }
    }

    /** How far a print has come. */
    enum PrintStage {
        RENDERED,
        /** The printer or its queue has taken it. */
        ACCEPTED,
        PRINTED,
        HANDED_OUT,
        FAILED,
        /** Nobody can say whether it came out; nothing is printed by itself, and a person decides. */
        UNCLEAR
    }

    /**
     * A member of staff let somebody in, or sent them away, against the verdict of a scan.
     *
     * @param scan the scan that had shown the verdict
     * @param door where; the scan's own door, or the counter's
     * @param code look-up id that the scan had read
     * @param verdict what holds instead
     * @param reason absent where nobody said one, and in journals before 0.4
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Overridden(
            EntryHead head,
            EntryId scan,
            DoorId door,
            LookupId code,
            Verdict verdict,
            @Nullable OverrideReason reason) implements JournalEntry {

        /** A decision without a reason. */
        public Overridden(EntryHead head, EntryId scan, DoorId door, LookupId code, Verdict verdict) {
            this(head, scan, door, code, verdict, null);
        }
    }

    /**
     * An entry was a mistake and counts no more: the wrong person clicked, a double tap.
     *
     * @param entry what is undone; may be any entry but a settlement
     */
    record Undone(EntryHead head, EntryId entry) implements JournalEntry {}

    /**
     * Somebody counted the people in an area: a fact that corrects the head count from then on.
     *
     * @param people zero or more
     */
    record Counted(EntryHead head, AreaId area, int people) implements JournalEntry {

        public Counted {
            if (people < 0) {
                throw new IllegalArgumentException("A count of people is zero or more.");
            }
        }
    }

    /**
     * A person looked at something to clarify and settled it.
     *
     * @param conflict id of what was to clarify
     * @param entries the entries that it was made of then; new ones open it again
     * @param reason absent where nobody said one, and in journals before 0.5
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settled(
            EntryHead head,
            String conflict,
            List<EntryId> entries,
            @Nullable SettlementReason reason) implements JournalEntry {

        public Settled {
            entries = List.copyOf(entries);
        }

        /** A settlement without a reason. */
        public Settled(EntryHead head, String conflict, List<EntryId> entries) {
            this(head, conflict, entries, null);
        }
    }

    /**
     * A badge was made again, on paper from now on.
     *
     * @param badge look-up id of the new badge's code
     * @param replaces look-up ids of the codes that the new badge replaces
     * @param letter with the code; absent in journals before 0.3
     * @param reason absent where nobody said one, and in journals before 0.4
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BadgeReissued(
            EntryHead head,
            RegistrationId registration,
            LookupId badge,
            List<LookupId> replaces,
            @Nullable SealedDeskMessage letter,
            @Nullable ReissueReason reason)
            implements JournalEntry {

        public BadgeReissued {
            replaces = List.copyOf(replaces);
        }

        /** A badge made again without a reason. */
        public BadgeReissued(
                EntryHead head,
                RegistrationId registration,
                LookupId badge,
                List<LookupId> replaces,
                @Nullable SealedDeskMessage letter) {
            this(head, registration, badge, replaces, letter, null);
        }

        /** A badge whose code the server never hears of. */
        public BadgeReissued(EntryHead head, RegistrationId registration, LookupId badge, List<LookupId> replaces) {
            this(head, registration, badge, replaces, null, null);
        }
    }

    /** Somebody new has a registration of their own, made at a desk. */
    sealed interface Newcomer extends JournalEntry {

        /** The new registration; the desk made its id. */
        RegistrationId registration();

        CategoryId category();

        List<ProgrammeId> programmes();

        /** The days it is for; none means every day. */
        List<LocalDate> days();

        /** Look-up id of the badge's code. */
        LookupId badge();

        /** With attendee and code. */
        SealedDeskMessage letter();

        /** False where nobody comes in by it; absent where somebody does, and in journals before 0.4. */
        @Nullable
        Boolean arrives();

        /** Whether somebody comes in by it: not by a badge for a function, and not at a station for badges only. */
        @JsonIgnore
        default boolean isArrival() {
            return !Boolean.FALSE.equals(arrives());
        }
    }

    /** Somebody came who was not registered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WalkedIn(
            EntryHead head,
            RegistrationId registration,
            CategoryId category,
            List<ProgrammeId> programmes,
            List<LocalDate> days,
            LookupId badge,
            SealedDeskMessage letter,
            @Nullable Boolean arrives)
            implements Newcomer {

        public WalkedIn {
            programmes = orNone(programmes);
            days = orNone(days);
        }

        /** Somebody who stands at the desk. */
        public WalkedIn(
                EntryHead head,
                RegistrationId registration,
                CategoryId category,
                List<ProgrammeId> programmes,
                List<LocalDate> days,
                LookupId badge,
                SealedDeskMessage letter) {
            this(head, registration, category, programmes, days, badge, letter, null);
        }
    }

    /**
     * "I come instead of Dr. X": a new registration takes over the place of another.
     *
     * @param represents the registration whose place it takes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Substituted(
            EntryHead head,
            RegistrationId registration,
            RegistrationId represents,
            CategoryId category,
            List<ProgrammeId> programmes,
            List<LocalDate> days,
            LookupId badge,
            SealedDeskMessage letter,
            @Nullable Boolean arrives)
            implements Newcomer {

        public Substituted {
            programmes = orNone(programmes);
            days = orNone(days);
        }

        /** Somebody who stands at the desk. */
        public Substituted(
                EntryHead head,
                RegistrationId registration,
                RegistrationId represents,
                CategoryId category,
                List<ProgrammeId> programmes,
                List<LocalDate> days,
                LookupId badge,
                SealedDeskMessage letter) {
            this(head, registration, represents, category, programmes, days, badge, letter, null);
        }
    }

    /**
     * Fields of an attendee were put right.
     *
     * @param letter with the corrections
     */
    record Corrected(EntryHead head, RegistrationId registration, SealedDeskMessage letter) implements JournalEntry {}

    /**
     * Somebody went in while nothing but paper was at hand; it was typed in later.
     *
     * @param registration who, where they were found by name; else {@code code} says
     * @param code look-up id of the code that stood on the paper
     * @param writtenAt when they went in, as the paper says
     * @param uncertainty how wrong that may be
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnteredFromPaper(
            EntryHead head,
            DoorId door,
            @Nullable RegistrationId registration,
            @Nullable LookupId code,
            Instant writtenAt,
            Duration uncertainty)
            implements JournalEntry {

        public EnteredFromPaper {
            if ((registration == null) == (code == null)) {
                throw new IllegalArgumentException("A line on paper names either a registration or a code.");
            }
            if (uncertainty != null && uncertainty.isNegative()) {
                throw new IllegalArgumentException("An uncertainty is zero or longer.");
            }
        }
    }

    /** What a guest said of themselves: at a device that had read their code, or to staff at a desk. */
    sealed interface GuestEntry extends JournalEntry {

        /** The scan after which they were asked; the entry's own id where staff at a desk asked without any scan. */
        EntryId scan();

        /** Whether staff at a desk wrote it down, who need no scan: they see whom they ask. */
        @JsonIgnore
        default boolean isByStaff() {
            return scan().equals(head().id());
        }

        RegistrationId registration();
    }

    /**
     * A guest answered at a device whether photographs may show them. The latest answer holds, whatever stood there.
     *
     * @param scan the scan after which they were asked
     * @param answer given or refused; without an answer there is no entry
     */
    record PhotoAnswered(EntryHead head, EntryId scan, RegistrationId registration, PhotoConsent answer)
            implements GuestEntry {

        public PhotoAnswered {
            if (answer == PhotoConsent.NOT_RECORDED) {
                throw new IllegalArgumentException("An answer about photographs is YES or NO.");
            }
        }
    }

    /**
     * A guest put the spelling of given or family name right at a kiosk. It counts as far as {@link NameSpelling} allows,
     * and where it saw what stood there.
     *
     * @param scan the scan after which they did
     * @param letter with the corrections
     */
    record SpellingCorrected(EntryHead head, EntryId scan, RegistrationId registration, SealedDeskMessage letter)
            implements GuestEntry {}

    /**
     * A guest answered a question of the organiser's own, at a kiosk or at a desk. The latest answer holds, whatever stood
     * there.
     *
     * @param scan the scan after which they were asked; at a desk the entry's own id
     * @param letter with the question's name and the answer
     */
    record QuestionAnswered(EntryHead head, EntryId scan, RegistrationId registration, SealedDeskMessage letter)
            implements GuestEntry {}

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
