package org.einlass.reports.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every page that is printed, whatever its data. {@code -Deinlass.pages=FOLDER} keeps the files. */
class EveryPageTest {
    private static final int DPI = 72;

    @TestFactory
    Stream<DynamicTest> isFitForArchivesAndScreenReaders() {
        return each((name, pages) -> {
            byte[] pdf = pages.pdf();
            String folder = System.getProperty("einlass.pages");
            if (folder != null) {
                keep(Path.of(folder).resolve(name + ".pdf"), pdf);
            }

            assertThat(VeraPdf.findings(pdf)).isEmpty();
        });
    }

    /** A4 printers leave about 5 mm white; badges fill their paper. */
    @TestFactory
    Stream<DynamicTest> keepsItsInkInsideThePrintersMargins() {
        return each((name, pages) -> {
            if (name.startsWith("badge") || name.startsWith("printer-test")) {
                return;
            }
            int margin = (int) (4 / 25.4 * DPI);
            for (int page = 0; page < Math.min(pages.count(), 4); page++) {
                BufferedImage image = pages.raster(page, DPI, Inks.COLOUR);
                for (int x = 0; x < image.getWidth(); x++) {
                    for (int y = 0; y < image.getHeight(); y++) {
                        boolean edge = x < margin
                                || y < margin
                                || x >= image.getWidth() - margin
                                || y >= image.getHeight() - margin;
                        assertThat(edge && (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF)
                                .as("ink at " + x + "/" + y + " of page " + page)
                                .isFalse();
                    }
                }
            }
        });
    }

    /** Every public method of this module that makes pages is called for {@link EveryPage}. */
    @Test
    void noRendererIsMissing() {
        Set<String> called = new ClassFileImporter()
                .importClasses(EveryPage.class).get(EveryPage.class).getMethodCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner().getName() + "#" + call.getName())
                        .collect(Collectors.toSet());

        List<String> renderers = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.einlass.reports").stream()
                        .filter(type -> !type.isRecord() && !type.isInterface())
                        .filter(type -> !type.getPackageName().endsWith(".jasper"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getRawReturnType().isEquivalentTo(PrintedPages.class))
                        .map(method -> method.getOwner().getName() + "#" + method.getName())
                        .distinct()
                        .toList();

        assertThat(renderers).hasSizeGreaterThan(10);
        assertThat(called).containsAll(renderers);
    }

    private static Stream<DynamicTest> each(Check check) {
        return EveryPage.all().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> check.of(page.getKey(), page.getValue())));
    }

    private interface Check {
        void of(String name, PrintedPages pages);
    }

    private static void keep(Path file, byte[] pdf) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
