package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.einlass.contract.id.EntryId;

/**
 * Shows that whoever wrote an entry had seen the code: HMAC-SHA-256(code, scan id) as hexadecimal digits. A
 * thief's disk, which holds look-up ids only, cannot invent admissions.
 */
public record ScanProof(@JsonValue String hex) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ScanProof {}

    public static ScanProof of(PresentedCode code, EntryId scan) {
        byte[] proof = Hmac.sha256(code.text().getBytes(UTF_8), scan.toString().getBytes(UTF_8));
        return new ScanProof(HexFormat.of().formatHex(proof));
    }

    /** Whether this proof was made from {@code code} for {@code scan}. */
    public boolean shows(PresentedCode code, EntryId scan) {
        return MessageDigest.isEqual(hex.getBytes(UTF_8), of(code, scan).hex().getBytes(UTF_8));
    }
}
