package org.einlass.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Databases;
import org.einlass.server.database.OlderDatabase;
import org.einlass.server.database.Store;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events of an older program are listed and read, although it knew neither their days nor all of a door's rule. */
final class OlderEventTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatAnOlderProgramDidNotWriteAsksNothing(Databases database) throws SQLException {
        String url = database.fresh(folder);
        OlderDatabase.make(url);
        Jdbi.create(url)
                .useHandle(handle ->
                        handle.execute("insert into events (id, title_german, title_english, zone, salt, incarnation)"
                                + " values ('dt21', 'Tag', 'Day', 'Europe/Berlin', 'ab', 'i')"));

        try (Store store = Store.open(url)) {
            List<EventSummary> all = store.read(EventTable::all);
            EventDocument event = store.read(handle -> EventTable.document(handle, new EventId("dt22")))
                    .orElseThrow();

            assertThat(all).hasSize(2);
            assertThat(event.firstDay()).isEqualTo(EventBrochure.UNKNOWN_DAY);
            assertThat(event.lastDay()).isEqualTo(EventBrochure.UNKNOWN_DAY);
            assertThat(event.doors()).singleElement().satisfies(door -> {
                assertThat(door.rule().repetition()).isEqualTo(ReuseRule.FREE);
                assertThat(door.rule().categories()).isEmpty();
            });
        }
    }
}
