package org.einlass.server.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.OperatorId;
import org.einlass.reports.helper.HelperBadges;
import org.einlass.reports.helper.PrintedHelperBadge;
import org.einlass.server.device.helper.HelperBadge;
import org.einlass.server.device.helper.HelperService;
import org.einlass.server.device.helper.HelperWork;
import org.einlass.server.event.EventService;

/** Sets helpers' badges and PIN slips for paper. Takes its time: not for the threads that answer guests. */
public final class HelperBadgePages {
    private final HelperService helpers;
    private final EventService events;
    private final HelperBadges renderer = new HelperBadges();

    public HelperBadgePages(HelperService helpers, EventService events) {
        this.helpers = helpers;
        this.events = events;
    }

    /** A PDF; for no ids, of all helpers whose badges are not ended. */
    public byte[] pdf(EventId event, Collection<OperatorId> wanted, Locale locale) {
        List<HelperBadge> badges = helpers.badges(event, wanted);
        String title = events.read(event).title().in(locale);
        return renderer.pages(
                        badges.stream()
                                .map(badge -> printed(badge, title, locale))
                                .toList(),
                        locale)
                .pdf();
    }

    private static PrintedHelperBadge printed(HelperBadge badge, String event, Locale locale) {
        return new PrintedHelperBadge(
                event,
                badge.helper().name(),
                work(badge.helper().work()).in(locale),
                day(badge.helper().day(), locale),
                badge.card().text(),
                badge.pin());
    }

    private static Wording work(HelperWork work) {
        return switch (work) {
            case DESK -> new Wording("Schalter", "Desk");
            case DOOR -> new Wording("Tür", "Door");
            case BOTH -> new Wording("Schalter und Tür", "Desk and door");
        };
    }

    private static String day(LocalDate day, Locale locale) {
        Locale place = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.UK : Locale.GERMANY;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(place)
                .format(day);
    }
}
