package org.einlass.server.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.reports.guide.EnrolmentSheet;
import org.einlass.reports.guide.EnrolmentSheets;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.enrolment.EnrolmentDocument;
import org.einlass.server.device.enrolment.EnrolmentService;
import org.einlass.server.device.enrolment.MadeEnrolment;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventService;
import org.einlass.server.rejection.Rejected;

/**
 * Makes one-time codes for devices and sets them for paper, a page a device. A code is told only once, so a sheet that
 * is printed again has another one. Takes its time: not for the threads that answer guests.
 */
public final class EnrolmentSheetPages {
    private static final Wording NOBODY = new Wording(
            "Es gibt kein Gerät, das auf seinen Code wartet.", "There is no device that waits for its code.");
    private static final Wording DESCRIBE_IT =
            new Wording("Bitte zuerst ein Gerät beschreiben.", "Describe a device first.");

    private final EnrolmentService enrolments;
    private final EventService events;
    private final EnrolmentSheets renderer = new EnrolmentSheets();

    public EnrolmentSheetPages(EnrolmentService enrolments, EventService events) {
        this.enrolments = enrolments;
        this.events = events;
    }

    /**
     * A PDF with a fresh code for each device; codes that they had until now end.
     *
     * @throws Rejected where there is no device, or one is described wrongly
     */
    public byte[] pdf(EventId event, List<EnrolmentDocument> devices, Locale locale) {
        if (devices.isEmpty()) {
            throw Rejected.badValue(NOBODY, DESCRIBE_IT, "devices");
        }
        EventDocument document = events.read(event);
        List<EnrolmentSheet> sheets = devices.stream()
                .map(device -> sheet(
                        document,
                        device,
                        enrolments.make(event, device).toCompletableFuture().join(),
                        locale))
                .toList();
        return renderer.pages(sheets, locale).pdf();
    }

    private static EnrolmentSheet sheet(
            EventDocument event, EnrolmentDocument device, MadeEnrolment made, Locale locale) {
        String title = device.title() == null || device.title().isBlank()
                ? made.device().text()
                : device.title();
        Stream<String> doors = event.doors().stream()
                .filter(door -> device.doors() != null && device.doors().contains(door.id()))
                .map(door -> door.title().in(locale));
        String kind = device.kind() == null ? "" : kind(device.kind()).in(locale);
        return new EnrolmentSheet(
                event.title().in(locale),
                title,
                Stream.concat(Stream.of(kind), doors)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                made.addresses().stream().map(address -> address.getAuthority()).collect(Collectors.joining(", ")),
                made.code(),
                made.offer(),
                new Wording(
                        moment(made.expires(), event.zone(), Locale.GERMANY),
                        moment(made.expires(), event.zone(), Locale.UK)));
    }

    private static Wording kind(DeviceKind kind) {
        return switch (kind) {
            case KIOSK -> new Wording("Kiosk", "Kiosk");
            case DESK -> new Wording("Schalter", "Desk");
            case DOOR -> new Wording("Tür", "Door");
        };
    }

    private static String moment(Instant at, ZoneId zone, Locale place) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(place)
                .withZone(zone)
                .format(at);
    }
}
