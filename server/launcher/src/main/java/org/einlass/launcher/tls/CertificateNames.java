package org.einlass.launcher.tls;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The host names and addresses that a server's certificate is good for.
 *
 * @param hosts lower case
 * @param addresses as Java writes them
 */
public record CertificateNames(SortedSet<String> hosts, SortedSet<String> addresses) {
    private static final String ADDRESS = "[0-9.]+|.*:.*";
    private static final String LABEL = "(?i:[a-z0-9]([a-z0-9-]*[a-z0-9])?)";
    private static final int LONGEST_NAME = 253;
    private static final long NAME_SERVER_SECONDS = 2;

    public CertificateNames {
        hosts = new TreeSet<>(hosts);
        addresses = new TreeSet<>(addresses);
    }

    /** All by which this machine may be called, and {@code further} names and addresses. */
    public static CertificateNames ofThisMachine(Collection<String> further) {
        return of(Stream.of(List.of("localhost"), ownNames(), ownAddresses(), further)
                .flatMap(Collection::stream)
                .toList());
    }

    /** The addresses of this machine by which others reach a server that listens on {@code bind}. */
    public static List<String> reaching(InetAddress bind) {
        if (!bind.isAnyLocalAddress()) {
            return List.of(bind.getHostAddress());
        }
        List<String> others = ownAddresses().stream()
                .filter(address -> !address.startsWith("127.") && !address.equals("0:0:0:0:0:0:0:1"))
                .toList();
        return others.isEmpty() ? List.of("127.0.0.1") : others;
    }

    /** These host names and addresses. */
    public static CertificateNames of(Collection<String> names) {
        return new CertificateNames(
                names.stream()
                        .filter(name -> !isAddress(name))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)),
                names.stream()
                        .filter(CertificateNames::isAddress)
                        .map(CertificateNames::canonical)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What a certificate says it is good for. */
    static CertificateNames in(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return of(
                    names == null
                            ? List.of()
                            : names.stream().map(name -> name.get(1).toString()).toList());
        } catch (CertificateParsingException e) {
            return of(List.of());
        }
    }

    GeneralNames subjectAlternativeNames() {
        return new GeneralNames(Stream.concat(
                        hosts.stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
                        addresses.stream().map(address -> new GeneralName(GeneralName.iPAddress, address)))
                .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String name) {
        return name.matches(ADDRESS);
    }

    private static String canonical(String address) {
        return addressIn(address).orElseThrow(() -> new IllegalArgumentException("no address: " + address));
    }

    /** The same address always in the same letters; Java asks no name server for an address in digits. */
    private static Optional<String> addressIn(String text) {
        try {
            return Optional.of(InetAddress.getByName(text).getHostAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The machine's short and full names, and the one that neighbours in the same network find it by. */
    private static List<String> ownNames() {
        try {
            InetAddress self = InetAddress.getLocalHost();
            String name = self.getHostName().toLowerCase(Locale.ROOT);
            return Stream.of(name, fullName(self), name.contains(".") ? name : name + ".local")
                    .filter(known -> !isAddress(known) && isHostName(known))
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** Whether a certificate may carry {@code name}. */
    public static boolean mayCarry(String name) {
        return isAddress(name) ? addressIn(name).isPresent() : isHostName(name);
    }

    /** Machines have been called worse. */
    private static boolean isHostName(String name) {
        return name.length() <= LONGEST_NAME && name.matches(LABEL + "(\\." + LABEL + ")*");
    }

    /** A name server that is away must not hold the start up. */
    private static String fullName(InetAddress self) {
        return CompletableFuture.supplyAsync(self::getCanonicalHostName)
                .completeOnTimeout(self.getHostName(), NAME_SERVER_SECONDS, TimeUnit.SECONDS)
                .join()
                .toLowerCase(Locale.ROOT);
    }

    /** All but addresses that are good on one wire only, which no browser takes. */
    private static List<String> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address || !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .map(address -> address.replaceFirst("%.*", ""))
                    .toList();
        } catch (SocketException e) {
            return List.of("127.0.0.1");
        }
    }
}
