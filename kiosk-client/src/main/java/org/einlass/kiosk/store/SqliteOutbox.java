package org.einlass.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.kiosk.sync.Outbox;
import org.jspecify.annotations.Nullable;

/** The undelivered part of the journal in SQLite. Rows are marked, never deleted. */
final class SqliteOutbox implements Outbox {
    private final DeviceDatabase deviceDatabase;

    SqliteOutbox(DeviceDatabase deviceDatabase) {
        this.deviceDatabase = deviceDatabase;
    }

    @Override
    public Optional<Batch> next(int rejections, int most) {
        return run(open -> {
            Optional<Newest> newest = newest(open, rejections);
            return newest.isEmpty() ? Optional.empty() : Optional.of(batch(open, newest.get(), most));
        });
    }

    private record Newest(EpochId epoch, @Nullable EpochId predecessor, int rejections) {}

    private static Optional<Newest> newest(Connection open, int rejections) throws SQLException {
        try (PreparedStatement query = open.prepareStatement("""
                select e.epoch, e.rejections, p.predecessor
                from entry e join epoch p on p.id = e.epoch
                where e.fate is null and e.rejections <= ?
                order by e.rejections, e.rowid desc
                limit 1
                """)) {
            query.setInt(1, rejections);
            ResultSet row = query.executeQuery();
            if (!row.next()) {
                return Optional.empty();
            }
            String predecessor = row.getString("predecessor");
            return Optional.of(new Newest(
                    EpochId.of(row.getString("epoch")),
                    predecessor == null ? null : EpochId.of(predecessor),
                    row.getInt("rejections")));
        }
    }

    private static Batch batch(Connection open, Newest newest, int most) throws SQLException {
        List<Item> items = new ArrayList<>();
        try (PreparedStatement query = open.prepareStatement("""
                select sequence, body from entry
                where fate is null and rejections = ? and epoch = ?
                order by rowid desc limit ?
                """)) {
            query.setInt(1, newest.rejections());
            query.setString(2, newest.epoch().toString());
            query.setInt(3, most);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                items.add(new Item(rows.getLong("sequence"), rows.getString("body")));
            }
        }
        Collections.reverse(items);
        long highWater = highWater(open, newest.epoch());
        return new Batch(newest.epoch(), newest.predecessor(), highWater, newest.rejections(), items);
    }

    private static long highWater(Connection open, EpochId epoch) throws SQLException {
        try (PreparedStatement query =
                open.prepareStatement("select max(sequence) as high from entry where epoch = ?")) {
            query.setString(1, epoch.toString());
            return query.executeQuery().getLong("high");
        }
    }

    @Override
    public void settle(Batch batch, List<Fate> fates) {
        if (fates.size() != batch.items().size()) {
            throw new IllegalArgumentException("Each entry of a batch has one fate.");
        }
        transact(open -> {
            try (PreparedStatement update =
                    open.prepareStatement("update entry set fate = ? where epoch = ? and sequence = ?")) {
                for (int i = 0; i < fates.size(); i++) {
                    update.setString(1, fates.get(i).name());
                    update.setString(2, batch.epoch().toString());
                    update.setLong(3, batch.items().get(i).sequence());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    @Override
    public void rejected(Batch batch) {
        transact(open -> {
            try (PreparedStatement update = open.prepareStatement(
                    "update entry set rejections = rejections + 1 where epoch = ? and sequence = ? and fate is null")) {
                for (Item item : batch.items()) {
                    update.setString(1, batch.epoch().toString());
                    update.setLong(2, item.sequence());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    @Override
    public void forgive() {
        change("update entry set rejections = 0 where fate is null and rejections > 0");
    }

    @Override
    public void reportEverythingAgain() {
        change("update entry set fate = null, rejections = 0");
    }

    private void change(String update) {
        transact(open -> {
            DeviceDatabase.execute(open, update);
            return true;
        });
    }

    @Override
    public Backlog backlog() {
        return run(open -> {
            try (PreparedStatement query = open.prepareStatement("""
                    select count(*) as total,
                           count(*) filter (where fate is null) as waiting,
                           count(*) filter (where fate is null and rejections > 0) as rejected,
                           count(*) filter (where fate = 'QUARANTINED') as quarantined
                    from entry
                    """)) {
                ResultSet row = query.executeQuery();
                return new Backlog(
                        row.getLong("waiting"),
                        row.getLong("rejected"),
                        row.getLong("quarantined"),
                        row.getLong("total"));
            }
        });
    }

    private <T> void transact(DeviceDatabase.Work<T> work) {
        try {
            deviceDatabase.transact(work);
        } catch (SQLException broken) {
            throw new StoreException("What the server said cannot be written to this device's disk.", broken);
        }
    }

    private <T> T run(DeviceDatabase.Work<T> work) {
        try {
            return deviceDatabase.use(work);
        } catch (SQLException broken) {
            throw new StoreException("The journal on this device's disk cannot be read.", broken);
        }
    }
}
