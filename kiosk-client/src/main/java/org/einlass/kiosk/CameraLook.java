package org.einlass.kiosk;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.CodeOrigin;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.ScannedText;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.FoundCode;
import org.einlass.kiosk.scanner.CameraView;
import org.einlass.kiosk.team.CameraSight;
import org.einlass.kiosk.words.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Keeps what the camera saw last, for the team's look at it. From any thread. */
final class CameraLook {
    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.team.team");
    private static final int BYTE = 0xFF;

    /** Of each direction: enough to say how bright a picture is. */
    private static final int STEP = 8;

    private final @Nullable CameraAddress camera;
    private volatile @Nullable CameraView last;

    CameraLook(@Nullable CameraAddress camera) {
        this.camera = camera;
    }

    void sees(CameraView view) {
        last = view;
    }

    /** The camera sees nothing: the last guest's picture goes. */
    void blind() {
        last = null;
    }

    /** Empty where the device has no camera. */
    Optional<CameraSight> now(double picturesASecond) {
        CameraAddress address = camera;
        if (address == null) {
            return Optional.empty();
        }
        CameraView view = last;
        return Optional.of(
                view == null
                        ? new CameraSight(address.name(), null, picturesASecond, 0, List.of())
                        : new CameraSight(
                                address.name(),
                                view.frame().image(),
                                picturesASecond,
                                brightness(view.frame()),
                                view.codes().stream()
                                        .map(FoundCode::text)
                                        .map(CameraLook::kind)
                                        .toList()));
    }

    private static int brightness(CameraFrame frame) {
        long sum = 0;
        long count = 0;
        for (int y = 0; y < frame.height(); y += STEP) {
            for (int x = 0; x < frame.width(); x += STEP) {
                sum += frame.luminance()[y * frame.width() + x] & BYTE;
                count++;
            }
        }
        return (int) Math.round(100.0 * sum / (count * BYTE));
    }

    private static Wording kind(String text) {
        ScannedText scanned = ScannedText.of(text);
        if (scanned instanceof Code code) {
            return WORDS.say(code.kind() == CodeKind.TICKET ? "camera.read.ticket" : "camera.read.badge");
        }
        boolean foreign = CodeOrigin.of(scanned) == CodeOrigin.FOREIGN;
        return WORDS.say(foreign ? "camera.read.foreign" : "camera.read.external", text.length());
    }
}
