package org.einlass.sqlite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import org.einlass.quality.HouseRules;
import org.junit.jupiter.api.Test;

final class SqliteArchitectureTest {
    private static final HouseRules RULES = HouseRules.of("org.einlass.sqlite");

    @Test
    void keepsTheRulesOfTheHouse() {
        RULES.holdEverywhere();
    }

    @Test
    void knowsTheDriverAndTheJdkOnly() {
        RULES.check(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "org.einlass.sqlite..", "org.sqlite..", "java..", "javax.sql..", "org.jspecify..")
                        .because(
                                "server and devices both open files with this module, and neither may see the other through it"));
    }
}
