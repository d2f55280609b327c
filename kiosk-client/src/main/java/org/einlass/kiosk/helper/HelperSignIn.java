package org.einlass.kiosk.helper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.ScanTime;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.code.PinHash;
import org.einlass.contract.helper.HelperPass;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.DeviceClock;
import org.jspecify.annotations.Nullable;

/**
 * A helper signs in at this device: by the badge, which opens what the device keeps of the helper, and the PIN. It asks
 * no server. {@value #FREE_MISSES} wrong PINs in a row bar the badge here for a while that doubles with each further
 * one, also over a restart. From any thread; a PIN takes some 20 ms.
 */
public final class HelperSignIn {
    /** So many wrong PINs in a row bar a badge. */
    public static final int FREE_MISSES = 5;

    private static final Duration FIRST_BAR = Duration.ofMinutes(1);
    private static final Duration LONGEST_BAR = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 5;

    private final HelperMemory memory;
    private final DeviceClock clock;
    private final Function<byte[], Optional<HelperPass>> reading;
    private @Nullable Badge shown;
    private volatile @Nullable Set<String> told;

    /**
     * A badge that this device could open.
     *
     * @param lookup of its code
     * @param calendar by which its day is over
     */
    public record Badge(String lookup, HelperPass pass, EventCalendar calendar) {

        /** Without the name. */
        @Override
        public String toString() {
            return "badge of " + pass.operator();
        }
    }

    /** @param reading reads a pass from its JSON; empty where it is none */
    public HelperSignIn(HelperMemory memory, DeviceClock clock, Function<byte[], Optional<HelperPass>> reading) {
        this.memory = memory;
        this.clock = clock;
        this.reading = reading;
    }

    /** What became of a badge or a PIN. */
    public enum Step {
        /** The badge is good: the PIN is wanted. */
        PIN_WANTED,
        /** This device knows no such badge; it may not have heard of it yet. */
        UNKNOWN,
        /** The badge is for another day of the event. */
        OTHER_DAY,
        /** Too many wrong PINs: the badge opens nothing here until {@link HelperSignIn#barredUntil}. */
        BARRED,
        /** Another PIN than the helper's. */
        WRONG,
        /** The helper is signed in. */
        OPENED
    }

    /**
     * Whether only helpers' badges open this device; else nobody was taken in for it. The end of the last badge, or of
     * its day, changes nothing of it.
     */
    public boolean takesBadges() {
        HelperRows known = memory.rows();
        return known.badgesOnly() || !known.rows().isEmpty();
    }

    /** Somebody shows a badge; what was shown before is forgotten. */
    public synchronized Step show(HelperCard card, DoorSheet sheet) {
        shown = null;
        String lookup = card.lookup(sheet.event());
        Optional<HelperPass> pass = memory.rows().rows().stream()
                .filter(row -> row.lookup().equals(lookup))
                .flatMap(row -> decoded(row).stream())
                .flatMap(box -> card.open(box, sheet.event()).stream())
                .flatMap(plain -> reading.apply(plain).stream())
                .findFirst();
        if (pass.isEmpty()) {
            return Step.UNKNOWN;
        }
        ScanTime now = clock.moment(sheet.calendar());
        if (now.sure() && !now.day().equals(pass.get().day())) {
            return Step.OTHER_DAY;
        }
        shown = new Badge(lookup, pass.get(), sheet.calendar());
        if (isBarred(lookup)) {
            return Step.BARRED;
        }
        return Step.PIN_WANTED;
    }

    private static Optional<byte[]> decoded(HelperRows.Row row) {
        try {
            return Optional.of(Base64.getDecoder().decode(row.sealed()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Somebody typed a PIN for the badge that was shown last. The miss is kept before the PIN is looked at. */
    public synchronized Step pin(String pin) {
        Badge badge = shown;
        if (badge == null || isOver(badge)) {
            return Step.UNKNOWN;
        }
        if (isBarred(badge.lookup())) {
            return Step.BARRED;
        }
        int misses = lock(badge.lookup()).map(PinLock::misses).orElse(0) + 1;
        keep(badge.lookup(), new PinLock(badge.lookup(), misses, clock.now().plus(bar(misses))));
        if (!isRight(badge.pass(), pin)) {
            return misses < FREE_MISSES ? Step.WRONG : Step.BARRED;
        }
        keep(badge.lookup(), null);
        return Step.OPENED;
    }

    private static boolean isRight(HelperPass pass, String pin) {
        try {
            return new PinHash(pass.pin()).matches(pin);
        } catch (IllegalArgumentException noHash) {
            return false;
        }
    }

    /** Whose badge was shown last, as far as it is good; empty after {@link #forget}. */
    public synchronized Optional<HelperPass> pass() {
        return badge().map(Badge::pass);
    }

    /** The badge that was shown last, as far as it is good; empty after {@link #forget}. */
    public synchronized Optional<Badge> badge() {
        return Optional.ofNullable(shown);
    }

    /**
     * Whether a badge that was good is no more: the server has told rows without it, or it is another day by a clock
     * that the server has set. Reads no disk.
     */
    public boolean isOver(Badge badge) {
        Set<String> good = told;
        if (good != null && !good.contains(badge.lookup())) {
            return true;
        }
        ScanTime now = clock.moment(badge.calendar());
        return now.sure() && !now.day().equals(badge.pass().day());
    }

    /** Until when the badge that was shown last is barred; empty where it is not. */
    public synchronized Optional<Instant> barredUntil() {
        return Optional.ofNullable(shown)
                .flatMap(badge -> lock(badge.lookup()))
                .filter(lock -> lock.misses() >= FREE_MISSES)
                .map(PinLock::until);
    }

    /** The badge that was shown is gone. */
    public synchronized void forget() {
        shown = null;
    }

    /** The badges that are barred here, or were last, for the server. */
    public synchronized List<PinLock> locks() {
        return memory.misses().stream()
                .filter(lock -> lock.misses() >= FREE_MISSES)
                .toList();
    }

    /** Which rows this device has. */
    public String mark() {
        return memory.rows().mark();
    }

    /** The server has told other ones. */
    public synchronized void heard(HelperRows rows) {
        told = rows.rows().stream().map(HelperRows.Row::lookup).collect(Collectors.toUnmodifiableSet());
        memory.keep(rows);
        List<PinLock> misses = memory.misses();
        List<PinLock> known = misses.stream()
                .filter(lock ->
                        rows.rows().stream().anyMatch(row -> row.lookup().equals(lock.lookup())))
                .toList();
        if (known.size() < misses.size()) {
            memory.keepMisses(known);
        }
    }

    /** A clock that was put back does not prolong the bar beyond its longest. */
    private boolean isBarred(String lookup) {
        return lock(lookup)
                .filter(lock -> lock.misses() >= FREE_MISSES)
                .map(lock -> Duration.between(clock.now(), lock.until()))
                .filter(left -> left.compareTo(Duration.ZERO) > 0 && left.compareTo(LONGEST_BAR) <= 0)
                .isPresent();
    }

    private Optional<PinLock> lock(String lookup) {
        return memory.misses().stream()
                .filter(lock -> lock.lookup().equals(lookup))
                .findFirst();
    }

    private void keep(String lookup, @Nullable PinLock lock) {
        List<PinLock> others = new ArrayList<>(memory.misses().stream()
                .filter(other -> !other.lookup().equals(lookup))
                .toList());
        if (lock != null) {
            others.add(lock);
        }
        memory.keepMisses(others);
    }

    private static Duration bar(int misses) {
        if (misses < FREE_MISSES) {
            return Duration.ZERO;
        }
        Duration bar = FIRST_BAR.multipliedBy(1L << Math.min(misses - FREE_MISSES, DOUBLINGS));
        return bar.compareTo(LONGEST_BAR) < 0 ? bar : LONGEST_BAR;
    }
}
