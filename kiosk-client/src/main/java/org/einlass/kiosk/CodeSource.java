package org.einlass.kiosk;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

/** Where a kiosk reads codes. A scanner that types is listened to in any case. */
public sealed interface CodeSource {

    /** Does what belongs to this source. */
    <T> T fold(Function<Pictures, T> pictures, Function<Camera, T> camera, Function<Keyboard, T> keyboard);

    /** A folder of pictures, or one picture. */
    record Pictures(Path folder) implements CodeSource {
        @Override
        public <T> T fold(Function<Pictures, T> pictures, Function<Camera, T> camera, Function<Keyboard, T> keyboard) {
            return pictures.apply(this);
        }
    }

    /** A camera that sends MJPEG over HTTP. */
    record Camera(URI address) implements CodeSource {
        @Override
        public <T> T fold(Function<Pictures, T> pictures, Function<Camera, T> camera, Function<Keyboard, T> keyboard) {
            return camera.apply(this);
        }
    }

    /** Nothing but a scanner that types. */
    record Keyboard() implements CodeSource {
        @Override
        public <T> T fold(Function<Pictures, T> pictures, Function<Camera, T> camera, Function<Keyboard, T> keyboard) {
            return keyboard.apply(this);
        }
    }
}
