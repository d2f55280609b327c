package org.einlass.server.registration.imports.list;

/**
 * How large a registration list may be. What is larger is refused before it costs more.
 *
 * @param bytes length of the file
 * @param rows rows below the headings, faulty ones included
 * @param columns columns of any row
 */
public record ListLimits(int bytes, int rows, int columns) {
    /**
     * Room for the largest congress, and for a server with little memory: 50 MB, 100,000 rows, 200 columns.
     */
    public static final ListLimits USUAL = new ListLimits(50 * 1024 * 1024, 100_000, 200);

    private static final int MOST_BYTES = 1024 * 1024 * 1024;

    public ListLimits {
        if (bytes < 1 || bytes > MOST_BYTES || rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "A limit of registration lists is below 1, or its bytes are above 1 GB.");
        }
    }
}
