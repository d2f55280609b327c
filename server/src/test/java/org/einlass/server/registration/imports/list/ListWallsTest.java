package org.einlass.server.registration.imports.list;

import java.util.List;
import org.einlass.quality.HouseRules;
import org.junit.jupiter.api.Test;

final class ListWallsTest {
    private static final String ROOM = "org.einlass.server.registration.imports.list";
    private static final HouseRules RULES = HouseRules.of("org.einlass.server");

    @Test
    void knowsNoDatabaseAndNoHttp() {
        for (String foreign : List.of("java.sql", "org.jdbi", "org.flywaydb", "jakarta", "java.net.http")) {
            RULES.neverSees(
                    ROOM, foreign, "a list is read the same way whoever sends it and wherever its guests are kept");
        }
    }

    @Test
    void isTheOnlyRoomThatKnowsTheLibrariesThatReadCsvAndXlsx() {
        RULES.foreignApiHasOneHome("org.dhatim.fastexcel.reader", "one class decides what a row of a sheet is", ROOM);
        RULES.foreignApiHasOneHome("org.apache.commons.csv", "one class decides what a row of a list is", ROOM);
    }
}
