package org.einlass.kiosk.screen.team;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleRole;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.kiosk.screen.Drawing;
import org.einlass.kiosk.screen.Theme;
import org.einlass.kiosk.words.MessageBundle;

/**
 * The team's corner, at the lower right of every screen: one dot while all is well, else a sign for each fault. No
 * words: whoever is not of the team need not read them. Event thread only.
 */
public final class TeamCorner extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final float SIDE = 0.024f;
    private static final float DOT = 0.4f;
    private static final float GAP = 0.45f;

    static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.team.team");

    private final transient Supplier<Color> colour;
    private transient List<DeviceFault> faults = List.of();
    private int side = 26;

    /** A corner on the kiosk's paper. */
    public TeamCorner() {
        this(() -> Theme.colour("ink.soft"));
    }

    /** @param colour of the signs, on whatever the corner stands */
    public TeamCorner(Supplier<Color> colour) {
        super("team", AccessibleRole.ICON);
        this.colour = colour;
        show(List.of(), Locale.GERMAN);
    }

    /** Shows these faults, the language for a voice. */
    public void show(List<DeviceFault> now, Locale language) {
        setSpoken(
                now.isEmpty()
                        ? WORDS.in(language, "corner.well")
                        : WORDS.in(
                                language,
                                "corner.fault",
                                now.stream()
                                        .map(fault -> WORDS.in(language, "fault." + fault.name()))
                                        .collect(Collectors.joining(", "))));
        if (!now.equals(faults)) {
            faults = List.copyOf(now);
            revalidate();
            repaint();
        }
    }

    /** As large as a screen of this height asks for, in pixels. */
    public void setScreenHeight(int height) {
        side = Math.max(14, Math.round(height * SIDE));
    }

    /** What a touch opens. */
    public void onTouch(Runnable action) {
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                action.run();
            }
        });
    }

    @Override
    public Dimension getPreferredSize() {
        int signs = Math.max(1, faults.size());
        return new Dimension(Math.round(side * (signs + GAP * (signs - 1))) + side, side + side / 2);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = Theme.smooth(graphics);
        pen.setColor(colour.get());
        double top = (getHeight() - side) / 2.0;
        if (faults.isEmpty()) {
            double dot = side * DOT;
            pen.fill(new Ellipse2D.Double(
                    getWidth() - side / 2.0 - side / 2.0 - dot / 2, top + (side - dot) / 2, dot, dot));
        }
        double left = getWidth() - side / 2.0 - side;
        for (int sign = faults.size() - 1; sign >= 0; sign--) {
            Graphics2D own = (Graphics2D) pen.create();
            own.translate(left, top);
            own.scale(side / 100.0, side / 100.0);
            own.fill(FaultShape.of(faults.get(sign)));
            own.dispose();
            left -= side * (1 + GAP);
        }
        pen.dispose();
    }
}
