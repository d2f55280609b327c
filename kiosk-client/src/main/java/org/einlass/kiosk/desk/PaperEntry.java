package org.einlass.kiosk.desk;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
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

    /** "9:12", "9.12", "9 12", "912", "0912"; an hour alone is no time. */
    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[:., ]?([0-5][0-9])");

    private final DeskForms forms;
    private final DeskView view;
    private @Nullable LocalTime last;

    PaperEntry(DeskForms forms, DeskView view) {
        this.forms = forms;
        this.view = view;
    }

    /** The time of the last line, to be taken over or typed anew; empty before the first. */
    String suggested() {
        LocalTime known = last;
        return known == null ? "" : CLOCK.format(known);
    }

    /** The line is typed: the form closes, and the field waits for the next name. */
    void enter(DeskForm form, String typed, Runnable next) {
        DeskPerson about = form.about();
        Optional<LocalTime> time = time(typed);
        if (form.kind() != DeskForm.Kind.PAPER || about == null) {
            return;
        }
        if (time.isEmpty()) {
            view.notice = DeskSentences.NO_TIME.attention();
            return;
        }
        forms.act(form, desk -> desk.paper(about.registration(), time.get(), UNCERTAINTY), (entry, at) -> {
            last = time.get();
            forms.done(
                    new UndoableAction(DeskSentences.PAPER.say(Wording.same(about.name())), about, List.of(entry)),
                    DeskSentences.FROM_PAPER.done(Wording.same(about.name()), Wording.same(CLOCK.format(time.get()))));
            next.run();
        });
    }

    static Optional<LocalTime> time(String typed) {
        Matcher matcher = TIME.matcher(typed.strip());
        return matcher.matches()
                ? Optional.of(LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
