package org.einlass.server.intake;

import org.einlass.contract.code.ExternalCode;
import org.einlass.server.registration.Particulars;
import org.einlass.server.registration.Sameness;
import org.jspecify.annotations.Nullable;

/**
 * A row that makes a registration, or changes the one it is the same as.
 *
 * @param line of the file, from 1
 * @param external code of another ticket system that the guest holds
 */
record Candidate(
        long line,
        Sameness sameness,
        Particulars particulars,
        @Nullable ExternalCode external) {}
