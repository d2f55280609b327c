package org.einlass.server.console.live;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.einlass.contract.Wording;
import org.einlass.server.console.numbers.NumbersTable;

/** The console's texts in one language, for what is told to several readers at once. */
record ConsoleWords(Locale locale) {
    private static final String TEXTS = "org.einlass.server.console.texts";

    /** A text of the console, with its gaps filled. */
    String say(String key, Object... values) {
        String text = ResourceBundle.getBundle(TEXTS, locale).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    String words(Wording wording) {
        return wording.in(locale);
    }

    String number(long number) {
        return NumbersTable.number(number, locale);
    }

    /** A share in hundredths, as the language writes it. */
    String percent(long hundredths) {
        return number(hundredths) + "\u00a0%";
    }
}
