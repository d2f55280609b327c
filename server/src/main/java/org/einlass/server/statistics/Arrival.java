package org.einlass.server.statistics;

import java.time.Instant;
import java.util.Comparator;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.EnteredFromPaper;
import org.einlass.contract.journal.JournalEntry.Newcomer;
import org.einlass.contract.journal.JournalEntry.Overridden;
import org.einlass.contract.journal.JournalEntry.Scanned;
import org.einlass.contract.journal.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One person came in. Of several at one moment, the order says which one counts, whatever the order in which
 * they were reported.
 *
 * @param subject the registration, or what stands for one
 * @param at corrected time
 * @param door absent where somebody was taken in at a desk
 */
record Arrival(String subject, Instant at, @Nullable DoorId door, Recording recording) implements Comparable<Arrival> {
    private static final Comparator<Arrival> ORDER = Comparator.comparing(Arrival::at)
            .thenComparing(Arrival::recording)
            .thenComparing(arrival -> arrival.door == null ? "" : arrival.door.text())
            .thenComparing(Arrival::subject);

    @Override
    public int compareTo(Arrival other) {
        return ORDER.compare(this, other);
    }

    /** How an arrival was recorded. */
    enum Recording {
        ONLINE("Vom Server beantwortet", "Answered by the server"),
        OFFLINE("Ohne Netz, vom Gerät entschieden", "Offline, decided by the device"),
        BY_HAND("Vom Personal eingelassen", "Let in by staff"),
        DESK("Am Schalter aufgenommen", "Added at the desk"),
        PAPER("Vom Papier, Uhrzeit geschätzt", "From paper, time estimated");

        private final Wording words;

        Recording(String german, String english) {
            this.words = new Wording(german, english);
        }

        Wording words() {
            return words;
        }

        static Recording of(JournalEntry entry) {
            if (entry instanceof Scanned scanned) {
                return of(scanned.outcome());
            }
            if (entry instanceof EnteredFromPaper) {
                return PAPER;
            }
            if (entry instanceof Newcomer) {
                return DESK;
            }
            if (entry instanceof Overridden) {
                return BY_HAND;
            }
            throw new IllegalArgumentException("Nobody comes in by an entry of this kind.");
        }

        /** A refused scan lets in only where a person decided against it. */
        private static Recording of(Outcome outcome) {
            if (outcome.refusal() != null) {
                return BY_HAND;
            }
            return switch (outcome.source()) {
                case SERVER -> ONLINE;
                case DEVICE -> OFFLINE;
                case OPERATOR -> BY_HAND;
            };
        }
    }
}
