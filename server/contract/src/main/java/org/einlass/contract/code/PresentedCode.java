package org.einlass.contract.code;

/**
 * A code that registrations can be looked up by: {@linkplain Code ours} or {@linkplain ExternalCode
 * imported}.
 */
public sealed interface PresentedCode extends ScannedText permits Code, ExternalCode {

    /** The code itself. A secret: neither logged nor shown, and on no disk in clear. */
    String text();
}
