package org.einlass.server.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * How the reader of a page wants to read: the language, first the browser's, and the contrast. The browser keeps it
 * in a cookie.
 */
@Named
@RequestScoped
public class Reader {
    private static final String TEXTS = "org.einlass.server.console.texts";
    private static final String COOKIE = "__Host-einlass-reading";
    private static final String CONTRAST = "contrast";
    private static final int YEAR_SECONDS = 365 * 86_400;

    @Inject
    private HttpServletRequest request;

    private @Nullable Locale chosen;
    private boolean highContrast;

    @PostConstruct
    void read() {
        for (Cookie cookie : Objects.requireNonNullElse(request.getCookies(), new Cookie[0])) {
            if (cookie.getName().equals(COOKIE)) {
                List<String> wishes = List.of(cookie.getValue().split("-", -1));
                chosen = Stream.of(Locale.GERMAN, Locale.ENGLISH)
                        .filter(language -> wishes.contains(language.getLanguage()))
                        .findFirst()
                        .orElse(null);
                highContrast = wishes.contains(CONTRAST);
            }
        }
    }

    private void keep() {
        String language = chosen == null ? "any" : chosen.getLanguage();
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .addResponseCookie(
                        COOKIE,
                        language + (highContrast ? "-" + CONTRAST : ""),
                        Map.of("path", "/", "secure", true, "httpOnly", true, "maxAge", YEAR_SECONDS));
    }

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
        keep();
    }

    public void readEnglish() {
        chosen = Locale.ENGLISH;
        keep();
    }

    public void switchContrast() {
        highContrast = !highContrast;
        keep();
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
