package org.einlass.reports.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.reports.Millimetres;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.SheetRenderer;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.Weight;

/**
 * Sets sheets by which devices enrol themselves, one A4 page a device: QR code, address and code, and what to do, in
 * German and English beside each other. Immutable, for any thread.
 */
public final class EnrolmentSheets {
    private static final double PAGE_WIDTH = 210;
    private static final double PAGE_HEIGHT = 297;
    private static final double MARGIN = 18;
    private static final double BAND = 4;
    private static final double CODE = 88;
    private static final double GUTTER = 10;

    /** Printers leave about 5 mm white. */
    private static final double EDGE = 6;

    private static final double WIDE = PAGE_WIDTH - 2 * MARGIN;
    private static final double COLUMN = (WIDE - GUTTER) / 2;
    private static final double STEP_GAP = 2.6;
    private static final double TITLE_SIZE = 26;
    private static final double TITLE_HEIGHT = 22;
    private static final double LEAST_SIZE = 11;
    private static final double LARGE = 14;
    private static final double TEXT_SIZE = 12;
    private static final Ink PETROL = new Ink(0x0E, 0x3B, 0x4A);

    private static final Wording TITLE = new Wording("Gerät aufnehmen", "Enrol a device");
    private static final Wording PICTURE =
            new Wording("QR-Code, mit dem das Gerät sich aufnimmt", "QR code by which the device enrols itself");
    private static final Wording ADDRESS = new Wording("Adresse", "Address");
    private static final Wording TYPED = new Wording("Code", "Code");
    private static final Wording UNTIL = new Wording("Gilt einmal, bis", "Good once, until");
    private static final List<Wording> STEPS = List.of(
            new Wording(
                    "1. Das Programm auf dem Gerät starten. Ohne Einstellungen fragt es nach diesem Code; mit „run"
                            + " --set-up“ fragt es erneut.",
                    "1. Start the program on the device. Without settings it asks for this code; with \"run --set-up\""
                            + " it asks again."),
            new Wording(
                    "2. Den QR-Code vor Kamera oder Scanner des Geräts halten. Hat es keines von beiden: Adresse und"
                            + " Code eintippen.",
                    "2. Hold the QR code before the device's camera or scanner. Where it has neither, type address and"
                            + " code."),
            new Wording(
                    "3. Das Gerät zeigt sechs Ziffern. In der Konsole auf der Seite „Geräte“ stehen sie auch: nur"
                            + " bestätigen, wenn es dieselben sind.",
                    "3. The device shows six digits. The console's page \"Devices\" shows them, too: confirm only where"
                            + " they are the same."),
            new Wording(
                    "4. Danach dieses Blatt vernichten. Ist der Code abgelaufen oder benutzt, in der Konsole einen"
                            + " neuen machen.",
                    "4. Destroy this sheet then. Where the code has ended or was used, make another one in the"
                            + " console."));

    private final PageText texts = new PageText();
    private final SheetRenderer sheetRenderer = new SheetRenderer();

    /** A page for each, at least one, in their order. */
    public PrintedPages pages(List<EnrolmentSheet> devices, Locale language) {
        return sheetRenderer.print(
                devices.stream().map(device -> sheet(device, language)).toList(),
                new DocumentMetadata(TITLE.in(language) + " – " + devices.get(0).event(), language));
    }

    private Sheet sheet(EnrolmentSheet device, Locale language) {
        List<PageElement> marks = new ArrayList<>();
        marks.add(PageElement.Ornament.area(box(MARGIN, EDGE, WIDE, BAND), PETROL));
        double size = TITLE_SIZE;
        PageText.Set title = title(device, size);
        while (title.bottom() > MARGIN + TITLE_HEIGHT && size > LEAST_SIZE) {
            size -= 1;
            title = title(device, size);
        }
        marks.add(title.element());
        double top = add(marks, device.work(), Weight.REGULAR, LARGE, MARGIN, title.bottom() + 1, WIDE);
        top = add(marks, device.event(), Weight.REGULAR, TEXT_SIZE, MARGIN, top + 1, WIDE);
        marks.add(
                QrCode.signed(box((PAGE_WIDTH - CODE) / 2, top + 3, CODE, CODE), device.offer(), PICTURE.in(language)));
        double below = top + 3 + CODE + 3;
        double german = column(marks, device, Locale.GERMAN, MARGIN, below);
        double english = column(marks, device, Locale.ENGLISH, MARGIN + COLUMN + GUTTER, below);
        if (Math.max(german, english) > PAGE_HEIGHT - BAND) {
            throw new IllegalArgumentException("The texts of " + device.device() + " do not fit a page.");
        }
        return new Sheet(Millimetres.toPoints(PAGE_WIDTH), Millimetres.toPoints(PAGE_HEIGHT), marks);
    }

    private PageText.Set title(EnrolmentSheet device, double size) {
        return texts.text(StructureRole.TITLE, device.device(), Weight.BOLD, size, MARGIN, MARGIN, WIDE);
    }

    private double column(List<PageElement> marks, EnrolmentSheet device, Locale language, double left, double top) {
        double bottom = add(marks, ADDRESS.in(language), Weight.REGULAR, TEXT_SIZE, left, top, COLUMN);
        bottom = add(marks, device.addresses(), Weight.BOLD, TEXT_SIZE, left, bottom, COLUMN);
        bottom = add(marks, TYPED.in(language), Weight.REGULAR, TEXT_SIZE, left, bottom + STEP_GAP, COLUMN);
        bottom = add(marks, device.code(), Weight.BOLD, LARGE, left, bottom, COLUMN);
        String end = UNTIL.in(language) + " " + device.until().in(language);
        bottom = add(marks, end, Weight.SEMIBOLD, TEXT_SIZE, left, bottom, COLUMN);
        bottom += STEP_GAP;
        for (Wording step : STEPS) {
            bottom = add(marks, step.in(language), Weight.REGULAR, TEXT_SIZE, left, bottom + STEP_GAP, COLUMN);
        }
        return bottom;
    }

    /** @return where the text ends */
    private double add(
            List<PageElement> marks, String words, Weight weight, double size, double left, double top, double width) {
        PageText.Set set = texts.text(StructureRole.TEXT, words, weight, size, left, top, width);
        marks.add(set.element());
        return set.bottom();
    }

    private static PageFrame box(double x, double y, double width, double height) {
        return new PageFrame(
                Millimetres.toPoints(x),
                Millimetres.toPoints(y),
                Millimetres.toPoints(width),
                Millimetres.toPoints(height));
    }
}
