package org.einlass.kiosk;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.einlass.kiosk.Walk.Finding;
import org.einlass.kiosk.Walk.Step;
import org.einlass.kiosk.gate.Passage;

/** A step of a walk as one line for those who run the kiosk: picture, verdict, who decided, badge. No names. */
public final class StepLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Words words;
    private final ZoneId zone;

    /**
     * Lines in one language.
     *
     * @param language English for English, else German
     * @param zone of the event, for times of day
     */
    public StepLine(Locale language, ZoneId zone) {
        this.words = new Words(language);
        this.zone = zone;
    }

    /** What came of one picture; its parts are separated by tabs. */
    public String of(Step step) {
        StringBuilder line = new StringBuilder(step.picture()).append('\t').append(verdict(step));
        step.passage().ifPresent(passage -> line.append('\t').append(source(passage)));
        step.print().ifPresent(print -> line.append('\t').append(words.say("walk.badge", print)));
        step.fault()
                .ifPresent(fault -> line.append('\t').append(words.say("walk.noBadge", fault.in(words.language()))));
        return line.toString();
    }

    private String verdict(Step step) {
        String key = "walk." + step.finding();
        if (step.finding() == Finding.AGAIN) {
            return words.say(
                    key,
                    step.passage()
                            .flatMap(Passage::earlier)
                            .map(at -> CLOCK.format(at.atZone(zone)))
                            .orElse(""));
        }
        return words.say(key, step.passage().map(this::reason).orElse(""));
    }

    private String reason(Passage passage) {
        return passage.sentence() == null ? "" : passage.sentence().in(words.language());
    }

    private static String source(Passage passage) {
        return passage.outcome().source() + " " + passage.took().toMillis() + " ms";
    }
}
