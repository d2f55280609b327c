package org.einlass.server.account.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.einlass.contract.account.OrganiserLink;

/**
 * The link file of this server's data folder: made at a first start, or by the command {@code
 * reset-organiser}.
 */
final class FirstOrganiserLink {
    private final Path data;
    private final Clock clock;
    private final RandomGenerator chance;

    FirstOrganiserLink(Path data, Clock clock, RandomGenerator chance) {
        this.data = data;
        this.clock = clock;
        this.chance = chance;
    }

    /** Makes one where none is valid. */
    void ensure() {
        try {
            if (OrganiserLink.read(data, clock.instant()).isEmpty()) {
                OrganiserLink.next(chance, clock.instant()).write(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOpenedBy(String secret) {
        try {
            return OrganiserLink.read(data, clock.instant())
                    .filter(link -> link.isSecret(secret))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an end of it. @return whether there was one */
    boolean take() {
        try {
            return OrganiserLink.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
