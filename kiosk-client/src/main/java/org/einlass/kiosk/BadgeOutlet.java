package org.einlass.kiosk;

import java.nio.file.Path;
import org.einlass.kiosk.print.ipp.PrinterUri;

/** Where a kiosk's badges go. */
public sealed interface BadgeOutlet {

    /** Does what belongs to this outlet. */
    <T> T fold(Cases<T> cases);

    /** One answer for each outlet. */
    interface Cases<T> {
        T queue(Queue outlet);

        T ipp(Ipp outlet);

        T folder(Folder outlet);

        T nowhere();

        T unknown(Unknown outlet);
    }

    /** A print queue of the operating system. */
    record Queue(String name) implements BadgeOutlet {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.queue(this);
        }
    }

    /** A printer on the network, or a queue of another machine's CUPS, by its address. */
    record Ipp(PrinterUri uri) implements BadgeOutlet {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.ipp(this);
        }
    }

    /** PDF files in a folder. */
    record Folder(Path path) implements BadgeOutlet {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.folder(this);
        }
    }

    /** This kiosk prints nothing; badges lie at the counter. */
    record Nowhere() implements BadgeOutlet {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.nowhere();
        }
    }

    /**
     * A printer that the organiser assigned in a form of a newer server: nothing can be printed there.
     *
     * @param text as the server wrote it
     */
    record Unknown(String text) implements BadgeOutlet {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown(this);
        }
    }
}
