package org.einlass.kiosk.queue;

import java.util.List;

/** The prints of this device as its disk keeps them. Durable when a method returns. */
public interface PrintJobs {

    /**
     * Keeps a print, new or further than before.
     *
     * @throws org.einlass.kiosk.gate.JournalException where the disk does not take it
     */
    void keep(PrintJob job);

    /**
     * The prints of which something may still come out, or that a person must look at, oldest first.
     *
     * @throws org.einlass.kiosk.gate.JournalException where the disk cannot be read
     */
    List<PrintJob> open();
}
