package org.einlass.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Databases;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People of an event, searched while lists come in and go. */
final class SearchServiceTest {
    private static final EventId EVENT = ImportServices.EVENT;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void followsWhateverListsChange(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            SearchService searches = new SearchService(side.store());
            side.take("Key;Name;Organisation;E-Mail", "K1;Jörg Müller;Stadt Gera;j@gera.example");

            assertThat(names(searches, "mueller joerg")).containsExactly("Jörg Müller");

            var second = side.take(
                    "Key;Name;Organisation;E-Mail;Ticketcode",
                    "K1;Jörg Müller-Lang;Stadt Gera;j@gera.example;",
                    "K2;Eva Schmidt;Stadt Jena;e@jena.example;XKCD-4711-0815");
            assertThat(names(searches, "lang")).containsExactly("Jörg Müller-Lang");
            assertThat(names(searches, "XKCD-4711-0815")).containsExactly("Eva Schmidt");
            assertThat(names(searches, "jena.example")).containsExactly("Eva Schmidt");

            side.undoing().undo(EVENT, Objects.requireNonNull(second.importId()));
            assertThat(names(searches, "schmidt")).isEmpty();
            assertThat(names(searches, "müller")).containsExactly("Jörg Müller");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsNamesakesApartWithoutTheirWholeNumber(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;Andreas Müller;MI", "K2;Andreas Müller;MI", "K3;N.N.;MI");

            PeopleFound found = new SearchService(side.store()).search(EVENT, "müller andreas", 20);

            assertThat(found.registered()).isEqualTo(3);
            assertThat(found.hits()).hasSize(2).allSatisfy(hit -> {
                assertThat(hit.attendee().organisation()).isEqualTo("MI");
                assertThat(hit.numberEnd()).hasSize(3);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsPlacesWithoutANameByTheirOrganisation(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name;Organisation", "N.N.;Stadt Gera", "folgt;Stadt Gera", "Eva Schmidt;Jena");

            assertThat(names(new SearchService(side.store()), "gera")).containsExactly("", "");
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsTheEventUsedLongestAgo(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name", "Eva Schmidt", "Jan Kurz");
            side.addEvent(new EventId("zweiter"));
            SearchService searches = new SearchService(side.store(), 1, EventIndex::of);

            assertThat(names(searches, "eva")).hasSize(1);
            searches.search(new EventId("zweiter"), "eva", 5);

            assertThat(searches.indexes()).isEqualTo(1);
            assertThat(names(searches, "eva")).hasSize(1);
        }
    }

    @Test
    void aSearchWaitsForNoOtherEventsIndex() throws IOException, InterruptedException {
        EventId large = new EventId("gross");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch found = new CountDownLatch(1);
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take("Name", "Eva Schmidt");
            side.addEvent(large);
            SearchService searches = new SearchService(side.store(), 100, (store, event, salt, end) -> {
                if (event.equals(large)) {
                    begun.countDown();
                    await(found);
                }
                return EventIndex.of(store, event, salt, end);
            });
            Thread first = new Thread(() -> searches.search(large, "eva", 5));
            first.start();
            begun.await();

            assertThat(names(searches, "eva")).containsExactly("Eva Schmidt");

            found.countDown();
            first.join();
            assertThat(searches.indexes()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatNobodyCanSearch(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            SearchService searches = new SearchService(side.store());

            assertThatThrownBy(() -> searches.search(EVENT, " a.", 20)).isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> searches.search(new EventId("keiner"), "eva", 20))
                    .isInstanceOf(UnknownEventOrDoor.class);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(SearchService searches, String text) {
        return searches.search(EVENT, text, 20).hits().stream()
                .map(PeopleFound.Hit::name)
                .toList();
    }
}
