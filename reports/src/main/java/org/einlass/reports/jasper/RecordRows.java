package org.einlass.reports.jasper;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/** Records as the rows of a template; JasperReports' own data source for objects does not know records. */
final class RecordRows<T> implements JRDataSource {

    private final Iterator<T> rows;
    private final Map<String, ? extends Function<T, ? extends @Nullable Object>> columns;
    private @Nullable T current;

    RecordRows(List<T> rows, Map<String, ? extends Function<T, ? extends @Nullable Object>> columns) {
        this.rows = rows.iterator();
        this.columns = columns;
    }

    @Override
    public boolean next() {
        boolean more = rows.hasNext();
        current = more ? rows.next() : null;
        return more;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        Function<T, ?> column = columns.get(field.getName());
        if (column == null || current == null) {
            throw new IllegalStateException(
                    "The template asks for a column " + field.getName() + " that the rows do not have.");
        }
        return column.apply(current);
    }
}
