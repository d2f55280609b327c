package org.einlass.kiosk.desk.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.DoorSheet.ProgrammeTitle;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff fill in or choose at the desk. It keeps its number for as long as it is on the screen, so
 * that what is half typed in it is not lost.
 *
 * @param about whom it concerns; null for somebody new
 * @param fields what is to be filled in, in the order of the keyboard
 * @param initial what stands in the fields first
 * @param categories to choose from; empty where there is no choice
 * @param programmes to choose from; empty where there is no choice
 * @param chosen of the programmes first
 * @param members whom a delegation consists of, in the order of their badges; empty for other forms
 * @param refused the scan that is overruled where somebody is let in; else null
 * @param days of which one is meant, for lists of an event of several days; empty for other forms
 * @param time what stands first in the field for a time or for a number of badges, or the day that is
 *     meant first; empty for other forms, and for all days
 */
public record DeskForm(
        long number,
        Kind kind,
        @Nullable DeskPerson about,
        List<AttendeeField> fields,
        Map<AttendeeField, String> initial,
        List<Category> categories,
        List<ProgrammeTitle> programmes,
        Set<ProgrammeId> chosen,
        List<DeskPerson> members,
        @Nullable EntryId refused,
        List<LocalDate> days,
        String time) {

    /** A form that asks for no day. */
    public DeskForm(
            long number,
            Kind kind,
            @Nullable DeskPerson about,
            List<AttendeeField> fields,
            Map<AttendeeField, String> initial,
            List<Category> categories,
            List<ProgrammeTitle> programmes,
            Set<ProgrammeId> chosen,
            List<DeskPerson> members,
            @Nullable EntryId refused,
            String time) {
        this(number, kind, about, fields, initial, categories, programmes, chosen, members, refused, List.of(), time);
    }

    /** A form that asks for no time. */
    public DeskForm(
            long number,
            Kind kind,
            @Nullable DeskPerson about,
            List<AttendeeField> fields,
            Map<AttendeeField, String> initial,
            List<Category> categories,
            List<ProgrammeTitle> programmes,
            Set<ProgrammeId> chosen,
            List<DeskPerson> members,
            @Nullable EntryId refused) {
        this(number, kind, about, fields, initial, categories, programmes, chosen, members, refused, "");
    }

    /** What it is for. */
    public enum Kind {
        CORRECTION,
        SUBSTITUTION,
        WALK_IN,
        /** Why a badge is made again; by one key. */
        REPRINT,
        /** Whether a badge came out of which the printer cannot say; by one key. */
        UNCLEAR,
        /** Why somebody is let in; by one key. */
        LET_IN,
        /** Which list or report is printed; by one key. */
        DOCUMENT,
        /** Which of the lists that are printed less often; by one key. */
        MORE_DOCUMENTS,
        /** What the desk makes and prints by itself; by one key. */
        SUPPLY,
        /** Who of a delegation is there. */
        GROUP,
        /** A badge that was printed without a name becomes somebody's; by a scan. */
        SPARE,
        /** When somebody came in whom only paper knows. */
        PAPER,
        /** A badge for whoever works at the event, or some for a function. */
        ROLE
    }

    public DeskForm {
        fields = List.copyOf(fields);
        initial = Map.copyOf(initial);
        categories = List.copyOf(categories);
        programmes = List.copyOf(programmes);
        chosen = Set.copyOf(chosen);
        members = List.copyOf(members);
        days = List.copyOf(days);
    }

    /**
     * A choice of lists and reports.
     *
     * @param days of the event
     * @param day which is meant first; null for all
     */
    public static DeskForm ofDocuments(
            long number, Kind kind, @Nullable DeskPerson about, List<LocalDate> days, @Nullable LocalDate day) {
        return new DeskForm(
                number,
                kind,
                about,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                null,
                days,
                day == null ? "" : day.toString());
    }

    /** A choice of reasons. */
    public static DeskForm ofReasons(long number, Kind kind, @Nullable DeskPerson about, @Nullable EntryId refused) {
        return new DeskForm(
                number, kind, about, List.of(), Map.of(), List.of(), List.of(), Set.of(), List.of(), refused);
    }

    /**
     * A line on paper.
     *
     * @param time of the line before; empty for the first
     */
    public static DeskForm ofPaper(long number, DeskPerson about, String time) {
        return new DeskForm(
                number, Kind.PAPER, about, List.of(), Map.of(), List.of(), List.of(), Set.of(), List.of(), null, time);
    }

    /** A delegation. */
    public static DeskForm ofGroup(long number, DeskPerson about, List<DeskPerson> members) {
        return new DeskForm(
                number, Kind.GROUP, about, List.of(), Map.of(), List.of(), List.of(), Set.of(), members, null);
    }

    /** Whether a reason is to be chosen and nothing filled in. */
    public boolean isOfReasons() {
        return reasons() > 0 || kind == Kind.SPARE;
    }

    /** How many there are to choose from; none where something is filled in or scanned. */
    public int reasons() {
        return switch (kind) {
            case REPRINT, UNCLEAR -> 2;
            case LET_IN -> 4;
            case DOCUMENT -> DeskDocument.firstOnes().size() + 2;
            case MORE_DOCUMENTS -> DeskDocument.more().size();
            case SUPPLY -> DeskSupply.values().length;
            case CORRECTION, SUBSTITUTION, WALK_IN, GROUP, SPARE, PAPER, ROLE -> 0;
        };
    }

    /**
     * What was filled in.
     *
     * @param category null where there was no choice
     * @param copies how many badges, as it was typed; empty where nothing asks for it
     */
    public record Input(
            Map<AttendeeField, String> fields,
            @Nullable CategoryId category,
            Set<ProgrammeId> programmes,
            String copies) {

        /** Of a form that asks for no number of badges. */
        public Input(Map<AttendeeField, String> fields, @Nullable CategoryId category, Set<ProgrammeId> programmes) {
            this(fields, category, programmes, "");
        }

        public Input {
            fields = Map.copyOf(fields);
            programmes = Set.copyOf(programmes);
        }

        /** Without the texts. */
        @Override
        public String toString() {
            return "input of " + fields.size() + " fields";
        }
    }

    /** Without names. */
    @Override
    public String toString() {
        return "form " + number + " for " + kind;
    }
}
