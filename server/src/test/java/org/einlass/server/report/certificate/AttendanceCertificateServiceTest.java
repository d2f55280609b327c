package org.einlass.server.report.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.contract.certificate.AttendanceVerificationKey;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.launcher.Launcher;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.page.QrPhoto;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.json.Json;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.RegistrationPages;
import org.einlass.server.report.Renderers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of attendance are for those who came. */
final class AttendanceCertificateServiceTest {
    private static final EventId EVENT = ImportServices.EVENT;
    private static final Instant NINE = Instant.parse("2026-11-28T08:00:00Z");
    private static final Renderers RENDERERS = new Renderers();

    /** As many get a certificate in a batch; {@code -Deinlass.certificates=700} tells how long a congress takes. */
    private static final int PEOPLE = Integer.getInteger("einlass.certificates", 100);

    private static final String DOCUMENT_WITH_WORKSHOP = """
            {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin", "firstDay": "2026-11-28",
             "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}}],
             "categories": [{"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"},
                             "colour": "#1d5a96", "countsAsVisitor": true}],
             "areas": [{"id": "halle", "title": {"german": "Halle", "english": "Hall"}},
                       {"id": "raum", "parent": "halle", "title": {"german": "Raum", "english": "Room"}}],
             "sessions": [{"id": "akten", "programme": "egk", "area": "raum",
                           "title": {"german": "Akten ohne Papier", "english": "Files without paper"},
                           "startsAt": "2026-11-28T08:10:00Z", "endsAt": "2026-11-28T09:00:00Z"}],
             "doors": [{"id": "raum", "area": "raum", "prints": false,
                        "title": {"german": "Raum", "english": "Room"}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void certifiesWhoWasLetInAndNobodyElse() throws Exception {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take("Name;Organisation", "Eva Schmidt;Gera", "Jan Kurz;Suhl");
            AttendanceCertificateService certificates = certificates(side);
            RegistrationId eva = id(side, "Schmidt");

            assertThatThrownBy(() -> certificates.pdf(EVENT, Locale.GERMAN)).isInstanceOf(Rejected.class);
            cameIn(side, eva);

            assertThat(text(certificates.pdf(EVENT, eva, Locale.GERMAN))).startsWith("%PDF-");
            assertThat(text(certificates.pdf(EVENT, Locale.ENGLISH))).startsWith("%PDF-");
            assertThatThrownBy(() -> certificates.pdf(EVENT, id(side, "Kurz"), Locale.GERMAN))
                    .isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> certificates.pdf(EVENT, new RegistrationId(new UUID(0, 0)), Locale.GERMAN))
                    .isInstanceOf(Rejected.class);
        }
    }

    /** The command is a process of its own, on what an organiser kept: the key, and the paper. */
    @Test
    void aCertificateIsVerifiedAfterTheServerIsGoneAndAChangedByteIsNot() throws Exception {
        Path key = folder.resolve("kept.pem");
        String code;
        try (ImportServices side =
                new ImportServices(Databases.SQLITE, Files.createDirectory(folder.resolve("gone")))) {
            side.take("Name;Organisation", "Jördis Müller;Gera");
            cameIn(side, id(side, "Müller"));
            String pem = certificates(side).publicKey(EVENT);
            Files.writeString(key, pem);
            assertThat(certificates(side).verifyingPage(EVENT, Locale.GERMAN))
                    .as("the page has the same key")
                    .contains(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
            code = code(paper(side, "Müller"));
        }
        remove(folder.resolve("gone"));
        Path kept = Files.writeString(folder.resolve("kept.txt"), code);

        assertThat(verified(key, kept))
                .startsWith("0")
                .contains("Jördis Müller, Gera")
                .contains("2026-11-28");
        for (int place : new int[] {0, code.indexOf("Müller") + 2, code.length() - 40, code.length() - 1}) {
            char other = code.charAt(place) == 'x' ? 'y' : 'x';
            Files.writeString(kept, code.substring(0, place) + other + code.substring(place + 1));

            assertThat(verified(key, kept)).as("changed at " + place).startsWith("1");
        }
    }

    /** What a telephone reads on the paper. */
    private static String code(PrintedPages paper) throws IOException {
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(paper.raster(300), "png", photo);
        return QrPhoto.code(photo.toByteArray()).orElseThrow();
    }

    /** A certificate with the event's key, as it is printed. */
    private PrintedPages paper(ImportServices side, String family) {
        EventDocument event =
                side.store().read(handle -> EventTable.document(handle, EVENT)).orElseThrow();
        CertificateWriter writer = side.store().read(handle -> CertificateWriter.of(handle, EVENT, event));
        Registration one = side.store()
                .read(handle -> RegistrationTable.find(handle, EVENT, id(side, family)))
                .orElseThrow();
        AttendanceSigningKey.Pair keys = side.store()
                .read(handle -> new CertificateKeyTable(ServerKey.of(folder.resolve("key"))).of(handle, EVENT))
                .orElseThrow();
        return RENDERERS.certificates().pages(writer.of(List.of(one), keys, LocalDate.of(2026, 11, 29), Locale.GERMAN));
    }

    private static void remove(Path all) throws IOException {
        try (Stream<Path> files = Files.walk(all)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** The exit code of the command and what it said. */
    private static String verified(Path key, Path code) throws Exception {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "verify-attendance",
                        "--key",
                        key.toString(),
                        code.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), UTF_8);
        return command.waitFor() + " " + said;
    }

    @Test
    void theKeyStaysTheSameSoThatOldCertificatesStayVerifiable() throws Exception {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            String first = certificates(side).publicKey(EVENT);

            assertThat(certificates(side).publicKey(EVENT)).isEqualTo(first);
            assertThat(AttendanceVerificationKey.ofPem(first)).isPresent();
        }
    }

    @Test
    void sessionsStandThereOnlyWhereScannedAndConsented() throws Exception {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            EventDocument event = Json.mapper().readValue(DOCUMENT_WITH_WORKSHOP, EventDocument.class);
            side.take("Name;Organisation", "Eva Schmidt;Gera", "Jan Kurz;Suhl", "Ute Lang;Jena");
            for (String family : List.of("Schmidt", "Kurz", "Lang")) {
                cameIn(side, id(side, family));
            }
            wasInWorkshop(side, id(side, "Schmidt"));
            wasInWorkshop(side, id(side, "Kurz"));
            CertificateDesignService designs = designs(side);
            designs.consent(EVENT, List.of(id(side, "Schmidt"), id(side, "Lang")), true);

            assertThat(sessions(side, event, "Schmidt"))
                    .as("not wanted on certificates")
                    .isEmpty();
            designs.save(EVENT, new CertificateSettings(Wording.same("Text"), "", true));

            assertThat(sessions(side, event, "Schmidt")).containsExactly("Akten ohne Papier");
            assertThat(sessions(side, event, "Kurz")).as("without consent").isEmpty();
            assertThat(sessions(side, event, "Lang")).as("never scanned").isEmpty();
            designs.consent(EVENT, List.of(id(side, "Schmidt")), false);
            assertThat(sessions(side, event, "Schmidt")).isEmpty();
            assertThatThrownBy(() -> designs.consent(EVENT, List.of(new RegistrationId(new UUID(0, 0))), true))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void picturesAreReadAndWrittenAnewAndAnythingElseIsRefused() throws Exception {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            CertificateDesignService designs = designs(side);
            byte[] png = picture("png", 200, 100);

            assertThat(designs.picture(EVENT, CertificateImageKind.LOGO, png).logo())
                    .isTrue();
            assertThat(designs.picture(EVENT, CertificateImageKind.SIGNATURE, picture("jpg", 90, 40))
                            .signature())
                    .isTrue();
            assertThat(text(designs.preview(EVENT, Locale.GERMAN))).contains("/Subtype/Image");
            for (byte[] bad : List.of(
                    "<svg/>".getBytes(ISO_8859_1),
                    Arrays.copyOf(png, 40),
                    picture("gif", 200, 100),
                    picture("png", 4_001, 20),
                    picture("png", 4_000, 2_001),
                    Arrays.copyOf(png, 1_000_001))) {
                assertThatThrownBy(() -> designs.picture(EVENT, CertificateImageKind.LOGO, bad))
                        .isInstanceOf(Rejected.class);
            }
            assertThat(designs.picture(EVENT, CertificateImageKind.LOGO, null).logo())
                    .isFalse();
            assertThatThrownBy(() ->
                            designs.save(EVENT, new CertificateSettings(Wording.same("x".repeat(601)), "", false)))
                    .isInstanceOf(Rejected.class);
            assertThat(designs.current(EVENT).signature()).isTrue();
        }
    }

    @Test
    void aBatchShowsItsProgressAndHoldsAFileForEachOrganisation() throws Exception {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            List<String> rows = new ArrayList<>(List.of("Name;Organisation"));
            IntStream.range(0, PEOPLE)
                    .forEach(one -> rows.add("Vor" + letters(one) + " Nach" + letters(one) + ";"
                            + (one % 2 == 0 ? "Stadt " : "STADT ") + letters(one % 30)));
            side.take(rows.toArray(String[]::new));
            for (Registration one : RegistrationPages.byName(side.store(), EVENT)) {
                cameIn(side, one.id());
            }
            designs(side).picture(EVENT, CertificateImageKind.LOGO, picture("png", 1_200, 400));
            AttendanceCertificateService certificates = certificates(side);
            try (CertificateBatches batches =
                    new CertificateBatches(certificates, folder.resolve("batches"), Clock.systemUTC())) {
                long begun = System.nanoTime();
                CertificateBatch batch = batches.begin(EVENT, Locale.GERMAN);
                Set<Integer> seen = new TreeSet<>();
                CertificateBatch now = batch;
                while (now.state() == CertificateBatch.State.RUNNING) {
                    LockSupport.parkNanos(20_000_000);
                    now = batches.current(EVENT).orElseThrow();
                    seen.add(now.done());
                }

                System.err.printf("%d certificates in %d ms%n", PEOPLE, (System.nanoTime() - begun) / 1_000_000);
                assertThat(batch.all()).isEqualTo(PEOPLE);
                assertThat(batches.current(EVENT).orElseThrow().state()).isEqualTo(CertificateBatch.State.DONE);
                assertThat(seen).as("progress").hasSizeGreaterThan(3).contains(PEOPLE);
                assertThat(entries(batches.file(EVENT, batch.id()))).hasSize(30);
                assertThatThrownBy(() -> batches.file(EVENT, "another")).isInstanceOf(Rejected.class);
            }
            assertThat(folder.resolve("batches")).isEmptyDirectory();
        }
    }

    @Test
    void whoIsErasedWhileABatchBeginsStandsInNoFile() throws Exception {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            side.take("Name;Organisation", "Eva Schmidt;Gera", "Jan Kurz;Suhl");
            cameIn(side, id(side, "Schmidt"));
            cameIn(side, id(side, "Kurz"));
            RegistrationId erased = id(side, "Schmidt");
            AtomicReference<CertificateBatches> erasing = new AtomicReference<>();
            InstantSource clock = () -> {
                CertificateBatches once = erasing.getAndSet(null);
                if (once != null) {
                    remove(side, erased);
                    once.forget(EVENT);
                }
                return NINE;
            };
            try (CertificateBatches batches = new CertificateBatches(
                    certificates(side), folder.resolve("batches"), clock.withZone(ZoneOffset.UTC))) {
                erasing.set(batches);

                CertificateBatch batch = batches.begin(EVENT, Locale.GERMAN);

                assertThat(erasing).as("erased between reading and beginning").hasNullValue();
                assertThat(batch.all()).isEqualTo(1);
            }
        }
    }

    private static void remove(ImportServices side, RegistrationId who) {
        try (Connection database = DriverManager.getConnection(side.address() + "?busy_timeout=20000");
                PreparedStatement update =
                        database.prepareStatement("update registrations set status = 'CANCELLED' where id = ?");
                PreparedStatement delete = database.prepareStatement("delete from facts where subject = ?")) {
            update.setString(1, who.toString());
            update.executeUpdate();
            delete.setString(1, who.toString());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 100) + (char) ('a' + number / 10 % 10) + (char) ('a' + number % 10);
    }

    private static List<String> entries(InputStream file) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
        return file.toByteArray();
    }

    private List<String> sessions(ImportServices side, EventDocument event, String family) {
        AttendanceSigningKey.Pair keys = AttendanceSigningKey.next();
        return side.store()
                .read(handle -> CertificateWriter.of(handle, EVENT, event))
                .of(
                        List.of(side.store()
                                .read(handle -> RegistrationTable.find(handle, EVENT, id(side, family)))
                                .orElseThrow()),
                        keys,
                        LocalDate.of(2026, 11, 29),
                        Locale.GERMAN)
                .get(0)
                .facts()
                .sessions();
    }

    private CertificateDesignService designs(ImportServices side) {
        return new CertificateDesignService(side.store(), RENDERERS, Clock.fixed(NINE, ZoneOffset.UTC));
    }

    private AttendanceCertificateService certificates(ImportServices side) {
        return new AttendanceCertificateService(
                side.store(),
                new CertificateKeyTable(ServerKey.of(folder.resolve("key"))),
                RENDERERS,
                Clock.fixed(NINE.plus(Duration.ofDays(1)), ZoneOffset.UTC));
    }

    private static RegistrationId id(ImportServices side, String family) {
        return side.store().read(handle -> RegistrationTable.page(handle, EVENT, "", null, 10)).stream()
                .filter(one -> one.particulars().attendee().familyName().equals(family))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void cameIn(ImportServices side, RegistrationId who) throws Exception {
        happened(
                side,
                who,
                new JournalEntry.WalkedIn(
                        head(),
                        who,
                        new CategoryId("attendee"),
                        List.of(),
                        List.of(),
                        new LookupId("0".repeat(32)),
                        new SealedDeskMessage("")));
    }

    private static void wasInWorkshop(ImportServices side, RegistrationId who) throws Exception {
        happened(
                side,
                who,
                new JournalEntry.Scanned(
                        head(),
                        new DoorId("raum"),
                        new LookupId("0".repeat(32)),
                        null,
                        null,
                        Outcome.admitted(Outcome.Source.SERVER)));
    }

    private static EntryHead head() {
        DeviceTime time = new DeviceTime(NINE, new BootId(new UUID(1, 1)), Duration.ZERO, null, null);
        return new EntryHead(new EntryId(UUID.randomUUID()), 1, Phase.LIVE, time, null);
    }

    private static void happened(ImportServices side, RegistrationId who, JournalEntry entry) throws Exception {
        try (Connection database = DriverManager.getConnection(side.address() + "?busy_timeout=20000");
                PreparedStatement insert = database.prepareStatement("""
                        insert into facts (event, id, device, epoch, sequence, type, phase, boot, wall, monotonic, at,
                            uncertainty, sure, subject, content, body, received_at)
                        values (?, ?, 'desk', ?, 1, ?, 'LIVE', 'b', 0, 0, ?, 0, true, ?, 'c', ?, 0)
                        """)) {
            insert.setString(1, EVENT.text());
            insert.setString(2, entry.head().id().toString());
            insert.setString(3, entry.head().id().toString());
            insert.setString(4, entry.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            insert.setLong(5, NINE.toEpochMilli());
            insert.setString(6, who.toString());
            insert.setString(
                    7, JournalJson.mapper().writerFor(JournalEntry.class).writeValueAsString(entry));
            insert.executeUpdate();
        }
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }
}
