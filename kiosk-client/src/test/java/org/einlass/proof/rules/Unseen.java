package org.einlass.proof.rules;

import java.util.function.UnaryOperator;
import org.einlass.contract.admission.ReuseRule;

/**
 * What a device without network cannot know. Nothing else may make it decide otherwise than the server: each
 * names its reason, and turns a row into the one that a server would be asked which knows no more than the
 * device.
 */
enum Unseen {
    /** Exits are scanned at other devices: whoever came in may have left. */
    EXITS(row -> {
        ScanCase stayed = row.before().isExit() ? row.with(Before.ADMITTED) : row;
        boolean released = row.reuse() == ReuseRule.AGAIN_AFTER_EXIT || row.reuse() == ReuseRule.REENTRY_WINDOW;
        return released ? stayed.with(ReuseRule.FREE) : stayed;
    }),
    /** Scans at other devices are with the server only. */
    OTHER_DEVICES(row -> row.before() == Before.ADMITTED_AT_ANOTHER_DEVICE ? row.with(Before.NOTHING) : row),
    /** Claims, and so answers whose outcome nobody has confirmed, are with the server only. */
    CLAIMS(row -> row.before() == Before.ASKED_ABOUT_BY_ANOTHER_DEVICE ? row.with(Before.NOTHING) : row),
    /** A device knows its own share of a head count at most. */
    HEAD_COUNTS(row -> row.variant() == RuleVariant.FULL ? row.with(RuleVariant.OPEN) : row),
    /**
     * Kiosks and doors hold no tag key: a forgery, or another event's code, looks like an unknown one of
     * ours.
     */
    TAG_KEY(row -> row.code() == CodeShown.FORGED || row.code() == CodeShown.OF_ANOTHER_EVENT
            ? row.with(CodeShown.UNKNOWN)
            : row),
    /** The roster is as old as its last change. */
    ROSTER_AGE(row -> row.code() == CodeShown.NEWCOMER ? row.with(CodeShown.UNKNOWN) : row),
    /**
     * A clock that had no contact in this boot refuses nobody for the time, and does not know what day it is.
     */
    CLOCK(row -> {
        if (row.sure()) {
            return row;
        }
        ScanCase timeless = row.withoutTime();
        if (row.reuse() != ReuseRule.ONCE_A_DAY) {
            return timeless;
        }
        boolean yesterday = row.before() == Before.ADMITTED_YESTERDAY;
        return (yesterday ? timeless.with(Before.NOTHING) : timeless).with(ReuseRule.FREE);
    });

    private final UnaryOperator<ScanCase> blindness;

    Unseen(UnaryOperator<ScanCase> blindness) {
        this.blindness = blindness;
    }

    /** The row without what this names. */
    ScanCase takenFrom(ScanCase row) {
        return blindness.apply(row);
    }

    /** The row as a device sees it. */
    static ScanCase allTakenFrom(ScanCase row) {
        ScanCase seen = row;
        for (Unseen unseen : values()) {
            seen = unseen.takenFrom(seen);
        }
        return seen;
    }
}
