package org.einlass.server.intake;

import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.jspecify.annotations.Nullable;

/** Why one row was left out; names place and reason, never what stands there. */
record RowFault(long line, @Nullable String column, Wording reason, Wording remedy) {

    RowProblem in(Locale locale) {
        return new RowProblem(line, column, reason.in(locale), remedy.in(locale));
    }
}
