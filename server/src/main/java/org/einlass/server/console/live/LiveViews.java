package org.einlass.server.console.live;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.counter.HelpCall;
import org.einlass.server.console.numbers.NumbersDay;
import org.einlass.server.counter.OpenCounter;
import org.einlass.server.live.LiveDevice;
import org.einlass.server.live.LiveLevel;
import org.einlass.server.live.LiveRoom;
import org.einlass.server.live.LiveSnapshot;
import org.einlass.server.live.LiveSnapshot.Part;

/** Writes snapshots of an event in one language. */
final class LiveViews {
    private static final long FULL = 100;
    private static final int MOST_CHART = 1;

    private final ConsoleWords words;
    private final ZoneId zone;

    LiveViews(Locale locale, ZoneId zone) {
        this.words = new ConsoleWords(locale);
        this.zone = zone;
    }

    LiveView of(LiveSnapshot live) {
        NumbersDay day = live.today() == null
                ? null
                : NumbersDay.of(live.today(), Math.max(MOST_CHART, live.today().most()), words.locale());
        return new LiveView(
                clock(live.at()),
                words.say("phase." + live.phase().name()),
                live.countedAt().plusSeconds(2).isBefore(live.at())
                        ? words.say("live.counted", clock(live.countedAt()))
                        : "",
                words.number(live.arrived()),
                words.number(live.registered()),
                words.percent(hundredths(live.arrived(), live.registered())),
                day == null ? "" : day.sentence(),
                day == null ? "" : day.chart().path(),
                day == null ? "" : day.chart().getLine(),
                day == null
                        ? List.of()
                        : day.chart().getColumns().stream()
                                .filter(column -> !column.label().isEmpty())
                                .map(column -> new LiveView.Label(column.x(), column.label()))
                                .toList(),
                day != null && !(day.hours().isEmpty() && day.chart().getLine().isEmpty()),
                live.rush(),
                !live.rush(),
                now(live),
                live.rooms().stream().map(room -> room(live, room)).toList(),
                live.devices().stream().map(device -> device(live, device)).toList(),
                live.counters().stream().map(this::counter).toList(),
                live.programmes().stream().map(this::part).toList(),
                live.sectors().stream().map(this::part).toList(),
                doors(live.doors()));
    }

    /** What needs somebody: red before amber, and in each devices before rooms. */
    private List<LiveView.Row> now(LiveSnapshot live) {
        List<LiveView.Row> rows = new ArrayList<>();
        live.calls().forEach(call -> rows.add(call(live, call)));
        live.devices().stream()
                .filter(device -> device.trouble() != LiveDevice.Trouble.NONE)
                .map(device -> device(live, device))
                .forEach(rows::add);
        live.rooms().stream()
                .filter(room -> room.level() != LiveLevel.CALM)
                .map(room -> room(live, room))
                .forEach(rows::add);
        if (live.toClarify() > 0) {
            rows.add(new LiveView.Row(
                    "clarify",
                    LiveLevel.AMBER.name(),
                    sign(LiveLevel.AMBER),
                    words.say("live.clarify"),
                    words.say("live.open"),
                    words.number(live.toClarify()),
                    "",
                    0,
                    page("clarifications", live)));
        }
        LiveSnapshot.Missed missed = live.missed();
        if (missed != null) {
            rows.add(new LiveView.Row(
                    "missed",
                    LiveLevel.RED.name(),
                    sign(LiveLevel.RED),
                    words.say("live.missed", words.words(missed.session()), hour(missed.startsAt())),
                    words.say("live.absent"),
                    words.number(missed.people()),
                    "",
                    0,
                    page("awaited", live)));
        }
        rows.sort(Comparator.comparing((LiveView.Row row) -> LiveLevel.valueOf(row.level()))
                .reversed());
        return rows;
    }

    /** Red until somebody comes. */
    private LiveView.Row call(LiveSnapshot live, HelpCall call) {
        LiveLevel level = call.isAcknowledged() ? LiveLevel.AMBER : LiveLevel.RED;
        return new LiveView.Row(
                "call-" + call.call(),
                level.name(),
                sign(level),
                words.say("live.call", call.place()),
                call.isAcknowledged()
                        ? words.say("calls.comes")
                        : words.words(call.reason().sentence()),
                hour(call.calledAt()),
                "",
                0,
                page("calls", live));
    }

    private LiveView.Row counter(OpenCounter counter) {
        return new LiveView.Row(
                "counter-" + counter.desk().text(),
                LiveLevel.CALM.name(),
                sign(LiveLevel.CALM),
                counter.name(),
                words.say("live.counter.expected"),
                words.number(counter.expected()),
                "",
                0,
                "");
    }

    private LiveView.Row room(LiveSnapshot live, LiveRoom room) {
        LiveLevel level = room.level();
        Integer permitted = room.permitted();
        return new LiveView.Row(
                "room-" + room.area().text(),
                level.name(),
                sign(level),
                words.words(room.title()),
                words.say("live.room." + level.name()),
                permitted == null ? words.number(room.people()) : words.percent(room.percent()),
                permitted == null
                        ? words.say("live.room.unlimited")
                        : words.say("live.room.of", words.number(room.people()), words.number(permitted)),
                Math.min(FULL, room.percent()),
                page("rooms", live) + "&room=" + room.area().text());
    }

    private LiveView.Row device(LiveSnapshot live, LiveDevice device) {
        LiveDevice.Trouble trouble = device.trouble();
        boolean ofPrinter = trouble == LiveDevice.Trouble.PRINTER || trouble == LiveDevice.Trouble.PRINTER_SOON;
        Instant seen = device.seenAt();
        return new LiveView.Row(
                "device-" + device.device().text(),
                trouble.level().name(),
                sign(trouble.level()),
                device.title(),
                ofPrinter ? printer(device) : words.say("live.device." + trouble),
                device.waiting() == 0 ? "" : words.number(device.waiting()),
                seen == null ? words.say("device.never") : words.say("live.device.seen", clock(seen)),
                0,
                page("devices", live));
    }

    private String printer(LiveDevice device) {
        String word = device.printer();
        return word == null || !PrinterWords.isKnown(word)
                ? words.say("printer.TROUBLE")
                : words.say("printer." + word);
    }

    private LiveView.Row part(Part part) {
        long hundredths = hundredths(part.arrived(), part.registered());
        return new LiveView.Row(
                part.label(),
                LiveLevel.CALM.name(),
                "",
                part.label(),
                words.percent(hundredths),
                words.say("live.part", words.number(part.arrived()), words.number(part.registered())),
                "",
                Math.min(FULL, hundredths),
                "");
    }

    /** The longest bar is that of the busiest door. */
    private List<LiveView.Row> doors(List<Part> doors) {
        long most = doors.stream().mapToLong(Part::arrived).max().orElse(0);
        return doors.stream()
                .map(door -> new LiveView.Row(
                        door.label(),
                        LiveLevel.CALM.name(),
                        "",
                        door.label(),
                        "",
                        words.number(door.arrived()),
                        "",
                        hundredths(door.arrived(), most),
                        ""))
                .toList();
    }

    private static long hundredths(long part, long whole) {
        return whole == 0 ? 0 : part * FULL / whole;
    }

    /** Told apart by their shape, too. */
    private static String sign(LiveLevel level) {
        return switch (level) {
            case CALM -> "\u25cf";
            case AMBER -> "\u25b2";
            case RED -> "\u25a0";
        };
    }

    private static String page(String name, LiveSnapshot live) {
        return "/" + name + ".xhtml?event=" + live.event().text();
    }

    private String clock(Instant at) {
        return time(at, FormatStyle.MEDIUM);
    }

    private String hour(Instant at) {
        return time(at, FormatStyle.SHORT);
    }

    private String time(Instant at, FormatStyle style) {
        return DateTimeFormatter.ofLocalizedTime(style)
                .withLocale(words.locale())
                .withZone(zone)
                .format(at);
    }
}
