package org.einlass.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import jakarta.ws.rs.Path;
import java.util.List;
import org.einlass.contract.wire.Problem;
import org.einlass.quality.HouseRules;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

final class ServerArchitectureTest {
    private static final String SERVER = "org.einlass.server";
    private static final HouseRules RULES = HouseRules.of(SERVER);

    /** Each package sees those before it; upwards speak listeners that {@link Beans} registers. */
    private static final List<String> ORDER = List.of(
            "database",
            "json",
            "rejection",
            "audit",
            "account",
            "event",
            "device",
            "registration",
            "badge",
            "answer",
            "journal",
            "presence",
            "scan",
            "counter",
            "feed",
            "search",
            "statistics",
            "report",
            "live",
            "backup",
            "health",
            "erasure",
            "console",
            "rest",
            "startup");

    @Test
    void keepsTheRulesOfTheHouse() {
        RULES.holdEverywhere();
    }

    @Test
    void knowsNoKiosk() {
        RULES.neverSees(SERVER, "org.einlass.kiosk", "server and client speak through the contract only");
    }

    @Test
    void leavesPagesToTheReports() {
        RULES.foreignApiHasOneHome("net.sf.jasperreports", "pages are made by the module reports");
        RULES.foreignApiHasOneHome("com.google.zxing", "codes are drawn by the module reports");
    }

    @Test
    void migratesInTheDatabaseRoomOnly() {
        RULES.foreignApiHasOneHome("org.flywaydb", "one room knows how tables come to be", SERVER + ".database");
        RULES.foreignApiHasOneHome("com.zaxxer.hikari", "one room knows connections", SERVER + ".database");
    }

    @Test
    void leavesTheSqliteDriverToItsOwnModule() {
        RULES.foreignApiHasOneHome("org.sqlite", "files are opened and repaired as a device's are: by einlass-sqlite");
        RULES.foreignApiHasOneHome("org.einlass.sqlite", "one room opens files", SERVER + ".database");
    }

    @Test
    void writesSqlInClassesNamedForTheirRowsOnly() {
        RULES.check(noClasses()
                .that(not(resideInAPackage(SERVER + ".database..")))
                .and(not(simpleNameEndingWith("s")))
                .and(not(simpleNameEndingWith("Table")))
                .and(not(simpleNameEndingWith("Queries")))
                .and(not(simpleName("DeskEditStore")))
                .and(not(simpleName("EventConfigCache")))
                .and(not(simpleName("Feed")))
                .should()
                .callMethod(Handle.class, "createQuery", String.class)
                .orShould()
                .callMethod(Handle.class, "createUpdate", String.class)
                .orShould()
                .callMethod(Handle.class, "prepareBatch", String.class)
                .orShould()
                .callMethod(Handle.class, "execute", String.class, Object[].class)
                .because("whoever looks for a statement looks into the class that is named for the rows"));
    }

    @Test
    void keepsHttpInOnePackage() {
        RULES.check(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .resideInAPackage(SERVER + ".rest..")
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .because("the surface of the interface is found in one place, by its name"));
        RULES.check(noClasses()
                .that()
                .resideOutsideOfPackage(SERVER + ".rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Problem.class)
                .because("use cases serve the console, too, and say why they refuse without HTTP"));
        RULES.foreignApiHasOneHome(
                "jakarta.servlet", "only surfaces know requests", SERVER + ".console", SERVER + ".rest");
        RULES.foreignApiHasOneHome("jakarta.faces", "pages have one home", SERVER + ".console");
        RULES.neverSees(SERVER + ".statistics", "jakarta", "numbers are pure functions of facts");
    }

    @Test
    void leavesTheTablesToTheUseCases() {
        RULES.neverSees(SERVER + ".rest", "org.jdbi", "a resource only translates: request to call, outcome to page");
        RULES.neverSees(SERVER + ".console", "org.jdbi", "a page only translates: form to call, outcome to sentence");
    }

    @Test
    void seesOnlyThePackagesBelow() {
        RULES.seeOnlyWhatIsNamedBefore(ORDER);
    }
}
