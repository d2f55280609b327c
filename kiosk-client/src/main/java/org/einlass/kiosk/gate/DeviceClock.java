package org.einlass.kiosk.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.ScanTime;
import org.einlass.contract.id.BootId;
import org.einlass.contract.journal.DeviceTime;
import org.jspecify.annotations.Nullable;

/**
 * The time as this device knows it: its wall clock, which may be wrong or jump, a count of nanoseconds that
 * never jumps, and what the server's clock said at the last contact. From any thread.
 */
public final class DeviceClock {
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final BootId boot;
    private volatile @Nullable Contact contact;

    private record Contact(Instant server, long nanos) {}

    /** @param nanos a count that never jumps within {@code boot} */
    public DeviceClock(InstantSource wall, LongSupplier nanos, BootId boot) {
        this.wall = wall;
        this.nanos = nanos;
        this.boot = boot;
    }

    /** The server's clock showed {@code serverTime} just now. */
    public void contact(Instant serverTime) {
        contact = new Contact(serverTime, nanos.getAsLong());
    }

    /** Now, by the server's clock as far as it is known. */
    public Instant now() {
        return by(contact);
    }

    /** Now, with the event's day; unsure before the first contact of this boot. */
    public ScanTime moment(EventCalendar calendar) {
        Contact last = contact;
        return calendar.moment(by(last), last != null);
    }

    private Instant by(@Nullable Contact last) {
        return last == null ? wall.instant() : last.server().plusNanos(nanos.getAsLong() - last.nanos());
    }

    /**
     * Now, by everything that a journal entry records. The offset is that to the wall clock as it stands now,
     * so that it stays right when the wall clock has jumped since the last contact.
     */
    public DeviceTime stamp() {
        Contact last = contact;
        Instant shown = wall.instant();
        long count = nanos.getAsLong();
        return new DeviceTime(
                shown,
                boot,
                Duration.ofNanos(count),
                last == null ? null : Duration.between(shown, last.server().plusNanos(count - last.nanos())),
                last == null ? null : Duration.ofNanos(count - last.nanos()));
    }

    /**
     * The server's time at the moment at which this device's wall clock showed {@code shown}, as far as it is
     * known.
     */
    Instant corrected(Instant shown) {
        Duration offset = stamp().serverOffset();
        return offset == null ? shown : shown.plus(offset);
    }

    /** Nanoseconds since some moment, for measuring how long things take. */
    public long nanos() {
        return nanos.getAsLong();
    }
}
