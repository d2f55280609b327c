package org.einlass.reports.jasper;

import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;

/** How a pixel picture lies in its frame: whole, undistorted, in the middle. */
final class Photos {

    private Photos() {}

    static PageFrame fitted(PageElement.Photo photo) {
        PageFrame pageFrame = photo.frame();
        double aspect = photo.picture().aspect();
        double width = Math.min(pageFrame.width(), pageFrame.height() * aspect);
        double height = width / aspect;
        return new PageFrame(
                pageFrame.x() + (pageFrame.width() - width) / 2,
                pageFrame.y() + (pageFrame.height() - height) / 2,
                width,
                height);
    }
}
