package org.einlass.contract.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.PhotoConsent;
import org.jspecify.annotations.Nullable;

/**
 * Tells a story of a case in plain words, for desk and console alike. Pure.
 *
 * @param zone the event's
 */
public record StoryWords(ZoneId zone) {
    /** Nobody acts upon less. */
    private static final Duration WORTH_SAYING = Duration.ofSeconds(30);

    private static final String NO_BREAK = "\u00a0";

    /** Which device, and at which door. */
    public Wording where(ClarificationStory story) {
        Wording door = story.door();
        return door == null
                ? Wording.same(story.device())
                : new Wording(story.device() + ", " + door.german(), story.device() + ", " + door.english());
    }

    /** When, and how certain that is. */
    public Wording when(ClarificationStory story) {
        Wording moment = moment(story.at());
        if (!story.sure()) {
            return new Wording(
                    moment.german() + " (die Uhr dieses Geräts ist ungeprüft)",
                    moment.english() + " (the clock of this device is unchecked)");
        }
        if (story.uncertainty().compareTo(WORTH_SAYING) < 0) {
            return moment;
        }
        long minutes = Math.max(1, Math.round(story.uncertainty().toSeconds() / 60.0));
        String about = " (± " + minutes + NO_BREAK + "min)";
        return new Wording(moment.german() + about, moment.english() + about);
    }

    private Wording moment(Instant at) {
        return new Wording(
                DateTimeFormatter.ofPattern("d.M., HH:mm:ss'" + NO_BREAK + "Uhr'", Locale.GERMAN)
                        .format(at.atZone(zone)),
                DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH).format(at.atZone(zone)));
    }

    /** What was done. */
    public Wording what(ClarificationStory story) {
        Wording done = done(story);
        return story.alone()
                ? new Wording(
                        done.german() + " Ohne Server entschieden.", done.english() + " Decided without the server.")
                : done;
    }

    private static Wording done(ClarificationStory story) {
        return switch (story.action()) {
            case ADMITTED -> new Wording("Eingelassen.", "Let in.");
            case PROVISIONAL -> new Wording("Vorläufig eingelassen.", "Let in provisionally.");
            case REFUSED -> refused(story.refusal());
            case LET_IN -> new Wording("Von Hand eingelassen.", "Let in by hand.");
            case SENT_AWAY -> new Wording("Von Hand abgewiesen.", "Sent away by hand.");
            case REGISTERED -> named(story, "Neu aufgenommen", "Registered");
            case REPRESENTED -> named(story, "Als Vertretung aufgenommen", "Registered as a substitute");
            case CORRECTED -> corrected(story.changes());
            case ANSWERED -> named(story, "Geantwortet", "Answered");
            case REISSUED -> new Wording("Neues Namensschild ausgestellt.", "Made a new badge.");
            case PRINTED -> new Wording("Namensschild gedruckt.", "Printed a badge.");
            case FROM_PAPER -> new Wording("Vom Papier nachgetragen.", "Entered from paper.");
            case UNDONE -> new Wording("Etwas zurückgenommen.", "Took something back.");
            case OTHER -> new Wording("Etwas anderes eingetragen.", "Entered something else.");
        };
    }

    private static Wording refused(@Nullable Refusal refusal) {
        return refusal == null
                ? new Wording("Abgewiesen.", "Refused.")
                : new Wording(
                        "Abgewiesen: " + refusal.staffSentence().german(),
                        "Refused: " + refusal.staffSentence().english());
    }

    private static Wording named(ClarificationStory story, String german, String english) {
        String name = story.name();
        return name == null || name.isEmpty()
                ? new Wording(german + ".", english + ".")
                : new Wording(german + ": " + name + ".", english + ": " + name + ".");
    }

    private static Wording corrected(List<FieldCorrection> changes) {
        return changes.isEmpty()
                ? new Wording("Berichtigt.", "Corrected.")
                : new Wording(
                        changes.stream()
                                .map(change -> title(change.field()).german() + ": „"
                                        + seen(change).german() + "“ → „"
                                        + now(change).german() + "“.")
                                .collect(Collectors.joining(" ")),
                        changes.stream()
                                .map(change -> title(change.field()).english() + ": “"
                                        + seen(change).english() + "” → “"
                                        + now(change).english() + "”.")
                                .collect(Collectors.joining(" ")));
    }

    private static Wording seen(FieldCorrection change) {
        return value(change.field(), change.seen());
    }

    private static Wording now(FieldCorrection change) {
        return value(change.field(), change.now());
    }

    private static Wording value(AttendeeField field, String text) {
        return field == AttendeeField.PHOTOGRAPHS ? PhotoConsent.of(text).words() : Wording.same(text);
    }

    private static Wording title(AttendeeField field) {
        return switch (field) {
            case SALUTATION -> new Wording("Anrede", "Salutation");
            case TITLE -> new Wording("Titel", "Title");
            case GIVEN_NAME -> new Wording("Vorname", "Given name");
            case PARTICLE -> new Wording("Namenszusatz", "Particle");
            case FAMILY_NAME -> new Wording("Familienname", "Family name");
            case FUNCTION -> new Wording("Funktion", "Function");
            case ORGANISATION -> new Wording("Organisation", "Organisation");
            case DEPARTMENT -> new Wording("Abteilung", "Department");
            case BADGE_NAME -> new Wording("Name auf dem Schild", "Name on the badge");
            case PRONUNCIATION -> new Wording("Aussprache", "Pronunciation");
            case PHOTOGRAPHS -> new Wording("Fotos", "Photographs");
            case UNRECOGNISED -> new Wording("Ein Feld", "A field");
        };
    }

    /** Whom or what the case is about, in a few words. */
    public Wording who(Clarification item) {
        String name = item.name();
        if (name != null) {
            String organisation = item.organisation();
            return Wording.same(organisation == null || organisation.isEmpty() ? name : name + ", " + organisation);
        }
        String device = item.device();
        if (device == null) {
            return new Wording("Unbekannter Code", "Unknown code");
        }
        return item.missing() == 0
                ? Wording.same(device)
                : new Wording(
                        device + ": " + item.missing() + (item.missing() == 1 ? " Eintrag fehlt" : " Einträge fehlen"),
                        device + ": " + item.missing() + (item.missing() == 1 ? " entry missing" : " entries missing"));
    }
}
