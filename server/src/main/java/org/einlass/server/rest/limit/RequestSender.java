package org.einlass.server.rest.limit;

import java.net.InetAddress;
import org.einlass.server.account.KnownTokens;
import org.einlass.server.account.NetworkAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as that can be told from its head.
 *
 * @param key what limits count by: the hash of a known secret, else the address
 * @param holder who holds that secret; absent for strangers
 * @param claims whether a stranger shows a token, which then is not known
 */
record RequestSender(String key, KnownTokens.@Nullable Holder holder, boolean claims) {
    static RequestSender known(String hash, KnownTokens.Holder holder) {
        return new RequestSender(hash, holder, false);
    }

    static RequestSender stranger(InetAddress address, boolean claims) {
        return new RequestSender(NetworkAddress.line(address), null, claims);
    }

    boolean isKnown() {
        return holder != null;
    }

    boolean isDevice() {
        return holder == KnownTokens.Holder.DEVICE;
    }
}
