package org.einlass.kiosk.screen;

import java.util.Objects;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A component that we draw ourselves; says to assistive technology what a picture cannot. */
public abstract class Drawing extends JComponent {
    private static final long serialVersionUID = 1L;

    private final transient AccessibleRole role;

    protected Drawing(String name, AccessibleRole role) {
        this.role = role;
        setName(name);
    }

    /** The words for those who do not see the drawing. */
    public final void setSpoken(String words) {
        if (!Objects.equals(getAccessibleContext().getAccessibleName(), words)) {
            getAccessibleContext().setAccessibleName(words);
        }
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Spoken();
        }
        return accessibleContext;
    }

    private final class Spoken extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return role;
        }
    }
}
