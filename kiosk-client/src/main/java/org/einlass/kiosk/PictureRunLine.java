package org.einlass.kiosk;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.einlass.kiosk.PictureRun.Finding;
import org.einlass.kiosk.PictureRun.Step;
import org.einlass.kiosk.gate.ShownOutcome;

/**
 * A step of a walk as one line for those who run the kiosk: picture, verdict, who decided, badge. No names.
 */
public final class PictureRunLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final OperatorMessages operatorMessages;
    private final ZoneId zone;

    /**
     * Lines in one language.
     *
     * @param language English for English, else German
     * @param zone of the event, for times of day
     */
    public PictureRunLine(Locale language, ZoneId zone) {
        this.operatorMessages = new OperatorMessages(language);
        this.zone = zone;
    }

    /** What came of one picture; its parts are separated by tabs. */
    public String of(Step step) {
        StringBuilder line = new StringBuilder(step.picture()).append('\t').append(verdict(step));
        step.passage().ifPresent(shownOutcome -> line.append('\t').append(source(shownOutcome)));
        step.print().ifPresent(print -> line.append('\t').append(operatorMessages.say("walk.badge", print)));
        step.fault()
                .ifPresent(fault -> line.append('\t')
                        .append(operatorMessages.say("walk.noBadge", fault.in(operatorMessages.language()))));
        return line.toString();
    }

    private String verdict(Step step) {
        String key = "walk." + step.finding();
        if (step.finding() == Finding.AGAIN) {
            return operatorMessages.say(
                    key,
                    step.passage()
                            .flatMap(ShownOutcome::earlier)
                            .map(at -> CLOCK.format(at.atZone(zone)))
                            .orElse(""));
        }
        return operatorMessages.say(key, step.passage().map(this::reason).orElse(""));
    }

    private String reason(ShownOutcome shownOutcome) {
        return shownOutcome.sentence() == null ? "" : shownOutcome.sentence().in(operatorMessages.language());
    }

    private static String source(ShownOutcome shownOutcome) {
        return shownOutcome.outcome().source() + " " + shownOutcome.took().toMillis() + " ms";
    }
}
