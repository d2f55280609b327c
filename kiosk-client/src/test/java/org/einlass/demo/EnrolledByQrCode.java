package org.einlass.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.Wording;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.camera.FoundCode;
import org.einlass.kiosk.enrolment.DeviceIdentity;
import org.einlass.kiosk.enrolment.DeviceSetUp;
import org.einlass.kiosk.enrolment.EnrolmentFile;
import org.einlass.kiosk.enrolment.SetUpView;

/** A device without settings that is shown a picture of the organiser's QR code; its reader is the kiosk's own. */
public final class EnrolledByQrCode implements AutoCloseable {
    private static final int SIDE = 600;
    private static final long PATIENCE_MINUTES = 3;
    private static final long PATIENCE_SECONDS = 10;

    private final CompletableFuture<String> shortCode = new CompletableFuture<>();
    private final CompletableFuture<DeviceIdentity> enrolled = new CompletableFuture<>();
    private final DeviceSetUp setUp;

    /** @param store the device's private folder */
    public EnrolledByQrCode(Path store) {
        setUp = new DeviceSetUp(new EnrolmentFile(store), new Shown(), Locale.GERMAN, Duration.ofMillis(200));
    }

    /** Somebody holds the QR code before the camera. */
    public void reads(String offer) {
        FoundCode found = new CodeReader()
                .read(CameraFrame.of("console", picture(offer)), Duration.ofSeconds(PATIENCE_SECONDS)).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("The kiosk's reader does not read its own QR code."));
        setUp.read(found.text());
    }

    /** Somebody types what the console shows instead. */
    public void types(String address, String code) {
        setUp.type(address, code);
    }

    private static BufferedImage picture(String text) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, SIDE, SIDE);
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    image.setRGB(x, y, modules.get(x, y) ? 0 : 0xffffff);
                }
            }
            return image;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands on the device's screen. */
    public String shortCode() {
        return shortCode.orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join();
    }

    /** Waits until it is enrolled. */
    public DeviceIdentity awaitEnrolled() {
        return enrolled.orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        setUp.close();
    }

    /** Hears what people would see. */
    private final class Shown implements SetUpView {
        @Override
        public void asking() {
            // The next thing shown is what counts.
        }

        @Override
        public void compare(String code) {
            shortCode.complete(code);
        }

        @Override
        public void failed(Wording sentence) {
            IllegalStateException why = new IllegalStateException(sentence.english());
            shortCode.completeExceptionally(why);
            enrolled.completeExceptionally(why);
        }

        @Override
        public void enrolled(DeviceIdentity identity) {
            enrolled.complete(identity);
        }
    }
}
