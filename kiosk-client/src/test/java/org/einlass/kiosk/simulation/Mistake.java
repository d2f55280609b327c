package org.einlass.kiosk.simulation;

import java.util.List;

/** A rule broken on purpose, to show that the check that guards it sees it. */
enum Mistake {
    NONE,
    /** The disk says that an entry is durable before it is. */
    DISK_LIES,
    /** The server answers "admitted" without holding the claim. */
    NO_CLAIM("after insert on claims begin delete from claims where event = new.event and scan = new.scan; end"),
    /** The first fact to arrive counts as the first to happen. */
    ARRIVAL_ORDER(timeIs("received_at", "insert"), timeIs("received_at", "update of at")),
    /** Doubles that have happened are passed over in silence. */
    BLIND_EYE("after insert on conflicts when new.kind = 'DOUBLE_ADMISSION'"
            + " begin delete from conflicts where event = new.event and id = new.id; end"),
    /** An entry that the server rejects is dropped. */
    DROPS_REJECTED,
    /** The device's wall clock is taken for the time. */
    TRUSTS_WALL(timeIs("wall", "insert"), timeIs("wall", "update of at")),
    /** The device waits for the server as long as it takes. */
    WAITS_FOREVER,
    /** The head count is not kept up to date. */
    COUNTS_ONCE("after update of people on head_counts"
            + " begin update head_counts set people = old.people where rowid = new.rowid; end");

    private final List<String> triggers;

    /** @param triggers what SQLite is to do wrong in the server's tables, each without its first words */
    Mistake(String... triggers) {
        this.triggers = List.of(triggers);
    }

    private static String timeIs(String column, String occasion) {
        return "after " + occasion + " on facts begin update facts set at = new." + column
                + " where event = new.event and id = new.id; end";
    }

    List<String> triggers() {
        return triggers;
    }
}
