package org.einlass.kiosk.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.TicketCipher;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.kiosk.sync.WireJson;

/** A roster as a server makes it, to test with. */
public final class SampleRoster {
    public static final UUID INCARNATION = new UUID(1, 2);

    private SampleRoster() {}

    /** The row of guest {@code number}'s ticket. */
    public static RosterRow row(int number, RegistrationStatus status, long version) {
        Code ticket = Sample.ticket(number);
        TicketCipher seal = new TicketCipher(Sample.SALT, ticket, Sample.registration(number), version);
        byte[] badge = seal.seal(WireJson.write(Sample.badge(number, false)).getBytes(UTF_8), new Random(number));
        return new RosterRow(
                Sample.SALT.lookupId(ticket),
                Sample.registration(number),
                version,
                new Entitlement(status, Sample.GUEST, Set.of()),
                Base64.getEncoder().encodeToString(badge));
    }

    /** The same row as a desk gets it: who guest {@code number} is stands in it under {@code key}. */
    public static RosterRow forDesk(RosterRow row, int number, DataKey key) {
        return forDesk(row, Sample.badge(number, false), key);
    }

    /** The same row as a desk gets it, for the guest of this badge. */
    public static RosterRow forDesk(RosterRow row, BadgeOrder badge, DataKey key) {
        byte[] guest = key.seal(
                WireJson.write(new AttendeeCard(badge)).getBytes(UTF_8),
                DataKey.place(row.registration(), row.version()),
                new Random(row.version()));
        return row.withGuest(Base64.getEncoder().encodeToString(guest));
    }

    /** What takes guest {@code number}'s row away. */
    public static RosterRow gone(int number) {
        return new RosterRow(Sample.SALT.lookupId(Sample.ticket(number)), Sample.registration(number), 99, null, null);
    }

    public static RosterCursor cursor(long number) {
        return new RosterCursor(INCARNATION, number);
    }

    /** The rows as a snapshot's file. */
    public static byte[] file(List<RosterRow> rows) {
        return rows.stream()
                .map(WireJson::write)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(UTF_8);
    }

    public static RosterSnapshot announcement(RosterCursor cursor, long rows, byte[] file) {
        return new RosterSnapshot(cursor, rows, file.length, sha256(file));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
