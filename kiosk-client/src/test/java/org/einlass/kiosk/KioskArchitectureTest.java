package org.einlass.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.einlass.quality.HouseRules;
import org.junit.jupiter.api.Test;

final class KioskArchitectureTest {
    private final HouseRules rules = HouseRules.of("org.einlass.kiosk");

    @Test
    void keepsTheHouseRules() {
        rules.holdEverywhere();
    }

    @Test
    void onlySyncAndCameraKnowHttp() {
        rules.foreignApiHasOneHome(
                "java.net.http",
                "each fate of a call is sorted in one place; the camera's stream and a printer are no server's calls",
                "org.einlass.kiosk.sync",
                "org.einlass.kiosk.camera",
                "org.einlass.kiosk.print.ipp");
    }

    @Test
    void onlyTheStoreKnowsSql() {
        rules.foreignApiHasOneHome("java.sql", "what is durable is decided in one place", "org.einlass.kiosk.store");
    }

    @Test
    void nobodyKnowsTheSqliteDriver() {
        rules.foreignApiHasOneHome(
                "org.sqlite", "files are opened and repaired as the server's are: by einlass-sqlite");
        rules.foreignApiHasOneHome("org.einlass.sqlite", "one place opens files", "org.einlass.kiosk.store");
    }

    @Test
    void onlyPrintingByIppKnowsJipp() {
        rules.foreignApiHasOneHome(
                "com.hp.jipp", "what a printer says is understood in one place", "org.einlass.kiosk.print.ipp");
    }

    @Test
    void onlyTheCameraKnowsZxing() {
        rules.foreignApiHasOneHome("com.google.zxing", "codes are decoded in one place", "org.einlass.kiosk.camera");
    }

    @Test
    void neverSeesTheServer() {
        rules.neverSees("org.einlass.kiosk", "org.einlass.server", "they speak by the contract, old with new");
    }

    @Test
    void theGateKnowsNoneOfThem() {
        for (String foreign : new String[] {
            "java.sql",
            "java.net",
            "javax.swing",
            "java.awt",
            "javax.print",
            "com.fasterxml.jackson",
            "org.einlass.kiosk.store",
            "org.einlass.kiosk.sync",
            "org.einlass.reports"
        }) {
            rules.neverSees(
                    "org.einlass.kiosk.gate", foreign, "a whole congress must run on a desk, in a time of its own");
        }
    }

    @Test
    void thePartsOfTheDeskSeeOnlyWhatIsNamedBefore() {
        HouseRules.of("org.einlass.kiosk.desk").seeOnlyWhatIsNamedBefore(List.of("people", "state", "device", "paper"));
        rules.check(noClasses()
                .that()
                .resideInAPackage("org.einlass.kiosk.desk.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.einlass.kiosk.desk")
                .because("the root puts the parts together"));
    }
}
