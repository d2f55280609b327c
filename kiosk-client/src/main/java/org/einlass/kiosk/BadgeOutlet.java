package org.einlass.kiosk;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a kiosk's badges go. */
public sealed interface BadgeOutlet {

    /** Does what belongs to this outlet. */
    <T> T fold(Function<Queue, T> queue, Function<Folder, T> folder, Supplier<T> nowhere);

    /** A print queue of the operating system. */
    record Queue(String name) implements BadgeOutlet {
        @Override
        public <T> T fold(Function<Queue, T> queue, Function<Folder, T> folder, Supplier<T> nowhere) {
            return queue.apply(this);
        }
    }

    /** PDF files in a folder. */
    record Folder(Path path) implements BadgeOutlet {
        @Override
        public <T> T fold(Function<Queue, T> queue, Function<Folder, T> folder, Supplier<T> nowhere) {
            return folder.apply(this);
        }
    }

    /** This kiosk prints nothing; badges lie at the counter. */
    record Nowhere() implements BadgeOutlet {
        @Override
        public <T> T fold(Function<Queue, T> queue, Function<Folder, T> folder, Supplier<T> nowhere) {
            return nowhere.get();
        }
    }
}
