package org.einlass.kiosk.screen;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextField;
import org.einlass.contract.code.BookingNumber;

/**
 * Where a guest without a ticket types booking number and family name: digits go into the one field and letters into the
 * other, whichever has the focus. Event thread only.
 */
final class BookingPanel extends GuestFormPanel {
    private static final long serialVersionUID = 1L;
    private static final String DIGITS = "1234567890";
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_NAME = 120;

    private final transient BookingDraft draft;
    private final transient Runnable typed;

    /**
     * A form with what was typed already.
     *
     * @param typed run when the guest has typed what may be a booking number, and a name
     */
    BookingPanel(
            ScreenMessages words,
            float scale,
            boolean large,
            SceneTimer timer,
            Runnable closed,
            BookingDraft draft,
            Runnable typed) {
        super(
                "booking",
                words,
                scale,
                large,
                timer,
                closed,
                new Field("booking.number", draft.number, LONGEST_NUMBER, BookingPanel::isOfNumber),
                new Field(
                        "booking.name",
                        draft.familyName,
                        LONGEST_NAME,
                        text -> text.codePoints().noneMatch(Character::isISOControl)));
        this.draft = draft;
        this.typed = typed;
        List<KeyGrid.Key> above = new ArrayList<>();
        DIGITS.codePoints()
                .mapToObj(Character::toString)
                .forEach(digit -> above.add(new KeyGrid.Key(digit, digit, digit, () -> type(digit))));
        above.add(new KeyGrid.Key("delete", "\u232b", words.say("keys.delete"), this::delete));
        open(above);
        say(usual());
        maySend(!draft.asking);
    }

    private static boolean isOfNumber(String text) {
        return text.codePoints().allMatch(sign -> (sign >= '0' && sign <= '9') || " .-".indexOf(sign) >= 0);
    }

    @Override
    String usual() {
        return words().say(draft.asking ? "booking.asking" : "booking.sentence");
    }

    /** Letters are the name's, and digits the number's. */
    @Override
    void type(String character) {
        boolean digit = Character.isDigit(character.codePointAt(0));
        JTextField meant = digit ? first() : character.isBlank() ? active() : second();
        use(meant);
        meant.setCaretPosition(meant.getText().length());
        meant.replaceSelection(character);
        touched();
    }

    @Override
    void changed() {
        draft.number = first().getText();
        draft.familyName = second().getText();
    }

    /** What cannot be a booking number costs no question: a typing mistake is told at once. */
    @Override
    void submit() {
        touched();
        if (draft.asking) {
            return;
        }
        boolean right = BookingNumber.parse(draft.number).isPresent();
        if (!right || draft.familyName.isBlank()) {
            say(words().say("booking.check"));
            (right ? second() : first()).requestFocusInWindow();
            return;
        }
        draft.asking = true;
        maySend(false);
        say(usual());
        typed.run();
    }
}
