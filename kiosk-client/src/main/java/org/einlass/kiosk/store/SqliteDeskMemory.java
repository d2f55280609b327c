package org.einlass.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.kiosk.gate.DeskMemory;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/** What the journal says about its own entries: what was taken back, and what was decided by hand. */
final class SqliteDeskMemory implements DeskMemory {
    private static final String ABOUT = "coalesce(json_extract(body, '$.scan'), json_extract(body, '$.entry'))";
    private static final String KIND = "json_extract(body, '$.type') in ('overridden', 'undone')";
    /** Entries that concern another one are found by it. */
    static final List<String> SCHEMA = List.of(
            "create index if not exists entry_id on entry (id)",
            "create index if not exists entry_about on entry (" + ABOUT + ") where " + KIND);

    private final DeviceDatabase deviceDatabase;

    SqliteDeskMemory(DeviceDatabase deviceDatabase) {
        this.deviceDatabase = deviceDatabase;
    }

    /** An undo or an override. */
    private record Word(String id, boolean undoes, @Nullable String verdict) {}

    @Override
    public Optional<JournalEntry> find(EntryId entry) {
        return read(open -> {
            try (PreparedStatement query = open.prepareStatement("select body from entry where id = ?")) {
                query.setString(1, entry.toString());
                ResultSet row = query.executeQuery();
                return row.next() ? WireJson.read(row.getString("body"), JournalEntry.class) : Optional.empty();
            }
        });
    }

    @Override
    public boolean isUndone(EntryId entry) {
        return read(open -> isUndone(open, entry.toString()));
    }

    static boolean isUndone(Connection open, String entry) throws SQLException {
        return isUndone(open, entry, new HashSet<>());
    }

    /** An undo counts unless it is undone itself; undos that undo each other in a circle all count. */
    private static boolean isUndone(Connection open, String entry, Set<String> seen) throws SQLException {
        if (!seen.add(entry)) {
            return false;
        }
        for (Word word : about(open, entry)) {
            if (word.undoes() && !isUndone(open, word.id(), new HashSet<>(seen))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an admission counts no more: taken back, or decided otherwise by hand since. */
    static boolean isWithdrawn(Connection open, String admission, String scan) throws SQLException {
        if (isUndone(open, admission, new HashSet<>()) || isUndone(open, scan, new HashSet<>())) {
            return true;
        }
        String last = null;
        for (Word word : about(open, scan)) {
            if (!word.undoes() && !isUndone(open, word.id(), new HashSet<>())) {
                last = word.verdict();
            }
        }
        return "REFUSED".equals(last);
    }

    private static List<Word> about(Connection open, String entry) throws SQLException {
        List<Word> words = new ArrayList<>();
        try (PreparedStatement query =
                open.prepareStatement("""
                select id, json_extract(body, '$.type') = 'undone' as undoes,
                    json_extract(body, '$.verdict') as verdict
                from entry where
                """ + " " + ABOUT + " = ? and " + KIND + " order by rowid")) {
            query.setString(1, entry);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                words.add(new Word(rows.getString("id"), rows.getBoolean("undoes"), rows.getString("verdict")));
            }
        }
        return words;
    }

    private <T> T read(DeviceDatabase.Work<T> work) {
        try {
            return deviceDatabase.use(work);
        } catch (SQLException broken) {
            throw new JournalException("The journal on this device's disk cannot be read.", broken);
        }
    }
}
