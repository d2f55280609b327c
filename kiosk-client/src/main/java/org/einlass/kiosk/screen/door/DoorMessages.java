package org.einlass.kiosk.screen.door;

import org.einlass.contract.Wording;
import org.einlass.kiosk.words.MessageBundle;

/** The words of the door's screen, in both languages. From any thread. */
public final class DoorMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("org.einlass.kiosk.screen.door.door");

    private DoorMessages() {}

    /**
     * The text of a key in both languages.
     *
     * @param parts put into the text; a {@link Wording} in the text's own language
     */
    public static Wording say(String key, Object... parts) {
        return BUNDLE.say(key, parts);
    }
}
