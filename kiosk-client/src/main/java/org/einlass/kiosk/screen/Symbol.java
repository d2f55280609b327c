package org.einlass.kiosk.screen;

import java.awt.geom.Area;
import java.util.function.DoubleFunction;

/** A scene's second sign beside its colour: a silhouette of its own, drawn in a square of 100 by 100. */
enum Symbol {
    SHOW_TICKET(Silhouettes::phone),
    CODE(motion -> Silhouettes.code()),
    TICK(motion -> Silhouettes.tick()),
    TICK_AGAIN(motion -> Silhouettes.tickAgain()),
    HOURGLASS(motion -> Silhouettes.hourglass()),
    PLACE(motion -> Silhouettes.place()),
    ONLY_PLACE(motion -> Silhouettes.onlyPlace()),
    PRINTER(Silhouettes::printer),
    BADGE(motion -> Silhouettes.badge()),
    BADGE_ELSEWHERE(motion -> Silhouettes.badgeElsewhere()),
    PAUSE(motion -> Silhouettes.pause()),
    PEOPLE(motion -> Silhouettes.people());

    private final DoubleFunction<Area> drawing;

    Symbol(DoubleFunction<Area> drawing) {
        this.drawing = drawing;
    }

    /** @param motion how far a moving part has moved, 0 to 1 */
    Area shape(double motion) {
        return drawing.apply(motion);
    }

    boolean isMovedByTime() {
        return this == SHOW_TICKET;
    }
}
