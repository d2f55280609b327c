package org.einlass.server.presence.clarification;

import java.util.Comparator;
import java.util.List;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * Something to clarify that nobody has settled, before it is told in words.
 *
 * @param subject registration id, or {@code ?} and look-up id of a code nobody knows; null where it is about a device
 * @param device null where it is about a person
 * @param missing entries of the device that nobody has reported; 0 where none
 * @param entries what it is made of
 * @param at UTC milliseconds of the newest entry; 0 where there is none
 */
public record OpenCase(
        String id,
        ClarificationKind kind,
        @Nullable String subject,
        @Nullable DeviceId device,
        long missing,
        List<EntryId> entries,
        long at) {
    /** The newest first. */
    static final Comparator<OpenCase> ORDER =
            Comparator.comparingLong(OpenCase::at).reversed().thenComparing(OpenCase::id);

    public OpenCase {
        entries = List.copyOf(entries);
    }

    static OpenCase of(String id, ClarificationKind kind, String subject, List<EntryId> entries) {
        return new OpenCase(id, kind, subject, null, 0, entries, 0);
    }

    static OpenCase ofDevice(String id, ClarificationKind kind, DeviceId device, long missing) {
        return new OpenCase(id, kind, null, device, missing, List.of(), 0);
    }

    OpenCase since(long newest) {
        return new OpenCase(id, kind, subject, device, missing, entries, newest);
    }

    /** Names its place in the order of pages. */
    String cursor() {
        return at + "." + id;
    }

    /** Whether it comes behind what a cursor names; every one comes behind an empty cursor. */
    boolean isBehind(String cursor) {
        int dot = cursor.indexOf('.');
        if (dot < 1) {
            return true;
        }
        long then = Long.parseLong(cursor.substring(0, dot));
        return at < then || (at == then && id.compareTo(cursor.substring(dot + 1)) > 0);
    }
}
