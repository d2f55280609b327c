package org.einlass.reports.badge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** More than 300 names and organisations that badges of other systems cut, lose or garble. */
final class HardCases {

    private HardCases() {}

    static List<BadgeName> names() {
        return lines("hard-names.txt").stream()
                .map(line -> line.split("\\|", -1))
                .map(parts -> new BadgeName(parts[0], parts[1], parts[2], parts[3], ""))
                .toList();
    }

    static List<String> organisations() {
        return lines("hard-organisations.txt");
    }

    /** Every name once and every organisation at least once, with and without function and department. */
    static List<Badge> badges() {
        List<BadgeName> names = names();
        List<String> organisations = organisations();
        List<CategoryBand> categories = List.of(SampleBadges.SPEAKER, SampleBadges.ATTENDEE, SampleBadges.PRESS);
        List<Badge> badges = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String function = i % 3 == 0 ? "Beauftragte für Informationssicherheit" : "";
            String department = i % 5 == 0 ? "Referat 34, E-Government" : "";
            badges.add(SampleBadges.badge(
                    names.get(i),
                    function,
                    organisations.get(i % organisations.size()),
                    department,
                    categories.get(i % categories.size())));
        }
        return badges;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HardCases.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
