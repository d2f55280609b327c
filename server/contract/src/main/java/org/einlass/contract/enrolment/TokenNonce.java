package org.einlass.contract.enrolment;

/** What a device is to sign for its next token; valid once and for a minute. */
public record TokenNonce(String nonce) {}
