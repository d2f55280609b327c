package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.kiosk.gate.DeskCipher;
import org.einlass.kiosk.gate.KeyRing;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * A desk's tag key: in memory as the server told it, on the disk under the data key, so that a desk which was
 * restarted without network and opened by its card makes codes at once.
 */
final class SealedKeyRing implements KeyRing, Wipeable {
    private static final String KEPT_AS = "tag-key";
    private static final String PLACE = "einlass1 tag key";

    private final RestartState restartState;
    private final DeskCipher deskCipher;
    private @Nullable Told told;

    SealedKeyRing(RestartState restartState, DeskCipher deskCipher) {
        this.restartState = restartState;
        this.deskCipher = deskCipher;
    }

    private record Told(EventId event, TagKey key) {

        CodeKey codeKey() {
            return key.key(event);
        }
    }

    @Override
    public synchronized Optional<CodeKey> tagKey() {
        return Optional.ofNullable(told).or(this::kept).map(Told::codeKey);
    }

    @Override
    public synchronized void take(EventId event, TagKey key) {
        told = new Told(event, key);
        keep();
    }

    /**
     * Puts what the server told onto the disk, as soon as the desk is open; nothing happens where it is
     * there.
     */
    synchronized void keep() {
        Told known = told;
        if (known == null || kept().filter(known::equals).isPresent()) {
            return;
        }
        deskCipher
                .seal(WireJson.write(known).getBytes(UTF_8), PLACE)
                .ifPresent(
                        secret -> restartState.keep(KEPT_AS, Base64.getEncoder().encodeToString(secret)));
    }

    private Optional<Told> kept() {
        return restartState
                .find(KEPT_AS)
                .flatMap(text -> deskCipher.open(Base64.getDecoder().decode(text), PLACE))
                .flatMap(text -> WireJson.read(new String(text, UTF_8), Told.class));
    }

    /** The desk was shut: only its disk knows the key, sealed. */
    synchronized void lock() {
        told = null;
    }

    @Override
    public String name() {
        return KEPT_AS;
    }

    @Override
    public synchronized void destroy() {
        told = null;
        restartState.forget(KEPT_AS);
    }
}
