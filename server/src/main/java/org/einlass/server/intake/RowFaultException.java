package org.einlass.server.intake;

import org.einlass.contract.Wording;

/** A cell says something that no registration can take. Becomes a {@link RowFault} where the row's line is known. */
final class RowFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Column column;
    private final transient Wording reason;
    private final transient Wording remedy;

    RowFaultException(Column column, Wording reason, Wording remedy) {
        super(reason.english());
        this.column = column;
        this.reason = reason;
        this.remedy = remedy;
    }

    RowFault in(Row row, Headings headings) {
        return new RowFault(row.line(), headings.textOf(column), reason, remedy);
    }
}
