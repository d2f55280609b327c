package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.kiosk.gate.DeskCipher;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.LocalCorrections;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.sync.WireJson;

/** The fields that this desk put right, beside its journal, sealed under the event's data key. */
final class SqliteLocalCorrections implements LocalCorrections, Wipeable {
    static final List<String> SCHEMA = List.of("""
            create table if not exists correction (
                maker text primary key,
                registration text not null,
                version integer not null,
                phase text not null,
                sealed blob not null
            )
            """);

    private final DeviceDatabase deviceDatabase;
    private final DeskCipher cipher;
    private volatile Set<RegistrationId> known = Set.of();

    SqliteLocalCorrections(DeviceDatabase deviceDatabase, DeskCipher cipher) throws SQLException {
        this.deviceDatabase = deviceDatabase;
        this.cipher = cipher;
        known = deviceDatabase.use(SqliteLocalCorrections::read);
    }

    /** What is sealed. */
    private record Fields(List<FieldCorrection> fields) {}

    @Override
    public void keep(LocalCorrection correction) {
        byte[] text = WireJson.write(new Fields(correction.fields())).getBytes(UTF_8);
        Optional<byte[]> sealed = cipher.seal(text, place(correction.maker().toString()));
        if (sealed.isEmpty()) {
            return;
        }
        use(open -> {
            try (PreparedStatement insert = open.prepareStatement("""
                    insert or replace into correction (maker, registration, version, phase, sealed)
                    values (?, ?, ?, ?, ?)
                    """)) {
                insert.setString(1, correction.maker().toString());
                insert.setString(2, correction.registration().toString());
                insert.setLong(3, correction.version());
                insert.setString(4, correction.phase().name());
                insert.setBytes(5, sealed.get());
                insert.executeUpdate();
            }
            known = read(open);
            return true;
        });
    }

    private static String place(String maker) {
        return "einlass1 correction " + maker;
    }

    @Override
    public List<FieldCorrection> of(RegistrationId registration, long version, Phase phase) {
        return use(open -> {
            List<FieldCorrection> fields = new ArrayList<>();
            try (PreparedStatement query = open.prepareStatement("""
                    select maker, sealed from correction
                    where registration = ? and (phase <> 'REHEARSAL' or ? = 'REHEARSAL')
                        and (version >= ? or exists (select 1 from entry where id = maker and fate is null))
                    order by rowid
                    """)) {
                query.setString(1, registration.toString());
                query.setString(2, phase.name());
                query.setLong(3, version);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    fields.addAll(read(open, rows.getString("maker"), rows.getBytes("sealed")));
                }
            }
            return fields;
        });
    }

    private List<FieldCorrection> read(Connection open, String maker, byte[] sealed) throws SQLException {
        if (SqliteDeskMemory.isUndone(open, maker)) {
            return List.of();
        }
        return cipher.open(sealed, place(maker))
                .flatMap(text -> WireJson.read(new String(text, UTF_8), Fields.class))
                .map(Fields::fields)
                .orElse(List.of());
    }

    @Override
    public Set<RegistrationId> registrations() {
        return known;
    }

    private static Set<RegistrationId> read(Connection open) throws SQLException {
        Set<RegistrationId> all = new HashSet<>();
        try (PreparedStatement query = open.prepareStatement("select distinct registration from correction")) {
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                all.add(RegistrationId.of(rows.getString("registration")));
            }
        }
        return Set.copyOf(all);
    }

    /** What the server has taken, and the roster brings in a newer version, is the roster's. */
    void forgetThoseIn(Roster roster) {
        for (RegistrationId registration : known) {
            long version = roster.version(registration);
            use(open -> {
                try (PreparedStatement delete = open.prepareStatement("""
                        delete from correction where registration = ? and version < ?
                            and not exists (select 1 from entry where id = maker and fate is null)
                        """)) {
                    delete.setString(1, registration.toString());
                    delete.setLong(2, version);
                    delete.executeUpdate();
                }
                known = read(open);
                return true;
            });
        }
    }

    @Override
    public String name() {
        return "corrections";
    }

    @Override
    public void destroy() {
        use(open -> {
            DeviceDatabase.execute(open, "delete from correction");
            known = Set.of();
            return true;
        });
    }

    private <T> T use(DeviceDatabase.Work<T> work) {
        try {
            return deviceDatabase.use(work);
        } catch (SQLException broken) {
            throw new JournalException("The corrections of this desk cannot be read or written on its disk.", broken);
        }
    }
}
