package org.einlass.launcher;

import org.einlass.quality.HouseRules;
import org.junit.jupiter.api.Test;

final class LauncherArchitectureTest {
    private static final HouseRules RULES = HouseRules.of("org.einlass.launcher");

    @Test
    void keepsTheRulesOfTheHouse() {
        RULES.holdEverywhere();
    }

    @Test
    void knowsNeitherServerNorKiosk() {
        RULES.neverSees("org.einlass.launcher", "org.einlass.server", "it starts a server, it is none");
        RULES.neverSees("org.einlass.launcher", "org.einlass.kiosk", "client and server meet in the contract only");
    }
}
