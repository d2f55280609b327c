package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.screen.SceneController.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long scenes stay for whom, and when what a guest has chosen is forgotten; without a display. */
class SceneControllerTest {
    private static final SceneTimeouts PACE = SceneTimeouts.usual();

    private final FakeTimer alarm = new FakeTimer();
    private final List<EntryId> ended = new ArrayList<>();
    private final EntryId guest = SampleEntries.id();
    private SceneController scenes;

    @BeforeEach
    void open() {
        scenes = EventThread.call(() -> {
            Theme.install();
            SceneView view = new SceneView(SampleScenes.TITLE, language -> {}, new NoAids(), () -> {});
            return new SceneController(view, Language.GERMAN, PACE, alarm, Scene.Idle::new, ended::add);
        });
    }

    private static final class NoAids implements AidBar.Actions {
        @Override
        public void otherSize() {}

        @Override
        public void otherContrast() {}

        @Override
        public void moreTime() {}

        @Override
        public void privacy() {}

        @Override
        public void help() {}
    }

    private void does(Consumer<SceneController> what) {
        EventThread.call(() -> {
            what.accept(scenes);
            return null;
        });
    }

    private void shows(Scene scene, EntryId whose) {
        does(controller -> controller.apply(new Change(scene, whose)));
    }

    @Test
    void moreTimeOutlastsEveryOtherAidAndTheNextSceneOfTheSameGuest() {
        shows(new Scene.Welcome(), guest);
        does(SceneController::extend);
        for (Consumer<SceneController> aid : List.<Consumer<SceneController>>of(
                SceneController::otherSize, SceneController::otherContrast, SceneController::chooseOther)) {
            does(aid);
            assertThat(alarm.next()).contains(PACE.more());
        }
        does(SceneController::hold);
        does(SceneController::release);
        assertThat(alarm.next()).contains(PACE.more());
        shows(new Scene.BadgeReady(), guest);
        assertThat(alarm.next()).contains(PACE.more());

        alarm.ring();

        assertThat(ended).containsExactly(guest);
        shows(new Scene.BadgeReady(), SampleEntries.id());
        assertThat(alarm.next()).as("the next guest's").contains(PACE.badge());
    }

    @Test
    void inARushWhoIsWelcomeLeavesTheScreenSoonerAndWhoMustReadDoesNot() {
        shows(new Scene.Welcome(), guest);
        SceneTimeouts rush = PACE.inRush();

        does(controller -> controller.pace(rush));

        assertThat(alarm.next()).as("the scene that is on").contains(PACE.greeting());
        shows(new Scene.BadgeReady(), guest);
        assertThat(alarm.next()).contains(rush.badge());
        assertThat(rush.badge()).isLessThan(PACE.badge());
        shows(new Scene.Welcome(), guest);
        assertThat(alarm.next()).contains(rush.greeting());
        assertThat(rush.greeting()).isLessThan(PACE.greeting());
        shows(new Scene.PleaseGoToCounter(new Counter("2")), guest);
        assertThat(alarm.next()).contains(PACE.counter());
        does(SceneController::extend);
        assertThat(alarm.next()).as("a guest who needs it has more time").contains(PACE.more());
        does(controller -> controller.pace(PACE));
        shows(new Scene.Welcome(), SampleEntries.id());
        assertThat(alarm.next()).contains(PACE.greeting());
    }

    @Test
    void moreTimeStartsNothingUnderAPanelThatHoldsTheScene() {
        shows(new Scene.Welcome(), guest);
        does(SceneController::hold);
        does(SceneController::extend);
        assertThat(alarm.next()).isEmpty();

        does(SceneController::release);

        assertThat(alarm.next()).contains(PACE.greeting());
    }

    @Test
    void moreTimeForAHintIsLeftToNobody() {
        shows(new Scene.OneAtATime(), null);
        does(SceneController::extend);
        assertThat(alarm.ring()).isEqualTo(PACE.more());
        assertThat(alarm.ring()).isEqualTo(PACE.language());

        shows(new Scene.Welcome(), guest);

        assertThat(alarm.next()).contains(PACE.greeting());
    }

    @Test
    void aGuestWhoseFirstSceneNobodySawInheritsNothing() {
        shows(new Scene.BadgeReady(), guest);
        does(SceneController::otherSize);
        does(SceneController::chooseOther);
        does(SceneController::extend);
        EntryId next = SampleEntries.id();

        does(controller -> controller.apply(
                Change.merge(new Change(new Scene.Reading(), next), new Change(new Scene.Welcome(), next))));

        assertThat(ended).containsExactly(guest);
        assertThat(EventThread.call(scenes::language)).isEqualTo(Locale.GERMAN);
        assertThat(EventThread.call(scenes::aids)).isEqualTo(ReadingAids.NONE);
        assertThat(alarm.next()).contains(PACE.greeting());
        assertThat(EventThread.call(scenes::guest)).isEqualTo(next);
    }
}
