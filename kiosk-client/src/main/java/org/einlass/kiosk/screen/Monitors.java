package org.einlass.kiosk.screen;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The monitors of this machine, from left to right, and the one that a setting names. */
public final class Monitors {
    /** The longest name that a setting may hold. */
    public static final int LONGEST_NAME = 60;

    private Monitors() {}

    /** What the system calls each; a setting may say so, or count them from 1. */
    public static List<String> names() {
        return all().stream().map(GraphicsDevice::getIDstring).toList();
    }

    /** Where a window of this setting stands; empty where nothing is said, or there is no such monitor. */
    static Optional<GraphicsConfiguration> named(String wanted) {
        List<GraphicsDevice> all = all();
        for (int index = 0; index < all.size(); index++) {
            if (isMeant(wanted, all.get(index).getIDstring(), index + 1)) {
                return Optional.of(all.get(index).getDefaultConfiguration());
            }
        }
        return Optional.empty();
    }

    /** The system's first. */
    static GraphicsConfiguration usual() {
        return GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration();
    }

    /** Whether a setting names a monitor that is there; so it does where it says nothing. */
    public static boolean has(String wanted) {
        return wanted.isEmpty() || named(wanted).isPresent();
    }

    static boolean isMeant(String wanted, String name, int number) {
        return wanted.equals(Integer.toString(number)) || wanted.equalsIgnoreCase(name);
    }

    private static List<GraphicsDevice> all() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices())
                .sorted(Comparator.comparingInt(Monitors::left))
                .toList();
    }

    private static int left(GraphicsDevice device) {
        return device.getDefaultConfiguration().getBounds().x;
    }
}
