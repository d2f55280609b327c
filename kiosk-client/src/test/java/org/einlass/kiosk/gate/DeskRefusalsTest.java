package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.kiosk.gate.SampleCounter.FOYER;
import static org.einlass.kiosk.gate.SampleCounter.HELPER;
import static org.einlass.kiosk.gate.SampleCounter.OEZTUERK;
import static org.einlass.kiosk.gate.SampleCounter.done;
import static org.einlass.kiosk.gate.SampleCounter.id;
import static org.einlass.kiosk.gate.SampleCounter.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.DoorSheet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk does not do, and the sentence that says why. */
final class DeskRefusalsTest {
    @AutoClose
    private SampleCounter counter;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        counter = new SampleCounter(folder);
    }

    @Test
    void substitutesNobodyWhoHasNoPlaceOrIsNotKnown() {
        assertThat(counter.desk().substitute(Sample.registration(2), OEZTUERK).objection())
                .contains(DeskRefusal.NO_PLACE);
        assertThat(counter.desk().substitute(Sample.registration(9), OEZTUERK).objection())
                .contains(DeskRefusal.UNKNOWN_REGISTRATION);
        assertThat(counter.journal()).isEmpty();
    }

    @Test
    void saysInOneSentenceWhatIsWrongAndWritesNothing() {
        Desk desk = counter.desk();
        CategoryId nobody = new CategoryId("kaiser");
        Map<AttendeeField, String> long121 = Map.of(AttendeeField.FAMILY_NAME, "ß".repeat(121));
        RegistrationId guest = Sample.registration(1);
        done(desk.count(FOYER, 1));
        EntryId settled = new EntryId(new UUID(8, 8));
        counter.store()
                .journal()
                .write(sequence -> new JournalEntry.Settled(head(settled, sequence), "clash", List.of()));
        int before = counter.journal().size();

        List<DeskResult<?>> handled = List.of(
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
                        DeskRefusal.UNKNOWN_CATEGORY,
                        DeskRefusal.NO_FAMILY_NAME,
                        DeskRefusal.TOO_LONG,
                        DeskRefusal.NOTHING_CHANGED,
                        DeskRefusal.NO_FAMILY_NAME,
                        DeskRefusal.BELOW_ZERO,
                        DeskRefusal.UNKNOWN_AREA,
                        DeskRefusal.SETTLED_FOR_GOOD,
                        DeskRefusal.UNKNOWN_SCAN);
        assertThat(counter.journal()).hasSize(before);
    }

    @Test
    void needsSomebodyWhoStandsBehindIt() {
        counter.desk().signIn(null);

        assertThat(counter.desk().count(FOYER, 1).objection()).contains(DeskRefusal.NOBODY_SIGNED_IN);
        assertThat(counter.journal()).isEmpty();
    }

    @Test
    void makesNoCodesWithoutTheKeyAndWritesNoLettersWithoutABox() {
        DoorSheet kept = sheet(DoorRule.OPEN).withoutSecrets();
        counter.restart(kept);
        assertThat(counter.walkIn().objection()).contains(DeskRefusal.NO_TAG_KEY);
        assertThat(counter.desk().reprint(Sample.badge(1, true), Set.of()).objection())
                .contains(DeskRefusal.NO_TAG_KEY);

        counter.restart(kept.with(null));
        assertThat(counter.desk()
                        .correct(Sample.registration(1), List.of(new FieldCorrection(AttendeeField.TITLE, "", "Dr.")))
                        .objection())
                .contains(DeskRefusal.NO_LETTER_BOX);
        assertThat(counter.journal()).isEmpty();
    }

    private static EntryHead head(EntryId id, long sequence) {
        return new EntryHead(
                id,
                sequence,
                Phase.LIVE,
                new DeviceTime(Sample.MORNING, Sample.BOOT, Duration.ofHours(1), null, null),
                HELPER);
    }
}
