package org.einlass.kiosk.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.einlass.kiosk.print.BadgePrinter;

/**
 * A printer of which there is nothing but its answers: it takes each document and forgets it, says of each that it is
 * printed, and says nothing of itself. What goes to it is written as for a real printer, and sent nowhere.
 */
public final class MemoryPrinter {
    private static final PrinterUri NOWHERE = new PrinterUri(URI.create("ipp://localhost/"));

    private MemoryPrinter() {}

    /** One that is called so. */
    public static BadgePrinter named(String name) {
        byte[] answer = answer();
        return new IppPrinter(name, NOWHERE, IppPrinter.Limits.USUAL, new IppConnection((sent, patience) -> answer));
    }

    private static byte[] answer() {
        IppPacket answer = new IppPacket.Builder(Status.successfulOk, 1)
                .putPrinterAttributes(Types.documentFormatSupported.of("application/pdf"))
                .addGroup(AttributeGroup.groupOf(
                        Tag.jobAttributes, Types.jobId.of(1), Types.jobState.of(JobState.completed)))
                .build();
        try {
            return IppConnection.bytes(answer, new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
