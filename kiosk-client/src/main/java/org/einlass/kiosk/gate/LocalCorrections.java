package org.einlass.kiosk.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.BadgeOrder;

/**
 * The fields that this desk put right, durable, until the server's roster brings them. What stands on the disk is
 * sealed: it can be read while the desk is unlocked only. From any thread.
 */
public interface LocalCorrections {

    /** A device that puts nothing right. */
    LocalCorrections NONE = new LocalCorrections() {
        @Override
        public void keep(LocalCorrection correction) {}

        @Override
        public List<FieldCorrection> of(RegistrationId registration, long version, Phase phase) {
            return List.of();
        }

        @Override
        public Set<RegistrationId> registrations() {
            return Set.of();
        }
    };

    /**
     * Fields of one registration, put right together.
     *
     * @param maker the journal entry that says so; undone, it counts no more
     * @param version the roster's version of the registration that was corrected; 0 where the roster lacks it
     * @param phase practice counts while it is practised only
     */
    record LocalCorrection(
            EntryId maker, RegistrationId registration, long version, Phase phase, List<FieldCorrection> fields) {

        public LocalCorrection {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Keeps a correction; durable when this returns.
     *
     * @throws JournalException where the disk cannot be written
     */
    void keep(LocalCorrection correction);

    /**
     * What holds for a registration, the oldest first: what was not taken back, and is newer than the roster's
     * {@code version} or unknown to the server.
     *
     * @throws JournalException where the disk cannot be read
     */
    List<FieldCorrection> of(RegistrationId registration, long version, Phase phase);

    /** Whoever was corrected here; asked for each person who is shown. */
    Set<RegistrationId> registrations();

    /**
     * The badge as this desk corrected it. A field that holds something else than what was seen stays as it is.
     *
     * @param version the roster's version of the registration
     */
    default BadgeOrder applied(BadgeOrder badge, LongSupplier version, Phase phase) {
        RegistrationId registration = badge.registration();
        List<FieldCorrection> fields =
                registrations().contains(registration) ? of(registration, version.getAsLong(), phase) : List.of();
        if (fields.isEmpty()) {
            return badge;
        }
        Map<AttendeeField, String> changed = new HashMap<>();
        Attendee before = badge.attendee();
        fields.forEach(one -> {
            String now = changed.getOrDefault(one.field(), one.field().in(before));
            if (now.equals(one.seen())) {
                changed.put(one.field(), one.now());
            }
        });
        return badge.corrected(AttendeeField.attendee(field -> changed.getOrDefault(field, field.in(before))));
    }
}
