package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.contract.wire.GuestCard;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyVaultTest {
    private static final DataKey KEY = DataKey.next(1, new Random(1));
    private static final TagKey TAG_KEY = new TagKey("1", "ab".repeat(CodeKey.BYTES));

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder, SampleEntries.epoch());
        install(
                SampleRoster.forDesk(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1), 1, KEY),
                SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void knowsGuestsByNameOnlyWhileItIsUnlocked() {
        assertThat(guests()).isEmpty();

        store.vault().unlock(KEY);
        assertThat(guests()).containsExactly(new GuestCard(Sample.badge(1, false)));
        assertThat(store.guests().find(Sample.registration(1))).isPresent();
        assertThat(store.guests().find(Sample.registration(2))).isEmpty();

        store.vault().lock();
        assertThat(guests()).isEmpty();
        assertThat(store.guests().find(Sample.registration(1))).isEmpty();
    }

    @Test
    void makesCodesAgainAfterARestartWithoutNetworkAsSoonAsItsCardIsShown() {
        store.keyRing().take(Sample.EVENT, TAG_KEY);
        store.vault().unlock(KEY);
        UnlockCard card = store.vault().issueCard().orElseThrow();

        restart();

        assertThat(store.keyRing().tagKey()).isEmpty();
        assertThat(store.vault().unlock(card)).isTrue();
        CodeKey key = store.keyRing().tagKey().orElseThrow();
        assertThat(TAG_KEY.key(Sample.EVENT).isGenuine(key.issue(CodeKind.BADGE, new Random(5))))
                .isTrue();

        store.vault().lock();
        assertThat(store.keyRing().tagKey()).isEmpty();
    }

    @Test
    void opensNothingUnderAnotherKey() {
        store.vault().unlock(DataKey.next(1, new Random(2)));

        assertThat(guests()).isEmpty();
    }

    @Test
    void isLockedAfterARestartAndOpenedByItsCardWithoutNetwork() {
        store.vault().unlock(KEY);
        UnlockCard card = store.vault().issueCard().orElseThrow();

        restart();

        assertThat(store.vault().isUnlocked()).isFalse();
        assertThat(store.vault().unlock(UnlockCard.next(new Random(3)))).isFalse();
        assertThat(guests()).isEmpty();
        assertThat(store.vault().unlock(UnlockCard.parse(card.grouped()).orElseThrow()))
                .isTrue();
        assertThat(guests()).hasSize(1);
    }

    @Test
    void aNewCardMakesTheOldOneWorthless() {
        store.vault().unlock(KEY);
        UnlockCard lost = store.vault().issueCard().orElseThrow();
        store.vault().issueCard();

        restart();

        assertThat(store.vault().unlock(lost)).isFalse();
    }

    @Test
    void aCardGoesOnFittingWhenTheKeyIsChangedWhileTheDeskIsOpen() {
        DataKey renewed = DataKey.next(2, new Random(4));
        store.vault().unlock(KEY);
        UnlockCard card = store.vault().issueCard().orElseThrow();
        store.vault().unlock(renewed);
        assertThat(store.vault().hasCard()).isTrue();

        restart();

        assertThat(store.vault().unlock(card)).isTrue();
        assertThat(store.vault().number()).contains(2L);
    }

    @Test
    void saysThatACardFitsNoMoreWhenTheKeyWasChangedWhileTheDeskWasShut() {
        store.vault().unlock(KEY);
        store.vault().issueCard();
        restart();

        store.vault().unlock(DataKey.next(2, new Random(4)));

        assertThat(store.vault().hasCard()).isFalse();
    }

    @Test
    void issuesNoCardAndSealsNothingWhileItIsLocked() {
        assertThat(store.vault().issueCard()).isEmpty();
        assertThat(store.vault().seal("text".getBytes(UTF_8), "here")).isEmpty();

        store.vault().unlock(KEY);
        byte[] sealed = store.vault().seal("text".getBytes(UTF_8), "here").orElseThrow();
        assertThat(store.vault().open(sealed, "here")).hasValue("text".getBytes(UTF_8));
        assertThat(store.vault().open(sealed, "there")).isEmpty();
    }

    @Test
    void aWipedDeskOpensNothingThoughItsCardIsThere() throws IOException {
        store.vault().unlock(KEY);
        UnlockCard card = store.vault().issueCard().orElseThrow();

        assertThat(store.destroyAll()).contains("data-key", "roster");

        assertThat(store.vault().isUnlocked()).isFalse();
        assertThat(store.vault().unlock(card)).isFalse();
        restart();
        assertThat(store.vault().unlock(card)).isFalse();
        assertThat(guests()).isEmpty();
    }

    @Test
    void forgetsAGuestToWhomNoCodeLeadsAnyMore() throws IOException {
        store.vault().unlock(KEY);

        store.rosterShelf().apply(new RosterChanges(SampleRoster.cursor(9), List.of(SampleRoster.gone(1)), false));

        assertThat(store.guests().find(Sample.registration(1))).isEmpty();
        assertThat(guests()).isEmpty();
    }

    @Test
    void showsNobodyAsTheyWereBeforeAChange() throws IOException {
        store.vault().unlock(KEY);

        List<RosterRow> rows = List.of(SampleRoster.row(1, RegistrationStatus.CANCELLED, 2));
        store.rosterShelf().apply(new RosterChanges(SampleRoster.cursor(9), rows, false));

        assertThat(guests()).isEmpty();
    }

    private List<GuestCard> guests() {
        List<GuestCard> guests = new ArrayList<>();
        store.guests().each(guests::add);
        return guests;
    }

    private void restart() {
        store.close();
        store = Store.open(folder, SampleEntries.epoch());
    }

    private void install(RosterRow... rows) throws IOException {
        byte[] file = SampleRoster.file(List.of(rows));
        Path place = Files.write(store.rosterShelf().place(), file);
        store.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(7), rows.length, file), place);
    }
}
