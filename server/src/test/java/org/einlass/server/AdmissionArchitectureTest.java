package org.einlass.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.sql.Connection;
import org.einlass.quality.HouseRules;
import org.junit.jupiter.api.Test;

/** The walls around admission, feed and database. */
final class AdmissionArchitectureTest {
    private final HouseRules rules = HouseRules.of("org.einlass.server");

    @Test
    void openConnectionsInTheDatabasesRoomOnly() {
        rules.check(noClasses()
                .that()
                .resideOutsideOfPackage("org.einlass.server.database..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Connection.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("com.zaxxer.hikari..", "org.flywaydb..", "org.sqlite..", "org.postgresql..")
                .because(
                        "one writer commits for all, and only the store knows when a connection is to be thrown away"));
    }

    @Test
    void deducesFromFactsWithoutDatabaseOrClock() {
        rules.check(noClasses()
                .that()
                .haveFullyQualifiedName("org.einlass.server.presence.StateDerivation")
                .or()
                .haveFullyQualifiedName("org.einlass.server.presence.PassageHistory")
                .or()
                .haveFullyQualifiedName("org.einlass.server.presence.AreaPresence")
                .or()
                .haveFullyQualifiedName("org.einlass.server.presence.UsageState")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "org.einlass.server.database..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .because("the same facts in any order must give the same state"));
    }

    @Test
    void keepsTheWayOfAScanFreeOfTheRoomsThatUseIt() {
        for (String room : new String[] {"answer", "journal", "presence", "scan"}) {
            for (String user : new String[] {"rest", "report", "statistics", "account", "feed"}) {
                rules.neverSees(
                        "org.einlass.server." + room,
                        "org.einlass.server." + user,
                        "answers must not depend on what is built around them");
            }
            rules.neverSees(
                    "org.einlass.server.database",
                    "org.einlass.server." + room,
                    "the store knows no trade but its own");
        }
    }
}
