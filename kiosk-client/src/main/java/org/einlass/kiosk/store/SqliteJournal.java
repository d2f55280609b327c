package org.einlass.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.PassageQuery;
import org.einlass.kiosk.sync.WireJson;
import org.einlass.sqlite.SqliteErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * The journal in SQLite. Each start of the program begins an epoch that names its predecessor; sequence
 * numbers are gap-free within it, because a number is used up by the very transaction that stores its entry.
 */
final class SqliteJournal implements Journal {
    /** As long as nobody can say whether the last commit happened. */
    /** Stands before a registration whose print has failed. */
    private static final String FAILED = "failed ";

    private static final long UNKNOWN = -1;

    private final DeviceDatabase deviceDatabase;
    private final EpochId epoch;
    private long last;

    SqliteJournal(DeviceDatabase deviceDatabase, EpochId epoch) throws SQLException {
        this.deviceDatabase = deviceDatabase;
        this.epoch = epoch;
        deviceDatabase.use(open -> begin(open, epoch));
    }

    private static int begin(Connection open, EpochId epoch) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement("""
                insert into epoch (id, predecessor)
                values (?, (select id from epoch order by number desc limit 1))
                """)) {
            insert.setString(1, epoch.toString());
            return insert.executeUpdate();
        }
    }

    @Override
    public JournalEntry write(LongFunction<JournalEntry> entry) {
        return write(entry, null);
    }

    @Override
    public synchronized JournalEntry write(LongFunction<JournalEntry> entry, @Nullable RegistrationId bearer) {
        long next = last() + 1;
        JournalEntry made = entry.apply(next);
        last = UNKNOWN;
        try {
            store(made, bearer);
        } catch (SQLException broken) {
            storeAgain(made, bearer, broken);
        }
        last = next;
        return made;
    }

    /** The epoch's own row is written as it is: the file must take it. */
    @Override
    public synchronized void check() {
        try {
            deviceDatabase.use(open -> {
                try (PreparedStatement update =
                        open.prepareStatement("update epoch set predecessor = predecessor where id = ?")) {
                    update.setString(1, epoch.toString());
                    return update.executeUpdate();
                }
            });
        } catch (SQLException broken) {
            throw unwritable(broken);
        }
    }

    private static JournalException unwritable(SQLException broken) {
        boolean locked = SqliteErrorKind.behind(broken)
                .filter(SqliteErrorKind.LOCKED::equals)
                .isPresent();
        return new JournalException("The journal on this device's disk cannot be written.", broken, locked);
    }

    synchronized long highWater() {
        return last();
    }

    /** After a failure only the disk knows which number was used last. */
    private long last() {
        if (last == UNKNOWN) {
            last = read(this::lastStored);
        }
        return last;
    }

    private long lastStored(Connection open) throws SQLException {
        try (PreparedStatement query =
                open.prepareStatement("select coalesce(max(sequence), 0) from entry where epoch = ?")) {
            query.setString(1, epoch.toString());
            return query.executeQuery().getLong(1);
        }
    }

    /**
     * A failed commit may have happened after all: look the entry up on a new connection, and write it only
     * if absent.
     */
    private void storeAgain(JournalEntry made, @Nullable RegistrationId bearer, SQLException first) {
        try {
            if (!isStored(made)) {
                store(made, bearer);
            }
        } catch (SQLException second) {
            second.addSuppressed(first);
            throw unwritable(second);
        }
    }

    private boolean isStored(JournalEntry made) throws SQLException {
        return deviceDatabase.use(open -> {
            try (PreparedStatement query = open.prepareStatement("""
                    select 1 from entry where epoch = ? and sequence = ? and id = ?
                    """)) {
                query.setString(1, epoch.toString());
                query.setLong(2, made.head().sequence());
                query.setString(3, made.head().id().toString());
                return query.executeQuery().next();
            }
        });
    }

    private void store(JournalEntry made, @Nullable RegistrationId bearer) throws SQLException {
        deviceDatabase.use(open -> {
            try (PreparedStatement insert = open.prepareStatement("""
                    insert into entry (epoch, sequence, id, body, code, admitted_at, printed)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setString(1, epoch.toString());
                insert.setLong(2, made.head().sequence());
                insert.setString(3, made.head().id().toString());
                insert.setString(4, WireJson.write(made));
                String passed = whoPassed(made);
                insert.setString(5, passed == null || bearer == null ? passed : bearer.toString());
                insert.setLong(6, happened(made).toEpochMilli());
                insert.setString(7, printedRegistration(made));
                return insert.executeUpdate();
            }
        });
    }

    /**
     * Whom the entry lets pass, by verdict, by hand, or as paper says: a code, or a registration found by
     * name.
     */
    private static @Nullable String whoPassed(JournalEntry entry) {
        LookupId code = null;
        if (entry instanceof JournalEntry.Scanned scan && scan.outcome().verdict() != Verdict.REFUSED) {
            code = scan.code();
        }
        if (entry instanceof JournalEntry.Overridden override && override.verdict() != Verdict.REFUSED) {
            code = override.code();
        }
        if (entry instanceof JournalEntry.EnteredFromPaper line) {
            code = line.code();
            if (code == null && line.registration() != null) {
                return line.registration().toString();
            }
        }
        return code == null ? null : code.hex();
    }

    private static Instant happened(JournalEntry entry) {
        return entry instanceof JournalEntry.EnteredFromPaper line
                ? line.writtenAt()
                : knownTime(entry.head().time());
    }

    /** What the printer has taken may be on paper, until it is known that it failed. */
    private static @Nullable String printedRegistration(JournalEntry entry) {
        if (!(entry instanceof JournalEntry.Printed print)) {
            return null;
        }
        return switch (print.stage()) {
            case ACCEPTED, PRINTED, UNCLEAR, HANDED_OUT -> print.registration().toString();
            case FAILED -> FAILED + print.registration();
            case RENDERED -> null;
        };
    }

    private static Instant knownTime(DeviceTime time) {
        return time.wall().plus(Objects.requireNonNullElse(time.serverOffset(), Duration.ZERO));
    }

    @Override
    public Optional<Instant> firstPassage(PassageQuery wanted) {
        String marks = String.join(", ", Collections.nCopies(wanted.codes().size() + 1, "?"));
        return read(open -> {
            try (PreparedStatement query = open.prepareStatement("""
                    select id, coalesce(json_extract(body, '$.scan'), id) as scan, admitted_at as first from entry
                    where admitted_at >= ? and json_extract(body, '$.head.phase') = ?
                        and json_extract(body, '$.door') = ? and code in (%s)
                    order by admitted_at, rowid
                    """.formatted(marks))) {
                query.setLong(1, wanted.since().toEpochMilli());
                query.setString(2, wanted.phase().name());
                query.setString(3, wanted.door().text());
                query.setString(4, wanted.registration().toString());
                int place = 5;
                for (LookupId code : wanted.codes()) {
                    query.setString(place++, code.hex());
                }
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    if (!SqliteDeskMemory.isWithdrawn(open, rows.getString("id"), rows.getString("scan"))) {
                        return Optional.of(Instant.ofEpochMilli(rows.getLong("first")));
                    }
                }
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean printed(RegistrationId registration, Phase phase) {
        return read(open -> {
            try (PreparedStatement query = open.prepareStatement("""
                    select taken.id, json_extract(taken.body, '$.stage') = 'HANDED_OUT' as handed_out
                    from entry as taken
                    where taken.printed = ? and json_extract(taken.body, '$.head.phase') = ?
                        and not exists (select 1 from entry as failed
                            where failed.printed = ? and failed.rowid > taken.rowid
                                and json_extract(failed.body, '$.print') = json_extract(taken.body, '$.print'))
                    """)) {
                query.setString(1, registration.toString());
                query.setString(2, phase.name());
                query.setString(3, FAILED + registration);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    String id = rows.getString("id");
                    if (!rows.getBoolean("handed_out") || !SqliteDeskMemory.isWithdrawn(open, id, id)) {
                        return true;
                    }
                }
                return false;
            }
        });
    }

    private <T> T read(DeviceDatabase.Work<T> work) {
        try {
            return deviceDatabase.use(work);
        } catch (SQLException broken) {
            throw new JournalException("The journal on this device's disk cannot be read.", broken);
        }
    }
}
