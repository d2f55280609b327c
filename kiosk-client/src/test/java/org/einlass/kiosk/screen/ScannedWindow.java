package org.einlass.kiosk.screen;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JLayeredPane;
import javax.swing.JTextField;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.scanner.KeyboardScanner;
import org.einlass.kiosk.scanner.Reading;
import org.einlass.kiosk.team.TeamPin;

/**
 * The program under test, in a machine of its own: the real window on a real display with the real scanner.
 * It says what it reads, a line each, and how the window stands when it is asked.
 */
final class ScannedWindow {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final char BETWEEN = '\u001f';

    private ScannedWindow() {}

    public static void main(String[] monitor) throws IOException {
        KioskWindow window = KioskWindow.fullScreen(
                Wording.same("Kongress"),
                Language.GERMAN,
                SceneTimeouts.usual(),
                monitor.length > 0 ? monitor[0] : "",
                new Told());
        JTextField field = EventThread.call(JTextField::new);
        KeyboardScanner scanner = plugged();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            if (command.equals("another scanner")) {
                scanner.close();
                scanner = plugged();
            } else {
                obey(command, window, field);
            }
        }
        System.exit(0);
    }

    private static KeyboardScanner plugged() {
        KeyboardScanner scanner = new KeyboardScanner(Clock.systemUTC());
        scanner.start(reading -> OUT.println("READ" + BETWEEN + reading.end() + BETWEEN + texts(reading)));
        return scanner;
    }

    private static String texts(Reading reading) {
        return String.join(String.valueOf(BETWEEN), reading.texts());
    }

    private static void obey(String command, KioskWindow window, JTextField field) {
        switch (command) {
            case "guest" -> window.show(new Scene.BadgeReady());
            case "monitor" -> OUT.println("MONITOR" + BETWEEN + EventThread.call(() -> monitor(window)));
            case "idle" -> window.show(new Scene.Idle());
            case "field" -> EventThread.call(() -> open(window, field));
            case "team" ->
                window.openTeam(
                        new TeamPin("1234", Clock.systemUTC()), new RecordedTeamMenu(List.of(), new ArrayList<>()));
            case "form" -> {
                window.offerBookingNumbers(true);
                EventThread.call(() -> press(window, "aid.help"));
                EventThread.call(() -> press(window, "help.NO_TICKET"));
            }
            case "no form" -> EventThread.call(() -> press(window, "panel.close"));
            case "no team" -> EventThread.call(() -> press(window, "team.close"));
            case "focus language.english" -> EventThread.call(() -> focus(window, "language.english"));
            case "no field" -> EventThread.call(() -> close(window, field));
            default -> OUT.println(EventThread.call(() -> state(window, field)));
        }
    }

    /** A field within the window: a window of its own would need a window manager to give the focus back. */
    private static String open(KioskWindow window, JTextField field) {
        field.setText("");
        field.setBounds(100, 100, 600, 80);
        window.frame().getLayeredPane().add(field, JLayeredPane.POPUP_LAYER);
        field.requestFocusInWindow();
        return "";
    }

    private static String press(KioskWindow window, String name) {
        if (named(window.frame().getRootPane(), name) instanceof AbstractButton button) {
            button.doClick(0);
        }
        return "";
    }

    private static String focus(KioskWindow window, String name) {
        Component part = named(window.frame().getContentPane(), name);
        return part != null && part.requestFocusInWindow() ? "asked" : "";
    }

    private static String close(KioskWindow window, JTextField field) {
        window.frame().getLayeredPane().remove(field);
        window.frame().getContentPane().requestFocusInWindow();
        return "";
    }

    /** Language, who has the focus, what stands in the field. */
    private static String state(KioskWindow window, JTextField field) {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        String focus = owner == null ? "nobody" : owner == field ? "field" : String.valueOf(owner.getName());
        AbstractButton german = (AbstractButton) named(window.frame().getContentPane(), "language.german");
        return "STATE" + BETWEEN + (german != null && german.isSelected() ? "german" : "english") + BETWEEN + focus
                + BETWEEN + (form(window).isEmpty() ? field.getText() : form(window));
    }

    /** Where the window stands, how large it is, and what there is. */
    private static String monitor(KioskWindow window) {
        return window.frame().getGraphicsConfiguration().getDevice().getIDstring()
                + BETWEEN
                + window.frame().getWidth()
                + BETWEEN
                + Monitors.names();
    }

    /** What stands in the form of a guest without a ticket, where it is open. */
    private static String form(KioskWindow window) {
        return named(window.frame().getRootPane(), "booking.number") instanceof JTextField number
                        && named(window.frame().getRootPane(), "booking.name") instanceof JTextField name
                ? "[" + number.getText() + "|" + name.getText() + "]"
                : "";
    }

    private static Component named(Container container, String name) {
        for (Component part : container.getComponents()) {
            Component found =
                    name.equals(part.getName()) ? part : part instanceof Container inner ? named(inner, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static final class Told implements KioskWindow.Listener {
        @Override
        public void guestScreenEnded(EntryId guest) {
            OUT.println("ENDED");
        }

        @Override
        public void keyboardAway(boolean away) {
            OUT.println(away ? "KEYBOARD AWAY" : "KEYBOARD BACK");
        }

        @Override
        public void guestTypes(String number, String familyName, BookingAttempt attempt) {
            OUT.println("TYPED" + BETWEEN + number + BETWEEN + familyName);
        }

        @Override
        public void closeRequested() {
            OUT.println("CLOSE");
        }
    }
}
