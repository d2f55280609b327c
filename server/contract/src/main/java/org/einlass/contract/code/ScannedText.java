package org.einlass.contract.code;

/** What a scanner read, sorted: our code, perhaps another system's code, or nothing that concerns us. */
public sealed interface ScannedText permits PresentedCode, ForeignText {

    /**
     * Sorts what was read: our grammar and check first, then bounded printable text, else foreign. An unlock
     * card is foreign here: its secret is nobody's ticket and is asked about nowhere.
     */
    static ScannedText of(String read) {
        if (UnlockCard.parse(read).isPresent()) {
            return ForeignText.of(read);
        }
        return Code.parse(read)
                .<ScannedText>map(code -> code)
                .or(() -> ExternalCode.parse(read))
                .orElseGet(() -> ForeignText.of(read));
    }
}
