package org.einlass.server.rest.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.einlass.server.account.KnownTokens;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as that can be told from its head.
 *
 * @param key what limits count by: the hash of a known secret, else the address
 * @param holder who holds that secret; absent for strangers
 * @param claims whether a stranger shows a token, which then is not known
 */
record RequestSender(String key, KnownTokens.@Nullable Holder holder, boolean claims) {
    private static final int NETWORK_BYTES = 8;

    static RequestSender known(String hash, KnownTokens.Holder holder) {
        return new RequestSender(hash, holder, false);
    }

    static RequestSender stranger(InetAddress address, boolean claims) {
        return new RequestSender(network(address), null, claims);
    }

    boolean isKnown() {
        return holder != null;
    }

    boolean isDevice() {
        return holder == KnownTokens.Holder.DEVICE;
    }

    /** An address of IPv4; of IPv6 the first 64 bits, of which each line has all the rest to itself. */
    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean long6 = address instanceof Inet6Address;
        return HexFormat.of().formatHex(long6 ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
