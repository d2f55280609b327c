package org.einlass.kiosk.screen;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.regex.Pattern;

/** Where a line may end: between words, but never within a time, a range or a date. */
final class LineBreaks extends BreakIterator {
    private static final Pattern RANGE = Pattern.compile("(?<=\\d) ([–—-]) (?=\\d)");
    private static final Pattern HOUR = Pattern.compile("(?<=\\d) (?=Uhr\\b)");
    private static final String JOINING = ":.,/–—-";

    private final BreakIterator words = BreakIterator.getLineInstance();
    private String text = "";

    /** The same words with blanks that do not break around the dash of a range, and before "Uhr". */
    static String tied(String text) {
        return HOUR.matcher(RANGE.matcher(text).replaceAll("\u00a0$1\u00a0")).replaceAll("\u00a0");
    }

    /** Not where signs without a blank join the digits before and after. */
    private boolean isAllowed(int position) {
        int before = position - 1;
        while (before >= 0 && JOINING.indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        int after = position;
        while (after < text.length() && JOINING.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        boolean joined = after - before > 1
                && before >= 0
                && after < text.length()
                && Character.isDigit(text.charAt(before))
                && Character.isDigit(text.charAt(after));
        return !joined;
    }

    private int forward(int position) {
        int found = position;
        while (found != DONE && !isAllowed(found)) {
            found = words.next();
        }
        return found;
    }

    private int backward(int position) {
        int found = position;
        while (found != DONE && !isAllowed(found)) {
            found = words.previous();
        }
        return found;
    }

    @Override
    public int first() {
        return words.first();
    }

    @Override
    public int last() {
        return words.last();
    }

    @Override
    public int next(int n) {
        int found = current();
        for (int i = 0; i < Math.abs(n) && found != DONE; i++) {
            found = n > 0 ? next() : previous();
        }
        return found;
    }

    @Override
    public int next() {
        return forward(words.next());
    }

    @Override
    public int previous() {
        return backward(words.previous());
    }

    @Override
    public int following(int offset) {
        return forward(words.following(offset));
    }

    @Override
    public int preceding(int offset) {
        return backward(words.preceding(offset));
    }

    @Override
    public int current() {
        return words.current();
    }

    @Override
    public CharacterIterator getText() {
        return words.getText();
    }

    @Override
    public void setText(CharacterIterator next) {
        StringBuilder all = new StringBuilder();
        for (char c = next.first(); c != CharacterIterator.DONE; c = next.next()) {
            all.append(c);
        }
        text = all.toString();
        words.setText(new StringCharacterIterator(text));
    }
}
