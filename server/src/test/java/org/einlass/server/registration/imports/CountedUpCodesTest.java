package org.einlass.server.registration.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Long codes that a shop counts up, in lists that show one of them at a time. */
final class CountedUpCodesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void areSeenTogetherWithThoseOfEarlierLists(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            assertThat(side.take("Key;Name;Ticketcode", "K1;Eva Schmidt;40000000000000012345")
                            .notes())
                    .noneMatch(CountedUpCodesTest::saysGuessable);
            assertThat(countedUp(side)).isZero();

            ImportReport late = side.take("Key;Name;Ticketcode", "K2;Jan Kurz;40000000000000012399");

            assertThat(late.notes()).anyMatch(CountedUpCodesTest::saysGuessable);
            assertThat(countedUp(side)).as("the earlier one, too").isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areMarkedWhereTheirListComesAgainAndDevicesForgetTheirPlainId(Databases database) throws IOException {
        String[] list = {
            "Key;Name;Ticketcode", "K1;Eva Schmidt;40000000000000012345", "K2;Jan Kurz;40000000000000012346"
        };
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(list);
            side.store()
                    .write(
                            WriteKey.of(ImportServices.EVENT),
                            transaction -> transaction.handle().execute("update codes set counted_up = false"))
                    .toCompletableFuture()
                    .join();

            assertThat(side.take(list).unchanged()).isEqualTo(2);

            assertThat(countedUp(side)).isEqualTo(2);
            assertThat(side.ask("select count(*) from feed where kind = 'code'"))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotThoseThatDiffer(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Ticketcode", "K1;Eva Schmidt;93847561029384756102");

            side.take("Key;Name;Ticketcode", "K2;Jan Kurz;18273645546372819900");

            assertThat(countedUp(side)).isZero();
        }
    }

    private static boolean saysGuessable(String note) {
        return note.contains("can be guessed");
    }

    private static int countedUp(ImportServices side) {
        return side.ask("select count(*) from codes where counted_up");
    }
}
