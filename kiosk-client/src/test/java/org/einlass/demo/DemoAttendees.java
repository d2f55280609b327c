package org.einlass.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The registration list of a model event: invented people of real public bodies, drawn with a fixed seed, so that
 * every run of the demo meets the same guests. The hard names come first.
 */
public final class DemoAttendees {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEADINGS =
            "Schlüssel;Anrede;Titel;Vorname;Namenszusatz;Nachname;Funktion;Organisation;Kategorie;Sektor;Bundesland;"
                    + "Programme;Tage;Status";

    private final ModelEvent event;
    private final Random chance;
    private final List<String[]> organisations;
    private final List<String[]> hardNames = table("hard-names.csv");
    private final List<String> givenNames = words("given-names.txt", "\\s+");
    private final List<String> familyNames = words("family-names.txt", "\\s+");
    private final List<String> functions = words("functions.txt", "\\R");

    private DemoAttendees(ModelEvent event) {
        this.event = event;
        this.chance = new Random(event.seed());
        this.organisations = table(event.organisations()).stream()
                .filter(row -> event.invites(row[0]))
                .toList();
    }

    /** The list of {@link ModelEvent#DIGITAL_2022}. */
    public static byte[] csv() {
        return csv(ModelEvent.DIGITAL_2022);
    }

    /** The list as an organiser would upload it: semicolons, German headings, UTF-8 with byte order mark. */
    public static byte[] csv(ModelEvent event) {
        return new DemoAttendees(event).write().getBytes(UTF_8);
    }

    private String write() {
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        for (int number = 1; number <= event.people(); number++) {
            lines.add(Arrays.stream(row(number)).map(DemoAttendees::quoted).collect(Collectors.joining(";")));
        }
        return BYTE_ORDER_MARK + String.join("\r\n", lines) + "\r\n";
    }

    private String[] row(int number) {
        String[] organisation = organisation();
        String[] person = number <= hardNames.size() ? hardNames.get(number - 1) : person(organisation[0]);
        return new String[] {
            event.key(number),
            "",
            person[0],
            person[1],
            person[2],
            person[3],
            person[4],
            organisation[3],
            person[5],
            organisation[0],
            organisation[1],
            event.programmes(organisation[0], chance.nextInt(4) == 0),
            event.days(number),
            status(number)
        };
    }

    private String[] person(String sector) {
        String title = chance.nextInt(12) == 0 ? "Dr." : "";
        return new String[] {title, any(givenNames), "", familyName(), any(functions), category(sector)};
    }

    private String familyName() {
        String name = any(familyNames);
        return chance.nextInt(15) == 0 ? name + "-" + any(familyNames) : name;
    }

    private String[] organisation() {
        int total =
                organisations.stream().mapToInt(row -> Integer.parseInt(row[2])).sum();
        int drawn = chance.nextInt(total);
        for (String[] row : organisations) {
            drawn -= Integer.parseInt(row[2]);
            if (drawn < 0) {
                return row;
            }
        }
        throw new IllegalStateException("The weights of the organisations do not add up.");
    }

    private String category(String sector) {
        if (sector.equals("OTHER")) {
            return "press";
        }
        if (sector.equals("BUSINESS")) {
            return chance.nextInt(3) > 0 ? "exhibitor" : "attendee";
        }
        return chance.nextInt(14) == 0 ? "speaker" : "attendee";
    }

    private String status(int number) {
        if (number <= hardNames.size()) {
            return "confirmed";
        }
        return number % 23 == 0 ? "cancelled" : number % 61 == 0 ? "waitlisted" : "confirmed";
    }

    private String any(List<String> list) {
        return list.get(chance.nextInt(list.size()));
    }

    private static String quoted(String field) {
        return field.matches("[^;\"\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private static List<String[]> table(String file) {
        return words(file, "\\R").stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    private static List<String> words(String file, String separator) {
        try (InputStream in = DemoAttendees.class.getResourceAsStream(file)) {
            return List.of(new String(in.readAllBytes(), UTF_8).strip().split(separator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
