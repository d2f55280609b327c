package org.einlass.server.account.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.einlass.server.account.NetworkAddress;

/**
 * Slows down whoever guesses: after some misses, each further attempt for the same account or from the same
 * address has to wait, twice as long each time. An attempt counts as a miss from its beginning until it
 * succeeds, so that a hundred at once are no better than a hundred in a row. Time takes misses away, one by
 * one, however much an address is used meanwhile. Kept in memory, on each node for itself. Any thread may
 * call it.
 */
public final class SignInThrottle {
    private static final int MOST = 20_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** By then every pause is the longest. Misses beyond are not counted, or they would take days to go. */
    private static final int MOST_DOUBLINGS = 10;

    /** How long a miss counts at least. */
    private static final Duration COUNTED = Duration.ofMinutes(1);

    /** Short, for anybody may miss for somebody else: the holder shall get in while others guess. */
    private static final Limit ACCOUNT = new Limit(5, Duration.ofMinutes(1));

    /** More misses, for a congress comes from one address; then long. */
    private static final Limit ADDRESS = new Limit(20, Duration.ofMinutes(15));

    /** After so long without a miss all is as new; longer than any pause. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Misses> accounts = bounded();
    private final Map<String, Misses> addresses = bounded();

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is allowed.
     *
     * @param free misses without any pause
     * @param longest the longest pause
     */
    private record Limit(int free, Duration longest) {
        private Duration pause(int misses) {
            if (misses < free) {
                return Duration.ZERO;
            }
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(misses - free, MOST_DOUBLINGS));
            return pause.compareTo(longest) < 0 ? pause : longest;
        }

        /** When one of so many misses is gone: twice their pause, so that guesses outrun what time takes. */
        private Duration counted(int misses) {
            return longer(COUNTED, pause(misses).multipliedBy(2));
        }

        private int most() {
            return free + MOST_DOUBLINGS;
        }
    }

    /**
     * What counts against an account or an address.
     *
     * @param last when the last attempt began
     * @param since from when on the time counts that takes the next miss away
     */
    private record Misses(int count, Instant last, Instant since) {
        private static final Misses NONE = new Misses(0, Instant.EPOCH, Instant.EPOCH);

        private Misses oneMore(Limit limit, Instant now) {
            return new Misses(Math.min(count + 1, limit.most()), now, count == 0 ? now : since);
        }

        private Misses oneLess() {
            return new Misses(Math.max(0, count - 1), last, since);
        }

        /** What time has left of them. */
        private Misses at(Instant now, Limit limit) {
            int left = count;
            Instant from = since;
            while (left > 0 && !from.plus(limit.counted(left)).isAfter(now)) {
                from = from.plus(limit.counted(left));
                left--;
            }
            return new Misses(left, last, from);
        }
    }

    /**
     * Whether an attempt may be made, which then counts as a miss until {@link #succeeded}.
     *
     * @param pause how long nobody looks at it; zero where it may be made
     * @param reached whether it is the attempt that used up the misses without a pause
     */
    public record Attempt(Duration pause, boolean reached) {
        public boolean isAllowed() {
            return pause.isZero();
        }
    }

    /**
     * Begins an attempt.
     *
     * @param account empty where only the address is limited, for a secret that nobody guesses
     */
    public synchronized Attempt begin(String account, String address) {
        String line = NetworkAddress.line(address);
        Instant now = clock.instant();
        Misses byAccount = misses(accounts, account, ACCOUNT, now);
        Misses byAddress = misses(addresses, line, ADDRESS, now);
        Duration pause = longer(left(byAccount, ACCOUNT, now), left(byAddress, ADDRESS, now));
        if (!pause.isZero()) {
            return new Attempt(pause, false);
        }
        if (!account.isEmpty()) {
            accounts.put(account, byAccount.oneMore(ACCOUNT, now));
        }
        addresses.put(line, byAddress.oneMore(ADDRESS, now));
        boolean reached = byAccount.count() + 1 == ACCOUNT.free() || byAddress.count() + 1 == ADDRESS.free();
        return new Attempt(Duration.ZERO, reached);
    }

    /**
     * The account starts anew; the address has one miss less, since whoever guesses may have an account, too.
     */
    public synchronized void succeeded(String account, String address) {
        accounts.remove(account);
        addresses.computeIfPresent(NetworkAddress.line(address), (same, misses) -> misses.oneLess());
    }

    /** Nobody looked at the attempt: as if it had not been made. */
    public synchronized void undo(String account, String address) {
        accounts.computeIfPresent(account, (same, misses) -> misses.oneLess());
        addresses.computeIfPresent(NetworkAddress.line(address), (same, misses) -> misses.oneLess());
    }

    private static Misses misses(Map<String, Misses> all, String key, Limit limit, Instant now) {
        Misses misses = all.getOrDefault(key, Misses.NONE);
        return misses.last().plus(FORGOTTEN).isBefore(now) ? Misses.NONE : misses.at(now, limit);
    }

    private static Duration left(Misses misses, Limit limit, Instant now) {
        Duration left = Duration.between(now, misses.last().plus(limit.pause(misses.count())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Forgets what was used longest ago, so that invented names do not fill the memory. */
    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }
}
