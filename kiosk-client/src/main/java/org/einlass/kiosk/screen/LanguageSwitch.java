package org.einlass.kiosk.screen;

import java.util.EnumMap;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/**
 * The languages side by side, each by its own name, the present one filled.
 *
 * <p>No button group: it would let the Tab key reach only the present language.
 */
final class LanguageSwitch extends JPanel {
    private static final long serialVersionUID = 1L;

    private final EnumMap<Language, JToggleButton> choices = new EnumMap<>(Language.class);

    LanguageSwitch(Consumer<Language> chosen) {
        setOpaque(false);
        for (Language language : Language.values()) {
            JToggleButton choice = Components.choice(key(language), () -> chosen.accept(language));
            choices.put(language, choice);
            add(choice);
        }
    }

    void speak(ScreenMessages screenMessages) {
        getAccessibleContext().setAccessibleName(screenMessages.say("language.choose"));
        choices.forEach((language, choice) -> {
            choice.setText(screenMessages.say(key(language)));
            choice.setSelected(language == screenMessages.language());
            choice.setLocale(language.locale());
            choice.getAccessibleContext().setAccessibleDescription(screenMessages.say("language.choose"));
        });
    }

    void setScale(float scale) {
        int width = Math.round(scale * Theme.size("buttonWidth"));
        int gap = Math.round(scale * Theme.size("gap") / 2);
        setLayout(new MigLayout("insets 0, gap " + gap, "[" + width + "!, fill]", "[grow, fill]"));
        choices.values().forEach(choice -> choice.setFont(Theme.semibold(scale * Theme.size("button"))));
    }

    Stream<AbstractButton> choices() {
        return choices.values().stream().map(choice -> choice);
    }

    private static String key(Language language) {
        return "language." + language.name().toLowerCase(Locale.ROOT);
    }
}
