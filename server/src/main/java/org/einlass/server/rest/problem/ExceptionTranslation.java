package org.einlass.server.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.journal.ScanIdConflict;
import org.einlass.server.journal.UnreadableJournal;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/** What the exceptions of the server's rooms mean to whoever sent the request. */
final class ExceptionTranslation {
    private static final Wording REUSED = new Wording(
            "Diese Kennung gehört schon zu einem anderen Scan.", "This id belongs to another scan already.");
    private static final Wording NEW_ID =
            new Wording("Bitte jedem Scan eine neue Kennung geben.", "Give each scan a new id.");

    private ExceptionTranslation() {}

    /** Empty for what nobody expected. */
    static Optional<ProblemException> of(Throwable thrown) {
        if (thrown instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        if (thrown instanceof StoreUnavailable store) {
            return Optional.of(unavailable(store));
        }
        if (thrown instanceof Rejected rejected) {
            return Optional.of(of(rejected));
        }
        if (thrown instanceof ScanIdConflict) {
            return Optional.of(ProblemException.of(ProblemKind.CONFLICT)
                    .saying(REUSED, NEW_ID)
                    .at("id"));
        }
        if (thrown instanceof UnreadableJournal report) {
            return Optional.of(ProblemException.of(ProblemKind.BAD_VALUE).at(report.field()));
        }
        if (thrown instanceof UnsupportedEncodingException
                || thrown instanceof UnsupportedCharsetException
                || thrown instanceof IllegalCharsetNameException) {
            return Optional.of(ProblemException.of(ProblemKind.WRONG_MEDIA_TYPE));
        }
        return thrown instanceof JsonProcessingException json ? Optional.of(JsonPlace.problem(json)) : Optional.empty();
    }

    private static ProblemException of(Rejected rejected) {
        ProblemException problem =
                ProblemException.of(kind(rejected.reason())).saying(rejected.sentence(), rejected.remedy());
        ProblemException placed = rejected.field().map(problem::at).orElse(problem);
        return rejected.retryAfter().map(placed::again).orElse(placed);
    }

    private static ProblemKind kind(RejectionReason reason) {
        return switch (reason) {
            case UNKNOWN_EVENT -> ProblemKind.UNKNOWN_EVENT;
            case UNKNOWN_DOOR -> ProblemKind.UNKNOWN_DOOR;
            case UNKNOWN_DEVICE -> ProblemKind.UNKNOWN_DEVICE;
            case UNKNOWN_WIPE -> ProblemKind.UNKNOWN_WIPE;
            case UNKNOWN_ENTRY -> ProblemKind.UNKNOWN_ENTRY;
            case UNKNOWN_REGISTRATION -> ProblemKind.UNKNOWN_REGISTRATION;
            case UNKNOWN_PERSON -> ProblemKind.UNKNOWN_PERSON;
            case UNKNOWN_TOKEN -> ProblemKind.UNKNOWN_TOKEN;
            case UNKNOWN_HELPER -> ProblemKind.UNKNOWN_HELPER;
            case UNKNOWN_IMPORT -> ProblemKind.UNKNOWN_IMPORT;
            case UNKNOWN_INCARNATION -> ProblemKind.UNKNOWN_INCARNATION;
            case UNKNOWN_ENROLMENT -> ProblemKind.UNKNOWN_ENROLMENT;
            case ENROLMENT_EXPIRED -> ProblemKind.ENROLMENT_EXPIRED;
            case ENROLMENT_USED -> ProblemKind.ENROLMENT_USED;
            case ENROLMENT_PENDING -> ProblemKind.ENROLMENT_PENDING;
            case ENROLMENT_REJECTED -> ProblemKind.ENROLMENT_REJECTED;
            case CODES_DIFFER -> ProblemKind.CODES_DIFFER;
            case DEVICE_CLONED -> ProblemKind.DEVICE_CLONED;
            case WRONG_PROOF -> ProblemKind.WRONG_PROOF;
            case TOO_MANY_ATTEMPTS -> ProblemKind.TOO_MANY_ATTEMPTS;
            case BAD_VALUE -> ProblemKind.BAD_VALUE;
            case BAD_FILE -> ProblemKind.BAD_FILE;
            case TOO_LARGE -> ProblemKind.TOO_LARGE;
            case CONFLICT -> ProblemKind.CONFLICT;
            case UNANSWERED -> ProblemKind.UNANSWERED;
            case BACKUP_IMPOSSIBLE -> ProblemKind.BACKUP_IMPOSSIBLE;
            case OVERLOADED -> ProblemKind.OVERLOADED;
        };
    }

    private static ProblemException unavailable(StoreUnavailable store) {
        boolean busy = store.reason() == StoreUnavailable.Reason.OVERLOADED;
        ProblemKind kind = busy ? ProblemKind.OVERLOADED : ProblemKind.STORE_UNAVAILABLE;
        return ProblemException.of(kind)
                .saying(store.sentence(), kind.remedy())
                .again(store.reason().retryAfter());
    }
}
