package org.einlass.contract.enrolment;

import org.jspecify.annotations.Nullable;

/** A device tells the nonce that it committed itself to, and is pending from then on. */
public record NonceOpening(@Nullable String nonce) {}
