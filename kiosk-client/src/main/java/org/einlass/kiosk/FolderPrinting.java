package org.einlass.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.reports.PrintedPages;

/** Badges as PDF files in a folder, for a print service, for rehearsals, and for looking at. */
final class FolderPrinting implements BadgePrinting {
    private final Path folder;

    FolderPrinting(Path folder) {
        this.folder = folder;
    }

    /** Whoever watches the folder never sees half a file. */
    @Override
    public Fate print(EntryId print, PrintedPages pages) {
        Path half = folder.resolve("." + print + ".part");
        try {
            Files.createDirectories(folder);
            Files.write(half, pages.pdf());
            Files.move(half, folder.resolve("badge-" + print + ".pdf"), StandardCopyOption.ATOMIC_MOVE);
            return new Fate(PrintStage.PRINTED, null);
        } catch (IOException unwritable) {
            return Fate.failed(new Wording(
                    "Der Ordner " + folder + " für Ausweise ist nicht beschreibbar. Bitte Rechte und Platz prüfen.",
                    "The folder " + folder + " for badges cannot be written. Please check its rights and space."));
        }
    }
}
