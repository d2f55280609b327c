package org.einlass.kiosk.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.RoleBadgeNumbers;
import org.einlass.kiosk.door.DoorMemory;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.helper.HelperMemory;
import org.einlass.kiosk.sync.WireJson;

/** Small things that a device knows again after a restart, so that it scans without network at once. */
public final class RestartState implements DoorMemory, HelperMemory, RoleBadgeNumbers {
    private static final String BADGE_LAYOUTS = "badge-layouts";
    private static final String DOOR_SHEET = "door-sheet";
    private static final String ASSIGNED_DOORS = "assigned-doors";
    private static final String CHOSEN_DOOR = "chosen-door";
    private static final String CUSTODY = "custody";
    private static final String LABELS_USED = "labels-used";
    private static final String HELPERS = "helpers";
    private static final String HELPER_MISSES = "helper-misses";
    private static final String ROLE_BADGES = "role-badges ";

    private final DeviceDatabase deviceDatabase;

    RestartState(DeviceDatabase deviceDatabase) {
        this.deviceDatabase = deviceDatabase;
    }

    /** The badge layouts that held last; none on a new device. */
    public BadgeLayoutSet badgeLayouts() {
        return find(BADGE_LAYOUTS)
                .flatMap(text -> WireJson.read(text, BadgeLayoutSet.class))
                .orElse(BadgeLayoutSet.NONE);
    }

    /** Keeps badge layouts, durable when this returns. */
    public void keep(BadgeLayoutSet layouts) {
        keep(BADGE_LAYOUTS, WireJson.write(layouts));
    }

    /** How many labels of the printer's roll are used; 0 on a new device. */
    public int labelsUsed() {
        return find(LABELS_USED)
                .flatMap(text -> WireJson.read(text, Integer.class))
                .orElse(0);
    }

    /** Keeps how many labels are used, durable when this returns. */
    public void keepLabelsUsed(int labels) {
        keep(LABELS_USED, WireJson.write(labels));
    }

    /** The door sheet that held last; empty on a new device. */
    public Optional<DoorSheet> doorSheet() {
        return find(DOOR_SHEET).flatMap(text -> WireJson.read(text, DoorSheet.class));
    }

    /** Keeps the sheet without its secrets, durable when this returns. */
    public void keep(DoorSheet sheet) {
        keep(DOOR_SHEET, WireJson.write(sheet.withoutSecrets()));
    }

    @Override
    public List<DoorSheet> assigned() {
        return remembered(() -> find(ASSIGNED_DOORS))
                .flatMap(text -> WireJson.read(text, DoorSheet.Assigned.class))
                .map(DoorSheet.Assigned::sheets)
                .orElse(List.of());
    }

    @Override
    public void keepAssigned(List<DoorSheet> sheets) {
        List<DoorSheet> open = sheets.stream().map(DoorSheet::withoutSecrets).toList();
        written(() -> keep(ASSIGNED_DOORS, WireJson.write(new DoorSheet.Assigned(open))));
    }

    @Override
    public Optional<Choice> chosen() {
        return remembered(() -> find(CHOSEN_DOOR)).flatMap(text -> WireJson.read(text, Choice.class));
    }

    @Override
    public void keepChosen(Choice choice) {
        written(() -> keep(CHOSEN_DOOR, WireJson.write(choice)));
    }

    private static <T> T remembered(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException broken) {
            throw new JournalException("What this device remembers of its doors cannot be used.", broken);
        }
    }

    private static void written(Runnable work) {
        remembered(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public HelperRows rows() {
        return remembered(() -> find(HELPERS))
                .flatMap(text -> WireJson.read(text, HelperRows.class))
                .orElse(HelperRows.NONE);
    }

    @Override
    public void keep(HelperRows rows) {
        written(() -> keep(HELPERS, WireJson.write(rows)));
    }

    @Override
    public List<PinLock> misses() {
        return remembered(() -> find(HELPER_MISSES))
                .flatMap(text -> WireJson.read(text, PinLock[].class))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public void keepMisses(List<PinLock> misses) {
        written(() -> keep(HELPER_MISSES, WireJson.write(misses)));
    }

    @Override
    public int last(String function) {
        return remembered(() -> find(role(function))).map(Integer::parseInt).orElse(0);
    }

    @Override
    public void keep(String function, int last) {
        written(() -> keep(role(function), String.valueOf(last)));
    }

    private static String role(String function) {
        return ROLE_BADGES + function.strip().toLowerCase(Locale.ROOT);
    }

    /** What this device knows of its withdrawal; empty where there is nothing to know. */
    public Optional<TrustRecord> custody() {
        return find(CUSTODY).flatMap(text -> WireJson.read(text, TrustRecord.class));
    }

    /** Keeps the note, durable when this returns. */
    public void keep(TrustRecord note) {
        keep(CUSTODY, WireJson.write(note));
    }

    /** Nothing is known of a withdrawal any more. */
    public void forgetCustody() {
        forget(CUSTODY);
    }

    /** The door sheet, as something that an order to wipe destroys. */
    Wipeable perishableSheet() {
        return new Wipeable() {
            @Override
            public String name() {
                return DOOR_SHEET;
            }

            @Override
            public void destroy() {
                forget(DOOR_SHEET);
                forget(ASSIGNED_DOORS);
                forget(CHOSEN_DOOR);
                forget(HELPERS);
                forget(HELPER_MISSES);
            }
        };
    }

    /** Removes what is kept, overwritten in the file and in SQLite's own log beside it. */
    void forget(String name) {
        try {
            deviceDatabase.use(open -> {
                try (PreparedStatement delete = open.prepareStatement("delete from kept where name = ?")) {
                    delete.setString(1, name);
                    delete.executeUpdate();
                }
                DeviceDatabase.execute(open, "pragma wal_checkpoint(truncate)");
                return true;
            });
        } catch (SQLException broken) {
            throw new StoreException("This device's disk cannot be written.", broken);
        }
    }

    Optional<String> find(String name) {
        try {
            return deviceDatabase.use(open -> {
                try (PreparedStatement query = open.prepareStatement("select value from kept where name = ?")) {
                    query.setString(1, name);
                    ResultSet row = query.executeQuery();
                    return row.next() ? Optional.of(row.getString("value")) : Optional.empty();
                }
            });
        } catch (SQLException broken) {
            throw new StoreException("This device's disk cannot be read.", broken);
        }
    }

    void keep(String name, String value) {
        try {
            deviceDatabase.use(open -> {
                try (PreparedStatement upsert =
                        open.prepareStatement("insert or replace into kept (name, value) values (?, ?)")) {
                    upsert.setString(1, name);
                    upsert.setString(2, value);
                    return upsert.executeUpdate();
                }
            });
        } catch (SQLException broken) {
            throw new StoreException("This device's disk cannot be written.", broken);
        }
    }
}
