package org.einlass.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.awt.Component;
import org.einlass.quality.HouseRules;
import org.junit.jupiter.api.Test;

/** The walls around the window and the printer. */
class ScreenArchitectureTest {
    private static final String ONE_THREAD =
            "one class owns the event thread; whoever holds a component would touch it from another";

    private final HouseRules rules = HouseRules.of("org.einlass.kiosk");

    @Test
    void onlyTheScreenKnowsSwingAndItsLook() {
        rules.foreignApiHasOneHome("javax.swing", ONE_THREAD, "org.einlass.kiosk.screen");
        rules.foreignApiHasOneHome("com.formdev.flatlaf", ONE_THREAD, "org.einlass.kiosk.screen");
        rules.foreignApiHasOneHome("net.miginfocom", ONE_THREAD, "org.einlass.kiosk.screen");
    }

    @Test
    void onlyTheScreenIsMadeOfWindowsAndTheirParts() {
        rules.check(noClasses()
                .that()
                .resideOutsideOfPackage("org.einlass.kiosk.screen..")
                .should()
                .beAssignableTo(Component.class)
                .because(ONE_THREAD));
    }

    @Test
    void onlyPrintingKnowsThePrintSystem() {
        rules.foreignApiHasOneHome(
                "javax.print", "a printer fault must end as a sentence, never at the door", "org.einlass.kiosk.print");
    }

    @Test
    void screenAndPrinterDecideNothing() {
        String reason = "screens and printers are told what to do; the gate alone decides";
        rules.neverSees("org.einlass.kiosk.screen", "org.einlass.kiosk.print", reason);
        rules.neverSees("org.einlass.kiosk.print", "org.einlass.kiosk.screen", reason);
        rules.neverSees("org.einlass.kiosk.screen", "org.einlass.contract.admission", reason);
        rules.neverSees("org.einlass.kiosk.print", "org.einlass.contract.admission", reason);
    }
}
