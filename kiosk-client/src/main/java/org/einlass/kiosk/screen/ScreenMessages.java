package org.einlass.kiosk.screen;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.einlass.contract.Wording;
import org.einlass.kiosk.words.MessageBundle;

/** All words of the screens in one language. */
record ScreenMessages(Language language) {
    private static final MessageBundle BUNDLE = new MessageBundle("org.einlass.kiosk.screen.scenes");

    static ScreenMessages in(Language language) {
        return new ScreenMessages(language);
    }

    String say(String key, Object... parts) {
        return BUNDLE.in(language.locale(), key, parts);
    }

    String say(Wording wording) {
        return wording.in(language.locale());
    }

    /** "um 09:12 Uhr", or "am Montag um 09:12 Uhr" for another day than today. */
    String moment(LocalDateTime moment, LocalDate today) {
        String time = format("HH:mm", moment);
        return moment.toLocalDate().equals(today)
                ? say("moment.today", time)
                : say("moment.otherDay", format("EEEE", moment), time);
    }

    private String format(String pattern, LocalDateTime moment) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(moment);
    }
}
