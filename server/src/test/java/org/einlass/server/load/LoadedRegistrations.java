package org.einlass.server.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.database.ServerKey;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventTable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Guests written straight into the tables, with the rows that an import leaves: a registration, its
 * programme, a sealed ticket and badge code, a line in the feed. An import of a million would take longer
 * than the bench.
 */
final class LoadedRegistrations {
    private static final int TOGETHER = 20_000;
    private static final long FIRST = 10;
    private static final String REGISTRATION = """
            insert into registrations (event, id, status, category, sector, title, given_name, particle, family_name,
                organisation, booking_number, created_at)
            values (?, ?, 'CONFIRMED', 'attendee', 'STATE', 'Dr.', 'Maximiliane', 'von', ?, 'Finanzministerium', ?, 0)
            """;
    private static final String PROGRAMME = """
            insert into registration_programmes (event, registration, programme) values (?, ?, 'egk')
            """;
    private static final String CODE = """
            insert into codes (event, lookup, kind, registration, sealed, number, issued_at)
            values (?, ?, ?, ?, ?, 1, 0)
            """;
    private static final String FEED = """
            insert into feed (event, kind, key, number, version) values (?, 'registration', ?, ?, 1)
            """;

    private final EventId event;
    private final ServerKey serverKey;
    private final CodeKey key;
    private final EventSalt salt;
    private final Set<String> numbers = new HashSet<>();
    private final SplittableRandom chance = new SplittableRandom(7);

    private LoadedRegistrations(Handle handle, EventId event, ServerKey serverKey) {
        this.event = event;
        this.serverKey = serverKey;
        this.key = new CodeKeyTable(serverKey).newest(handle, event).orElseThrow();
        this.salt = EventTable.salt(handle, event).orElseThrow();
    }

    /** Lets {@code count} guests into the database, which nobody else uses now. @return their tickets */
    static List<String> join(String url, EventId event, ServerKey serverKey, int count) throws SQLException {
        boolean sqlite = url.startsWith("jdbc:sqlite:");
        try (Connection connection = DriverManager.getConnection(sqlite ? url : url + "&reWriteBatchedInserts=true")) {
            if (sqlite) {
                execute(connection, "pragma synchronous = off");
                execute(connection, "pragma cache_size = -1000000");
            }
            List<String> tickets =
                    new LoadedRegistrations(Jdbi.open(connection), event, serverKey).join(connection, count);
            execute(connection, sqlite ? "pragma wal_checkpoint(truncate)" : "vacuum analyze");
            return tickets;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> join(Connection connection, int count) throws SQLException {
        List<String> tickets = new ArrayList<>(count);
        connection.setAutoCommit(false);
        for (int from = 0; from < count; from += TOGETHER) {
            List<Guest> guests = guests(from, Math.min(TOGETHER, count - from));
            insert(connection, guests, from);
            connection.commit();
            guests.forEach(guest -> tickets.add(guest.ticket().text()));
        }
        try (PreparedStatement counter =
                connection.prepareStatement("update feed_counters set number = number + ? where event = ?")) {
            counter.setLong(1, count + FIRST);
            counter.setString(2, event.text());
            counter.execute();
        }
        connection.commit();
        connection.setAutoCommit(true);
        return tickets;
    }

    private record Sealed(String lookup, String text) {}

    private record Guest(
            String id, String number, Code ticket, Sealed sealedTicket, Sealed sealedBadge, String familyName) {}

    private List<Guest> guests(int from, int count) {
        List<SplittableRandom> chances =
                IntStream.range(0, count).mapToObj(i -> chance.split()).toList();
        List<Guest> guests = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> guest(from + i, chances.get(i)))
                .toList();
        return guests.stream().map(this::numbered).toList();
    }

    private Guest guest(int number, SplittableRandom random) {
        Code ticket = key.issue(CodeKind.TICKET, random);
        Code badge = key.issue(CodeKind.BADGE, random);
        String id =
                TimeOrderedUuid.next(Instant.EPOCH.plusMillis(number), random).toString();
        return new Guest(id, "", ticket, sealed(ticket), sealed(badge), String.format("Hohenstein %07d", number));
    }

    /** Look-up id and sealed code, as {@link org.einlass.server.registration.CodeTable} writes them. */
    private Sealed sealed(Code code) {
        String lookup = salt.lookupId(code).hex();
        return new Sealed(lookup, serverKey.seal(code.text(), event.text() + " " + lookup));
    }

    private Guest numbered(Guest guest) {
        String number = BookingNumber.next(chance).digits();
        while (!numbers.add(number)) {
            number = BookingNumber.next(chance).digits();
        }
        return new Guest(
                guest.id(), number, guest.ticket(), guest.sealedTicket(), guest.sealedBadge(), guest.familyName());
    }

    private void insert(Connection connection, List<Guest> guests, int from) throws SQLException {
        try (PreparedStatement registration = connection.prepareStatement(REGISTRATION);
                PreparedStatement programme = connection.prepareStatement(PROGRAMME);
                PreparedStatement code = connection.prepareStatement(CODE);
                PreparedStatement feed = connection.prepareStatement(FEED)) {
            long number = from + FIRST;
            for (Guest guest : guests) {
                add(registration, event.text(), guest.id(), guest.familyName(), guest.number());
                add(programme, event.text(), guest.id());
                add(
                        code,
                        event.text(),
                        guest.sealedTicket().lookup(),
                        "TICKET",
                        guest.id(),
                        guest.sealedTicket().text());
                add(
                        code,
                        event.text(),
                        guest.sealedBadge().lookup(),
                        "BADGE",
                        guest.id(),
                        guest.sealedBadge().text());
                add(feed, event.text(), guest.id(), number++);
            }
            for (PreparedStatement statement : List.of(registration, programme, code, feed)) {
                statement.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
