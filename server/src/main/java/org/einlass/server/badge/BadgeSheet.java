package org.einlass.server.badge;

import java.time.Instant;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * One badge on paper that was printed before its bearer came.
 *
 * @param id the print's id, under which devices journal that it was handed out
 * @param registration absent for a spare badge for handwriting
 * @param badge look-up id of the code that it bears
 * @param run number of the run that printed it
 * @param letters the range of its box when it was printed
 * @param number its place in the box; counted on by later runs
 * @param content digest of what stands on it
 * @param replaced whether a later run printed it anew
 * @param pulledAt when somebody took it out of the box; absent where it lies there
 */
public record BadgeSheet(
        EntryId id,
        @Nullable RegistrationId registration,
        LookupId badge,
        int run,
        int box,
        String letters,
        int number,
        String content,
        boolean replaced,
        @Nullable Instant pulledAt) {

    /** Whether it is the one to be handed out. */
    public boolean isCurrent() {
        return !replaced && pulledAt == null;
    }
}
