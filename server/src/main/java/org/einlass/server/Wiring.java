package org.einlass.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.FirstStart;
import org.einlass.server.admission.CodeKeys;
import org.einlass.server.admission.Codes;
import org.einlass.server.admission.Doorkeeper;
import org.einlass.server.admission.LetterKeys;
import org.einlass.server.database.Seal;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnusable;
import org.einlass.server.device.DeskSheets;
import org.einlass.server.feed.DataKeys;
import org.einlass.server.feed.Feed;
import org.einlass.server.feed.NudgeStreams;
import org.einlass.server.feed.Nudges;
import org.einlass.server.feed.Rosters;
import org.einlass.server.intake.Intake;
import org.einlass.server.programme.EventChanges;
import org.einlass.server.registration.Enrolment;

/** Puts the server together, once, when the application starts. */
@ApplicationScoped
public class Wiring {
    private static final String DATA = "einlass.data";
    private static final String DATABASE = "einlass.database";
    private static final String QUEUE = "einlass.queue";
    private static final String TOGETHER = "einlass.together";

    /** Where the launcher looks for the sentence that says why a start failed. */
    private static final String OBSTACLE = "server/obstacle.txt";

    @Resource
    @SuppressWarnings("NullAway.Init") // the container puts it there before anybody asks
    private ManagedScheduledExecutorService executor;

    /** The folder that the launcher names in {@code einlass.data}. */
    private static Path data() {
        return Path.of(System.getProperty(DATA, "einlass-data"));
    }

    @Produces
    @Singleton
    Store store() {
        Path file = data().resolve("einlass.db");
        return Store.open(System.getProperty(DATABASE, "jdbc:sqlite:" + file), queue(), together());
    }

    /** How many writings may wait. */
    private static int queue() {
        return option(QUEUE, Store.QUEUE, 9_999_999);
    }

    /** How many writings are committed together; less than the most serves only to measure what that brings. */
    private static int together() {
        return option(TOGETHER, Store.TOGETHER, Store.TOGETHER);
    }

    /** A number of at least 1; anything else stops the start with a sentence. */
    private static int option(String name, int usual, int most) {
        String said = System.getProperty(name, String.valueOf(usual));
        int number = said.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(said) : 0;
        if (number < 1 || number > most) {
            throw new StoreUnusable(
                    "The option -D" + name + "=" + said + " is no number from 1 to " + most
                            + ". Correct it or leave it out.",
                    null);
        }
        return number;
    }

    void close(@Disposes Store store) {
        store.close();
    }

    @Produces
    @Singleton
    Seal seal() {
        return Seal.of(data().resolve("einlass.key"));
    }

    /** Ticks in milliseconds, as the tables do: an answer is the same to the letter when it is read back. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    RandomGenerator chance() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Accounts accounts(Store store, Clock clock) {
        return new Accounts(store, clock);
    }

    @Produces
    @Singleton
    CodeKeys codeKeys(Seal seal) {
        return new CodeKeys(seal);
    }

    @Produces
    @Singleton
    Codes codes(Seal seal) {
        return new Codes(seal);
    }

    @Produces
    @Singleton
    DeskSheets deskSheets(Store store, Seal seal, CodeKeys keys, Clock clock) {
        return new DeskSheets(store, new LetterKeys(seal), keys, clock);
    }

    @Produces
    @Singleton
    Doorkeeper doorkeeper(Store store, Seal seal, Clock clock) {
        return new Doorkeeper(store, seal, clock);
    }

    @Produces
    @Singleton
    DataKeys dataKeys(Seal seal) {
        return new DataKeys(seal);
    }

    @Produces
    @Singleton
    Rosters rosters(Store store, Codes codes, DataKeys keys, Clock clock) {
        return new Rosters(store, codes, keys, data().resolve("rosters"), clock);
    }

    @Produces
    @Singleton
    Nudges nudges(Store store) {
        return new Nudges(store, executor, Nudges.USUAL_POLL);
    }

    void close(@Disposes Nudges nudges) {
        nudges.close();
    }

    @Produces
    @Singleton
    NudgeStreams nudgeStreams(Nudges nudges, Store store) {
        return new NudgeStreams(nudges, new Feed(store), executor, NudgeStreams.USUAL_BEAT);
    }

    void close(@Disposes NudgeStreams streams) {
        streams.close();
    }

    @Produces
    @Singleton
    EventChanges eventChanges(CodeKeys keys, RandomGenerator chance) {
        return new EventChanges(keys, chance);
    }

    @Produces
    @Singleton
    Enrolment enrolment(CodeKeys keys, Codes codes, Clock clock, RandomGenerator chance, Doorkeeper doorkeeper) {
        return new Enrolment(keys, codes, clock, chance, doorkeeper);
    }

    @Produces
    @Singleton
    Intake intake(Store store, Enrolment enrolment, Doorkeeper doorkeeper) {
        return new Intake(store, enrolment, doorkeeper);
    }

    /** Opens the store before the first request; what stands in the way is told to the launcher. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) Object application,
            jakarta.enterprise.inject.Instance<Store> store,
            jakarta.enterprise.inject.Instance<Accounts> accounts,
            Clock clock,
            RandomGenerator chance) {
        try {
            new FirstStart(store.get(), accounts.get(), clock, chance).prepare(data());
        } catch (StoreUnusable e) {
            tellLauncher(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static void tellLauncher(String sentence) {
        try {
            Files.writeString(data().resolve(OBSTACLE), sentence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
