package org.einlass.kiosk.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.jspecify.annotations.Nullable;

/**
 * Types a ticked list back: whoever is shown went in while nothing but paper was at hand, at the time that the paper
 * says. The time of the last line stands in the next form, so a row of people who came together takes one key each.
 * On the controller's loop.
 */
final class PaperEntry {
    /** How wrong a time may be that somebody wrote onto paper. */
    static final Duration UNCERTAINTY = Duration.ofMinutes(5);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("d.M.", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    /**
     * "9:12", "9.12", "9 12", "912", "0912"; an hour alone is no time. A day stands before it where it is named, as
     * "4.7." or "04.07".
     */
    private static final Pattern TYPED =
            Pattern.compile("(?:([0-3]?[0-9])\\.([01]?[0-9])\\.? +)?([01]?[0-9]|2[0-3])[:., ]?([0-5][0-9])");

    private final DeskForms forms;
    private final DeskView view;
    private @Nullable Line last;

    /**
     * What somebody typed of a line.
     *
     * @param day null where the paper's last such time is meant
     */
    record Line(@Nullable MonthDay day, LocalTime time) {

        String text() {
            return (day == null ? "" : GERMAN_DAY.format(day) + " ") + CLOCK.format(time);
        }
    }

    PaperEntry(DeskForms forms, DeskView view) {
        this.forms = forms;
        this.view = view;
    }

    /** The time of the last line, to be taken over or typed anew; empty before the first. */
    String suggested() {
        Line known = last;
        return known == null ? "" : known.text();
    }

    /** The line is typed: the form closes, and the field waits for the next name. */
    void enter(DeskForm form, String typed, Runnable next) {
        DeskPerson about = form.about();
        Optional<Line> line = line(typed);
        if (form.kind() != DeskForm.Kind.PAPER || about == null) {
            return;
        }
        if (line.isEmpty()) {
            view.notice = DeskSentences.NO_TIME.attention();
            return;
        }
        Line read = line.get();
        forms.act(form, desk -> desk.paper(about.registration(), read.day(), read.time(), UNCERTAINTY), (entry, at) -> {
            last = read;
            forms.done(
                    new UndoableAction(DeskSentences.PAPER.say(Wording.same(about.name())), about, List.of(entry)),
                    DeskSentences.FROM_PAPER.done(Wording.same(about.name()), day(at), Wording.same(CLOCK.format(at))));
            next.run();
        });
    }

    private static Wording day(ZonedDateTime at) {
        return new Wording(GERMAN_DAY.format(at), ENGLISH_DAY.format(at));
    }

    static Optional<Line> line(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.of(number(matcher, 3), number(matcher, 4));
        if (matcher.group(1) == null) {
            return Optional.of(new Line(null, time));
        }
        try {
            return Optional.of(new Line(MonthDay.of(number(matcher, 2), number(matcher, 1)), time));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
