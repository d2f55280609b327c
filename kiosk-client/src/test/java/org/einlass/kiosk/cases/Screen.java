package org.einlass.kiosk.cases;

import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What stood on a kiosk's screen at a moment: its parts by their names. */
record Screen(Map<String, Part> parts) {

    /**
     * A part that is shown.
     *
     * @param words as a voice reads them
     */
    record Part(String words, Rectangle place) {}

    static Screen of(String line) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String part : line.split(String.valueOf(KioskProgram.BETWEEN_PARTS), -1)) {
            String[] field = part.split(String.valueOf(KioskProgram.WITHIN_PARTS), -1);
            if (field.length == 3) {
                String[] at = field[2].split(" ", -1);
                parts.put(
                        field[0],
                        new Part(
                                field[1],
                                new Rectangle(
                                        Integer.parseInt(at[0]),
                                        Integer.parseInt(at[1]),
                                        Integer.parseInt(at[2]),
                                        Integer.parseInt(at[3]))));
            }
        }
        return new Screen(parts);
    }

    /** What the scene says, with blanks for those that do not break. */
    String text() {
        return exactText().replace('\u00a0', ' ');
    }

    String exactText() {
        return words("text");
    }

    /** What the team's corner shows. */
    String signs() {
        return words("team");
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    String words(String name) {
        return part(name).map(Part::words).orElse("");
    }

    Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** What can be read of it. */
    @Override
    public String toString() {
        return text() + "; " + signs() + "; " + parts.keySet();
    }
}
