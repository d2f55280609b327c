package org.einlass.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.einlass.contract.code.Code;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.grade.CodeGrade;
import org.einlass.server.event.EventDocumentReading;
import org.einlass.server.journal.JournalReading;

/**
 * What strangers may send, read as the server reads it. Each target takes any bytes; whatever is thrown is a fault.
 */
final class FuzzTargets {
    private FuzzTargets() {}

    /** A text as a scanner reads it. */
    static void code(byte[] bytes) {
        String read = new String(bytes, UTF_8);
        ScannedText text = ScannedText.of(read);
        if (text instanceof Code code) {
            require(Code.parse(code.text()).filter(code::equals).isPresent(), "a code is read back as itself");
        }
        if (text instanceof ExternalCode code) {
            require(code.text().length() <= ExternalCode.LONGEST, "an external code is bounded");
            require(ExternalCode.parse(code.text()).filter(code::equals).isPresent(), "and read back as itself");
            require(CodeGrade.of(code) != null, "and graded");
        }
        require(!text.toString().contains(read) || read.length() < 20, "no secret in a log");
    }

    /** A report of a device. */
    static void journal(byte[] bytes) {
        JournalReading.isReport(bytes);
    }

    /** An event as an organiser or a script sends it. */
    static void event(byte[] bytes) {
        EventDocumentReading.isEvent(bytes);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
