package org.einlass.kiosk.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a device must not forget of its withdrawal, whatever cuts its power.
 *
 * @param token mark of the token that was withdrawn; with another token the device is another one
 * @param revoked whether the organiser withdrew it
 * @param wipe the order to destroy what it holds; absent without one
 * @param destroyed what is destroyed already; absent as long as not all of it is
 * @param receipted whether the server has taken the receipt
 */
public record TrustRecord(
        String token,
        boolean revoked,
        @Nullable UUID wipe,
        @Nullable List<String> destroyed,
        boolean receipted) {

    public TrustRecord {
        destroyed = destroyed == null ? null : List.copyOf(destroyed);
    }

    /** Nothing has happened yet to the holder of a token. */
    public static TrustRecord of(String token) {
        return new TrustRecord(token, false, null, null, false);
    }

    public TrustRecord withdrawn() {
        return new TrustRecord(token, true, wipe, destroyed, receipted);
    }

    public TrustRecord ordered(UUID order) {
        return new TrustRecord(token, revoked, order, null, false);
    }

    public TrustRecord emptied(List<String> things) {
        return new TrustRecord(token, revoked, wipe, things, receipted);
    }

    public TrustRecord acknowledged() {
        return new TrustRecord(token, revoked, wipe, destroyed, true);
    }

    /** Whether whoever holds the token marked so may not go on. */
    public boolean withdraws(String mark) {
        return token.equals(mark) && (revoked || wipe != null);
    }

    /** Whether something is ordered to be destroyed that may still be there. */
    public boolean isUnfinished() {
        return wipe != null && destroyed == null;
    }

    /** Whether all is destroyed and the server does not know it yet. */
    public boolean owesReceipt() {
        return wipe != null && destroyed != null && !receipted;
    }
}
