package org.einlass.kiosk.gate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.journal.Outcome;
import org.einlass.kiosk.words.MessageBundle;
import org.jspecify.annotations.Nullable;

/**
 * Which roster a device has.
 *
 * @param number the server's number of the last change in it
 * @param heardAt when the server last said what has changed, by this device's clock; null where nobody noted
 *     it
 */
public record InstalledRoster(long number, @Nullable Instant heardAt) {
    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.gate.refusals");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("d.M. HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    /** The refusal of a code that is not in this roster: a newer roster may know the code. */
    GateVerdict lacks(ZoneId zone, DeviceClock clock) {
        Wording sentence = heardAt == null
                ? WORDS.say("roster.lacks")
                : sentence(clock.corrected(heardAt).atZone(zone), clock.now().atZone(zone));
        return new GateVerdict(Outcome.notInRoster(number), sentence, null, null, null);
    }

    private static Wording sentence(ZonedDateTime heard, ZonedDateTime now) {
        boolean today = heard.toLocalDate().equals(now.toLocalDate());
        return WORDS.say(
                "roster.ofThenLacks",
                new Wording((today ? TIME : GERMAN_DAY).format(heard), (today ? TIME : ENGLISH_DAY).format(heard)));
    }
}
