package org.einlass.server.registration.imports;

import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.registration.RegistrationFields;
import org.jdbi.v3.core.Handle;

/** What imports and the history remember of people who withdraw their consent to the keeping of access needs. */
public final class AccessConsents {
    private AccessConsents() {}

    /** Nothing that is kept of the past, or that an undone import brings back, holds access needs of that person. */
    public static void withdraw(Handle handle, EventId event, RegistrationId id) {
        forgetInImports(handle, event, id);
        forgetInHistory(handle, event, id);
    }

    private static void forgetInImports(Handle handle, EventId event, RegistrationId id) {
        List<Remembered<String>> remembered = handle.createQuery("""
                        select import, before from import_rows
                        where event = :event and registration = :id and before like '%accessNeeds%'
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> new Remembered<>(row.getString("import"), row.getString("before")))
                .list();
        for (Remembered<String> one : remembered) {
            handle.createUpdate("""
                            update import_rows set before = :before
                            where event = :event and import = :import and registration = :id
                            """)
                    .bind("event", event.text())
                    .bind("import", one.place())
                    .bind("id", id.toString())
                    .bind("before", without(one.before()))
                    .execute();
        }
    }

    private static void forgetInHistory(Handle handle, EventId event, RegistrationId id) {
        List<Remembered<Integer>> remembered = handle.createQuery("""
                        select number, before from registration_changes
                        where event = :event and registration = :id and before like '%accessNeeds%'
                        """)
                .bind("event", event.text())
                .bind("id", id.toString())
                .map((row, context) -> new Remembered<>(row.getInt("number"), row.getString("before")))
                .list();
        for (Remembered<Integer> one : remembered) {
            handle.createUpdate("""
                            update registration_changes set before = :before
                            where event = :event and registration = :id and number = :number
                            """)
                    .bind("event", event.text())
                    .bind("id", id.toString())
                    .bind("number", one.place())
                    .bind("before", without(one.before()))
                    .execute();
        }
    }

    private static String without(String before) {
        RegistrationFields fields = Objects.requireNonNull(ImportTable.read(before));
        return Objects.requireNonNull(ImportTable.written(fields.withoutAccessNeeds()));
    }

    /** A registration as it was, and in which import or at which number of its history. */
    private record Remembered<P>(P place, String before) {}
}
