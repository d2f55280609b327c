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
import org.einlass.contract.registration.OrganiserQuestion;
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
 * @param question of the organiser's own that is asked; null for other forms
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
        @Nullable OrganiserQuestion question,
        @Nullable EntryId refused,
        List<LocalDate> days,
        String time) {

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
        ROLE,
        /** What somebody answers to a question of the organiser's own; by one key, or in their own words. */
        QUESTION
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

    /** A form of this kind that concerns nobody, asks for nothing and offers nothing, until its builder is told. */
    public static Builder builder(long number, Kind kind) {
        return new Builder(number, kind);
    }

    /** Builds a form step by step; what is not said stays empty. */
    public static final class Builder {
        private final long number;
        private final Kind kind;
        private @Nullable DeskPerson about;
        private List<AttendeeField> fields = List.of();
        private Map<AttendeeField, String> initial = Map.of();
        private List<Category> categories = List.of();
        private List<ProgrammeTitle> programmes = List.of();
        private Set<ProgrammeId> chosen = Set.of();
        private List<DeskPerson> members = List.of();
        private @Nullable OrganiserQuestion question;
        private @Nullable EntryId refused;
        private List<LocalDate> days = List.of();
        private String time = "";

        private Builder(long number, Kind kind) {
            this.number = number;
            this.kind = kind;
        }

        /** Whom the form concerns; null for somebody new. */
        public Builder about(@Nullable DeskPerson person) {
            about = person;
            return this;
        }

        /** What is to be filled in, in the order of the keyboard, and what stands in the fields first. */
        public Builder fields(List<AttendeeField> asked, Map<AttendeeField, String> first) {
            fields = asked;
            initial = first;
            return this;
        }

        public Builder categories(List<Category> choice) {
            categories = choice;
            return this;
        }

        /** The programmes to choose from, and those that are chosen first. */
        public Builder programmes(List<ProgrammeTitle> choice, Set<ProgrammeId> first) {
            programmes = choice;
            chosen = first;
            return this;
        }

        /** Whom a delegation consists of, in the order of their badges. */
        public Builder members(List<DeskPerson> delegation) {
            members = delegation;
            return this;
        }

        public Builder question(OrganiserQuestion asked) {
            question = asked;
            return this;
        }

        /** The scan that is overruled where somebody is let in; null where none was refused. */
        public Builder refused(@Nullable EntryId scan) {
            refused = scan;
            return this;
        }

        /**
         * The days that a list can be of.
         *
         * @param first the day that is meant first; null for all
         */
        public Builder days(List<LocalDate> choice, @Nullable LocalDate first) {
            days = choice;
            time = first == null ? "" : first.toString();
            return this;
        }

        /** What stands first in the field for a time or for a number of badges. */
        public Builder time(String first) {
            time = first;
            return this;
        }

        public DeskForm build() {
            return new DeskForm(
                    number,
                    kind,
                    about,
                    fields,
                    initial,
                    categories,
                    programmes,
                    chosen,
                    members,
                    question,
                    refused,
                    days,
                    time);
        }
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
            case CORRECTION, SUBSTITUTION, WALK_IN, GROUP, SPARE, PAPER, ROLE, QUESTION -> 0;
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
