package org.einlass.contract.code;

import java.util.Optional;

/**
 * A ticket code or badge code of ours: {@value #LENGTH} symbols that a QR code of version 2-Q holds exactly.
 *
 * <pre>
 * kind (T, B) | key generation | 16 random symbols, 80 bits | 10 symbols of tag, 50 bits | check
 * </pre>
 *
 * <p>A code that could be read is well formed, no more: whether the tag is genuine only the keeper of the
 * {@link CodeKey} can say, and whether it admits anybody only the registrations can.
 *
 * <p>A code is a secret. {@link #toString()} therefore shows its kind and nothing else; {@link #text()} is the code.
 */
public final class Code implements PresentedCode {
    public static final int LENGTH = 29;
    static final int RANDOM_SYMBOLS = 16;
    static final int TAG_SYMBOLS = 10;
    private static final int RANDOM_AT = 2;
    private static final int TAG_AT = RANDOM_AT + RANDOM_SYMBOLS;
    private static final int CHECK_AT = TAG_AT + TAG_SYMBOLS;

    private final CodeKind kind;
    private final String text;

    private Code(CodeKind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /**
     * Reads what a camera, a scanner or a person delivers. ASCII case is folded, blanks and hyphens dropped,
     * a typed {@code I} is 1 and {@code O} is 0.
     *
     * @return empty where the text is not our grammar or the check symbol is wrong; anything may be passed
     */
    public static Optional<Code> parse(CharSequence read) {
        return Alphabet.read(read, LENGTH).flatMap(Code::checked);
    }

    private static Optional<Code> checked(String symbols) {
        CodeKind kind = CodeKind.of(symbols.charAt(0));
        boolean right = symbols.charAt(CHECK_AT) == CheckSymbol.of(symbols.substring(0, CHECK_AT));
        return kind != null && right ? Optional.of(new Code(kind, symbols)) : Optional.empty();
    }

    static Code assemble(CodeKind kind, char generation, String random, String tag) {
        String symbols = kind.symbol() + String.valueOf(generation) + random + tag;
        return new Code(kind, symbols + CheckSymbol.of(symbols));
    }

    public CodeKind kind() {
        return kind;
    }

    /** The symbol of the key that the tag was made with. */
    public char generation() {
        return text.charAt(1);
    }

    /** The code as it stands in a QR code: {@value #LENGTH} symbols, capitals, no blanks. A secret. */
    @Override
    public String text() {
        return text;
    }

    String random() {
        return text.substring(RANDOM_AT, TAG_AT);
    }

    String tag() {
        return text.substring(TAG_AT, CHECK_AT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Code code && code.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return kind + " code";
    }
}
