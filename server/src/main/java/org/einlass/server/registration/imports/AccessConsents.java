package org.einlass.server.registration.imports;

import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.registration.RegistrationFields;
import org.jdbi.v3.core.Handle;

/** What imports remember of people who withdraw their consent to the keeping of access needs. */
public final class AccessConsents {
    private AccessConsents() {}

    /** No import that is taken back brings access needs of that person again. */
    public static void withdraw(Handle handle, EventId event, RegistrationId id) {
        List<Remembered> remembered = handle.createQuery("""
                        select import, before from import_rows
                        where event = :event and registration = :id and before like '%accessNeeds%'
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> new Remembered(row.getString("import"), row.getString("before")))
                .list();
        for (Remembered one : remembered) {
            RegistrationFields before = ImportTable.read(one.before());
            if (before != null) {
                handle.createUpdate("""
                                update import_rows set before = :before
                                where event = :event and import = :import and registration = :id
                                """)
                        .bind("event", event.text())
                        .bind("import", one.importId())
                        .bind("id", id.toString())
                        .bind("before", ImportTable.written(before.withoutAccessNeeds()))
                        .execute();
            }
        }
    }

    private record Remembered(String importId, String before) {}
}
