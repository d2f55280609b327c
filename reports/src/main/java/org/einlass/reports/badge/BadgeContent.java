package org.einlass.reports.badge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.reports.page.Ink;

/**
 * What stands on an event's badges: an order's words with those of the event. The same on a device and on the
 * server, so that a badge printed the day before is the one that a kiosk would print.
 *
 * @param categories of the event; each has a pattern of its own, by its place in the list
 * @param programmes titles by id, in the order of the event
 */
public record BadgeContent(Wording eventTitle, List<Category> categories, Map<ProgrammeId, Wording> programmes) {
    private static final Ink NEUTRAL = new Ink(0x4A, 0x55, 0x65);

    /** What a device knows of its event. */
    public static BadgeContent of(DoorSheet sheet) {
        Map<ProgrammeId, Wording> titles = new LinkedHashMap<>();
        sheet.programmes().forEach(programme -> titles.put(programme.id(), programme.title()));
        return new BadgeContent(sheet.eventTitle(), sheet.categories(), titles);
    }

    /** The badge of an order. */
    public Badge badge(BadgeOrder order) {
        Attendee attendee = order.attendee();
        return Badge.of(
                        attendee,
                        band(order),
                        Code.parse(order.code()).map(Code::text).orElse(order.code()),
                        eventTitle.german(),
                        programmes.entrySet().stream()
                                .filter(programme -> order.programmes().contains(programme.getKey()))
                                .map(programme -> programme.getValue().german())
                                .toList(),
                        Locale.GERMAN)
                .withAgenda(order.agenda());
    }

    private CategoryBand band(BadgeOrder order) {
        return IntStream.range(0, categories.size())
                .filter(place -> categories.get(place).id().equals(order.category()))
                .mapToObj(place -> band(categories.get(place), place))
                .findFirst()
                .orElse(new CategoryBand("Gast", "Guest", NEUTRAL, BandPattern.PLAIN));
    }

    private static CategoryBand band(Category category, int place) {
        BandPattern[] patterns = BandPattern.values();
        return new CategoryBand(
                category.title().german(),
                category.title().english(),
                Ink.parse(category.colour()).orElse(NEUTRAL),
                patterns[place % patterns.length]);
    }
}
