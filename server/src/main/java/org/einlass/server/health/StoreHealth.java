package org.einlass.server.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.einlass.contract.Wording;
import org.einlass.server.database.Condition;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.GuessBucket;
import org.einlass.server.device.GuessBucketTable;
import org.einlass.server.device.SilentDevices;

/** What the database says of itself: whether it can be used, how long a change waits, how many wait, and how devices are. */
final class StoreHealth {
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SILENT = Duration.ofMinutes(5);
    private static final Duration TODAY = Duration.ofHours(12);
    private static final Wording CHECK_DISK = new Wording(
            "Bitte die Platte des Servers prüfen; Geräte entscheiden solange selbst.",
            "Check the server's disk; devices decide alone meanwhile.");

    private final Store store;
    private final Clock clock;

    StoreHealth(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    HealthReading usable() {
        return switch (store.condition()) {
            case WELL ->
                HealthReading.good(
                        HealthSubject.STORE,
                        OptionalDouble.of(1),
                        new Wording("Die Datenbank liest und schreibt.", "The database reads and writes."));
            case FULL ->
                HealthReading.of(
                        HealthSubject.STORE,
                        HealthLevel.BAD,
                        0,
                        new Wording(
                                "Die Platte ist voll: Die Datenbank liest nur noch.",
                                "The disk is full: the database only reads."),
                        new Wording(
                                "Bitte Platz schaffen; es geht dann von selbst weiter.",
                                "Make room; it goes on by itself."));
            case READ_ONLY ->
                HealthReading.of(
                        HealthSubject.STORE,
                        HealthLevel.BAD,
                        0,
                        new Wording(
                                "Auf die Platte der Datenbank kann nicht geschrieben werden: Sie liest nur noch.",
                                "The database's disk cannot be written: the database only reads."),
                        new Wording(
                                "Bitte Schreibschutz, Rechte und Kabel prüfen; es geht dann von selbst weiter.",
                                "Check its write protection, rights and cables; it goes on by itself then."));
            case DAMAGED ->
                HealthReading.of(
                        HealthSubject.STORE,
                        HealthLevel.BAD,
                        0,
                        new Wording(
                                "Die Datenbank ist beschädigt: Ein Teil ist nicht zu lesen.",
                                "The database is damaged: a part of it cannot be read."),
                        new Wording(
                                "Bitte die letzte Sicherung in einen leeren Ordner wiederherstellen und den Server damit"
                                        + " starten.",
                                "Restore the last backup into an empty folder and start the server on it."));
            case SUSPECT ->
                HealthReading.of(
                        HealthSubject.STORE,
                        HealthLevel.BAD,
                        0,
                        new Wording(
                                "Nach einem Plattenfehler wird die Datenbank neu geschrieben und geprüft.",
                                "After a disk error the database is being rewritten and checked."),
                        CHECK_DISK);
        };
    }

    /** Sends an empty change through the queue and waits for its turn, for two seconds at most. */
    HealthReading lag() {
        if (store.condition() == Condition.SUSPECT) {
            return slow(PATIENCE);
        }
        long begun = System.nanoTime();
        try {
            store.write(new WriteKey("", "", ""), transaction -> true)
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException late) {
            return slow(PATIENCE);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return slow(PATIENCE);
        }
        Duration lag = Duration.ofNanos(System.nanoTime() - begun);
        return lag.compareTo(SLOW) >= 0
                ? slow(lag)
                : HealthReading.good(
                        HealthSubject.WRITER,
                        seconds(lag),
                        new Wording(
                                "Eine Änderung wartet " + lag.toMillis() + " ms.",
                                "A change waits " + lag.toMillis() + " ms."));
    }

    private static HealthReading slow(Duration lag) {
        boolean never = lag.compareTo(PATIENCE) >= 0;
        return HealthReading.of(
                HealthSubject.WRITER,
                never ? HealthLevel.BAD : HealthLevel.WARNING,
                seconds(lag).getAsDouble(),
                new Wording(
                        "Eine Änderung wartet " + (never ? "länger als 2 s" : lag.toMillis() + " ms")
                                + ", bis sie geschrieben ist.",
                        "A change waits " + (never ? "more than 2 s" : lag.toMillis() + " ms")
                                + " until it is written."),
                new Wording(
                        "Bitte prüfen, was die Platte sonst beschäftigt, und große Listen später einlesen.",
                        "Look for what else keeps the disk busy, and import large lists later."));
    }

    private static OptionalDouble seconds(Duration lag) {
        return OptionalDouble.of(lag.toNanos() / 1e9);
    }

    HealthReading queue() {
        int waiting = store.waiting();
        int room = store.queue();
        Wording sentence = new Wording(
                String.format(Locale.GERMAN, "%,d Änderungen warten, Platz ist für %,d.", waiting, room),
                String.format(Locale.ENGLISH, "%,d changes wait; there is room for %,d.", waiting, room));
        return 2 * waiting < room
                ? HealthReading.good(HealthSubject.QUEUE, OptionalDouble.of(waiting), sentence)
                : HealthReading.of(
                        HealthSubject.QUEUE,
                        HealthLevel.WARNING,
                        waiting,
                        sentence,
                        new Wording(
                                "Bitte große Arbeiten verschieben; ist die Schlange voll, entscheiden Geräte selbst.",
                                "Put off large work; once the queue is full, devices decide alone."));
    }

    HealthReading wrongCodes() {
        long devices;
        try {
            Instant since = clock.instant().minus(GuessBucket.TOLD_FOR);
            devices = store.read(handle -> GuessBucketTable.countDeferring(handle, since));
        } catch (StoreUnavailable unknown) {
            return HealthReading.of(
                    HealthSubject.WRONG_CODES,
                    HealthLevel.WARNING,
                    0,
                    new Wording(
                            "Ob an Geräten Codes geraten werden, ist gerade nicht zu lesen.",
                            "Whether codes are guessed at devices cannot be read now."),
                    CHECK_DISK);
        }
        return devices == 0
                ? HealthReading.good(
                        HealthSubject.WRONG_CODES,
                        OptionalDouble.of(0),
                        new Wording("An keinem Gerät werden Codes geraten.", "No codes are guessed at any device."))
                : HealthReading.of(
                        HealthSubject.WRONG_CODES,
                        HealthLevel.WARNING,
                        (double) devices,
                        new Wording(
                                "Geräte, an denen so viele falsche Codes gezeigt wurden, dass kurze Codes an den"
                                        + " Schalter gehen: " + devices + ".",
                                "Devices at which so many wrong codes were shown that short codes are sent to the"
                                        + " counter: " + devices + "."),
                        new Wording(
                                "Bitte in der Liste der Geräte nachsehen, welche es sind, und wer dort steht.",
                                "See in the list of devices which ones, and who stands there."));
    }

    HealthReading devices() {
        Instant now = clock.instant();
        long silent;
        try {
            silent = store.read(handle -> SilentDevices.count(handle, now.minus(TODAY), now.minus(SILENT)));
        } catch (StoreUnavailable unknown) {
            return HealthReading.of(
                    HealthSubject.DEVICES,
                    HealthLevel.WARNING,
                    0,
                    new Wording(
                            "Wie es den Geräten geht, ist gerade nicht zu lesen.",
                            "How the devices are cannot be read now."),
                    CHECK_DISK);
        }
        return silent == 0
                ? HealthReading.good(
                        HealthSubject.DEVICES,
                        OptionalDouble.of(0),
                        new Wording("Kein Gerät ist verstummt.", "No device has fallen silent."))
                : HealthReading.of(
                        HealthSubject.DEVICES,
                        HealthLevel.WARNING,
                        (double) silent,
                        new Wording(
                                "Geräte laufender Veranstaltungen, die seit über 5 Minuten schweigen: " + silent + ".",
                                "Devices of live events that have been silent for over 5 minutes: " + silent + "."),
                        new Wording(
                                "Bitte in der Liste der Geräte nachsehen, welche es sind; sie arbeiten allein weiter.",
                                "See in the list of devices which ones; they go on working alone."));
    }
}
