package org.einlass.kiosk.print;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.PrintResult.Reason;
import org.einlass.kiosk.print.PrintResult.Refused;
import org.einlass.kiosk.print.PrintResult.Written;
import org.einlass.reports.PrintedPages;

/**
 * Badges as PDF files in a folder: for a print shop, a rehearsal, a look. A file is called by its number and
 * the print's id, never by its guest, and appears whole or not at all.
 */
public final class FolderPrinter implements BadgePrinter {
    private static final Logger LOG = System.getLogger(FolderPrinter.class.getName());
    private static final Pattern NAME = Pattern.compile("badge-(\\d+)-(.+)\\.pdf");

    private final Path folder;

    /** Badges for {@code folder}, which is made where it does not exist. */
    public FolderPrinter(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public boolean isFolder() {
        return true;
    }

    @Override
    public String shownName() {
        return String.valueOf(folder.getFileName());
    }

    @Override
    public PrinterStatus status() {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
            return PrinterStatus.of(shownName(), false, List.of(), List.of());
        } catch (IOException unwritable) {
            return PrinterStatus.trouble(
                    shownName(), PrinterFault.STOPPED, PrintMessages.say("folder.unwritable", folder));
        }
    }

    /** The file of a print is the print. */
    @Override
    public JobState job(EntryId print) {
        try {
            return same(earlier(), print).isPresent() ? JobState.PRINTED : JobState.NOT_THERE;
        } catch (NoSuchFileException none) {
            return JobState.NOT_THERE;
        } catch (IOException unreadable) {
            return JobState.UNREACHABLE;
        }
    }

    /** Writes a print once, however often it is asked for. */
    @Override
    public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
        try {
            Files.createDirectories(folder);
            List<Matcher> earlier = earlier();
            Optional<Path> same = same(earlier, print);
            return new Written(same.isPresent() ? same.get() : write(name(print, next(earlier)), pages));
        } catch (IOException unwritable) {
            return refused(unwritable);
        }
    }

    private Optional<Path> same(List<Matcher> earlier, EntryId print) {
        return earlier.stream()
                .filter(name -> name.group(2).equals(print.toString()))
                .map(name -> folder.resolve(name.group()))
                .findFirst();
    }

    private Path write(String name, PrintedPages pages) throws IOException {
        Path half = Files.createTempFile(folder, ".badge-", ".part");
        try {
            Files.write(half, pages.pdf());
            return Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private List<Matcher> earlier() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .toList();
        }
    }

    private static long next(List<Matcher> earlier) {
        return 1
                + earlier.stream()
                        .mapToLong(name -> Long.parseLong(name.group(1)))
                        .max()
                        .orElse(0);
    }

    private static String name(EntryId print, long number) {
        return String.format(Locale.ROOT, "badge-%04d-%s.pdf", number, print);
    }

    private Refused refused(IOException unwritable) {
        LOG.log(Level.WARNING, () -> "The folder for badges cannot be written: " + unwritable);
        return new Refused(Reason.FOLDER_UNWRITABLE, PrintMessages.say("folder.unwritable", folder));
    }
}
