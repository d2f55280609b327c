package org.einlass.reports.badge;

/**
 * Something about a set badge that a person may want to know. The badge is fit for use.
 *
 * @param kind what happened
 * @param field to which field
 * @param detail the characters that no font has; else empty
 */
public record Remark(Kind kind, FieldKind field, String detail) {

    /** What happened to a field. */
    public enum Kind {
        /** Space was short, and the field gave way. */
        LEFT_OUT,
        /** Set smaller than wanted. */
        SMALL,
        /** Characters that the fonts lack were left out. */
        CHARACTERS_MISSING,
        /** A logo or background could not be read as a picture. */
        PICTURE_UNREADABLE
    }

    /** One sentence for staff. */
    public String german() {
        return switch (kind) {
            case LEFT_OUT -> "Der Platz reichte nicht für " + field.german() + ".";
            case SMALL -> "Die Schrift ist kleiner als gewünscht für " + field.german() + ".";
            case CHARACTERS_MISSING ->
                "Ohne die Zeichen „" + detail + "“, die keine Schrift hat, für " + field.german() + ".";
            case PICTURE_UNREADABLE -> "Ein Bild des Layouts ist nicht lesbar. Als PNG oder JPEG neu einsetzen.";
        };
    }

    /** One sentence for staff. */
    public String english() {
        return switch (kind) {
            case LEFT_OUT -> "There was no room for " + field.english() + ".";
            case SMALL -> "The type is smaller than wanted for " + field.english() + ".";
            case CHARACTERS_MISSING ->
                "Without the characters \"" + detail + "\", which no font has, for " + field.english() + ".";
            case PICTURE_UNREADABLE -> "A picture of the layout cannot be read. Insert it again as PNG or JPEG.";
        };
    }
}
