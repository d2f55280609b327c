package org.einlass.server.report.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.certificate.AttendanceVerificationKey;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.Renderers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of attendance are for those who came. */
final class AttendanceCertificateServiceTest {
    private static final EventId EVENT = ImportServices.EVENT;
    private static final Instant NINE = Instant.parse("2026-11-28T08:00:00Z");
    private static final Renderers RENDERERS = new Renderers();

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

    @Test
    void theKeyStaysTheSameSoThatOldCertificatesStayVerifiable() throws Exception {
        try (ImportServices side = new ImportServices(Databases.SQLITE, folder)) {
            String first = certificates(side).publicKey(EVENT);

            assertThat(certificates(side).publicKey(EVENT)).isEqualTo(first);
            assertThat(AttendanceVerificationKey.ofPem(first)).isPresent();
        }
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
        DeviceTime time = new DeviceTime(NINE, new BootId(new UUID(1, 1)), Duration.ZERO, null, null);
        JournalEntry entry = new JournalEntry.WalkedIn(
                new EntryHead(new EntryId(new UUID(1, 2)), 1, Phase.LIVE, time, null),
                who,
                new CategoryId("attendee"),
                List.of(),
                List.of(),
                new LookupId("0".repeat(32)),
                new SealedDeskMessage(""));
        try (Connection database = DriverManager.getConnection(side.address() + "?busy_timeout=20000");
                PreparedStatement insert = database.prepareStatement("""
                        insert into facts (event, id, device, epoch, sequence, type, phase, boot, wall, monotonic, at,
                            uncertainty, sure, subject, content, body, received_at)
                        values (?, 'f', 'desk', 'e', 1, 'walkedin', 'LIVE', 'b', 0, 0, ?, 0, true, ?, 'c', ?, 0)
                        """)) {
            insert.setString(1, EVENT.text());
            insert.setLong(2, NINE.toEpochMilli());
            insert.setString(3, who.toString());
            insert.setString(
                    4, JournalJson.mapper().writerFor(JournalEntry.class).writeValueAsString(entry));
            insert.executeUpdate();
        }
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }
}
