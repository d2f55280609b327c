package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.registration.Attendee;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of a desk, or a guest's answer at a kiosk, tells the server and nobody else: as JSON in UTF-8 it travels in the entry as a
 * {@link org.einlass.contract.code.SealedDeskMessage}.
 *
 * @param attendee who came; with a walk-in or a substitution
 * @param corrections with a correction
 * @param badge the code that was made at the desk, in clear; with everything that has a badge
 * @param answers to the organiser's own questions, by their names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeskMessage(
        @Nullable Attendee attendee,
        List<FieldCorrection> corrections,
        @Nullable String badge,
        Map<String, String> answers) {

    public DeskMessage {
        corrections = List.copyOf(Objects.requireNonNullElse(corrections, List.of()));
        answers = Map.copyOf(Objects.requireNonNullElse(answers, Map.of()));
    }

    /** The letter of somebody new. */
    public static DeskMessage of(Attendee attendee, String badge) {
        return new DeskMessage(attendee, List.of(), badge, Map.of());
    }

    /** The letter of a correction. */
    public static DeskMessage of(List<FieldCorrection> corrections) {
        return new DeskMessage(null, corrections, null, Map.of());
    }

    /** The letter of a badge that was made again. */
    public static DeskMessage of(String badge) {
        return new DeskMessage(null, List.of(), badge, Map.of());
    }

    /** The letter of a guest who answered a question. */
    public static DeskMessage ofAnswer(String question, String answer) {
        return new DeskMessage(null, List.of(), null, Map.of(question, answer));
    }

    /** Without the contents. */
    @Override
    public String toString() {
        return "letter";
    }
}
