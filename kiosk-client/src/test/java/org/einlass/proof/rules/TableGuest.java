package org.einlass.proof.rules;

import java.util.Map;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.RegistrationId;

/** A registration of the table with all codes that lead to it. */
record TableGuest(RegistrationId registration, Right right, Before before, Map<CodeShown, PresentedCode> codes) {
    TableGuest {
        codes = Map.copyOf(codes);
    }
}
