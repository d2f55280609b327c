package org.einlass.contract.code;

/** What a scanner read, sorted: our code, perhaps another system's code, or nothing that concerns us. */
public sealed interface ScannedText permits PresentedCode, ForeignText {

    /** Sorts what was read: our grammar and check first, then bounded printable text, else foreign. */
    static ScannedText of(String read) {
        return Code.parse(read)
                .<ScannedText>map(code -> code)
                .or(() -> ExternalCode.parse(read))
                .orElseGet(() -> ForeignText.of(read));
    }
}
