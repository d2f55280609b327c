package org.einlass.server.device.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a device is told of helpers with a heartbeat, and what it tells of wrong PINs; on the caller's transaction. */
public final class HelpersOfDevice {
    private static final int MOST_LOCKS = 500;
    private static final int MOST_MISSES = 1_000_000;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MARK_BYTES = 8;
    private static final Wording LOCKS =
            new Wording("Das sind keine Sperren von Helferausweisen.", "These are no locks of helpers' badges.");

    private HelpersOfDevice() {}

    /** Whether a device may say that. @throws Rejected where it says what no device does */
    public static void check(@Nullable List<PinLock> locks) {
        if (locks == null) {
            return;
        }
        boolean fits = locks.size() <= MOST_LOCKS
                && locks.stream()
                        .allMatch(lock ->
                                Objects.requireNonNullElse(lock.lookup(), "").matches("[0-9a-f]{32}")
                                        && lock.misses() > 0
                                        && lock.until() != null
                                        && lock.until().isAfter(Instant.EPOCH)
                                        && lock.until().isBefore(LATEST)
                                        && lock.misses() <= MOST_MISSES);
        if (!fits) {
            throw Rejected.badValue(LOCKS, "locks");
        }
    }

    /**
     * The helpers whose badges a device of this role takes.
     *
     * @param known the mark of those that it has; null for a device that takes no badges
     * @return null where it has them already, or takes none
     */
    public static @Nullable HelperRows changed(
            Handle handle, EventId event, Role role, @Nullable String known, Instant now) {
        List<HelperWork> works = Arrays.stream(HelperWork.values())
                .filter(work -> work.isAt(role))
                .toList();
        if (known == null || works.isEmpty()) {
            return null;
        }
        LocalDate today = EventTable.calendar(handle, event)
                .map(calendar -> calendar.dayOf(now))
                .orElse(LocalDate.MAX);
        List<HelperRows.Row> rows = HelperTable.rows(handle, event, works, today);
        boolean badgesOnly = HelperTable.hasBeen(handle, event, works);
        String mark = mark(rows, badgesOnly);
        return mark.equals(known) ? null : new HelperRows(mark, rows, badgesOnly);
    }

    /** Empty where there never was a helper, so that a new device has that already. */
    private static String mark(List<HelperRows.Row> rows, boolean badgesOnly) {
        if (!badgesOnly) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            rows.forEach(row -> digest.update(row.lookup().getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }

    /** Writes down which badges the device bars, each time that it gets worse. */
    public static void heard(
            Transaction transaction,
            EventId event,
            DeviceId device,
            @Nullable List<PinLock> locks,
            AuditTrail trail,
            Instant now) {
        for (PinLock lock : locks == null ? List.<PinLock>of() : locks) {
            Optional.of(lock)
                    .flatMap(one -> HelperTable.byLookup(transaction.handle(), event, one.lookup()))
                    .filter(helper -> HelperTable.keepLock(transaction.handle(), event, helper, device, lock, now))
                    .ifPresent(helper -> trail.add(transaction, helper.text(), now));
        }
    }
}
