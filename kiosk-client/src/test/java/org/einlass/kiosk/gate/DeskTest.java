package org.einlass.kiosk.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Repetition;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LetterBoxKey;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.SealedLetter;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Letter;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DeskSheet.AreaTitle;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.store.Store;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.WireJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that has lost its server: what staff do there stands, is obeyed at once and after a restart, and is delivered. */
final class DeskTest {
    private static final LetterBoxKey SERVER = LetterBoxKey.next(new Random(3));
    private static final OperatorId HELPER = new OperatorId("helferin-3");
    private static final AreaId FOYER = new AreaId("foyer");
    private static final Map<AttendeeField, String> OEZTUERK = Map.of(
            AttendeeField.GIVEN_NAME, "Ayşe",
            AttendeeField.FAMILY_NAME, "Öztürk",
            AttendeeField.ORGANISATION, "Stadt Erfurt");

    @TempDir
    private Path folder;

    private final VirtualLoop loop = new VirtualLoop(Sample.MORNING);
    private final Random chance = new Random(5);
    private final List<Passage> shown = new ArrayList<>();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.LIVE);
    private Store store;
    private Gate gate;
    private Desk desk;

    @BeforeEach
    void begin() throws IOException {
        open(sheet(DoorRule.OPEN));
        fill(List.of(
                SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1),
                SampleRoster.row(2, RegistrationStatus.CANCELLED, 1)));
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void admitsAWalkInByTheBadgeOfThisDeskAlsoAfterARestart() {
        BadgeOrder badge = done(desk.walkIn(OEZTUERK, Sample.GUEST, Set.of(), Set.of()));

        assertThat(badge.attendee().fullName()).isEqualTo("Ayşe Öztürk");
        restart();

        Passage passage = shows(badge.code());
        assertThat(passage.outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(passage.badge()).contains(badge);
        JournalEntry.WalkedIn entry = only(JournalEntry.WalkedIn.class);
        assertThat(entry.registration()).isEqualTo(badge.registration());
        assertThat(entry.head().operator()).isEqualTo(HELPER);
        assertThat(entry.head().phase()).isEqualTo(Phase.LIVE);
        assertThat(letter(entry, entry.letter())).isEqualTo(Letter.of(badge.attendee(), badge.code()));
    }

    @Test
    void leavesNoReadableNameAndNoCodeOnTheDisk() throws IOException {
        BadgeOrder badge = done(desk.walkIn(OEZTUERK, Sample.GUEST, Set.of(), Set.of()));
        done(desk.correct(
                Sample.registration(1),
                List.of(new FieldCorrection(AttendeeField.FAMILY_NAME, "Müller-Lüdenscheidt", "Mueller"))));
        store.keepsakes().keep(sheet(DoorRule.OPEN));
        store.close();

        for (Path file : files()) {
            String text = new String(Files.readAllBytes(file), ISO_8859_1);
            assertThat(text)
                    .as(file.getFileName().toString())
                    .doesNotContain(new String("Öztürk".getBytes(UTF_8), ISO_8859_1))
                    .doesNotContain("Stadt Erfurt")
                    .doesNotContain("Mueller")
                    .doesNotContain(badge.code())
                    .doesNotContain("00".repeat(32));
        }
    }

    @Test
    void takesAWalkInBackAndBackAgain() {
        Handled<BadgeOrder> made = desk.walkIn(OEZTUERK, Sample.GUEST, Set.of(), Set.of());
        EntryId undo = id(desk.undo(id(made)));
        assertThat(shows(done(made).code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);

        done(desk.undo(undo));
        restart();

        assertThat(shows(done(made).code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void letsSomebodyTakeOverAPlaceAndGiveItBack() {
        Handled<BadgeOrder> instead = desk.substitute(Sample.registration(1), OEZTUERK);
        restart();

        assertThat(shows(Sample.ticket(1).text()).outcome().refusal()).isEqualTo(Refusal.REPRESENTED);
        assertThat(shows(done(instead).code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(only(JournalEntry.Substituted.class).represents()).isEqualTo(Sample.registration(1));

        done(desk.undo(id(instead)));
        loop.pass(Duration.ofMinutes(1));
        assertThat(shows(Sample.ticket(1).text()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(shows(done(instead).code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void substitutesNobodyWhoHasNoPlaceOrIsNotKnown() {
        assertThat(desk.substitute(Sample.registration(2), OEZTUERK).objection())
                .contains(Objection.NO_PLACE);
        assertThat(desk.substitute(Sample.registration(9), OEZTUERK).objection())
                .contains(Objection.UNKNOWN_REGISTRATION);
        assertThat(journal()).isEmpty();
    }

    @Test
    void obeysADecisionByHandUntilItIsTakenBack() {
        restart(sheet(Sample.rule(Repetition.ONCE)));
        Passage cancelled = shows(Sample.ticket(2).text());
        Handled<Verdict> letIn = desk.override(cancelled.scan(), Verdict.ADMITTED);
        done(letIn);
        restart(sheet(Sample.rule(Repetition.ONCE)));

        LookupId code = Sample.SALT.lookupId(Sample.ticket(2));
        assertThat(store.journal().admitted(Set.of(code), Instant.EPOCH, Phase.LIVE))
                .isPresent();

        done(desk.undo(id(letIn)));
        assertThat(store.journal().admitted(Set.of(code), Instant.EPOCH, Phase.LIVE))
                .isEmpty();
    }

    @Test
    void countsNobodyAsAdmittedWhoWasSentAwayByHand() {
        restart(sheet(Sample.rule(Repetition.ONCE)));
        Passage first = shows(Sample.ticket(1).text());
        assertThat(first.outcome().verdict()).isEqualTo(Verdict.ADMITTED);

        Handled<Verdict> away = desk.override(first.scan(), Verdict.REFUSED);
        restart(sheet(Sample.rule(Repetition.ONCE)));
        assertThat(shows(Sample.ticket(1).text()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);

        done(desk.undo(id(away)));
        restart(sheet(Sample.rule(Repetition.ONCE)));
        assertThat(shows(Sample.ticket(1).text()).outcome().refusal()).isEqualTo(Refusal.ALREADY_USED);
    }

    @Test
    void makesABadgeAgainWithACodeThatReplacesTheOldOnes() {
        BadgeOrder before = done(desk.walkIn(OEZTUERK, Sample.GUEST, Set.of(), Set.of()));
        LookupId lost = Sample.SALT.lookupId(Sample.badgeCode(7));

        Handled<BadgeOrder> again = desk.reprint(before, Set.of(lost));
        restart();

        JournalEntry.BadgeReissued entry = only(JournalEntry.BadgeReissued.class);
        assertThat(entry.replaces()).containsExactlyInAnyOrder(lost, lookup(before));
        assertThat(entry.badge()).isEqualTo(lookup(done(again)));
        assertThat(letter(entry, entry.letter()).badge()).isEqualTo(done(again).code());
        assertThat(shows(before.code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
        assertThat(shows(done(again).code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void writesACorrectionWithWhatItSaw() {
        FieldCorrection correction = new FieldCorrection(AttendeeField.FAMILY_NAME, "Mueller", "Müller");

        done(desk.correct(Sample.registration(1), List.of(correction)));

        JournalEntry.Corrected entry = only(JournalEntry.Corrected.class);
        assertThat(letter(entry, entry.letter()).corrections()).containsExactly(correction);
    }

    @Test
    void countsPeopleAndCopiesPaper() {
        done(desk.count(FOYER, 34));
        done(desk.paper(Sample.registration(1), Sample.MORNING.minusSeconds(600), Duration.ofMinutes(5)));
        done(desk.paper(Sample.ticket(1), Sample.MORNING.minusSeconds(300), Duration.ofMinutes(5)));
        restart();

        assertThat(only(JournalEntry.Counted.class).people()).isEqualTo(34);
        assertThat(journal()).hasSize(3);
        assertThat(shows(Sample.ticket(1).text()).earlier()).contains(Sample.MORNING.minusSeconds(300));
    }

    @Test
    void saysInOneSentenceWhatIsWrongAndWritesNothing() {
        CategoryId nobody = new CategoryId("kaiser");
        Map<AttendeeField, String> long121 = Map.of(AttendeeField.FAMILY_NAME, "ß".repeat(121));
        RegistrationId guest = Sample.registration(1);
        done(desk.count(FOYER, 1));
        EntryId settled = new EntryId(new UUID(8, 8));
        store.journal().write(sequence -> new JournalEntry.Settled(head(settled, sequence), "clash", List.of()));
        int before = journal().size();

        List<Handled<?>> handled = List.of(
                desk.walkIn(OEZTUERK, nobody, Set.of(), Set.of()),
                desk.walkIn(Map.of(), Sample.GUEST, Set.of(), Set.of()),
                desk.walkIn(long121, Sample.GUEST, Set.of(), Set.of()),
                desk.correct(guest, List.of(new FieldCorrection(AttendeeField.TITLE, "Dr.", "Dr."))),
                desk.correct(guest, List.of(new FieldCorrection(AttendeeField.FAMILY_NAME, "Müller", " "))),
                desk.count(FOYER, -1),
                desk.count(new AreaId("keller"), 1),
                desk.undo(settled),
                desk.override(new EntryId(new UUID(1, 1)), Verdict.ADMITTED));

        assertThat(handled.stream().map(one -> one.objection().orElseThrow()))
                .containsExactly(
                        Objection.UNKNOWN_CATEGORY,
                        Objection.NO_FAMILY_NAME,
                        Objection.TOO_LONG,
                        Objection.NOTHING_CHANGED,
                        Objection.NO_FAMILY_NAME,
                        Objection.BELOW_ZERO,
                        Objection.UNKNOWN_AREA,
                        Objection.SETTLED_FOR_GOOD,
                        Objection.UNKNOWN_SCAN);
        assertThat(journal()).hasSize(before);
    }

    @Test
    void needsSomebodyWhoStandsBehindIt() {
        desk.signIn(null);

        assertThat(desk.count(FOYER, 1).objection()).contains(Objection.NOBODY_SIGNED_IN);
        assertThat(journal()).isEmpty();
    }

    @Test
    void makesNoCodesWithoutTheKeyAndWritesNoLettersWithoutABox() {
        DoorSheet kept = sheet(DoorRule.OPEN).withoutSecrets();
        restart(kept);
        assertThat(desk.walkIn(OEZTUERK, Sample.GUEST, Set.of(), Set.of()).objection())
                .contains(Objection.NO_TAG_KEY);
        assertThat(desk.reprint(Sample.badge(1, true), Set.of()).objection()).contains(Objection.NO_TAG_KEY);

        restart(kept.with(null));
        assertThat(desk.correct(Sample.registration(1), List.of(new FieldCorrection(AttendeeField.TITLE, "", "Dr.")))
                        .objection())
                .contains(Objection.NO_LETTER_BOX);
        assertThat(journal()).isEmpty();
    }

    @Test
    void forgetsItsOwnCodeWhenTheRosterBringsIt() throws IOException {
        BadgeOrder badge = done(desk.walkIn(OEZTUERK, Sample.GUEST, Set.of(), Set.of()));
        assertThat(store.newcomers().all()).hasSize(1);

        RosterRow row = SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1);
        store.rosterShelf()
                .apply(new RosterChanges(
                        SampleRoster.cursor(2),
                        List.of(new RosterRow(lookup(badge), badge.registration(), 4, row.entitlement(), null)),
                        false));

        assertThat(store.newcomers().all()).isEmpty();
        assertThat(shows(badge.code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        store.rosterShelf().destroy();
        assertThat(shows(badge.code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void forgetsPracticeWhenItGetsSerious() {
        restart(sheet(Phase.REHEARSAL, DoorRule.OPEN));
        BadgeOrder badge = done(desk.walkIn(OEZTUERK, Sample.GUEST, Set.of(), Set.of()));
        assertThat(shows(badge.code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);

        restart(sheet(DoorRule.OPEN));

        assertThat(shows(badge.code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
        assertThat(only(JournalEntry.WalkedIn.class).head().phase()).isEqualTo(Phase.REHEARSAL);
    }

    private void restart() {
        restart(sheet(DoorRule.OPEN));
    }

    private void restart(DoorSheet sheet) {
        store.close();
        open(sheet);
    }

    private void open(DoorSheet sheet) {
        phase.set(sheet.phase());
        store = Store.open(folder, SampleEntries.epoch());
        DeviceClock clock = new DeviceClock(loop, loop::nanos, Sample.BOOT);
        Roster roster = new DeskRoster(store.roster(), store.newcomers(), store.memory(), phase::get);
        gate = new Gate(
                GateSettings.USUAL,
                new Gate.Edges(loop, clock, chance, new Nobody(), store.journal(), roster, new Screen()));
        gate.post(sheet);
        desk = new Desk(new Desk.Edges(
                clock,
                chance,
                store.journal(),
                store.memory(),
                roster,
                store.newcomers(),
                store.keyRing(),
                letter -> WireJson.write(letter).getBytes(UTF_8)));
        desk.post(sheet);
        desk.signIn(HELPER);
    }

    private void fill(List<RosterRow> rows) throws IOException {
        byte[] file = SampleRoster.file(rows);
        Path place = store.rosterShelf().place();
        Files.write(place, file);
        store.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(1), rows.size(), file), place);
    }

    private static DoorSheet sheet(DoorRule rule) {
        return sheet(Phase.LIVE, rule);
    }

    private static DoorSheet sheet(Phase phase, DoorRule rule) {
        Category guests = new Category(Sample.GUEST, Wording.same("Gast"), "#102030", true);
        DeskSheet desk = new DeskSheet(
                SERVER.box(), new TagKey("1", "00".repeat(32)), List.of(new AreaTitle(FOYER, Wording.same("Foyer"))));
        return Sample.sheet(phase, List.of(guests), rule).with(desk);
    }

    /** A guest shows a code; nobody answers, so the device decides. */
    private Passage shows(String code) {
        gate.cleared();
        gate.read(code);
        loop.pass(GateSettings.USUAL.deadline());
        return shown.get(shown.size() - 1);
    }

    private static LookupId lookup(BadgeOrder badge) {
        return Sample.SALT.lookupId(Code.parse(badge.code()).orElseThrow());
    }

    private static <T> T done(Handled<T> handled) {
        assertThat(handled.objection()).isEmpty();
        return handled.result().orElseThrow();
    }

    private static EntryId id(Handled<?> handled) {
        return handled.<EntryId>fold((entry, value) -> entry, objection -> {
            throw new AssertionError(objection);
        });
    }

    /** All that is waiting for the server, as it will travel. */
    private List<JournalEntry> journal() {
        List<JournalEntry> entries = new ArrayList<>();
        Outbox outbox = store.outbox();
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

    private <T extends JournalEntry> T only(Class<T> type) {
        List<T> found =
                journal().stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Letter letter(JournalEntry entry, SealedLetter sealed) {
        byte[] text = SERVER.open(sealed, Sample.EVENT, entry.head().id()).orElseThrow();
        return WireJson.read(new String(text, UTF_8), Letter.class).orElseThrow();
    }

    private static EntryHead head(EntryId id, long sequence) {
        return new EntryHead(
                id,
                sequence,
                Phase.LIVE,
                new DeviceTime(Sample.MORNING, Sample.BOOT, Duration.ofHours(1), null, null),
                HELPER);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** A server that is not there. */
    private static final class Nobody implements Uplink {
        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {}

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {}
    }

    private final class Screen implements Audience {
        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(Passage passage) {
            shown.add(passage);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            throw new AssertionError(trouble);
        }
    }
}
