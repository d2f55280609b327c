package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.UnlockCard;
import org.einlass.kiosk.gate.DeskCipher;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * A desk's data key. In memory it is in clear; the disk holds it under the secret of the unlock card at most,
 * and that secret under the key itself, so that the card goes on fitting when the server changes the key
 * while the desk is open. A card whose key was changed while the desk was shut fits no more: a new one has to
 * be printed.
 */
public final class KeyFile implements DeskCipher, Wipeable {
    private static final String KEPT_AS = "unlock-card";
    /** A card that may not have come out of the printer yet; the one before goes on fitting beside it. */
    private static final String NEXT_KEPT_AS = "unlock-card-next";

    private static final String CARD = "einlass1 unlock card";

    private final RestartState restartState;
    private final RandomGenerator chance = new SecureRandom();
    private @Nullable DataKey key;
    private volatile Runnable opened = () -> {};
    private volatile Runnable shut = () -> {};

    KeyFile(RestartState restartState) {
        this.restartState = restartState;
    }

    /** What else is to happen when the desk was opened or shut, outside this vault's lock. */
    void onTurn(Runnable whenOpened, Runnable whenShut) {
        opened = whenOpened;
        shut = whenShut;
    }

    /** What is on the disk, in Base64: the key under the card, and the card under the key. */
    private record Wrapped(String key, String card) {}

    @Override
    public synchronized boolean isUnlocked() {
        return key != null;
    }

    /** The number of the key in memory; empty while the desk is locked. */
    public synchronized Optional<Long> number() {
        return Optional.ofNullable(key).map(DataKey::number);
    }

    /** The server has told the key that holds now. */
    public void unlock(DataKey told) {
        turn(told);
        opened.run();
    }

    private synchronized void turn(DataKey told) {
        Optional<UnlockCard> card = card(KEPT_AS);
        Optional<UnlockCard> next = card(NEXT_KEPT_AS);
        key = told;
        card.ifPresent(known -> keep(KEPT_AS, known, told));
        next.ifPresent(known -> keep(NEXT_KEPT_AS, known, told));
    }

    /** Opens the desk without network. @return whether it is this desk's card */
    public boolean unlock(UnlockCard card) {
        boolean fits = turn(card);
        if (fits) {
            opened.run();
        }
        return fits;
    }

    private synchronized boolean turn(UnlockCard card) {
        Optional<DataKey> found = key(card, KEPT_AS).or(() -> key(card, NEXT_KEPT_AS));
        found.ifPresent(fitting -> key = fitting);
        return found.isPresent();
    }

    private Optional<DataKey> key(UnlockCard card, String keptAs) {
        return wrapped(keptAs).flatMap(known -> card.unwrap(bytes(known.key())));
    }

    /**
     * Makes a card for paper. It opens the desk beside the one before, until {@link #settleCard} says that it came out
     * or did not; one that was never settled is forgotten then.
     *
     * @return empty while the desk is locked
     */
    public synchronized Optional<UnlockCard> issueCard() {
        DataKey known = key;
        if (known == null) {
            return Optional.empty();
        }
        UnlockCard card = UnlockCard.next(chance);
        keep(NEXT_KEPT_AS, card, known);
        return Optional.of(card);
    }

    /**
     * The latest card is on paper, and the one before opens nothing any more; or it is not, and opens nothing itself.
     * Also while the desk is locked. Another card than the latest changes nothing.
     */
    public synchronized void settleCard(UnlockCard card, boolean onPaper) {
        if (key(card, NEXT_KEPT_AS).isEmpty()) {
            return;
        }
        if (onPaper) {
            restartState.find(NEXT_KEPT_AS).ifPresent(text -> restartState.keep(KEPT_AS, text));
        }
        restartState.forget(NEXT_KEPT_AS);
    }

    /** Whether a card was issued that opens this desk, as far as a locked desk can tell. */
    public synchronized boolean hasCard() {
        return hasCard(KEPT_AS) || hasCard(NEXT_KEPT_AS);
    }

    private boolean hasCard(String keptAs) {
        return key == null ? wrapped(keptAs).isPresent() : card(keptAs).isPresent();
    }

    /** Forgets the key. What it seals stays, for whoever brings the card or a network. */
    public void lock() {
        forgetKey();
        shut.run();
    }

    private synchronized void forgetKey() {
        key = null;
    }

    @Override
    public synchronized Optional<byte[]> seal(byte[] text, String belongsTo) {
        return Optional.ofNullable(key).map(known -> known.seal(text, belongsTo, chance));
    }

    @Override
    public synchronized Optional<byte[]> open(byte[] sealed, String belongsTo) {
        return Optional.ofNullable(key).flatMap(known -> known.open(sealed, belongsTo));
    }

    @Override
    public String name() {
        return "data-key";
    }

    @Override
    public synchronized void destroy() {
        key = null;
        restartState.forget(KEPT_AS);
        restartState.forget(NEXT_KEPT_AS);
    }

    /** The card that is out there, where the key in memory opens it. */
    private Optional<UnlockCard> card(String keptAs) {
        return wrapped(keptAs)
                .flatMap(known -> open(bytes(known.card()), CARD))
                .flatMap(text -> UnlockCard.parse(new String(text, UTF_8)));
    }

    private Optional<Wrapped> wrapped(String keptAs) {
        return restartState.find(keptAs).flatMap(text -> WireJson.read(text, Wrapped.class));
    }

    private void keep(String keptAs, UnlockCard card, DataKey under) {
        byte[] sealed = under.seal(card.text().getBytes(UTF_8), CARD, chance);
        restartState.keep(keptAs, WireJson.write(new Wrapped(text(card.wrap(under, chance)), text(sealed))));
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
