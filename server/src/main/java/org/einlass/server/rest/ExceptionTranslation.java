package org.einlass.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.ScanIdConflict;
import org.einlass.server.journal.UnreadableJournal;

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
        if (thrown instanceof UnknownEventOrDoor place) {
            return Optional.of(unknown(place));
        }
        if (thrown instanceof ScanIdConflict) {
            return Optional.of(ProblemException.of(ProblemKind.CONFLICT)
                    .saying(REUSED, NEW_ID)
                    .at("id"));
        }
        if (thrown instanceof UnreadableJournal report) {
            return Optional.of(ProblemException.of(ProblemKind.BAD_VALUE).at(report.field()));
        }
        return thrown instanceof JsonProcessingException json ? Optional.of(JsonPlace.problem(json)) : Optional.empty();
    }

    private static ProblemException unknown(UnknownEventOrDoor place) {
        return ProblemException.of(
                switch (place.kind()) {
                    case EVENT -> ProblemKind.UNKNOWN_EVENT;
                    case DOOR -> ProblemKind.UNKNOWN_DOOR;
                });
    }

    private static ProblemException unavailable(StoreUnavailable store) {
        boolean busy = store.reason() == StoreUnavailable.Reason.OVERLOADED;
        ProblemKind kind = busy ? ProblemKind.OVERLOADED : ProblemKind.STORE_UNAVAILABLE;
        return ProblemException.of(kind)
                .saying(store.reason().sentence(), kind.remedy())
                .again(store.reason().retryAfter());
    }
}
