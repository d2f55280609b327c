package org.einlass.server.report.list;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.OverrideReason;
import org.einlass.contract.journal.ReissueReason;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.statistics.DeskAction;
import org.jspecify.annotations.Nullable;

/** What staff did, in words: the action, whom it concerned, and where. */
final class DeskActionWords {
    private final EventDocument event;
    private final ListWords words;
    private final Locale locale;
    private final Map<String, Registration> people;

    /** @param people all registrations by id */
    DeskActionWords(EventDocument event, Locale locale, Map<String, Registration> people) {
        this.event = event;
        this.words = new ListWords(event, locale);
        this.locale = locale;
        this.people = Map.copyOf(people);
    }

    String what(DeskAction action) {
        JournalEntry entry = action.entry();
        if (entry instanceof JournalEntry.Overridden overridden) {
            return overridden(overridden);
        }
        if (entry instanceof JournalEntry.Undone) {
            return words.say("Eintrag zurückgenommen", "Entry undone");
        }
        if (entry instanceof JournalEntry.Counted counted) {
            return words.say("Gezählt: ", "Counted: ") + counted.people();
        }
        if (entry instanceof JournalEntry.WalkedIn) {
            return words.say("Ohne Anmeldung aufgenommen", "Added without a registration");
        }
        if (entry instanceof JournalEntry.Substituted) {
            return words.say("Vertretung aufgenommen", "Substitution added");
        }
        if (entry instanceof JournalEntry.Corrected) {
            return words.say("Angaben berichtigt", "Details corrected");
        }
        if (entry instanceof JournalEntry.BadgeReissued reissued) {
            return words.say("Badge neu gedruckt", "Badge made again") + reason(reissued.reason());
        }
        if (entry instanceof JournalEntry.EnteredFromPaper) {
            return words.say("Vom Papier eingetragen, Uhrzeit geschätzt", "Entered from paper, time estimated");
        }
        throw new IllegalArgumentException("No desk writes entries of this kind.");
    }

    /** Whom an action concerns; of a count, the area. */
    String whom(DeskAction action) {
        JournalEntry entry = action.entry();
        if (entry instanceof JournalEntry.Counted counted) {
            return area(counted.area());
        }
        if (entry instanceof JournalEntry.Substituted substituted) {
            return whom(action.subject())
                    + words.say(" für ", " for ")
                    + whom(substituted.represents().toString());
        }
        return entry instanceof JournalEntry.Undone ? whom(action.undone()) : whom(action.subject());
    }

    /** A registration's name, or words for what stands in its place. */
    String whom(@Nullable String subject) {
        if (subject == null || subject.isEmpty()) {
            return "\u2013";
        }
        return Optional.ofNullable(people.get(subject))
                .map(one -> words.name(one.particulars().attendee()))
                .orElseGet(() -> words.say("Unbekannter Code", "Unknown code"));
    }

    /** The device; who stood at it is told of one person's history only, so that nobody's work is counted. */
    static String where(DeskAction action) {
        return action.device();
    }

    private String overridden(JournalEntry.Overridden overridden) {
        String what = overridden.verdict() == Verdict.REFUSED
                ? words.say("Trotz Zusage abgewiesen", "Turned away against the verdict")
                : words.say("Trotz Ablehnung eingelassen", "Let in against the verdict");
        return what + reason(overridden.reason());
    }

    private String reason(@Nullable OverrideReason reason) {
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case APPROVED -> words.say(" (Leitung stimmte zu)", " (approved)");
            case IDENTITY_CHECKED -> words.say(" (Ausweis gesehen)", " (identity checked)");
            case LIST_WRONG -> words.say(" (Liste falsch oder zu spät)", " (list wrong or late)");
            case OTHER, UNRECOGNISED -> words.say(" (anderer Grund)", " (other reason)");
        };
    }

    private String reason(@Nullable ReissueReason reason) {
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case LOST -> words.say(" (verloren)", " (lost)");
            case DAMAGED -> words.say(" (beschädigt)", " (damaged)");
            case CORRECTED -> words.say(" (Angaben falsch)", " (details wrong)");
            case UNRECOGNISED -> words.say(" (anderer Grund)", " (other reason)");
        };
    }

    /** Why somebody held something for settled, in brackets; empty where nobody said. */
    String reason(@Nullable SettlementReason reason) {
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case CHECKED -> words.say(" (geprüft, stimmt so)", " (checked, it is right)");
            case MISTAKE -> words.say(" (Versehen)", " (mistake)");
            case TECHNICAL -> words.say(" (Technik)", " (technical)");
            case OTHER, UNRECOGNISED -> words.say(" (anderer Grund)", " (other reason)");
        };
    }

    private String area(AreaId id) {
        return event.allAreas().stream()
                .filter(area -> area.id().equals(id))
                .map(area -> area.title().in(locale))
                .findFirst()
                .orElse(id.text());
    }
}
