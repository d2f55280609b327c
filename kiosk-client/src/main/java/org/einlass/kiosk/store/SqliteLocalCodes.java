package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.TicketCipher;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.LocalCode;
import org.einlass.kiosk.gate.LocalCodes;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.sync.WireJson;

/**
 * The codes that this desk made, beside its journal: look-up ids, rights, and badges that only their codes
 * open.
 */
final class SqliteLocalCodes implements LocalCodes, Wipeable {
    static final List<String> SCHEMA = List.of("""
            create table if not exists newcomer (
                code text primary key,
                registration text not null,
                entitlement text not null,
                sealed blob not null,
                maker text not null,
                phase text not null,
                represents text,
                replaces text not null
            )
            """);
    private static final long VERSION = 1;

    private final DeviceDatabase deviceDatabase;
    private final SecureRandom chance = new SecureRandom();

    SqliteLocalCodes(DeviceDatabase deviceDatabase) {
        this.deviceDatabase = deviceDatabase;
    }

    @Override
    public void keep(LocalCode localCode, Code code, BadgeOrder badge, EventSalt salt) {
        byte[] sealed = new TicketCipher(salt, code, localCode.registration(), VERSION)
                .seal(WireJson.write(badge).getBytes(UTF_8), chance);
        RegistrationId represents = localCode.represents();
        use(open -> {
            try (PreparedStatement insert = open.prepareStatement("""
                    insert or replace into newcomer
                        (code, registration, entitlement, sealed, maker, phase, represents, replaces)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setString(1, localCode.code().hex());
                insert.setString(2, localCode.registration().toString());
                insert.setString(3, WireJson.write(localCode.entitlement()));
                insert.setBytes(4, sealed);
                insert.setString(5, localCode.maker().toString());
                insert.setString(6, localCode.phase().name());
                insert.setString(7, represents == null ? null : represents.toString());
                insert.setString(
                        8, localCode.replaces().stream().map(LookupId::hex).collect(Collectors.joining(" ")));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public List<LocalCode> all() {
        return use(open -> {
            List<LocalCode> all = new ArrayList<>();
            try (PreparedStatement query = open.prepareStatement("""
                    select code, registration, entitlement, maker, phase, represents, replaces
                    from newcomer order by rowid
                    """)) {
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    newcomer(rows).ifPresent(all::add);
                }
            }
            return all;
        });
    }

    private static Optional<LocalCode> newcomer(ResultSet row) throws SQLException {
        LookupId code = new LookupId(row.getString("code"));
        RegistrationId registration = RegistrationId.of(row.getString("registration"));
        EntryId maker = EntryId.of(row.getString("maker"));
        Phase phase = Phase.valueOf(row.getString("phase"));
        String represents = row.getString("represents");
        String replaces = row.getString("replaces");
        return WireJson.read(row.getString("entitlement"), Entitlement.class)
                .map(right -> new LocalCode(
                        code,
                        registration,
                        right,
                        maker,
                        phase,
                        represents == null ? null : RegistrationId.of(represents),
                        codes(replaces)));
    }

    private static List<LookupId> codes(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(LookupId::new).toList();
    }

    @Override
    public Optional<BadgeOrder> badge(LookupId localCode, Code code, EventSalt salt) {
        return use(open -> {
            try (PreparedStatement query =
                    open.prepareStatement("select registration, sealed from newcomer where code = ?")) {
                query.setString(1, localCode.hex());
                ResultSet row = query.executeQuery();
                if (!row.next()) {
                    return Optional.empty();
                }
                RegistrationId registration = RegistrationId.of(row.getString("registration"));
                return new TicketCipher(salt, code, registration, VERSION)
                        .open(row.getBytes("sealed"))
                        .flatMap(text -> WireJson.read(new String(text, UTF_8), BadgeOrder.class));
            }
        });
    }

    /** The server's roster brings these codes itself by now. */
    void forgetThoseIn(Roster roster) {
        all().stream()
                .filter(localCode -> roster.find(localCode.code()).isPresent())
                .forEach(this::forget);
    }

    private void forget(LocalCode localCode) {
        use(open -> {
            try (PreparedStatement delete = open.prepareStatement("delete from newcomer where code = ?")) {
                delete.setString(1, localCode.code().hex());
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public String name() {
        return "newcomers";
    }

    @Override
    public void destroy() {
        use(open -> {
            DeviceDatabase.execute(open, "delete from newcomer");
            return true;
        });
    }

    private <T> T use(DeviceDatabase.Work<T> work) {
        try {
            return deviceDatabase.use(work);
        } catch (SQLException broken) {
            throw new JournalException("The codes of this desk cannot be read or written on its disk.", broken);
        }
    }
}
