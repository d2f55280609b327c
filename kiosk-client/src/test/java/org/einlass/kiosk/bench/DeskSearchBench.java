package org.einlass.kiosk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.desk.DeskController;
import org.einlass.kiosk.desk.people.LocalPeople;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.store.DeviceStore;

/**
 * How long a desk looks for the list after each letter typed: the index, the rows unsealed from the real store's disk,
 * and what the journal knows of each, as the screen gets them; alone, and while the roster brings changes. Prints
 * figures, and fails where the list takes longer than is promised.
 */
public final class DeskSearchBench {
    private static final DataKey KEY = DataKey.next(1, new Random(1));
    private static final int TYPISTS = 150;
    private static final int MOST_LETTERS = 9;
    private static final int CHANGED = 200;

    /** A device asks for changes as often. */
    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(2);

    private static final List<String> GIVEN = List.of(
            "Anna",
            "Änne",
            "Thomas",
            "Karl-Heinz",
            "Zoë",
            "Ayşe",
            "Linh",
            "François",
            "Max",
            "Erika",
            "Jördis",
            "Tomas");
    private static final List<String> STEMS = List.of(
            "Müller", "Schmi", "Mei", "Wei", "Hoff", "Lüden", "Klee", "Groß", "Berg", "Stein", "Koch", "Öz", "Lefè");
    private static final List<String> ENDS = List.of(
            "", "dt", "er", "ß", "mann", "scheid", "berg", "ler", "hof", "bach", "hauser", "türk", "vre", "-Meyer");
    private static final List<String> PLACES = List.of("Erfurt", "Gera", "Suhl", "Jena", "Weimar", "Köln", "Leipzig");

    private static final double PROMISED_MILLIS = 50;

    private DeskSearchBench() {}

    /**
     * Prints a line a figure. Argument: how many people.
     *
     * @throws IllegalStateException where the desk is slower than it promises, or finds somebody not
     */
    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("einlass-desk-search");
        try (DeviceStore store = DeviceStore.open(folder, SampleEntries.epoch())) {
            store.vault().unlock(KEY);
            install(store, people);
            LocalPeople found = new LocalPeople(store.guests(), store.roster(), store.journal(), store.corrections());
            long begin = System.nanoTime();
            found.follow(Sample.sheet());
            say("%,d people can be found after %.1f s", found.size(), (System.nanoTime() - begin) / 1e9);
            type(found, people, "warm-up");
            check(type(found, people, "alone"));
            check(whileChanging(store, found, people));
        } finally {
            remove(folder);
        }
    }

    private static void install(DeviceStore store, int people) throws IOException {
        List<RosterRow> rows = IntStream.range(0, people)
                .parallel()
                .mapToObj(number -> row(number, 1))
                .toList();
        byte[] file = SampleRoster.file(rows);
        Path place = Files.write(store.rosterShelf().place(), file);
        store.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(7), rows.size(), file), place);
    }

    private static RosterRow row(int number, long version) {
        BadgeOrder sample = Sample.badge(number, false);
        BadgeOrder badge = new BadgeOrder(
                sample.registration(), attendee(number), sample.category(), List.of(), sample.code(), false);
        return SampleRoster.forDesk(SampleRoster.row(number, RegistrationStatus.CONFIRMED, version), badge, KEY);
    }

    private static Attendee attendee(int number) {
        Random chance = new Random(number);
        String family =
                one(STEMS, chance) + one(ENDS, chance) + (chance.nextInt(4) == 0 ? "-" + one(STEMS, chance) : "");
        return Attendee.of(one(GIVEN, chance), family, "Stadt " + one(PLACES, chance) + " " + chance.nextInt(900));
    }

    private static String one(List<String> of, Random chance) {
        return of.get(chance.nextInt(of.size()));
    }

    /** Milliseconds that 95 of 100 letters take at most; infinite where somebody was not found. */
    private static double type(LocalPeople found, int people, String how) {
        DoorSheet sheet = Sample.sheet();
        Random chance = new Random(2);
        List<Long> micros = Stream.generate(() -> attendee(chance.nextInt(people)))
                .limit(TYPISTS)
                .map(who -> (who.familyName() + " " + who.givenName()).toLowerCase(Locale.GERMAN))
                .flatMap(text -> IntStream.rangeClosed(2, Math.min(MOST_LETTERS, text.length()))
                        .mapToObj(letters -> text.substring(0, letters)))
                .map(text -> {
                    long begin = System.nanoTime();
                    int rows =
                            found.search(text, DeskController.MOST_ROWS, sheet).size();
                    return rows == 0 ? -1 : (System.nanoTime() - begin) / 1_000;
                })
                .toList();
        long nobody = micros.stream().filter(one -> one < 0).count();
        long[] sorted = micros.stream()
                .filter(one -> one >= 0)
                .mapToLong(one -> one)
                .sorted()
                .toArray();
        say(
                "search to list, %s: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms of %d letters, %d found nobody",
                how, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1), sorted.length, nobody);
        return nobody > 0 ? Double.POSITIVE_INFINITY : at(sorted, 0.95);
    }

    private static void check(double most95) {
        if (most95 > PROMISED_MILLIS) {
            throw new IllegalStateException("The desk does not keep what it promises: a list within " + PROMISED_MILLIS
                    + " ms for 95 of 100 letters, and everybody is found.");
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * (sorted.length - 1))] / 1e3;
    }

    /** On a loop of its own, as the desk follows its roster. */
    private static double whileChanging(DeviceStore store, LocalPeople found, int people) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger rounds = new AtomicInteger();
        Thread changes = new Thread(() -> {
            Random chance = new Random(3);
            for (int round = 1; !over.get(); round++) {
                int version = round + 1;
                List<RosterRow> rows = chance.ints(CHANGED, 0, people)
                        .distinct()
                        .mapToObj(number -> row(number, version))
                        .toList();
                apply(store, new RosterChanges(SampleRoster.cursor(7L + round), rows, false));
                found.follow(Sample.sheet());
                rounds.incrementAndGet();
                LockSupport.parkNanos(BETWEEN_CHANGES.toNanos());
            }
        });
        changes.start();
        double most95 = type(found, people, "while the roster brings " + CHANGED + " changes every 2 s");
        over.set(true);
        changes.join();
        say("changes taken over meanwhile: %d times %d", rounds.get(), CHANGED);
        return most95;
    }

    private static void apply(DeviceStore store, RosterChanges changes) {
        try {
            store.rosterShelf().apply(changes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
