package org.einlass.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import org.einlass.contract.id.EventId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of which a part can no longer be read: one sentence, and all is well again with what was kept of it. */
final class DamagedDatabaseTest {
    private static final WriteKey KEY = WriteKey.of(new EventId("event"));
    private static final int NOTES = 4_000;

    @TempDir
    Path folder;

    @Test
    void aDamagedPageIsOneSentenceAndTheRestGoesOnUntilTheFileIsReplaced() throws Exception {
        Path file = folder.resolve("einlass.db");
        String url = "jdbc:sqlite:" + file;
        try (Store store = Store.open(url)) {
            write(store, "create table counted (number integer not null)");
            write(store, "create table notes (id integer primary key, text text not null)");
            write(
                    store,
                    "with recursive n(i) as (select 1 union all select i + 1 from n where i < " + NOTES
                            + ") insert into notes select i, printf('%.400c', 'x') from n");
        }
        Path kept = Files.copy(file, folder.resolve("kept"));
        damageTheEnd(file);

        try (Store store = Store.open(url)) {
            assertThatThrownBy(() -> notes(store))
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            said -> assertThat(said.reason()).isEqualTo(StoreUnavailable.Reason.DAMAGED))
                    .hasMessage("The database is damaged. Please restore the last backup into an empty folder and start"
                            + " the server on it.");
            assertThat(store.condition()).isEqualTo(Condition.DAMAGED);
            write(store, "insert into counted values (1)");
            assertThat(store.condition()).as("after a page that is well").isEqualTo(Condition.DAMAGED);
            assertThatThrownBy(() -> write(store, "update notes set text = text || '.'"))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            said -> assertThat(said.reason()).isEqualTo(StoreUnavailable.Reason.DAMAGED));
        }

        Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(folder.resolve("einlass.db-wal"));
        Files.deleteIfExists(folder.resolve("einlass.db-shm"));
        try (Store store = Store.open(url)) {
            assertThat(notes(store)).isEqualTo(NOTES * 400L);
            assertThat(store.condition()).isEqualTo(Condition.WELL);
        }
    }

    private static long notes(Store store) {
        return store.read(handle -> handle.createQuery("select sum(length(text)) from notes")
                .mapTo(Long.class)
                .one());
    }

    private static void write(Store store, String sql) {
        store.write(KEY, transaction -> transaction.handle().execute(sql))
                .toCompletableFuture()
                .join();
    }

    /** The last tenth of the file, where the newest rows lie. */
    private static void damageTheEnd(Path file) throws IOException {
        byte[] waste = new byte[(int) (Files.size(file) / 10)];
        Arrays.fill(waste, (byte) 0x55);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - waste.length);
            bytes.write(waste);
        }
    }
}
