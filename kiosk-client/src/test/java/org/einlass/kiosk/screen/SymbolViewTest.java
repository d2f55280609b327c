package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is painted beside a scene's symbol; without a display. */
class SymbolViewTest {
    private static final int SIDE = 1_000;

    @ParameterizedTest
    @EnumSource
    void anArrowPointsToWhereTheBadgeComesOut(Tray tray) {
        for (Scene scene :
                List.of(new Scene.Printing(40, tray), new Scene.BadgeReady(tray), new Scene.BadgeComing(tray))) {
            BufferedImage picture = painted(scene);

            assertThat(Stream.of(Tray.values()).filter(side -> isDrawnOn(picture, side)))
                    .as(scene.toString())
                    .containsExactly(tray);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noArrowIsThereWhereNoBadgeComesOut(Tray side) {
        assertThat(isDrawnOn(painted(new Scene.Welcome()), side)).isFalse();
    }

    /** On the way from the symbol to that edge, where the arrow's shaft is. */
    private static boolean isDrawnOn(BufferedImage picture, Tray side) {
        int field = picture.getRGB(2, 2);
        int outside = (int) (SIDE / 2 + SIDE * Theme.size("symbol") / 100.0 * 0.62);
        int there = SIDE - outside;
        return field
                != switch (side) {
                    case BELOW -> picture.getRGB(SIDE / 2, outside);
                    case LEFT -> picture.getRGB(there, SIDE / 2);
                    case RIGHT -> picture.getRGB(outside, SIDE / 2);
                };
    }

    private static BufferedImage painted(Scene scene) {
        return EventThread.call(() -> {
            Theme.install();
            SymbolView view = new SymbolView();
            view.setSize(SIDE, SIDE);
            view.show(scene.fold(new SceneTexts(ScreenMessages.in(Language.GERMAN), false)), 0.4);
            BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = picture.createGraphics();
            view.paint(pen);
            pen.dispose();
            return picture;
        });
    }
}
