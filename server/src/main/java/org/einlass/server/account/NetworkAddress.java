package org.einlass.server.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** From where a request comes, as throttles count it. */
public final class NetworkAddress {
    private static final int LINE_BYTES = 8;

    private NetworkAddress() {}

    /**
     * The line that an address belongs to, as hexadecimal digits: all of an IPv4 address; the first 64 bits of
     * an IPv6 address, of which each line has all the rest to itself.
     */
    public static String line(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, LINE_BYTES) : bytes);
    }

    /** The line of an address as a request names it; other texts stay as they are and no name is looked up. */
    public static String line(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return line(InetAddress.getByName(address));
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
