package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.BoxedBadge;
import org.jspecify.annotations.Nullable;

/**
 * All that a badge shows, and which questions its bearer has answered. Lives in memory for as long as the badge is being printed.
 *
 * @param code the badge code that the badge bears; a secret
 * @param printed whether a print of this badge was reported already, or it lies in a box, so that it is not
 *     printed by itself again
 * @param boxed where it lies, printed and not handed out; absent where it lies in no box
 * @param agenda the sessions in which its bearer has a seat, a line each, in order of time: "9.00 Workshop KI, Loge 4"
 * @param answered which of the questions that kiosks ask are answered, by name; never what was answered, and nothing of it
 *     stands on the badge
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BadgeOrder(
        RegistrationId registration,
        Attendee attendee,
        CategoryId category,
        List<ProgrammeId> programmes,
        String code,
        boolean printed,
        @Nullable BoxedBadge boxed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> agenda,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> answered) {

    public BadgeOrder {
        programmes = List.copyOf(programmes);
        agenda = List.copyOf(Objects.requireNonNullElse(agenda, List.of()));
        answered = List.copyOf(Objects.requireNonNullElse(answered, List.of()));
    }

    /** A badge of somebody who answered no question. */
    public BadgeOrder(
            RegistrationId registration,
            Attendee attendee,
            CategoryId category,
            List<ProgrammeId> programmes,
            String code,
            boolean printed,
            @Nullable BoxedBadge boxed,
            List<String> agenda) {
        this(registration, attendee, category, programmes, code, printed, boxed, agenda, List.of());
    }

    /** A badge of somebody without a seat. */
    public BadgeOrder(
            RegistrationId registration,
            Attendee attendee,
            CategoryId category,
            List<ProgrammeId> programmes,
            String code,
            boolean printed,
            @Nullable BoxedBadge boxed) {
        this(registration, attendee, category, programmes, code, printed, boxed, List.of());
    }

    /** A badge of somebody without a seat that lies in no box. */
    public BadgeOrder(
            RegistrationId registration,
            Attendee attendee,
            CategoryId category,
            List<ProgrammeId> programmes,
            String code,
            boolean printed) {
        this(registration, attendee, category, programmes, code, printed, null);
    }

    /** The same badge, of which this device knows that it was printed, or handed out. */
    public BadgeOrder printedHere() {
        return new BadgeOrder(registration, attendee, category, programmes, code, true, null, agenda, answered);
    }

    /** The badge with what was corrected, wherever the old one lies. */
    public BadgeOrder corrected(Attendee now) {
        return new BadgeOrder(registration, now, category, programmes, code, printed, null, agenda, answered);
    }

    /** The same badge of somebody who answered these questions. */
    public BadgeOrder withAnswered(List<String> names) {
        return new BadgeOrder(registration, attendee, category, programmes, code, printed, boxed, agenda, names);
    }

    /** The badge once more, with a code of its own, not printed yet. */
    public BadgeOrder reissued(String newCode) {
        return new BadgeOrder(registration, attendee, category, programmes, newCode, false, null, agenda, answered);
    }

    /** Where the badge lies; empty where it lies in no box. */
    public Optional<BoxedBadge> inBox() {
        return Optional.ofNullable(boxed);
    }

    /** Without name and code. */
    @Override
    public String toString() {
        return "badge of registration " + registration;
    }
}
