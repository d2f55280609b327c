package org.einlass.kiosk.simulation;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.gate.Uplink;
import org.einlass.kiosk.sync.JournalUplink;
import org.einlass.kiosk.sync.Outbox;

/**
 * One device's way to the server: slow, lossy, repeating itself, sometimes a captive portal, sometimes cut.
 */
final class SimNetwork implements Uplink, JournalUplink {
    private static final NoAnswer[] NONSENSE = {
        NoAnswer.NOT_THE_SERVER, NoAnswer.GARBLED, NoAnswer.BUSY, NoAnswer.FAULT, NoAnswer.DENIED, NoAnswer.REJECTED
    };

    private final SerialExecutor serialExecutor;
    private final RandomGenerator chance;
    private final SimServer server;
    private final DeviceId device;
    private final Runnable restored;
    private UUID incarnation;
    private boolean cut;
    private double trouble;

    /** @param restored run when the server is found to be another one than before */
    SimNetwork(
            SerialExecutor serialExecutor,
            RandomGenerator chance,
            SimServer server,
            DeviceId device,
            Runnable restored) {
        this.serialExecutor = serialExecutor;
        this.chance = chance;
        this.server = server;
        this.device = device;
        this.restored = restored;
        this.incarnation = server.incarnation();
    }

    /** @param share of exchanges that go wrong, 0 to 1 */
    void setTrouble(boolean isCut, double share) {
        cut = isCut;
        trouble = share;
    }

    @Override
    public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
        exchange(() -> server.answer(device, question), then);
    }

    @Override
    public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
        exchange(server::sheet, reply -> {
            then.accept(reply);
            if (reply.answer().isPresent() && !server.incarnation().equals(incarnation)) {
                incarnation = server.incarnation();
                restored.run();
            }
        });
    }

    @Override
    public void carry(Outbox.Batch batch, Consumer<Reply<JournalReceipt>> then) {
        exchange(() -> server.take(device, batch), then);
    }

    private <T> void exchange(Supplier<T> request, Consumer<Reply<T>> then) {
        if (cut) {
            answerLater(new Reply.Silent<>(NoAnswer.UNREACHABLE), then);
            return;
        }
        if (chance.nextDouble() >= trouble) {
            serialExecutor.after(delay(40), () -> answerLater(new Reply.Answered<>(request.get()), then));
            return;
        }
        switch (chance.nextInt(5)) {
            case 0 -> serialExecutor.after(delay(3000), () -> answerLater(new Reply.Answered<>(request.get()), then));
            case 1 ->
                serialExecutor.after(delay(100), () -> answerLater(new Reply.Answered<>(request.get()), nobody -> {}));
            case 2 -> {
                serialExecutor.after(delay(2000), () -> answerLater(new Reply.Answered<>(request.get()), nobody -> {}));
                serialExecutor.after(delay(100), () -> answerLater(new Reply.Answered<>(request.get()), then));
            }
            case 3 -> answerLater(nonsense(), then);
            default -> {
                // The question is lost; nobody answers.
            }
        }
    }

    /** A busy server, or something that looks like one, may ask to be left alone for up to a minute. */
    private <T> Reply<T> nonsense() {
        NoAnswer why = NONSENSE[chance.nextInt(NONSENSE.length)];
        return new Reply.Silent<>(why, why == NoAnswer.BUSY ? Duration.ofSeconds(chance.nextInt(61)) : Duration.ZERO);
    }

    private <T> void answerLater(Reply<T> reply, Consumer<Reply<T>> then) {
        serialExecutor.after(delay(40), () -> then.accept(reply));
    }

    private Duration delay(int aboutMillis) {
        return Duration.ofMillis(1 + chance.nextInt(2 * aboutMillis));
    }
}
