package org.einlass.server.registration.imports.list;

import java.util.Optional;

/** Hands over the rows of a file, one after the other. */
interface RowSource {
    /**
     * The next row that is not blank, or empty at the end of the file.
     *
     * @throws ListRefused where the rest of the file cannot be cut into rows
     */
    Optional<CsvRow> next() throws ListRefused;
}
