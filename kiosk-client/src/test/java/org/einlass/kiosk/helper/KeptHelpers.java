package org.einlass.kiosk.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.code.PinHash;
import org.einlass.contract.helper.HelperPass;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.id.OperatorId;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.sync.WireJson;

/** Helpers as a server tells them and a device keeps them, in memory. */
public final class KeptHelpers implements HelperMemory {
    public static final String PIN = "0417";
    private static final SecureRandom CHANCE = new SecureRandom();

    private HelperRows rows = HelperRows.NONE;
    private List<PinLock> misses = List.of();

    /** One row, as the server makes it. */
    public static HelperRows.Row row(HelperCard card, String operator, String name, LocalDate day) {
        HelperPass pass = new HelperPass(
                new OperatorId(operator), name, day, PinHash.of(PIN, CHANCE).text());
        byte[] sealed = card.seal(WireJson.write(pass).getBytes(UTF_8), Sample.EVENT, CHANCE);
        return new HelperRows.Row(card.lookup(Sample.EVENT), Base64.getEncoder().encodeToString(sealed));
    }

    /** One helper more. @return the badge */
    public HelperCard add(String operator, String name, LocalDate day) {
        HelperCard card = HelperCard.next(CHANCE);
        List<HelperRows.Row> all = new ArrayList<>(rows.rows());
        all.add(row(card, operator, name, day));
        rows = new HelperRows("mark-" + all.size(), all, true);
        return card;
    }

    public HelperSignIn signIn(DeviceClock clock) {
        return new HelperSignIn(this, clock, plain -> WireJson.read(new String(plain, UTF_8), HelperPass.class));
    }

    @Override
    public HelperRows rows() {
        return rows;
    }

    @Override
    public void keep(HelperRows told) {
        rows = told;
    }

    @Override
    public List<PinLock> misses() {
        return misses;
    }

    @Override
    public void keepMisses(List<PinLock> now) {
        misses = List.copyOf(now);
    }
}
