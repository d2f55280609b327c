package org.einlass.kiosk;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.einlass.contract.code.Code;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeName;
import org.einlass.reports.badge.BandPattern;
import org.einlass.reports.badge.CategoryBand;
import org.einlass.reports.page.Ink;

/** What stands on a badge: the order's words with those of the event. */
final class BadgeContent {
    private static final Ink NEUTRAL = new Ink(0x4A, 0x55, 0x65);

    private BadgeContent() {}

    static Badge badge(BadgeOrder order, DoorSheet sheet) {
        Attendee attendee = order.attendee();
        return new Badge(
                new BadgeName(
                        attendee.title(),
                        attendee.givenName(),
                        attendee.particle(),
                        attendee.familyName(),
                        attendee.badgeName()),
                attendee.function(),
                attendee.organisation(),
                attendee.department(),
                band(order, sheet.categories()),
                Code.parse(order.code()).map(Code::text).orElse(order.code()),
                sheet.eventTitle().german(),
                programmes(order, sheet),
                Locale.GERMAN);
    }

    private static List<String> programmes(BadgeOrder order, DoorSheet sheet) {
        return sheet.programmes().stream()
                .filter(programme -> order.programmes().contains(programme.id()))
                .map(programme -> programme.title().german())
                .toList();
    }

    /** Each category of an event has a pattern of its own, by its place in the list. */
    private static CategoryBand band(BadgeOrder order, List<Category> categories) {
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
