package org.einlass.kiosk.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventPrivateKey;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DeskSheet.AreaTitle;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * The counter of the sample event, whose desk has lost its server: with a real store in a folder, and started
 * again as often as a test likes.
 */
final class SampleCounter implements AutoCloseable {
    static final OperatorId HELPER = new OperatorId("helferin-3");
    static final AreaId FOYER = new AreaId("foyer");
    static final Map<AttendeeField, String> OEZTUERK = Map.of(
            AttendeeField.GIVEN_NAME, "Ayşe",
            AttendeeField.FAMILY_NAME, "Öztürk",
            AttendeeField.ORGANISATION, "Stadt Erfurt");

    private static final EventPrivateKey SERVER = EventPrivateKey.next(new Random(3));

    private final Path folder;
    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final Random chance = new Random(5);
    private final List<ShownOutcome> shown = new ArrayList<>();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.LIVE);
    private @Nullable Refusal refusal;
    private DeviceStore deviceStore;
    private DeviceClock clock;
    private Gate gate;
    private Desk desk;

    SampleCounter(Path folder) throws IOException {
        this.folder = folder;
        open(sheet(DoorRule.OPEN));
        fill(List.of(
                SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1),
                SampleRoster.row(2, RegistrationStatus.CANCELLED, 1)));
    }

    Desk desk() {
        return desk;
    }

    DeviceStore store() {
        return deviceStore;
    }

    /** It is {@link Sample#MORNING}, says the server. */
    void hearsTheServer() {
        clock.contact(Sample.MORNING);
    }

    void restart() {
        restart(sheet(DoorRule.OPEN));
    }

    void restart(DoorSheet sheet) {
        deviceStore.close();
        open(sheet);
    }

    private void open(DoorSheet sheet) {
        phase.set(sheet.phase());
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        clock = new DeviceClock(loop, loop::nanos, Sample.BOOT);
        Roster roster = new DeskRoster(deviceStore.roster(), deviceStore.newcomers(), deviceStore.memory(), phase::get);
        gate = new Gate(
                GateSettings.USUAL,
                new Gate.Edges(loop, clock, chance, new Stern(), deviceStore.journal(), roster, new Screen()),
                () -> HELPER,
                deviceStore.keyRing()::tagKey);
        gate.post(sheet);
        desk = new Desk(new Desk.Edges(
                clock,
                chance,
                deviceStore.journal(),
                deviceStore.memory(),
                roster,
                deviceStore.newcomers(),
                deviceStore.corrections(),
                deviceStore.keyRing(),
                letter -> WireJson.write(letter).getBytes(UTF_8)));
        desk.post(sheet);
        desk.signIn(HELPER);
    }

    private void fill(List<RosterRow> rows) throws IOException {
        byte[] file = SampleRoster.file(rows);
        Path place = deviceStore.rosterShelf().place();
        Files.write(place, file);
        deviceStore.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(1), rows.size(), file), place);
    }

    static DoorSheet sheet(DoorRule rule) {
        return sheet(Phase.LIVE, rule);
    }

    static DoorSheet sheet(Phase phase, DoorRule rule) {
        Category guests = new Category(Sample.GUEST, Wording.same("Gast"), "#102030", true);
        DeskSheet desk = new DeskSheet(
                SERVER.box(), new TagKey("1", "00".repeat(32)), List.of(new AreaTitle(FOYER, Wording.same("Foyer"))));
        return Sample.sheet(phase, List.of(guests), rule).with(desk);
    }

    /** Somebody whom nobody expected is registered as a guest. */
    DeskResult<BadgeOrder> walkIn() {
        return desk.walkIn(OEZTUERK, Sample.GUEST, Set.of(), Set.of());
    }

    /** A guest shows a code; nobody answers, so the device decides. */
    ShownOutcome shows(String code) {
        gate.cleared();
        gate.read(code);
        loop.pass(GateSettings.USUAL.deadline());
        return shown.get(shown.size() - 1);
    }

    void pass(Duration time) {
        loop.pass(time);
    }

    static LookupId lookup(BadgeOrder badge) {
        return Sample.SALT.lookupId(Code.parse(badge.code()).orElseThrow());
    }

    static <T> T done(DeskResult<T> handled) {
        assertThat(handled.objection()).isEmpty();
        return handled.result().orElseThrow();
    }

    static EntryId id(DeskResult<?> handled) {
        return handled.<EntryId>fold((entry, value) -> entry, objection -> {
            throw new AssertionError(objection);
        });
    }

    /** All that is waiting for the server, as it will travel. */
    List<JournalEntry> journal() {
        List<JournalEntry> entries = new ArrayList<>();
        Outbox outbox = deviceStore.outbox();
        Set<String> seen = new HashSet<>();
        for (Outbox.Batch batch = outbox.next(0, 500).orElse(null);
                batch != null && seen.add(batch.epoch().toString());
                batch = outbox.next(0, 500).orElse(null)) {
            batch.items()
                    .forEach(item -> entries.add(
                            WireJson.read(item.json(), JournalEntry.class).orElseThrow()));
            outbox.settle(
                    batch, batch.items().stream().map(item -> Fate.ACCEPTED).toList());
        }
        outbox.reportEverythingAgain();
        return entries;
    }

    /** The server has taken all of the journal. */
    void delivers() {
        Outbox outbox = deviceStore.outbox();
        for (Outbox.Batch batch = outbox.next(0, 500).orElse(null);
                batch != null;
                batch = outbox.next(0, 500).orElse(null)) {
            outbox.settle(
                    batch, batch.items().stream().map(item -> Fate.ACCEPTED).toList());
        }
    }

    <T extends JournalEntry> T only(Class<T> type) {
        List<T> found =
                journal().stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    static DeskMessage letter(JournalEntry entry, SealedDeskMessage sealed) {
        byte[] text = SERVER.open(sealed, Sample.EVENT, entry.head().id()).orElseThrow();
        return WireJson.read(new String(text, UTF_8), DeskMessage.class).orElseThrow();
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        deviceStore.close();
    }

    /** From now on a server answers each scan at once, and refuses it. */
    void isRefusedByTheServer(Refusal because) {
        refusal = because;
    }

    /** A server that is not there, or refuses everybody. */
    private final class Stern implements Uplink {
        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
            if (refusal != null) {
                then.accept(new Reply.Answered<>(Sample.refused(question.id(), refusal)));
            }
        }

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {}
    }

    private final class Screen implements GateListener {
        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shownOutcome) {
            shown.add(shownOutcome);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            throw new AssertionError(trouble);
        }
    }
}
