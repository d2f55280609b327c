package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.registration.Attendee;
import org.einlass.reports.typography.CleanText;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Part;

/**
 * The name as it may stand on a badge.
 *
 * @param title academic and other titles, "Prof. Dr."
 * @param particle what belongs to the family name and is not sorted by, "von der"
 * @param chosen the badge name the attendee asked for; where it is not empty, nothing else is printed
 */
public record BadgeName(String title, String given, String particle, String family, String chosen) {

    /** A badge name chosen by the attendee or at the desk. */
    public static BadgeName chosen(String name) {
        return new BadgeName("", "", "", "", name);
    }

    /**
     * The name of an attendee: the badge name they chose, else title, given name, particle and family name.
     */
    public static BadgeName of(Attendee attendee) {
        return new BadgeName(
                attendee.title(),
                attendee.givenName(),
                attendee.particle(),
                attendee.familyName(),
                attendee.badgeName());
    }

    /** The name in reading order, clean. */
    public String text() {
        String wanted = CleanText.of(chosen);
        return wanted.isEmpty() ? CleanText.of(String.join(" ", title, given, particle, family)) : wanted;
    }

    /** The title's words; none where there is no title, or where a badge name was chosen. */
    List<NamePart> titleParts() {
        List<NamePart> parts = new ArrayList<>();
        if (CleanText.of(chosen).isEmpty()) {
            add(title, NamePart.INSIDE_TITLE, NamePart.AFTER_TITLE, parts);
        }
        return parts;
    }

    /** The name's parts without its title, each with the loss it would be to end a line after it. */
    List<NamePart> parts() {
        List<NamePart> parts = new ArrayList<>();
        if (!CleanText.of(chosen).isEmpty()) {
            add(chosen, NamePart.BETWEEN_WORDS, NamePart.BETWEEN_WORDS, parts);
            return parts;
        }
        add(given, NamePart.BETWEEN_WORDS, NamePart.NO_LOSS, parts);
        add(particle, NamePart.INSIDE_PARTICLE, NamePart.AFTER_PARTICLE, parts);
        add(family, NamePart.BETWEEN_WORDS, NamePart.NO_LOSS, parts);
        return parts;
    }

    private static void add(String text, double inside, double after, List<NamePart> parts) {
        List<Part> words = Part.of(CleanText.of(text), false);
        for (int i = 0; i < words.size(); i++) {
            Part word = words.get(i);
            boolean hyphen = word.joint() == LaidOutLine.Joint.NOTHING;
            double end = i == words.size() - 1 ? after : inside;
            parts.add(new NamePart(word.text(), !hyphen, hyphen ? NamePart.AFTER_HYPHEN : end));
        }
    }
}
