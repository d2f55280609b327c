package org.einlass.server.device.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.tls.KeyPin;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.server.account.Account;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.DeviceTokenTable;
import org.einlass.server.account.Token;
import org.einlass.server.account.login.TurnedClock;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditEntry;
import org.einlass.server.audit.AuditQuery;
import org.einlass.server.audit.AuditService;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.device.DeviceConfirmation;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.device.PendingDevices;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of a device from its code to its tokens, on both kinds of database. */
final class EnrolmentServiceTest {
    private static final EventId EVENT = new EventId("congress");
    private static final DoorId MAIN = new DoorId("main");
    private static final KeyPin PIN = new KeyPin("sha256/oekVYFTgT6yJmunydRMs3Ael28TqLCrTof/G4NJTaB8=");
    private static final String HERE = "10.0.0.7";

    @TempDir
    private Path folder;

    private final TurnedClock clock = new TurnedClock();

    /** The server's parts around enrolments. */
    private record House(
            Store store,
            Accounts accounts,
            DeviceService devices,
            EnrolmentService enrolments,
            RedemptionService redemptions,
            DeviceTokenService tokens)
            implements AutoCloseable {

        MadeEnrolment make() {
            return wait(enrolments.make(EVENT, document(null)));
        }

        EnrolmentStatus redeem(EnrollingDevice device, String code) {
            return wait(redemptions.redeem(code, device.key().text(), device.commitment(), HERE));
        }

        EnrolmentStatus pending(EnrollingDevice device, String code) {
            return wait(redemptions.open(redeem(device, code).enrolment(), device.nonce()));
        }

        EnrolmentStatus enrolled(EnrollingDevice device) {
            EnrolmentStatus pending = pending(device, make().code());
            wait(enrolments.confirm(EVENT, pending.enrolment(), device.shortCode(pending, PIN)));
            return redemptions.status(pending.enrolment());
        }

        Token token(EnrollingDevice device, EnrolmentStatus enrolled, Token last) {
            String nonce = wait(tokens.challenge(enrolled.enrolment())).nonce();
            return new Token(wait(tokens.renew(
                            enrolled.enrolment(),
                            nonce,
                            device.sign(enrolled, nonce),
                            last == null ? null : last.secret()))
                    .token());
        }

        /** As a request uses it; returns when it is noted. */
        Account use(Token token) {
            Account account = accounts.holding(token).orElseThrow();
            wait(store.write(WriteKey.of(EVENT), transaction -> EVENT));
            return account;
        }

        boolean isValid(Token token) {
            accounts.forget();
            return accounts.holding(token).isPresent();
        }

        static <T> T wait(CompletionStage<T> stage) {
            return stage.toCompletableFuture().join();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDeviceIsEnrolledWhenBothScreensShowTheSame(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            MadeEnrolment made = house.make();
            assertThat(EnrolmentOffer.parse(made.offer()))
                    .hasValueSatisfying(offer -> assertThat(offer.pins()).containsExactly(PIN));

            EnrolmentStatus pending = house.pending(device, made.code());

            assertThat(pending.state()).isEqualTo(EnrolmentStatus.State.PENDING);
            String shown = house.enrolments().waiting(EVENT).get(0).confirmation();
            assertThat(shown).isEqualTo(device.shortCode(pending, PIN));
            refuses(
                    RejectionReason.ENROLMENT_PENDING,
                    () -> House.wait(house.tokens().challenge(pending.enrolment())));

            House.wait(house.enrolments().confirm(EVENT, pending.enrolment(), shown));

            EnrolmentStatus enrolled = house.redemptions().status(pending.enrolment());
            assertThat(enrolled.state()).isEqualTo(EnrolmentStatus.State.CONFIRMED);
            assertThat(enrolled.device()).isEqualTo(new DeviceId("kiosk-1"));
            assertThat(enrolled.doors()).containsExactly(MAIN);
            Account account = house.use(house.token(device, enrolled, null));
            assertThat(account.device()).isEqualTo(new DeviceId("kiosk-1"));
            assertThat(account.standing()).isEqualTo(DeviceTrust.ENROLLED);
            assertThat(account.doors()).containsExactly(MAIN);
            assertThat(audited(house))
                    .containsExactlyInAnyOrder(
                            AuditAction.ENROLMENT_CODE_MADE.name(),
                            AuditAction.ENROLMENT_REDEEMED.name(),
                            AuditAction.DEVICE_ENROLLED.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCodeIsGoodForOneDeviceAndTenMinutes(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            String used = house.make().code();
            EnrolmentStatus first = house.redeem(device, used);

            assertThat(house.redeem(device, used)).as("the same device again").isEqualTo(first);
            refuses(RejectionReason.ENROLMENT_USED, () -> house.redeem(new EnrollingDevice(), used));

            String late = house.make().code();
            clock.turn(EnrolmentService.CODE_VALID);
            refuses(RejectionReason.ENROLMENT_EXPIRED, () -> house.redeem(new EnrollingDevice(), late));

            clock.turn(RedemptionService.WAITING);
            refuses(RejectionReason.ENROLMENT_EXPIRED, () -> house.redemptions().status(first.enrolment()));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoeverGuessesHasToWait(Databases database) {
        try (House house = open(database)) {
            String code = house.make().code();
            RejectionReason reason = RejectionReason.UNKNOWN_ENROLMENT;
            int guesses = 0;
            while (reason == RejectionReason.UNKNOWN_ENROLMENT && guesses < 100) {
                reason = refusal(() -> house.redeem(new EnrollingDevice(), "0000-0000-0000"));
                guesses++;
            }

            assertThat(reason).isEqualTo(RejectionReason.TOO_MANY_ATTEMPTS);
            refuses(RejectionReason.TOO_MANY_ATTEMPTS, () -> house.redeem(new EnrollingDevice(), code));
            EnrollingDevice elsewhere = new EnrollingDevice();
            assertThat(House.wait(house.redemptions()
                            .redeem(code, elsewhere.key().text(), elsewhere.commitment(), "10.0.0.8")))
                    .as("others do not wait")
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anotherShortCodeConfirmsNobody(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            EnrolmentStatus redeemed = house.redeem(device, house.make().code());
            refuses(
                    RejectionReason.CONFLICT,
                    () -> House.wait(house.enrolments().confirm(EVENT, redeemed.enrolment(), "000000")));
            refuses(
                    RejectionReason.BAD_VALUE,
                    () -> House.wait(house.redemptions().open(redeemed.enrolment(), new EnrollingDevice().nonce())));
            House.wait(house.redemptions().open(redeemed.enrolment(), device.nonce()));
            String right = device.shortCode(redeemed, PIN);
            String wrong = right.equals("000000") ? "000001" : "000000";

            refuses(
                    RejectionReason.CODES_DIFFER,
                    () -> House.wait(house.enrolments().confirm(EVENT, redeemed.enrolment(), wrong)));

            House.wait(house.enrolments().reject(EVENT, redeemed.enrolment()));
            refuses(
                    RejectionReason.ENROLMENT_REJECTED,
                    () -> house.redemptions().status(redeemed.enrolment()));
            refuses(
                    RejectionReason.ENROLMENT_REJECTED,
                    () -> House.wait(house.enrolments().confirm(EVENT, redeemed.enrolment(), right)));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aTokenIsValidUntilTheNextOneWasUsedOnce(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            EnrolmentStatus enrolled = house.enrolled(device);
            Token first = house.token(device, enrolled, null);
            house.use(first);

            Token lost = house.token(device, enrolled, first);
            Token second = house.token(device, enrolled, first);
            assertThat(house.isValid(first)).isTrue();
            house.use(second);
            assertThat(house.isValid(lost)).as("never arrived").isFalse();
            assertThat(house.isValid(first)).isFalse();
            assertThat(house.isValid(second)).isTrue();

            clock.turn(Duration.ofHours(2));
            assertThat(house.isValid(second)).isFalse();
            clock.turn(Duration.ofDays(366));
            Token third = house.token(device, enrolled, second);
            assertThat(house.isValid(third)).as("after a year off, too").isTrue();
            house.use(third);
            Token unused = house.token(device, enrolled, third);
            clock.turn(Duration.ofDays(366));
            house.token(device, enrolled, unused);
            assertThat(house.isValid(house.token(device, enrolled, unused)))
                    .as("after a year, when the first answer was lost")
                    .isTrue();
        }
    }

    /** Two servers of one organiser, each with an event of the same id. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatOneServerGaveIsNothingToAnother(Databases database) {
        try (House house = open(database);
                House other = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            refuses(
                    RejectionReason.UNKNOWN_ENROLMENT,
                    () -> other.redeem(device, house.make().code()));
            EnrolmentStatus enrolled = house.enrolled(device);
            Token token = house.token(device, enrolled, null);

            assertThat(house.isValid(token)).isTrue();
            assertThat(other.isValid(token)).isFalse();
            refuses(RejectionReason.UNKNOWN_ENROLMENT, () -> other.token(device, enrolled, token));
            refuses(RejectionReason.UNKNOWN_ENROLMENT, () -> other.redemptions().status(enrolled.enrolment()));
            EnrolmentStatus second = other.enrolled(new EnrollingDevice());
            String nonce =
                    House.wait(other.tokens().challenge(second.enrolment())).nonce();
            refuses(
                    RejectionReason.WRONG_PROOF,
                    () -> House.wait(other.tokens()
                            .renew(second.enrolment(), nonce, device.sign(second, nonce), token.secret())));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCopiedDiskGetsNoTokenAndIsReported(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            EnrolmentStatus enrolled = house.enrolled(device);
            Token copied = house.token(device, enrolled, null);
            house.use(copied);
            Token next = house.token(device, enrolled, copied);
            house.use(next);

            refuses(RejectionReason.DEVICE_CLONED, () -> house.token(device, enrolled, copied));
            refuses(RejectionReason.DEVICE_CLONED, () -> house.token(device, enrolled, null));
            refuses(RejectionReason.DEVICE_CLONED, () -> house.token(device, enrolled, new Token("invented")));

            assertThat(house.isValid(next)).as("whoever works goes on").isTrue();
            assertThat(house.devices().all(EVENT).get(0).warning().english()).contains("copied");
            assertThat(audited(house)).contains(AuditAction.DEVICE_CLONED.name());
        }
    }

    /** A restored server knows none of the tokens that it gave since the backup, and perhaps an older one as used. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void afterARestoreADeviceWithALaterTokenGetsOneAndWaitsUntilItIsConfirmed(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            EnrolmentStatus enrolled = house.enrolled(device);
            house.use(house.token(device, enrolled, null));
            Token givenSinceTheBackup = Token.next(new SecureRandom());
            House.wait(house.store().write(WriteKey.of(EVENT), transaction -> {
                PendingDevices.begin(transaction.handle(), clock.instant(), clock.instant());
                DeviceTokenTable.forgetUse(transaction.handle());
                return EVENT;
            }));

            Token next = house.token(device, enrolled, givenSinceTheBackup);

            assertThat(house.use(next).standing()).isEqualTo(DeviceTrust.PENDING);
            DeviceState waiting = house.devices().all(EVENT).get(0);
            assertThat(waiting.pendingSince())
                    .isEqualTo(waiting.restoredBackup())
                    .isNotNull();
            assertThat(waiting.warning().english()).contains("revocations made since are lost");

            assertThat(House.wait(house.devices().confirm(EVENT, DeviceConfirmation.everyOne())))
                    .containsExactly(enrolled.device());

            assertThat(house.use(next).standing()).isEqualTo(DeviceTrust.ENROLLED);
            assertThat(house.devices().all(EVENT).get(0).warning()).isNull();
            assertThat(House.wait(house.devices().confirm(EVENT, DeviceConfirmation.of(enrolled.device()))))
                    .as("again is the same")
                    .isEmpty();
            assertThat(audited(house)).containsOnlyOnce(AuditAction.DEVICE_CONFIRMED.name());
            refuses(
                    RejectionReason.UNKNOWN_DEVICE,
                    () -> House.wait(house.devices().confirm(EVENT, DeviceConfirmation.of(new DeviceId("nobody")))));
            refuses(
                    RejectionReason.BAD_VALUE,
                    () -> House.wait(house.devices().confirm(EVENT, new DeviceConfirmation(null, null))));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRevokedDeviceProvesItsKeyOnlyToHearThatItIsRevoked(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            EnrolmentStatus enrolled = house.enrolled(device);
            Token first = house.token(device, enrolled, null);
            House.wait(house.devices().revoke(EVENT, enrolled.device()));

            assertThat(house.use(first).standing()).isEqualTo(DeviceTrust.REVOKED);
            assertThat(house.use(house.token(device, enrolled, first)).standing())
                    .isEqualTo(DeviceTrust.REVOKED);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoIsEnrolledAnewLeavesTheFormerHolderBehind(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice former = new EnrollingDevice();
            EnrolmentStatus enrolled = house.enrolled(former);
            Token old = house.token(former, enrolled, null);
            house.use(old);
            EnrollingDevice exchanged = new EnrollingDevice();
            MadeEnrolment made = House.wait(house.enrolments().make(EVENT, document(enrolled.device())));
            EnrolmentStatus pending = house.pending(exchanged, made.code());
            assertThat(house.use(old).standing()).as("not yet").isEqualTo(DeviceTrust.ENROLLED);

            House.wait(house.enrolments().confirm(EVENT, pending.enrolment(), exchanged.shortCode(pending, PIN)));

            assertThat(house.use(old).standing()).isEqualTo(DeviceTrust.REVOKED);
            assertThat(house.use(house.token(exchanged, pending, null)).standing())
                    .isEqualTo(DeviceTrust.ENROLLED);
            assertThat(house.use(house.token(former, enrolled, old)).standing()).isEqualTo(DeviceTrust.REVOKED);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void onlyTheRightSignatureOfAFreshChallengeIsAProof(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            EnrolmentStatus enrolled = house.enrolled(device);
            UUID id = enrolled.enrolment();
            String nonce = House.wait(house.tokens().challenge(id)).nonce();
            String proof = device.sign(enrolled, nonce);
            String foreign = new EnrollingDevice().sign(enrolled, nonce);

            refuses(RejectionReason.WRONG_PROOF, () -> House.wait(house.tokens().renew(id, nonce, foreign, null)));
            House.wait(house.tokens().renew(id, nonce, proof, null));
            refuses(RejectionReason.WRONG_PROOF, () -> House.wait(house.tokens().renew(id, nonce, proof, null)));

            String late = House.wait(house.tokens().challenge(id)).nonce();
            clock.turn(Duration.ofMinutes(1));
            refuses(
                    RejectionReason.WRONG_PROOF,
                    () -> House.wait(house.tokens().renew(id, late, device.sign(enrolled, late), null)));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void noMoreCodesAreOpenThanSomebodyLooksAfter(Databases database) {
        try (House house = open(database)) {
            for (int made = 0; made < EnrolmentService.MOST_WAITING; made++) {
                house.make();
            }
            refuses(RejectionReason.CONFLICT, house::make);

            House.wait(house.enrolments().make(EVENT, document(new DeviceId("kiosk-7"))));
            clock.turn(EnrolmentService.CODE_VALID);
            assertThat(house.make().device()).isEqualTo(new DeviceId("kiosk-1"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theOrganiserSaysOnWhichPrinterADevicePrintsUntilSomebodySaysOtherwise(Databases database) {
        try (House house = open(database)) {
            EnrollingDevice device = new EnrollingDevice();
            EnrolmentStatus first = enrolled(house, device, "ipps://drucker.example/ipp/print");
            assertThat(first.printer()).isEqualTo(new PrinterName("ipps://drucker.example/ipp/print"));

            assertThat(enrolled(house, device, null).printer())
                    .as("enrolled anew without a word about printers")
                    .isEqualTo(first.printer());
            assertThat(enrolled(house, device, " ").printer()).isNull();
            assertThat(enrolled(house, device, null).printer()).isNull();
            refuses(
                    RejectionReason.BAD_VALUE,
                    () -> House.wait(house.enrolments().make(EVENT, printing("folder:/etc"))));
        }
    }

    private static EnrolmentStatus enrolled(House house, EnrollingDevice device, String printer) {
        MadeEnrolment made = House.wait(house.enrolments().make(EVENT, printing(printer)));
        EnrolmentStatus pending = house.pending(device, made.code());
        House.wait(house.enrolments().confirm(EVENT, pending.enrolment(), device.shortCode(pending, PIN)));
        return house.redemptions().status(pending.enrolment());
    }

    private static EnrolmentDocument printing(String printer) {
        return new EnrolmentDocument(DeviceKind.KIOSK, new DeviceId("kiosk-7"), "Kiosk 7", List.of(MAIN), printer);
    }

    private static EnrolmentDocument document(DeviceId device) {
        return new EnrolmentDocument(DeviceKind.KIOSK, device, "Kiosk am Eingang", List.of(MAIN), null);
    }

    private List<String> audited(House house) {
        return new AuditService(house.store(), clock)
                .page(AuditQuery.of(EVENT.text()), 100).entries().stream()
                        .map(AuditEntry::action)
                        .toList();
    }

    private static void refuses(RejectionReason reason, ThrowingCallable call) {
        assertThat(refusal(call)).isEqualTo(reason);
    }

    private static RejectionReason refusal(ThrowingCallable call) {
        try {
            call.call();
            return null;
        } catch (Rejected rejected) {
            return rejected.reason();
        } catch (CompletionException e) {
            return ((Rejected) e.getCause()).reason();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void event(Handle handle) {
        handle.execute("""
                insert into events (id, title_german, title_english, zone, salt, incarnation)
                values (?, 'Kongress', 'Congress', 'Europe/Berlin', ?, ?)
                """, EVENT.text(), "00".repeat(16), UUID.randomUUID().toString());
        handle.execute(
                "insert into areas (event, id, title_german, title_english) values (?, 'hall', 'Halle', 'Hall')",
                EVENT.text());
        handle.execute("""
                insert into doors (event, id, title_german, title_english, area, direction, scope, rule)
                values (?, ?, 'Eingang', 'Entrance', 'hall', 'ENTRY', 'hall', '{}')
                """, EVENT.text(), MAIN.text());
    }

    private House open(Databases database) {
        Store store = Store.open(database.furnished(folder));
        House.wait(store.write(WriteKey.of(EVENT), transaction -> {
            event(transaction.handle());
            transaction.startFeed(EVENT);
            return EVENT;
        }));
        Accounts accounts = new Accounts(store, clock);
        SecureRandom chance = new SecureRandom();
        DataKeyTable keys = new DataKeyTable(ServerKey.of(folder.resolve("key-" + UUID.randomUUID())));
        DeviceService devices = new DeviceService(store, accounts, keys, clock, chance);
        ServerReach reach = new ServerReach(List.of(URI.create("https://10.0.0.5:8443/")), List.of(PIN));
        return new House(
                store,
                accounts,
                devices,
                new EnrolmentService(store, accounts, devices, reach, clock, chance),
                new RedemptionService(store, reach, clock, chance),
                new DeviceTokenService(store, reach, clock, chance));
    }
}
