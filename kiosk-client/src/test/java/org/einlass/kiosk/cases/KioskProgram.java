package org.einlass.kiosk.cases;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import org.einlass.kiosk.KioskClient;

/**
 * The program as an operator starts it, in a machine of its own. When it is asked by a line of its input, it says what
 * stands on its screen: of each part that is shown its name, its words as a voice reads them, and its place.
 */
final class KioskProgram {
    static final String SCREEN = "SCREEN";
    static final char BETWEEN_PARTS = '\u001f';
    static final char WITHIN_PARTS = '\u001e';

    private KioskProgram() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Thread questions = new Thread(() -> answer(out), "questions");
        questions.setDaemon(true);
        questions.start();
        KioskClient.main(arguments);
    }

    private static void answer(PrintStream out) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> parts = new ArrayList<>(List.of(SCREEN + line));
                EventQueue.invokeAndWait(() -> {
                    for (Frame frame : Frame.getFrames()) {
                        describe(frame, parts);
                    }
                });
                out.println(String.join(String.valueOf(BETWEEN_PARTS), parts));
            }
        } catch (IOException | InvocationTargetException ended) {
            System.exit(1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void describe(Component part, List<String> parts) {
        if (!part.isShowing()) {
            return;
        }
        if (part.getName() != null && part.getWidth() > 0) {
            Point at = part.getLocationOnScreen();
            parts.add(String.join(
                    String.valueOf(WITHIN_PARTS),
                    part.getName(),
                    words(part),
                    at.x + " " + at.y + " " + part.getWidth() + " " + part.getHeight()));
        }
        if (part instanceof Container container) {
            for (Component inner : container.getComponents()) {
                describe(inner, parts);
            }
        }
    }

    private static String words(Component part) {
        String words = part instanceof AbstractButton button
                ? button.getText()
                : part.getAccessibleContext() == null
                        ? ""
                        : part.getAccessibleContext().getAccessibleName();
        return words == null ? "" : words.replaceAll("\\R", " ");
    }
}
