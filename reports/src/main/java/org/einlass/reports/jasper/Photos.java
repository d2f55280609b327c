package org.einlass.reports.jasper;

import org.einlass.reports.page.Frame;
import org.einlass.reports.page.Mark;

/** How a pixel picture lies in its frame: whole, undistorted, in the middle. */
final class Photos {

    private Photos() {}

    static Frame fitted(Mark.Photo photo) {
        Frame frame = photo.frame();
        double aspect = photo.picture().aspect();
        double width = Math.min(frame.width(), frame.height() * aspect);
        double height = width / aspect;
        return new Frame(
                frame.x() + (frame.width() - width) / 2, frame.y() + (frame.height() - height) / 2, width, height);
    }
}
