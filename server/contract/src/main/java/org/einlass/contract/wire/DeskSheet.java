package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What a staffed desk must know besides: no kiosk and no door is ever given it.
 *
 * @param letterBox where it posts what only the server may read
 * @param tagKey what it makes new codes with; a secret, in memory only
 * @param areas where people can be counted
 * @param days of the event, in order; none from a server that does not say
 * @param number tells this desk apart from all other devices of the event, from 1; null from a server that gives none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeskSheet(
        EventPublicKey letterBox,
        @Nullable TagKey tagKey,
        List<AreaTitle> areas,
        List<LocalDate> days,
        @Nullable Integer number) {

    public DeskSheet {
        areas = List.copyOf(Objects.requireNonNullElse(areas, List.of()));
        days = List.copyOf(Objects.requireNonNullElse(days, List.of()));
    }

    /** A desk that knows neither days nor its number. */
    public DeskSheet(EventPublicKey letterBox, @Nullable TagKey tagKey, List<AreaTitle> areas) {
        this(letterBox, tagKey, areas, List.of(), null);
    }

    /** An area as screens name it. */
    public record AreaTitle(AreaId id, Wording title) {}

    /**
     * The newest {@link CodeKey} of the event as it travels.
     *
     * @param generation one symbol
     * @param secret 64 hexadecimal digits
     */
    public record TagKey(String generation, String secret) {

        /** The key itself. @throws IllegalArgumentException where this is none */
        public CodeKey key(EventId event) {
            if (generation.length() != 1) {
                throw new IllegalArgumentException("The generation of a code key is one symbol.");
            }
            return new CodeKey(event, generation.charAt(0), HexFormat.of().parseHex(secret));
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "tag key of generation " + generation;
        }
    }

    /** The same sheet as it may stand on a disk. */
    public DeskSheet withoutSecrets() {
        return new DeskSheet(letterBox, null, areas, days, number);
    }
}
