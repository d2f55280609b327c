package org.einlass.demo;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The real congresses that the demo can play, each with its facts and with invented people. */
public enum ModelEvent {
    /** More than 450 from state and municipal administrations and their service providers; talks in parallel boxes. */
    E_GOVERNMENT_2018("2018", "e-government-kongress-2018", "EGK18", 460, 20181107L, true),
    /** Two congresses under one roof, about 500 visitors. */
    DIGITAL_2022("2022", "digitales-thueringen-2022", "DT22", 500, 20220704L, false),
    /** About 500 officials of all administrations; 24 talks. */
    E_GOVERNMENT_2023("2023", "e-government-kongress-2023", "EGK23", 500, 20231024L, true),
    /** 700 people on two days: 400 on the first, 500 on the second, 200 of them on both. */
    E_GOVERNMENT_2025("2025", "e-government-kongress-2025", "EGK25", 700, 20250916L, false),
    /** 150 from three states. */
    LEIPZIG("leipzig", "digitalisierungskonferenz-leipzig", "MDK16", 150, 20241114L, false);

    private static final Set<String> ADMINISTRATIONS = Set.of("FEDERAL", "STATE", "MUNICIPAL");
    private static final int BOTH_DAYS = 200;
    private static final int FIRST_DAY_ONLY = 200;

    private final String option;
    private final String id;
    private final String keys;
    private final int people;
    private final long seed;
    private final boolean officialsOnly;

    ModelEvent(String option, String id, String keys, int people, long seed, boolean officialsOnly) {
        this.option = option;
        this.id = id;
        this.keys = keys;
        this.people = people;
        this.seed = seed;
        this.officialsOnly = officialsOnly;
    }

    /**
     * The event of {@code -Ddemo.event}.
     *
     * @throws IllegalStateException where there is none of this name, saying which there are
     */
    static ModelEvent of(String option) {
        return Arrays.stream(values())
                .filter(event -> event.option.equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no model event " + option + ". Name one of "
                        + Arrays.stream(values()).map(event -> event.option).collect(Collectors.joining(", "))
                        + ", as in -Ddemo.event=2022."));
    }

    /** The event's id, by which its document is called, too. */
    public String id() {
        return id;
    }

    int people() {
        return people;
    }

    long seed() {
        return seed;
    }

    /** The organiser's own key of a registration. */
    String key(int number) {
        return keys + "-%04d".formatted(number);
    }

    String organisations() {
        return this == LEIPZIG ? "organisations-leipzig.csv" : "organisations.csv";
    }

    boolean invites(String sector) {
        return !officialsOnly || ADMINISTRATIONS.contains(sector);
    }

    /**
     * The programmes that somebody takes part in.
     *
     * @param both whether they go to both, where there are two
     */
    String programmes(String sector, boolean both) {
        if (this == LEIPZIG) {
            return "mdk";
        }
        if (this != DIGITAL_2022) {
            return "egk";
        }
        if (both) {
            return "egk,itls";
        }
        return sector.equals("BUSINESS") ? "itls" : "egk";
    }

    /** The days for which somebody is registered; empty for all, as those who walk in the demo are. */
    String days(int number) {
        if (this != E_GOVERNMENT_2025) {
            return "";
        }
        if (number <= BOTH_DAYS) {
            return "";
        }
        return number <= BOTH_DAYS + FIRST_DAY_ONLY ? "2025-09-16" : "2025-09-17";
    }
}
