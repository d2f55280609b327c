package org.einlass.kiosk;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.einlass.contract.Wording;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.kiosk.camera.Symbology;
import org.einlass.kiosk.enrolment.DeviceIdentity;
import org.einlass.kiosk.enrolment.DeviceSetUp;
import org.einlass.kiosk.enrolment.EnrolmentFile;
import org.einlass.kiosk.enrolment.SetUpView;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.scanner.CameraView;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.SetUpWindow;

/** A device without settings, with its window, camera and scanner: waits until somebody has enrolled it. */
public final class SetUpScreen implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final CountDownLatch enrolled = new CountDownLatch(1);
    private final SetUpWindow window;
    private final DeviceSetUp setUp;
    private final CodeScanners scanners;

    private SetUpScreen(SetUpSettings settings) {
        setUp = new DeviceSetUp(new EnrolmentFile(settings.store()), new Shown(), settings.language(), LOOK);
        window = SetUpWindow.fullScreen(language(settings.language()), setUp::type);
        scanners = CodeScanners.start(settings.camera(), Set.of(Symbology.QR), new Eye());
    }

    private static Language language(Locale locale) {
        return Language.ENGLISH.locale().equals(locale) ? Language.ENGLISH : Language.GERMAN;
    }

    /**
     * Opens the window and begins to look for a QR code.
     *
     * @throws SettingsException where the camera cannot be used
     */
    public static SetUpScreen open(SetUpSettings settings) {
        return new SetUpScreen(settings);
    }

    /** Waits until the device is enrolled. */
    public void awaitEnrolled() throws InterruptedException {
        enrolled.await();
    }

    @Override
    public void close() {
        scanners.close();
        setUp.close();
        window.close();
    }

    /** Passes on to the window how the set-up goes. */
    private final class Shown implements SetUpView {
        @Override
        public void asking() {
            window.showAsking();
        }

        @Override
        public void compare(String shortCode) {
            window.showShortCode(shortCode);
        }

        @Override
        public void failed(Wording sentence) {
            window.showFault(sentence);
        }

        @Override
        public void enrolled(DeviceIdentity identity) {
            window.showDone(identity.device().text());
            enrolled.countDown();
        }
    }

    /** Hears what the scanners see. */
    private final class Eye implements CodeScanners.Attendant {
        @Override
        public void reads(GateReading reading) {
            reading.texts().stream().filter(EnrolmentOffer::claims).findFirst().ifPresent(setUp::read);
        }

        @Override
        public void readsPicture(GateReading reading) {
            reads(reading);
        }

        @Override
        public boolean knows(String text) {
            return EnrolmentOffer.claims(text);
        }

        @Override
        public void sees(CameraView cameraView) {
            // The window has no mirror: the QR code is held before the camera by the team.
        }

        @Override
        public void blind(Fault fault) {
            // Address and code can be typed instead.
        }

        @Override
        public void seesAgain() {
            // Nothing was said when it was blind.
        }
    }
}
