package org.einlass.server.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.RecoveryKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.backup.BackupService;
import org.einlass.server.backup.BackupSettings;
import org.einlass.server.database.Databases;
import org.einlass.server.erasure.AcknowledgedErasures;
import org.einlass.server.erasure.Disclosure;
import org.einlass.server.erasure.DisclosureService;
import org.einlass.server.erasure.ErasureReason;
import org.einlass.server.erasure.ErasureReceipt;
import org.einlass.server.erasure.ErasureService;
import org.einlass.server.erasure.RetentionService;
import org.einlass.server.feed.RosterAudience;
import org.einlass.server.feed.RosterService;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.registration.RegistrationErasures;
import org.einlass.server.registration.RegistrationRange;
import org.einlass.server.registration.change.EndedSubstitutions;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.organisation.OrganisationAlias;
import org.einlass.server.registration.organisation.OrganisationAliasService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.Renderers;
import org.einlass.server.search.SearchService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One person, or a whole event, is erased: nothing of them is left, and every place not yet reached is named. */
final class ErasureTest {
    /** Words that stand nowhere else. */
    private static final List<String> CANARIES =
            List.of("Zwitschfink", "Kanaria", "Piepmatzverein", "fink@vogel.example", "VOGEL-4711", "Trillerdorf");

    /** Tables with a column for a registration from which an erasure deletes. */
    private static final List<String> EMPTIED = List.of(
            "accompanied_guests",
            "bookings",
            "codes",
            "desk_fields",
            "distinct_registrations",
            "import_rows",
            "letters",
            "registration_changes",
            "registration_days",
            "registration_details",
            "registration_phones",
            "session_consents");

    /** Tables from which an erasure deletes what names nobody: numbers, ids, moments. */
    private static final Set<String> NAMELESS = Set.of(
            "epochs",
            "boots",
            "presences",
            "head_counts",
            "standings",
            "conflicts",
            "claims",
            "badge_runs",
            "badge_boxes",
            "counter_guests");

    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    private Path backups;
    private RosterService rosters;

    @BeforeEach
    void furnish() throws IOException {
        Files.createDirectories(folder.resolve("data/keys"));
        backups = Files.createDirectories(folder.resolve("backups"));
        Files.writeString(
                folder.resolve("data/keys/recovery.pub"),
                RecoveryKey.next(new Random(5)).publicKey().base64());
    }

    private ErasureService service(Databases database) {
        desks = new TwoDesks(database, folder);
        return service();
    }

    private BackupService backupService() {
        BackupSettings settings = new BackupSettings(folder.resolve("data"), backups, Duration.ofHours(6), 3);
        return new BackupService(desks.congress.store(), settings, Runnable::run, desks.congress.clock);
    }

    private ErasureService service() {
        Congress congress = desks.congress;
        rosters = new RosterService(
                congress.store(), congress.codes(), congress.dataKeys(), folder.resolve("rosters"), congress.clock);
        return service(List.of(rosters::forgetFiles));
    }

    private ErasureService service(List<Consumer<EventId>> files) {
        Congress congress = desks.congress;
        FactTable facts = new FactTable();
        return new ErasureService(
                congress.store(),
                new RegistrationErasures(congress.codes(), new Random(3)),
                new EndedSubstitutions(congress.enrolment(congress.services().effects())),
                (handle, event, registration) -> facts.hasSubject(handle, event, registration.toString()),
                files,
                new AcknowledgedErasures(congress.store(), congress.dataKeys(), congress.clock),
                backupService(),
                congress.clock);
    }

    /** A guest whose every field is a canary, among so many others that pages were split. */
    private Congress.Guest canary() {
        desks.congress.guests(60);
        Congress.Guest guest = desks.congress.guest();
        name(guest.registration());
        desks.congress.guests(60);
        name(guest.registration());
        return guest;
    }

    private void name(RegistrationId registration) {
        desks.congress.execute("""
                update registrations set family_name = 'Zwitschfink', given_name = 'Kanaria',
                    organisation = 'Piepmatzverein', mail = 'fink@vogel.example', own_key = 'VOGEL-4711'
                where id = ?""", registration.toString());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSpellingThatOnlyTheErasedPersonUsedGoesWithThem(Databases database) {
        ErasureService service = service(database);
        Congress congress = desks.congress;
        RegistrationId alone = congress.guest().registration();
        RegistrationId one = congress.guest().registration();
        RegistrationId other = congress.guest().registration();
        congress.execute("update registrations set organisation = 'Fink & Co.' where id = ?", alone.toString());
        congress.execute("update registrations set organisation = 'M.I.' where id = ?", one.toString());
        congress.execute("update registrations set organisation = 'MI' where id = ?", other.toString());
        OrganisationAliasService aliases = new OrganisationAliasService(congress.store(), congress.clock);
        aliases.put(Congress.EVENT, "Fink & Co.", "Zwitschfink");
        aliases.put(Congress.EVENT, "MI", "Ministerium des Innern");

        service.person(Congress.EVENT, alone);
        service.person(Congress.EVENT, one);

        assertThat(aliases.all(Congress.EVENT).reviewed())
                .extracting(OrganisationAlias::spelling)
                .containsExactly("MI");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theDisclosureHasWhatTheDayAndThePrintersKeep(Databases database) {
        service(database);
        Congress congress = desks.congress;
        RegistrationId guest = congress.guest().registration();
        EventId event = Congress.EVENT;
        congress.execute(
                "insert into registration_details (event, registration, delegation, access_needs, access_consent,"
                        + " staff_hint, answers, phone) values (?, ?, '', '', false, '', '{}', '+49 361 4711')",
                event.text(),
                guest.toString());
        congress.execute(
                "insert into accompanied_guests (event, registration, since, noted_by) values (?, ?, 1000, 'ayse')",
                event.text(),
                guest.toString());
        congress.execute(
                "insert into session_consents (event, registration, noted_at) values (?, ?, 2000)",
                event.text(),
                guest.toString());
        congress.execute("""
                insert into badge_runs (event, number, printed_at, printed_by, format, sheets)
                values (?, 1, 3000, 'bo', 'A6', 1)""", event.text());
        congress.execute("""
                insert into badge_sheets (event, id, registration, badge, run, box, letters, number, content, replaced)
                values (?, 'sheet', ?, 'badge', 1, 7, 'A-K', 12, '', false)""", event.text(), guest.toString());

        congress.execute("""
                insert into desk_fields (event, registration, field, base, effective)
                values (?, ?, 'DEPARTMENT', '', 'Referat 23')""", event.text(), guest.toString());
        congress.execute("""
                insert into quarantine (event, device, content, reason, body, received_at)
                values (?, 'kiosk-1', 'c', 'too late', ?, 4000)""", event.text(), "{\"of\": \"" + guest + "\"}");

        congress.execute(
                "insert into imports (event, id, source, imported_at, number) values (?, 'list', 's', 5000, 1)",
                event.text());
        congress.execute("""
                insert into import_rows (event, import, registration, effect, version, before, mail_before)
                values (?, 'list', ?, 'CHANGED', 2, '{}', 'alt@example.org')""", event.text(), guest.toString());

        DisclosureService disclosures = new DisclosureService(congress.store(), new Renderers(), congress.clock);
        assertThat(disclosures.of(event, guest).registrations().get(0).notes())
                .containsExactly(
                        new Disclosure.Note(Disclosure.Kind.ACCOMPANIED, "", "ayse", Instant.ofEpochMilli(1000)),
                        new Disclosure.Note(Disclosure.Kind.BADGE_SHEET, "7/A-K/12", "bo", Instant.ofEpochMilli(3000)),
                        new Disclosure.Note(
                                Disclosure.Kind.BEFORE_IMPORT, "{}  alt@example.org", "", Instant.ofEpochMilli(5000)),
                        new Disclosure.Note(Disclosure.Kind.DESK_FIELD, "DEPARTMENT: Referat 23", "", null),
                        new Disclosure.Note(Disclosure.Kind.PHONE, "+49 361 4711", "", null),
                        new Disclosure.Note(
                                Disclosure.Kind.QUARANTINED,
                                "{\"of\": \"" + guest + "\"}",
                                "kiosk-1",
                                Instant.ofEpochMilli(4000)),
                        new Disclosure.Note(Disclosure.Kind.SESSION_CONSENT, "", "", Instant.ofEpochMilli(2000)));
        assertThat(new String(disclosures.pdf(event, guest, Locale.GERMAN), ISO_8859_1))
                .startsWith("%PDF");
    }

    private Set<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> CANARIES.stream().anyMatch(canary -> holds(file, canary)))
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    private static boolean holds(Path file, String canary) {
        try {
            String bytes = Files.readString(file, ISO_8859_1);
            return bytes.contains(canary)
                    || bytes.contains(canary.toLowerCase(Locale.ROOT))
                    || bytes.contains(new String(canary.getBytes(UTF_16LE), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noByteOfAPersonIsLeftInDatabaseLogFreePagesAndRosterFiles() throws IOException {
        ErasureService service = service(Databases.SQLITE);
        Congress.Guest guest = canary();
        rosters.snapshot(Congress.EVENT, RosterAudience.DOORS);
        desks.kiosk.scan(Congress.NORTH, guest.ticket());
        desks.first.correct(guest.registration(), AttendeeField.DEPARTMENT, "", "Trillerdorf");
        desks.first.deliverAll();
        assertThat(left()).isNotEmpty();
        String registration = guest.registration().toString();
        assertThat(desks.registration(guest.registration())).containsEntry("department", "Trillerdorf");

        ErasureReceipt receipt = service.person(Congress.EVENT, guest.registration());

        assertThat(left()).isEmpty();
        assertThat(receipt.erasure().cleanedAt()).isEqualTo(Congress.NINE);
        assertThat(receipt.backups()).isEmpty();
        assertThat(receipt.erasure().rows())
                .containsEntry("registrations", 1)
                .containsEntry("codes", 2)
                .containsEntry("letters", 1);
        assertThat(desks.congress.count("select count(*) from letters where registration = '" + registration + "'"))
                .isZero();
        assertThat(desks.congress.rows("select action, subject from audit_entries where action like '%ERASED'"))
                .containsExactly(Map.of("action", "REGISTRATION_ERASED", "subject", registration));
    }

    @ParameterizedTest
    @EnumSource
    void whoWasAtADoorCountsOnWithoutAName(Databases database) {
        ErasureService service = service(database);
        Congress.Guest guest = desks.congress.guest();
        name(guest.registration());
        desks.kiosk.scan(Congress.NORTH, guest.ticket());
        desks.kiosk.deliverAll();
        desks.first.correct(guest.registration(), AttendeeField.GIVEN_NAME, "Kanaria", "Kanarina");
        desks.first.deliverAll();
        SearchService search = new SearchService(desks.congress.store());
        assertThat(search.search(Congress.EVENT, "Zwitschfink", 5).hits()).hasSize(1);
        long people = desks.people("arena");

        service.person(Congress.EVENT, guest.registration());

        assertThat(desks.registration(guest.registration()))
                .containsEntry("status", "CANCELLED")
                .containsEntry("family_name", "")
                .containsEntry("given_name", "")
                .containsEntry("organisation", "")
                .containsEntry("mail", null)
                .containsEntry("own_key", null)
                .containsEntry("fingerprint", null);
        assertThat(search.search(Congress.EVENT, "Zwitschfink", 5).hits()).isEmpty();
        assertThat(desks.people("arena")).isEqualTo(people).isPositive();
        assertThat(desks.ask(Congress.SOUTH, guest.ticket()).refusal()).isEqualTo(Refusal.UNKNOWN);
        assertThat(desks.congress.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatADeskReportsLaterBringsNoNameBack(Databases database) {
        ErasureService service = service(database);
        Congress.Guest guest = desks.congress.guest();
        name(guest.registration());
        desks.kiosk.scan(Congress.NORTH, guest.ticket());
        desks.kiosk.deliverAll();
        SimulatedDevice.Made walkIn = desks.first.walkIn(TwoDesks.OEZTUERK, "attendee");
        desks.first.deliverAll();
        desks.second.correct(guest.registration(), AttendeeField.GIVEN_NAME, "Kanaria", "Trillerdorf");
        desks.second.correct(walkIn.registration(), AttendeeField.GIVEN_NAME, "Ayşe", "Trillerdorf");

        service.person(Congress.EVENT, guest.registration());
        service.person(Congress.EVENT, walkIn.registration());
        desks.second.deliverAll();
        desks.congress.restart();

        assertThat(desks.congress.count("select count(*) from facts where type = 'corrected'"))
                .as("a fact is never refused")
                .isEqualTo(2);
        assertThat(desks.congress.count("select count(*) from letters")).isZero();
        assertThat(desks.congress.count("select count(*) from registrations where given_name <> ''"))
                .isZero();
        assertThat(desks.congress.count("select count(*) from registrations where family_name = '?'"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceThatWasOffIsNamedUntilItHasFollowed(Databases database) {
        ErasureService service = service(database);
        Congress.Guest guest = desks.congress.guest();
        RosterCursor before =
                rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();
        heartbeat("kiosk-1", before);

        ErasureReceipt receipt = service.person(Congress.EVENT, guest.registration());
        assertThat(receipt.waiting()).contains("kiosk-1", "schalter-1", "schalter-2");
        assertThat(receipt.complete()).isFalse();

        RosterCursor now = rosters.changes(Congress.EVENT, before.incarnation(), before.number(), RosterAudience.DOORS)
                .cursor();
        heartbeat("schalter-1", new RosterCursor(UUID.randomUUID(), now.number()));
        assertThat(service.receipts(Congress.EVENT).get(0).waiting()).contains("kiosk-1", "schalter-1");

        heartbeat("kiosk-1", now);
        assertThat(service.receipts(Congress.EVENT).get(0).waiting())
                .contains("schalter-1")
                .doesNotContain("kiosk-1");

        heartbeat("kiosk-1", before);
        assertThat(service.receipts(Congress.EVENT).get(0).waiting())
                .as("who has acknowledged once holds it no more")
                .doesNotContain("kiosk-1");
    }

    @ParameterizedTest
    @EnumSource
    void whoWasRepresentedBySomebodyErasedHasTheirPlaceAgain(Databases database) {
        ErasureService service = service(database);
        Congress congress = desks.congress;
        Congress.Guest guest = congress.guest();
        RegistrationId substitute = substitute(guest);
        assertThat(desks.ask(Congress.NORTH, guest.ticket()).refusal()).isEqualTo(Refusal.REPRESENTED);

        service.person(Congress.EVENT, substitute);

        assertThat(desks.status(guest.registration())).isEqualTo("CONFIRMED");
        assertThat(desks.ask(Congress.NORTH, guest.ticket()).refusal()).isNull();
        assertThat(congress.rows("select kind from registration_changes order by number desc"))
                .first()
                .isEqualTo(Map.of("kind", "SUBSTITUTION_UNDONE"));
        assertThat(congress.rows("select subject from audit_entries where action = 'REGISTRATION_CHANGED'"))
                .containsExactly(Map.of("subject", guest.registration().toString()));
    }

    @ParameterizedTest
    @EnumSource
    void thePlaceOfSomebodyErasedWhoHasUsedItIsNotGivenAgainUnasked(Databases database) {
        ErasureService service = service(database);
        Congress congress = desks.congress;
        Congress.Guest guest = congress.guest();
        RegistrationId substitute = substitute(guest);
        Code ticket = congress.read(
                handle -> congress.codes().given(handle, Congress.EVENT, RegistrationRange.of(substitute)).stream()
                        .flatMap(code -> Stream.ofNullable(code.ours()))
                        .filter(code -> code.kind() == CodeKind.TICKET)
                        .findFirst()
                        .orElseThrow());
        desks.kiosk.scan(Congress.NORTH, ticket);
        desks.kiosk.deliverAll();

        service.person(Congress.EVENT, substitute);

        assertThat(desks.status(guest.registration())).isEqualTo("CANCELLED");
    }

    private RegistrationId substitute(Congress.Guest guest) {
        Congress congress = desks.congress;
        return new RegistrationChangeService(
                        congress.store(),
                        congress.enrolment(congress.services().effects()),
                        (handle, event, one) -> false,
                        congress.clock)
                .substitute(Congress.EVENT, guest.registration(), TwoDesks.MUELLER, "organiser")
                .id();
    }

    private void heartbeat(String device, RosterCursor roster) {
        Heartbeat heartbeat = new Heartbeat("test", DoorRule.VERSION, "KIOSK", null, 0, 0, 0, 0, roster, null, "READY");
        assertThat(desks.congress.execute(
                        "update devices set said = ?, seen_at = ? where id = ?",
                        JournalJson.text(heartbeat),
                        desks.congress.clock.millis(),
                        device))
                .isEqualTo(1);
    }

    @Test
    void backupsFromBeforeAreNamedUntilTheyAreReplaced() throws IOException {
        ErasureService service = service(Databases.SQLITE);
        Congress.Guest guest = desks.congress.guest();
        name(guest.registration());
        String old = Congress.await(backupService().make()).name();
        desks.congress.after(Duration.ofHours(1));

        ErasureReceipt receipt = service.person(Congress.EVENT, guest.registration());

        assertThat(receipt.backups()).singleElement().returns(old, backup -> backup.name());
        assertThat(receipt.backupsGoneBy()).isEqualTo(Congress.NINE.plus(Duration.ofHours(1 + 3 * 6)));
        for (int i = 0; i < 3; i++) {
            desks.congress.after(Duration.ofHours(6));
            Congress.await(backupService().make());
        }
        assertThat(service.receipts(Congress.EVENT).get(0).backups()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWholeEventIsErasedAndItsDevicesAreWiped(Databases database) throws IOException {
        ErasureService service = service(database);
        Congress.Guest guest = canary();
        desks.kiosk.scan(Congress.NORTH, guest.ticket());
        desks.first.walkIn(TwoDesks.OEZTUERK, "attendee");
        desks.first.correct(guest.registration(), AttendeeField.DEPARTMENT, "", "Trillerdorf");
        desks.first.deliverAll();
        assertThatThrownBy(() -> service.event(Congress.EVENT, ErasureReason.REQUESTED))
                .hasRootCauseInstanceOf(Rejected.class)
                .hasRootCauseMessage("This event is live.");
        desks.congress.execute("update events set phase = 'CLOSED', version = version + 1");
        desks.congress.execute(
                "insert into device_messages (event, device, id, text, sent_at) values (?, 'desk-1', 'm', ?, 1)",
                Congress.EVENT.text(),
                "Frau Zwitschfink wartet");
        desks.congress.execute(
                "insert into organisation_aliases (event, spelling_key, spelling, organisation, saved_at)"
                        + " values (?, 'kanzlei zwitschfink', 'Kanzlei Zwitschfink', 'Piepmatzverein', 1)",
                Congress.EVENT.text());

        ErasureReceipt receipt = service.event(Congress.EVENT, ErasureReason.REQUESTED);

        for (String table : List.of(
                "registrations",
                "codes",
                "facts",
                "answers",
                "claims",
                "letters",
                "desk_fields",
                "presences",
                "standings",
                "conflicts",
                "quarantine",
                "device_messages",
                "organisation_aliases",
                "counter_guests",
                "letter_keys")) {
            assertThat(desks.congress.count("select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(left()).isEmpty();
        assertThat(receipt.waiting()).containsExactlyInAnyOrder("kiosk-1", "schalter-1", "schalter-2");
        desks.congress.execute("update wipes set wiped_at = 1 where device = 'kiosk-1'");
        assertThat(service.receipts(Congress.EVENT).get(0).waiting())
                .containsExactlyInAnyOrder("schalter-1", "schalter-2");
    }

    @Test
    void theDayOfErasureIsWaitedOutOnceMoreSoThatAWrongClockErasesNobody() {
        ErasureService service = service(Databases.SQLITE);
        Congress.Guest guest = desks.congress.guest();
        desks.congress.execute(
                "update events set handout = ?", "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"2022-07-04\"}");
        RetentionService retention = new RetentionService(desks.congress.store(), service, desks.congress.clock);
        assertThatThrownBy(() -> retention.set(Congress.EVENT, LocalDate.parse("2022-07-04")))
                .hasRootCauseInstanceOf(Rejected.class)
                .hasRootCauseMessage("The day of erasure is not behind the event's last day.");
        retention.set(Congress.EVENT, LocalDate.parse("2022-08-01"));

        desks.congress.after(Duration.ofDays(365));
        retention.eraseDue();
        desks.congress.time.set(Congress.NINE);
        retention.eraseDue();
        desks.congress.after(Duration.ofDays(40));
        retention.eraseDue();
        assertThat(desks.registration(guest.registration())).containsEntry("status", "CONFIRMED");

        desks.congress.after(Duration.ofHours(25));
        retention.eraseDue();
        assertThat(desks.congress.count("select count(*) from registrations")).isZero();
        assertThat(service.receipts(Congress.EVENT).get(0).erasure())
                .returns(ErasureReason.RETENTION, one -> one.reason())
                .returns("server", one -> one.by());
        assertThat(retention.day(Congress.EVENT)).isEmpty();
    }

    private void lastsUntil(String day) {
        desks.congress.execute(
                "update events set handout = ?", "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"" + day + "\"}");
    }

    @ParameterizedTest
    @EnumSource
    void noDayErasesAnEventThatWasMovedBeyondIt(Databases database) {
        ErasureService service = service(database);
        Congress congress = desks.congress;
        congress.guest();
        lastsUntil("2022-07-04");
        RetentionService retention = new RetentionService(congress.store(), service, congress.clock);
        retention.set(Congress.EVENT, LocalDate.parse("2022-07-06"));
        assertThat(retention.isOvertaken(Congress.EVENT)).isFalse();
        congress.after(Duration.ofDays(2));
        retention.eraseDue();

        lastsUntil("2022-07-06");
        assertThat(retention.isOvertaken(Congress.EVENT)).isTrue();
        congress.after(Duration.ofHours(25));
        assertThatThrownBy(() -> service.event(Congress.EVENT, ErasureReason.RETENTION))
                .as("looked at again where it is erased")
                .hasRootCauseInstanceOf(Rejected.class)
                .hasRootCauseMessage("The event's day of erasure does not stand any more.");
        for (int days = 0; days < 4; days++) {
            retention.eraseDue();
            congress.after(Duration.ofDays(2));
        }
        assertThat(congress.count("select count(*) from registrations")).isEqualTo(1);

        retention.set(Congress.EVENT, LocalDate.parse("2022-07-07"));
        retention.eraseDue();
        congress.after(Duration.ofHours(25));
        retention.eraseDue();
        assertThat(congress.count("select count(*) from registrations")).isZero();
    }

    @Test
    void whatFailsIsNamedOnTheReceiptAndKeepsNoOtherFromBeingErased() {
        service(Databases.SQLITE);
        Congress congress = desks.congress;
        Congress.Guest guest = congress.guest();
        congress.codeOfAnotherEvent();
        congress.execute("insert into feed_counters (event) values ('nebenan')");
        congress.execute(
                "update events set handout = ?", "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"2022-07-04\"}");
        EventId other = new EventId("nebenan");
        List<EventId> forgotten = new ArrayList<>();
        AtomicBoolean broken = new AtomicBoolean(true);
        ErasureService service = service(List.of(
                event -> {
                    if (broken.get() && event.equals(Congress.EVENT)) {
                        throw new UncheckedIOException(new IOException("held open"));
                    }
                },
                forgotten::add));
        RetentionService retention = new RetentionService(congress.store(), service, congress.clock);

        ErasureReceipt receipt = service.person(Congress.EVENT, guest.registration());

        assertThat(receipt.erasure().cleanedAt()).isNull();
        assertThat(receipt.complete()).isFalse();
        assertThat(forgotten).containsExactly(Congress.EVENT);

        retention.set(Congress.EVENT, LocalDate.parse("2022-07-05"));
        retention.set(other, LocalDate.parse("2022-07-05"));
        congress.execute("create trigger broken before insert on erasures when new.event = '" + Congress.EVENT.text()
                + "' begin select raise(abort, 'broken'); end");
        congress.after(Duration.ofDays(2));
        retention.eraseDue();
        congress.after(Duration.ofHours(25));
        retention.eraseDue();

        assertThat(retention.day(Congress.EVENT)).isPresent();
        assertThat(retention.day(other)).isEmpty();
        assertThat(service.receipts(other))
                .singleElement()
                .satisfies(one -> assertThat(one.erasure().cleanedAt()).isNotNull());

        congress.execute("drop trigger broken");
        broken.set(false);
        retention.eraseDue();
        assertThat(service.receipts(Congress.EVENT))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.erasure().cleanedAt()).isNotNull());
    }

    @Test
    void everyTableFromWhichAnErasureDeletesIsWrittenAnewByPostgresql() {
        ErasureService service = service(Databases.POSTGRESQL);
        desks.congress.execute("update events set phase = 'CLOSED', version = version + 1");
        Map<String, Object> before = files();

        ErasureReceipt receipt = service.event(Congress.EVENT, ErasureReason.REQUESTED);

        Map<String, Object> after = files();
        Set<String> deletedFrom = new TreeSet<>(EMPTIED);
        deletedFrom.addAll(receipt.erasure().rows().keySet());
        deletedFrom.removeAll(NAMELESS);
        assertThat(before.keySet()).containsAll(deletedFrom);
        assertThat(deletedFrom)
                .contains("helpers")
                .filteredOn(table -> before.get(table).equals(after.get(table)))
                .as("tables of which the old file is left")
                .isEmpty();
    }

    @Test
    void postgresqlWritesItsTablesAnewOnlyWhileNoDoorWaitsForThem() {
        ErasureService service = service(Databases.POSTGRESQL);
        lastsUntil("2022-07-04");

        service.person(Congress.EVENT, desks.congress.guest().registration());
        assertThat(service.receipts(Congress.EVENT))
                .as("the doors are open")
                .allSatisfy(one -> assertThat(one.erasure().cleanedAt()).isNull());

        desks.congress.after(Duration.ofHours(18));
        service.person(Congress.EVENT, desks.congress.guest().registration());
        assertThat(service.receipts(Congress.EVENT))
                .as("at three in the night")
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.erasure().cleanedAt()).isNotNull());
    }

    private Map<String, Object> files() {
        return desks
                .congress
                .rows("select relname as name, relfilenode as file from pg_class where relkind = 'r'"
                        + " and relnamespace = cast(current_schema() as regnamespace)")
                .stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("name")), row -> row.get("file")));
    }

    /** What becomes of each table that has a column for a registration or a subject; a new one fails until it is here. */
    @Test
    void everyTableThatNamesARegistrationIsDecidedAbout() {
        service(Databases.SQLITE);
        List<String> keptWithoutAName = List.of(
                "answers",
                "audit_entries",
                "badge_sheets",
                "claims",
                "conflicts",
                "erased_registrations",
                "erasures",
                "facts",
                "presences",
                "registration_programmes",
                "standings");

        List<String> found = desks.congress.rows("""
                        select distinct m.name as name from sqlite_master m join pragma_table_info(m.name) c
                        where m.type = 'table' and c.name in ('registration', 'subject')
                        """).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(EMPTIED.stream(), keptWithoutAName.stream())
                        .toList());
    }
}
