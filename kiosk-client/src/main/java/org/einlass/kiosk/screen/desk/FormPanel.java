package org.einlass.kiosk.screen.desk;

import java.util.Map;
import javax.swing.JPanel;

/** A form on the screen; it stays the same for as long as its form has the same number. */
abstract class FormPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Enter was pressed. */
    abstract void submit();

    /** The part where the keyboard begins. */
    abstract void focus();

    /** What is half filled in, by the names of the parts. */
    abstract Map<String, String> values();

    /** Puts it back, after the window has changed its looks. */
    abstract void restore(Map<String, String> values);
}
