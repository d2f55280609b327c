package org.einlass.kiosk.screen;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import org.einlass.contract.Wording;

/** All words of the screens in one language. */
final class ScreenMessages {
    private static final String BUNDLE = "org.einlass.kiosk.screen.scenes";

    private final Language language;
    private final ResourceBundle bundle;

    private ScreenMessages(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** Whatever language the machine itself is set to. */
    static ScreenMessages in(Language language) {
        ResourceBundle.Control noOther =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new ScreenMessages(language, ResourceBundle.getBundle(BUNDLE, language.locale(), noOther));
    }

    Language language() {
        return language;
    }

    String say(String key, Object... parts) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(parts);
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
