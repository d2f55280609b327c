package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.kiosk.enrolment.DeviceIdentity;
import org.einlass.kiosk.enrolment.EnrolmentFile;
import org.einlass.kiosk.print.PrinterStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device prints on the printer that the organiser assigned, unless its own settings name one. */
final class AssignedPrinterTest {
    private static final BadgeOutlet ASSIGNED = new BadgeOutlet.Queue("Badges");

    @TempDir
    Path folder;

    @Test
    void printsBadgesAndDocumentsOnTheAssignedPrinter() {
        KioskSettings settings = settings("queue:Badges", Map.of());

        assertThat(settings.outlet()).isEqualTo(ASSIGNED);
        assertThat(settings.documents()).isEqualTo(ASSIGNED);
    }

    @Test
    void itsOwnSettingsGoBefore() {
        assertThat(settings("queue:Badges", Map.of("printer", "none")).outlet()).isEqualTo(new BadgeOutlet.Nowhere());
        assertThat(settings("queue:Badges", Map.of("printer.documents", "queue:Office")))
                .returns(ASSIGNED, KioskSettings::outlet)
                .returns(new BadgeOutlet.Queue("Office"), KioskSettings::documents);
    }

    /** Else it would be asked at one of them for what the other one has. */
    @Test
    void aPrinterThatIsNamedTwiceHelpsOutOnceAndNotItself() {
        KioskSettings settings =
                settings("queue:Badges", Map.of("printer.neighbours", "queue:West, queue:Badges, queue:West"));

        assertThat(settings.neighbours()).containsExactly(new BadgeOutlet.Queue("West"));
    }

    @Test
    void printsNowhereWhereNobodySaidWhere() {
        assertThat(settings(null, Map.of()).outlet()).isEqualTo(new BadgeOutlet.Nowhere());
    }

    @Test
    void namesAPrinterOfANewerServerAndStartsAllTheSame() {
        KioskSettings settings = settings("cloud://printers.example/7", Map.of());

        PrinterStatus status = KioskFactory.printer(settings.outlet()).status();
        assertThat(status.isBlocked()).isTrue();
        assertThat(status.sentence().german())
                .isEqualTo("Der Veranstalter hat den Drucker „cloud://printers.example/7“ zugewiesen; diese "
                        + "Programmversion kennt solche Drucker nicht. Bitte das Programm erneuern oder printer in den "
                        + "Einstellungen eintragen.");
        assertThat(settings("cloud://printers.example/7", Map.of("printer", "queue:Badges"))
                        .outlet())
                .isEqualTo(ASSIGNED);
    }

    private KioskSettings settings(String printer, Map<String, String> own) {
        new EnrolmentFile(folder)
                .write(new DeviceIdentity(
                        List.of(URI.create("http://127.0.0.1:8080")),
                        List.of(),
                        new UUID(0, 1),
                        new EventId("dt-2022"),
                        new DeviceId("kiosk-7"),
                        "KIOSK",
                        List.of(new DoorId("main")),
                        privateKey(),
                        null,
                        printer == null ? null : new PrinterName(printer)));
        Map<String, String> values = new HashMap<>(own);
        values.put("store", folder.toString());
        return new KioskSettingsReader(values).kiosk();
    }

    private static String privateKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("EC")
                            .generateKeyPair()
                            .getPrivate()
                            .getEncoded());
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
