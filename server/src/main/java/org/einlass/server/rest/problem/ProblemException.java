package org.einlass.server.rest.problem;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.Problem;
import org.jspecify.annotations.Nullable;

/** A request cannot be carried out, and this is what its sender is told. Never holds personal data. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient Wording sentence;
    private final transient Wording remedy;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;
    private final @Nullable URI subject;

    private ProblemException(
            ProblemKind kind,
            Wording sentence,
            Wording remedy,
            @Nullable String field,
            @Nullable Duration retryAfter,
            @Nullable URI subject) {
        super(kind.name());
        this.kind = kind;
        this.sentence = sentence;
        this.remedy = remedy;
        this.field = field;
        this.retryAfter = retryAfter;
        this.subject = subject;
    }

    public static ProblemException of(ProblemKind kind) {
        return new ProblemException(kind, kind.sentence(), kind.remedy(), null, null, null);
    }

    /** The same kind of problem, in words that say more. */
    public ProblemException saying(Wording sentence, Wording remedy) {
        return new ProblemException(kind, sentence, remedy, field, retryAfter, subject);
    }

    /** The same problem, at a place in the request. */
    public ProblemException at(String place) {
        return new ProblemException(kind, sentence, remedy, place, retryAfter, subject);
    }

    /** The same problem, which will be over after {@code pause}. */
    public ProblemException again(Duration pause) {
        return new ProblemException(kind, sentence, remedy, field, pause, subject);
    }

    /** The same problem, concerning {@code whom}. */
    public ProblemException about(URI whom) {
        return new ProblemException(kind, sentence, remedy, field, retryAfter, whom);
    }

    /** When trying again makes sense, where it does. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public int status() {
        return kind.status();
    }

    public Problem problem(Locale locale) {
        Problem problem = kind.in(locale, sentence, remedy);
        Problem placed = field == null ? problem : problem.at(field);
        return subject == null ? placed : placed.about(subject);
    }
}
