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
    private final MachineCount count;
    private volatile @Nullable Contact contact;

    private record Contact(Instant server, MachineCount.Moment at) {}

    /** @param nanos a count that never jumps within {@code boot} */
    public DeviceClock(InstantSource wall, LongSupplier nanos, BootId boot) {
        this(wall, () -> new MachineCount.Moment(boot, nanos.getAsLong()));
    }

    /** @param count goes on while the machine is suspended, or begins a new boot then */
    public DeviceClock(InstantSource wall, MachineCount count) {
        this.wall = wall;
        this.count = count;
    }

    /** The server's clock showed {@code serverTime} just now. */
    public void contact(Instant serverTime) {
        contact = new Contact(serverTime, count.now());
    }

    /** Now, by the server's clock as far as it is known. */
    public Instant now() {
        MachineCount.Moment moment = count.now();
        return by(contact(moment), moment);
    }

    /** Whether the time is the server's, as far as this boot's contacts say. */
    public boolean isSure() {
        return contact(count.now()) != null;
    }

    /** Now, with the event's day; unsure before the first contact of this boot, and after the count may have stood still. */
    public ScanTime moment(EventCalendar calendar) {
        MachineCount.Moment moment = count.now();
        Contact last = contact(moment);
        return calendar.moment(by(last, moment), last != null);
    }

    /** Of the present boot; null where there was none. */
    private @Nullable Contact contact(MachineCount.Moment moment) {
        Contact last = contact;
        return last == null || !last.at().boot().equals(moment.boot()) ? null : last;
    }

    private Instant by(@Nullable Contact last, MachineCount.Moment moment) {
        return last == null
                ? wall.instant()
                : last.server().plusNanos(moment.nanos() - last.at().nanos());
    }

    /**
     * Now, by everything that a journal entry records. The offset is that to the wall clock as it stands now,
     * so that it stays right when the wall clock has jumped since the last contact.
     */
    public DeviceTime stamp() {
        Instant shown = wall.instant();
        MachineCount.Moment moment = count.now();
        Contact last = contact(moment);
        long nanos = moment.nanos();
        return new DeviceTime(
                shown,
                moment.boot(),
                Duration.ofNanos(nanos),
                last == null
                        ? null
                        : Duration.between(
                                shown, last.server().plusNanos(nanos - last.at().nanos())),
                last == null ? null : Duration.ofNanos(nanos - last.at().nanos()));
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
        return count.now().nanos();
    }
}
