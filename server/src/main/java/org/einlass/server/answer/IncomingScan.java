package org.einlass.server.answer;

import java.util.Optional;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.grade.CodeGrade;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ScanQuestion;
import org.jspecify.annotations.Nullable;

/**
 * A scan's question, sorted.
 *
 * @param text what was read
 * @param lookup what the code is known by; absent for a foreign text
 */
public record IncomingScan(
        EventId event,
        DeviceId device,
        ScanQuestion scan,
        ScannedText text,
        @Nullable LookupId lookup) {

    /** What an id belongs to besides its device: the same id with another content is another question. */
    public String content() {
        return scan.door().text() + " " + (lookup == null ? "foreign" : lookup.hex());
    }

    /** What the form of another system's code tells; empty for codes of ours and foreign texts. */
    public Optional<CodeGrade> grade() {
        return text instanceof ExternalCode code ? Optional.of(CodeGrade.of(code)) : Optional.empty();
    }
}
