package org.einlass.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.time.Instant;
import org.einlass.quality.HouseRules;
import org.junit.jupiter.api.Test;

final class ContractArchitectureTest {
    private final HouseRules rules = HouseRules.of("org.einlass.contract");

    @Test
    void keepsTheHouseRules() {
        rules.holdEverywhere();
    }

    @Test
    void needsNothingButTheJdkJsonAnnotationsAndColognePhonetics() {
        rules.check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "javax.crypto..",
                        "org.einlass.contract..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..",
                        "org.apache.commons.codec.language..")
                .because("old and new devices and other programs must be able to carry it"));
        rules.foreignApiHasOneHome(
                "org.apache.commons.codec", "only the search by sound needs it", "org.einlass.contract.search");
    }

    /** But for the one-time link and the backups, which the launcher and the server share and no device reads. */
    @Test
    void readsNoClockFileOrNetwork() {
        rules.check(noClasses()
                .that()
                .resideOutsideOfPackages("org.einlass.contract.account", "org.einlass.contract.backup")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net.http..", "java.sql..")
                .because("the same decision must be made from the same facts everywhere"));
    }
}
