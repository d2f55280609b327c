package org.einlass.server.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.EventSecret;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.TicketCipher;
import org.einlass.contract.grade.GuessableCodes;
import org.einlass.contract.id.EventId;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.GuessableLookup;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.EventSecrets;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.feed.RosterAudience;
import org.einlass.server.feed.RosterService;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What devices are given so that they know the guests without a network. */
final class RosterTest {
    @TempDir
    Path folder;

    private Congress congress;
    private RosterService rosters;

    @BeforeEach
    void open() {
        congress = new Congress(Databases.SQLITE, folder);
        rosters = new RosterService(
                congress.store(), congress.codes(), congress.dataKeys(), folder.resolve("rosters"), congress.clock);
    }

    @AfterEach
    void close() {
        congress.close();
    }

    @Test
    void aSnapshotTellsNobodyWhoIsInIt() throws Exception {
        Congress.Guest guest = congress.guest();

        RosterSnapshot snapshot = rosters.snapshot(Congress.EVENT, RosterAudience.DOORS);

        byte[] file = Files.readAllBytes(file(snapshot));
        assertThat(new String(file, UTF_8))
                .contains(congress.salt.lookupId(guest.ticket()).hex())
                .doesNotContain("Muster")
                .doesNotContain(guest.ticket().text())
                .doesNotContain(guest.badge().text());
        assertThat(snapshot.rows()).isEqualTo(2);
        assertThat(snapshot.bytes()).isEqualTo(file.length);
        assertThat(snapshot.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
    }

    @Test
    void aTicketOpensItsOwnBadgeAndNoOther() throws IOException {
        List<Congress.Guest> guests = congress.guests(2);

        List<RosterRow> rows = rows(rosters.snapshot(Congress.EVENT, RosterAudience.DOORS));

        RosterRow row = row(rows, guests.get(0).ticket());
        BadgeOrder badge = badge(row, guests.get(0).ticket()).orElseThrow();
        assertThat(badge.attendee().familyName()).isEqualTo("Muster");
        assertThat(badge.code()).isEqualTo(guests.get(0).badge().text());
        assertThat(badge(row, guests.get(1).ticket())).isEmpty();
    }

    @Test
    void aChangedRegistrationIsTold() {
        Congress.Guest guest = congress.guest();
        RosterCursor before =
                rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();

        change(
                guest,
                "update registrations set status = 'CANCELLED', version = version + 1 where event = ? and id = ?");

        RosterChanges changes = changesSince(before);
        RosterRow row = row(changes.rows(), guest.ticket());
        assertThat(row.version()).isEqualTo(2);
        assertThat(row.entitlement().status()).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(badge(row, guest.ticket())).isPresent();
        assertThat(changesSince(changes.cursor()).rows()).isEmpty();
    }

    @Test
    void aRevokedCodeIsToldWithoutARightAndIsMarkedInNewSnapshots() throws IOException {
        Congress.Guest guest = congress.guest();
        RosterCursor before =
                rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();

        change(guest, "update codes set revoked_at = 1 where event = ? and registration = ? and kind = 'BADGE'");
        congress.after(Duration.ofHours(1));

        RosterRow told = row(changesSince(before).rows(), guest.badge());
        assertThat(told.entitlement()).as("older devices take the row away").isNull();
        assertThat(told.tellsRevoked()).isTrue();
        assertThat(told.registration()).isEqualTo(guest.registration());
        assertThat(rows(rosters.snapshot(Congress.EVENT, RosterAudience.DOORS)))
                .filteredOn(RosterRow::tellsRevoked)
                .extracting(RosterRow::code)
                .containsExactly(congress.salt.lookupId(guest.badge()));
    }

    @Test
    void aPassageIsToldBecauseItMayHaveBroughtABadge() {
        SimulatedDevice kiosk = new SimulatedDevice("kiosk-1", congress, new Random(1));
        Congress.Guest guest = congress.guest();
        RosterCursor before =
                rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();

        kiosk.scan(Congress.NORTH, guest.ticket());
        kiosk.deliverAll();

        assertThat(changesSince(before).rows())
                .extracting(RosterRow::registration)
                .containsOnly(guest.registration());
    }

    @Test
    void anotherSystemsLongCodeSealsNothing() throws IOException {
        ExternalCode shop = new ExternalCode("3f2b8c1e-7d64-4a0f-9b55-0c1d2e3f4a5b");
        link(GuessableCodes.NONE, shop);

        List<RosterRow> rows = rows(rosters.snapshot(Congress.EVENT, RosterAudience.DOORS));

        assertThat(rows)
                .filteredOn(row -> row.code().equals(congress.salt.lookupId(shop)))
                .singleElement()
                .satisfies(row -> assertThat(row.entitlement()).isNotNull())
                .satisfies(row -> assertThat(row.sealedBadge()).isNull());
    }

    @Test
    void aStolenRosterOpensNoCodeThatCanBeGuessed() throws IOException {
        ExternalCode numeric = new ExternalCode("7701");
        List<ExternalCode> counted = IntStream.range(0, 10)
                .mapToObj(number -> new ExternalCode("CONGRESS-2022-ORDER-%08d".formatted(number)))
                .toList();
        link(GuessableCodes.NONE, numeric);
        link(GuessableCodes.among(counted), counted.get(7));

        Set<LookupId> stolen = rows(rosters.snapshot(Congress.EVENT, RosterAudience.DOORS)).stream()
                .map(RosterRow::code)
                .collect(Collectors.toSet());

        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(number -> congress.salt.lookupId(new ExternalCode("%04d".formatted(number)))))
                .doesNotContainAnyElementsOf(stolen);
        assertThat(counted.stream().map(congress.salt::lookupId)).doesNotContainAnyElementsOf(stolen);
        GuessableLookup told =
                congress.store().read(handle -> EventSecrets.lookup(handle, congress.seal(), Congress.EVENT));
        assertThat(told.anyLong()).isTrue();
        EventSecret secret = Objects.requireNonNull(told.secret());
        assertThat(stolen).contains(secret.lookupId(numeric), secret.lookupId(counted.get(7)));
    }

    private void link(GuessableCodes guessable, ExternalCode code) {
        Congress.Guest guest = congress.guest();
        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            congress.enrolment().linkAll(transaction, Congress.EVENT, Map.of(code, guest.registration()), guessable);
            return 1;
        }));
    }

    @Test
    void aRestoredServerSaysThatItIsAnother() {
        congress.guest();
        RosterCursor before =
                rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();

        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            EventTable.renewIncarnation(transaction.handle(), Congress.EVENT);
            return 1;
        }));

        assertThat(refusal(before.incarnation())).contains(RejectionReason.UNKNOWN_INCARNATION);
        assertThat(refusal(null)).contains(RejectionReason.UNKNOWN_INCARNATION);
        assertThat(rosters.snapshot(Congress.EVENT, RosterAudience.DOORS)
                        .cursor()
                        .incarnation())
                .isNotEqualTo(before.incarnation());
    }

    @Test
    void oneFileServesAllWhoAskWithinMinutesAndTheOneBeforeStaysForTheSlow() {
        Congress.Guest guest = congress.guest();
        RosterSnapshot first = rosters.snapshot(Congress.EVENT, RosterAudience.DOORS);
        change(guest, "update registrations set version = version + 1 where event = ? and id = ?");

        RosterSnapshot soon = rosters.snapshot(Congress.EVENT, RosterAudience.DOORS);
        congress.after(Duration.ofHours(1));
        RosterSnapshot later = rosters.snapshot(Congress.EVENT, RosterAudience.DOORS);
        change(guest, "update registrations set version = version + 1 where event = ? and id = ?");
        congress.after(Duration.ofHours(1));
        rosters.snapshot(Congress.EVENT, RosterAudience.DOORS);

        assertThat(soon).isEqualTo(first);
        assertThat(later).isNotEqualTo(first);
        assertThat(rosters.file(Congress.EVENT, first.file(), RosterAudience.DOORS))
                .isEmpty();
        assertThat(rosters.file(Congress.EVENT, later.file(), RosterAudience.DOORS))
                .isPresent();
        assertThat(rosters.file(Congress.EVENT, "../" + later.file(), RosterAudience.DOORS))
                .isEmpty();
    }

    @Test
    void anUnknownEventHasNoRoster() {
        assertThatThrownBy(() -> rosters.snapshot(new EventId("nowhere"), RosterAudience.DOORS))
                .isInstanceOf(UnknownEventOrDoor.class);
    }

    @Test
    void onlyDesksAreToldWhoItIsAndOnlyUnderTheirKey() throws Exception {
        Congress.Guest guest = congress.guest();
        DataKey key = key(false);

        RosterSnapshot forDesks = rosters.snapshot(Congress.EVENT, RosterAudience.DESKS);
        String file = Files.readString(rosters.file(Congress.EVENT, forDesks.file(), RosterAudience.DESKS)
                .orElseThrow());
        List<RosterRow> told = file.lines()
                .map(line -> read(line, RosterRow.class))
                .filter(row -> row.sealedGuest() != null)
                .toList();

        assertThat(told).hasSize(1);
        assertThat(guest(told.get(0), key))
                .hasValueSatisfying(
                        card -> assertThat(card.badge().registration()).isEqualTo(guest.registration()));
        assertThat(guest(told.get(0), DataKey.next(key.number(), new Random(1))))
                .isEmpty();
        assertThat(file).doesNotContain("Muster").doesNotContain(guest.badge().text());
        RosterSnapshot forDoors = rosters.snapshot(Congress.EVENT, RosterAudience.DOORS);
        assertThat(rows(forDoors))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.sealedGuest()).isNull());
        change(guest, "update registrations set version = version + 1 where event = ? and id = ?");
        assertThat(changesSince(forDoors.cursor()).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.sealedGuest()).isNull());
    }

    @Test
    void onlyDesksAreToldOfAccessNeedsHintsAndThePress() throws Exception {
        Congress.Guest guest = congress.guest();
        DataKey key = key(false);
        change(guest, """
                insert into registration_details (event, registration, delegation, accreditation, access_needs,
                    access_consent, staff_hint, answers)
                select event, id, 'Delegation Zwitschfink', 'APPLIED', 'WHEELCHAIR', true, 'kommt mit Ranger', '{}'
                from registrations where event = ? and id = ?
                """);

        RosterSnapshot forDesks = rosters.snapshot(Congress.EVENT, RosterAudience.DESKS);
        AttendeeCard card = Files.readString(rosters.file(Congress.EVENT, forDesks.file(), RosterAudience.DESKS)
                        .orElseThrow())
                .lines()
                .map(line -> read(line, RosterRow.class))
                .filter(row -> row.sealedGuest() != null)
                .flatMap(row -> guest(row, key).stream())
                .findFirst()
                .orElseThrow();
        assertThat(card.notes())
                .isEqualTo(new AttendeeCard.Notes(
                        Accreditation.APPLIED,
                        Set.of(AccessNeed.WHEELCHAIR),
                        "kommt mit Ranger",
                        "Delegation Zwitschfink"));

        RosterRow row = row(rows(rosters.snapshot(Congress.EVENT, RosterAudience.DOORS)), guest.ticket());
        TicketCipher seal = new TicketCipher(congress.salt, guest.ticket(), guest.registration(), row.version());
        String opened = new String(
                seal.open(Base64.getDecoder().decode(row.sealedBadge())).orElseThrow(), UTF_8);
        assertThat(opened)
                .contains("Muster")
                .doesNotContain("WHEELCHAIR")
                .doesNotContain("Ranger")
                .doesNotContain("APPLIED")
                .doesNotContain("Zwitschfink");
        assertThat(row.sealedGuest()).isNull();
    }

    @Test
    void noDoorGetsADesksFileByItsName() {
        congress.guest();
        key(false);

        RosterSnapshot forDesks = rosters.snapshot(Congress.EVENT, RosterAudience.DESKS);

        assertThat(rosters.file(Congress.EVENT, forDesks.file(), RosterAudience.DOORS))
                .isEmpty();
        assertThat(rosters.file(Congress.EVENT, "../event.desks/" + forDesks.file(), RosterAudience.DOORS))
                .isEmpty();
    }

    @Test
    void aNewKeyMakesDesksFetchTheirRosterAnewAndNobodyElse() {
        Congress.Guest guest = congress.guest();
        key(false);
        RosterCursor desk =
                rosters.snapshot(Congress.EVENT, RosterAudience.DESKS).cursor();
        RosterCursor door =
                rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();
        assertThat(rosters.changes(Congress.EVENT, desk.incarnation(), desk.number(), RosterAudience.DESKS)
                        .cursor())
                .isEqualTo(desk);

        DataKey renewed = key(true);

        assertThatThrownBy(
                        () -> rosters.changes(Congress.EVENT, desk.incarnation(), desk.number(), RosterAudience.DESKS))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectionReason.UNKNOWN_INCARNATION));
        assertThat(changesSince(door).rows()).isEmpty();
        RosterCursor fresh =
                rosters.snapshot(Congress.EVENT, RosterAudience.DESKS).cursor();
        change(guest, "update registrations set version = version + 1 where event = ? and id = ?");
        List<RosterRow> rows = rosters.changes(
                        Congress.EVENT, fresh.incarnation(), fresh.number(), RosterAudience.DESKS)
                .rows();
        assertThat(rows)
                .filteredOn(row -> row.sealedGuest() != null)
                .singleElement()
                .satisfies(row -> assertThat(guest(row, renewed))
                        .map(card -> card.badge().registration())
                        .contains(guest.registration()));
    }

    private DataKey key(boolean another) {
        return Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            Instant now = congress.clock.instant();
            if (another) {
                congress.dataKeys().rotate(transaction.handle(), Congress.EVENT, now);
            }
            return congress.dataKeys().ensure(transaction.handle(), Congress.EVENT, now);
        }));
    }

    private static Optional<AttendeeCard> guest(RosterRow row, DataKey key) {
        return key.open(Base64.getDecoder().decode(row.sealedGuest()), DataKey.place(row.registration(), row.version()))
                .map(text -> read(new String(text, UTF_8), AttendeeCard.class));
    }

    private void change(Congress.Guest guest, String sql) {
        String registration = guest.registration().toString();
        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            transaction.changed(Congress.EVENT, "registration", registration, 2);
            return transaction.handle().execute(sql, Congress.EVENT.text(), registration);
        }));
    }

    private Optional<RejectionReason> refusal(UUID incarnation) {
        try {
            rosters.changes(Congress.EVENT, incarnation, 0, RosterAudience.DOORS);
            return Optional.empty();
        } catch (Rejected refused) {
            return Optional.of(refused.reason());
        }
    }

    private RosterChanges changesSince(RosterCursor cursor) {
        return rosters.changes(Congress.EVENT, cursor.incarnation(), cursor.number(), RosterAudience.DOORS);
    }

    private Path file(RosterSnapshot snapshot) {
        return rosters.file(Congress.EVENT, snapshot.file(), RosterAudience.DOORS)
                .orElseThrow();
    }

    private List<RosterRow> rows(RosterSnapshot snapshot) throws IOException {
        return Files.readAllLines(file(snapshot)).stream()
                .map(line -> read(line, RosterRow.class))
                .toList();
    }

    private RosterRow row(List<RosterRow> rows, Code code) {
        return rows.stream()
                .filter(row -> row.code().equals(congress.salt.lookupId(code)))
                .findFirst()
                .orElseThrow();
    }

    private Optional<BadgeOrder> badge(RosterRow row, Code code) {
        return new TicketCipher(congress.salt, code, row.registration(), row.version())
                .open(Base64.getDecoder().decode(row.sealedBadge()))
                .map(text -> read(new String(text, UTF_8), BadgeOrder.class));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JournalJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
