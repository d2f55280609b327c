package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyFileTest {
    private static final DataKey KEY = DataKey.next(1, new Random(1));
    private static final TagKey TAG_KEY = new TagKey("1", "ab".repeat(CodeKey.BYTES));

    @TempDir
    private Path folder;

    private DeviceStore deviceStore;

    @BeforeEach
    void open() throws IOException {
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        install(
                SampleRoster.forDesk(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1), 1, KEY),
                SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1));
    }

    @AfterEach
    void close() {
        deviceStore.close();
    }

    @Test
    void knowsGuestsByNameOnlyWhileItIsUnlocked() {
        assertThat(guests()).isEmpty();

        deviceStore.vault().unlock(KEY);
        assertThat(guests()).containsExactly(new AttendeeCard(Sample.badge(1, false)));
        assertThat(deviceStore.guests().find(Sample.registration(1))).isPresent();
        assertThat(deviceStore.guests().find(Sample.registration(2))).isEmpty();

        deviceStore.vault().lock();
        assertThat(guests()).isEmpty();
        assertThat(deviceStore.guests().find(Sample.registration(1))).isEmpty();
    }

    @Test
    void makesCodesAgainAfterARestartWithoutNetworkAsSoonAsItsCardIsShown() {
        deviceStore.keyRing().take(Sample.EVENT, TAG_KEY);
        deviceStore.vault().unlock(KEY);
        UnlockCard card = deviceStore.vault().issueCard().orElseThrow();

        restart();

        assertThat(deviceStore.keyRing().tagKey()).isEmpty();
        assertThat(deviceStore.vault().unlock(card)).isTrue();
        CodeKey key = deviceStore.keyRing().tagKey().orElseThrow();
        assertThat(TAG_KEY.key(Sample.EVENT).isGenuine(key.issue(CodeKind.BADGE, new Random(5))))
                .isTrue();

        deviceStore.vault().lock();
        assertThat(deviceStore.keyRing().tagKey()).isEmpty();
    }

    @Test
    void opensNothingUnderAnotherKey() {
        deviceStore.vault().unlock(DataKey.next(1, new Random(2)));

        assertThat(guests()).isEmpty();
    }

    @Test
    void isLockedAfterARestartAndOpenedByItsCardWithoutNetwork() {
        deviceStore.vault().unlock(KEY);
        UnlockCard card = deviceStore.vault().issueCard().orElseThrow();

        restart();

        assertThat(deviceStore.vault().isUnlocked()).isFalse();
        assertThat(deviceStore.vault().unlock(UnlockCard.next(new Random(3)))).isFalse();
        assertThat(guests()).isEmpty();
        assertThat(deviceStore.vault().unlock(UnlockCard.parse(card.grouped()).orElseThrow()))
                .isTrue();
        assertThat(guests()).hasSize(1);
    }

    @Test
    void aNewCardMakesTheOldOneWorthless() {
        deviceStore.vault().unlock(KEY);
        UnlockCard lost = deviceStore.vault().issueCard().orElseThrow();
        deviceStore.vault().settleCard(lost, true);
        UnlockCard next = deviceStore.vault().issueCard().orElseThrow();
        deviceStore.vault().settleCard(next, true);

        restart();

        assertThat(deviceStore.vault().unlock(lost)).isFalse();
        assertThat(deviceStore.vault().unlock(next)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void bothCardsFitUntilItIsKnownWhetherTheNewOneIsOnPaper(boolean onPaper) {
        deviceStore.vault().unlock(KEY);
        UnlockCard old = deviceStore.vault().issueCard().orElseThrow();
        deviceStore.vault().settleCard(old, true);
        UnlockCard next = deviceStore.vault().issueCard().orElseThrow();
        deviceStore.vault().unlock(DataKey.next(2, new Random(4)));

        restart();

        assertThat(deviceStore.vault().hasCard()).isTrue();
        assertThat(deviceStore.vault().unlock(next)).isTrue();
        deviceStore.vault().lock();
        assertThat(deviceStore.vault().unlock(old)).isTrue();
        deviceStore.vault().lock();
        deviceStore.vault().settleCard(UnlockCard.next(new Random(3)), onPaper);
        deviceStore.vault().settleCard(next, onPaper);
        restart();
        assertThat(deviceStore.vault().unlock(next)).isEqualTo(onPaper);
        deviceStore.vault().lock();
        assertThat(deviceStore.vault().unlock(old)).isEqualTo(!onPaper);
        assertThat(deviceStore.vault().number()).isEqualTo(onPaper ? Optional.empty() : Optional.of(2L));
    }

    @Test
    void aCardThatWasNeverSettledGivesWayToTheNextAndTheOldOneStays() {
        deviceStore.vault().unlock(KEY);
        UnlockCard old = deviceStore.vault().issueCard().orElseThrow();
        deviceStore.vault().settleCard(old, true);
        UnlockCard unsettled = deviceStore.vault().issueCard().orElseThrow();
        UnlockCard next = deviceStore.vault().issueCard().orElseThrow();
        deviceStore.vault().settleCard(unsettled, true);

        restart();

        assertThat(deviceStore.vault().unlock(unsettled)).isFalse();
        assertThat(deviceStore.vault().unlock(old)).isTrue();
        assertThat(deviceStore.vault().unlock(next)).isTrue();
    }

    @Test
    void aCardGoesOnFittingWhenTheKeyIsChangedWhileTheDeskIsOpen() {
        DataKey renewed = DataKey.next(2, new Random(4));
        deviceStore.vault().unlock(KEY);
        UnlockCard card = deviceStore.vault().issueCard().orElseThrow();
        deviceStore.vault().unlock(renewed);
        assertThat(deviceStore.vault().hasCard()).isTrue();

        restart();

        assertThat(deviceStore.vault().unlock(card)).isTrue();
        assertThat(deviceStore.vault().number()).contains(2L);
    }

    @Test
    void saysThatACardFitsNoMoreWhenTheKeyWasChangedWhileTheDeskWasShut() {
        deviceStore.vault().unlock(KEY);
        deviceStore.vault().issueCard();
        restart();

        deviceStore.vault().unlock(DataKey.next(2, new Random(4)));

        assertThat(deviceStore.vault().hasCard()).isFalse();
    }

    @Test
    void issuesNoCardAndSealsNothingWhileItIsLocked() {
        assertThat(deviceStore.vault().issueCard()).isEmpty();
        assertThat(deviceStore.vault().seal("text".getBytes(UTF_8), "here")).isEmpty();

        deviceStore.vault().unlock(KEY);
        byte[] sealed = deviceStore.vault().seal("text".getBytes(UTF_8), "here").orElseThrow();
        assertThat(deviceStore.vault().open(sealed, "here")).hasValue("text".getBytes(UTF_8));
        assertThat(deviceStore.vault().open(sealed, "there")).isEmpty();
    }

    @Test
    void aWipedDeskOpensNothingThoughItsCardIsThere() throws IOException {
        deviceStore.vault().unlock(KEY);
        UnlockCard card = deviceStore.vault().issueCard().orElseThrow();

        assertThat(deviceStore.destroyAll()).contains("data-key", "roster");

        assertThat(deviceStore.vault().isUnlocked()).isFalse();
        assertThat(deviceStore.vault().unlock(card)).isFalse();
        restart();
        assertThat(deviceStore.vault().unlock(card)).isFalse();
        assertThat(guests()).isEmpty();
    }

    @Test
    void forgetsAGuestToWhomNoCodeLeadsAnyMore() throws IOException {
        deviceStore.vault().unlock(KEY);

        deviceStore
                .rosterShelf()
                .apply(new RosterChanges(SampleRoster.cursor(9), List.of(SampleRoster.gone(1)), false));

        assertThat(deviceStore.guests().find(Sample.registration(1))).isEmpty();
        assertThat(guests()).isEmpty();
    }

    @Test
    void showsNobodyAsTheyWereBeforeAChange() throws IOException {
        deviceStore.vault().unlock(KEY);

        List<RosterRow> rows = List.of(SampleRoster.row(1, RegistrationStatus.CANCELLED, 2));
        deviceStore.rosterShelf().apply(new RosterChanges(SampleRoster.cursor(9), rows, false));

        assertThat(guests()).isEmpty();
    }

    private List<AttendeeCard> guests() {
        List<AttendeeCard> guests = new ArrayList<>();
        deviceStore.guests().each(guests::add);
        return guests;
    }

    private void restart() {
        deviceStore.close();
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
    }

    private void install(RosterRow... rows) throws IOException {
        byte[] file = SampleRoster.file(List.of(rows));
        Path place = Files.write(deviceStore.rosterShelf().place(), file);
        deviceStore.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(7), rows.length, file), place);
    }
}
