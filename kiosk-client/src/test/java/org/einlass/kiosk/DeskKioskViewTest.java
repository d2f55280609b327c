package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.Test;

class DeskKioskViewTest {
    private static final DoorSheet REHEARSAL = Sample.sheet(Phase.REHEARSAL, List.of(), DoorRule.OPEN);
    private static final DoorSheet LIVE = Sample.sheet(Phase.LIVE, List.of(), DoorRule.OPEN);

    private final DeskKioskView view = new DeskKioskView();
    private final List<DoorSheet> heard = new ArrayList<>();

    @Test
    void tellsTheSheetThatHoldsAndEachOneThatReplacesIt() {
        view.knows(REHEARSAL);
        view.tellSheets(heard::add);

        view.knows(LIVE);

        assertThat(heard).containsExactly(REHEARSAL, LIVE);
    }
}
