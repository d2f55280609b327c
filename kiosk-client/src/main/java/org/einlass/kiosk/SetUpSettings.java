package org.einlass.kiosk;

import java.nio.file.Path;
import java.util.Locale;
import org.einlass.kiosk.camera.CameraAddress;
import org.jspecify.annotations.Nullable;

/**
 * The little that a device needs to know before it is enrolled.
 *
 * @param camera null where there is nothing but a scanner that types
 * @param store the device's private folder
 */
public record SetUpSettings(Locale language, @Nullable CameraAddress camera, Path store) {}
