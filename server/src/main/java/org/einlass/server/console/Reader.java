package org.einlass.server.console;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/** How the reader of a page wants to read: the language, first the browser's, and the contrast. */
@Named
@SessionScoped
public class Reader implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String TEXTS = "org.einlass.server.console.texts";

    private @Nullable Locale chosen;
    private boolean highContrast;

    /** German or English. */
    public Locale getLocale() {
        Locale known = chosen;
        if (known == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            known = context.getApplication().getViewHandler().calculateLocale(context);
        }
        return Locale.ENGLISH.getLanguage().equals(known.getLanguage()) ? Locale.ENGLISH : Locale.GERMAN;
    }

    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** The language of this name; the reader's own where it is none of ours. */
    public Locale localeOf(@Nullable String language) {
        if (Locale.ENGLISH.getLanguage().equals(language)) {
            return Locale.ENGLISH;
        }
        return Locale.GERMAN.getLanguage().equals(language) || chosen == null ? Locale.GERMAN : getLocale();
    }

    public boolean isHighContrast() {
        return highContrast;
    }

    public void readGerman() {
        chosen = Locale.GERMAN;
    }

    public void readEnglish() {
        chosen = Locale.ENGLISH;
    }

    public void switchContrast() {
        highContrast = !highContrast;
    }

    /** Words of the trade in the reader's language. */
    public String words(Wording wording) {
        return wording.in(getLocale());
    }

    /** A text of the console, with its gaps filled. */
    public String say(String key, Object... values) {
        String text = ResourceBundle.getBundle(TEXTS, getLocale()).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, getLocale()).format(values);
    }

    /** A text of the console, or {@code otherwise} where it has none. */
    public String sayOr(String key, String otherwise) {
        ResourceBundle texts = ResourceBundle.getBundle(TEXTS, getLocale());
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .format(day);
    }

    /** A moment to the second, by the clock of a place. */
    public String second(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone)
                .format(moment);
    }

    /** A moment to the minute, by the clock of a place. */
    public String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone)
                .format(moment);
    }
}
