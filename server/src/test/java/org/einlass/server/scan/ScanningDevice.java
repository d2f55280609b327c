package org.einlass.server.scan;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.StoreUnavailable;

/** A device that asks a server whose disk may fail. */
record ScanningDevice(Congress congress, SimulatedDevice machine) {
    ScanQuestion question(DoorId door, Code code) {
        return new ScanQuestion(machine.nextId(), door, code.text(), machine.time());
    }

    CompletableFuture<ScanAnswer> ask(ScanQuestion question) {
        return congress.services()
                .scans()
                .ask(Congress.EVENT, machine.id, question)
                .toCompletableFuture();
    }

    /** Asks until the store has mended itself. */
    ScanAnswer askUntilAnswered(ScanQuestion question) {
        for (int attempt = 0; attempt < 50; attempt++) {
            CompletableFuture<ScanAnswer> answer = ask(question);
            if (isDone(answer)) {
                return answer.join();
            }
        }
        throw new IllegalStateException("The store never mended itself.");
    }

    /** Waits for the end of what was asked or reported; false where it was refused. */
    static boolean isDone(CompletableFuture<?> stage) {
        try {
            stage.get(20, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why the store refused what was asked. */
    static StoreUnavailable.Reason whyNot(CompletableFuture<?> refused) {
        return refused.handle((answer, thrown) -> (StoreUnavailable) thrown.getCause())
                .join()
                .reason();
    }
}
