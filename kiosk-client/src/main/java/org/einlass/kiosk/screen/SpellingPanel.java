package org.einlass.kiosk.screen;

import java.util.List;
import javax.swing.JTextField;
import org.einlass.contract.journal.NameSpelling;
import org.einlass.contract.registration.Attendee;

/**
 * Where a guest puts the spelling of given and family name right. Letters go in before the caret, capital at the beginning
 * of a word; two keys give the letter before the caret another form. Event thread only.
 */
final class SpellingPanel extends GuestFormPanel {
    private static final long serialVersionUID = 1L;

    private final transient NameDraft draft;
    private final transient Runnable typed;

    /**
     * A form with the names as they stand, or as they were changed already.
     *
     * @param typed run when the guest has changed a name, and both are names
     */
    SpellingPanel(
            ScreenMessages words,
            float scale,
            boolean large,
            SceneTimer timer,
            Runnable closed,
            NameDraft draft,
            Runnable typed) {
        super(
                "spelling",
                words,
                scale,
                large,
                timer,
                closed,
                name("spelling.given", draft.given),
                name("spelling.family", draft.family));
        this.draft = draft;
        this.typed = typed;
        open(List.of(
                new KeyGrid.Key("back", "\u2190", words.say("keys.back"), () -> moveCaret(-1)),
                new KeyGrid.Key("on", "\u2192", words.say("keys.on"), () -> moveCaret(1)),
                new KeyGrid.Key("case", "aA", words.say("keys.case"), () -> change(LetterForms::otherCase)),
                new KeyGrid.Key("form", "a\u00e1\u00e0", words.say("keys.form"), () -> change(LetterForms::next)),
                new KeyGrid.Key("delete", "\u232b", words.say("keys.delete"), this::delete)));
        say(usual());
    }

    private static Field name(String called, String text) {
        return new Field(
                called,
                text,
                Attendee.LONGEST_FIELD,
                typed -> typed.codePoints().noneMatch(sign -> Character.isISOControl(sign) || Character.isDigit(sign)));
    }

    @Override
    String usual() {
        return words().say("spelling.sentence");
    }

    private void moveCaret(int by) {
        JTextField field = active();
        int to = field.getCaretPosition() + by;
        if (to >= 0 && to <= field.getText().length()) {
            field.setCaretPosition(to);
        }
        field.requestFocusInWindow();
        touched();
    }

    private interface Form {
        String of(String letter);
    }

    /** Gives the letter before the caret another form. */
    private void change(Form form) {
        JTextField field = active();
        int caret = field.getCaretPosition();
        if (caret > 0) {
            int from = field.getText().offsetByCodePoints(caret, -1);
            String letter = field.getText().substring(from, caret);
            field.select(from, caret);
            field.replaceSelection(form.of(letter));
        }
        touched();
    }

    @Override
    void type(String character) {
        JTextField field = active();
        String before = field.getText().substring(0, field.getCaretPosition());
        boolean begins = before.isEmpty() || !Character.isLetter(before.codePointBefore(before.length()));
        field.replaceSelection(begins ? character : LetterForms.otherCase(character));
        touched();
    }

    @Override
    void changed() {
        draft.given = first().getText();
        draft.family = second().getText();
    }

    @Override
    void submit() {
        touched();
        if (draft.now().equals(draft.before)) {
            say(words().say("spelling.same"));
            focusFirst();
            return;
        }
        boolean right = NameSpelling.isName(draft.now().family())
                && (draft.now().given().isEmpty()
                        || NameSpelling.isName(draft.now().given()));
        if (!right) {
            say(words().say("spelling.check"));
            focusFirst();
            return;
        }
        typed.run();
    }
}
