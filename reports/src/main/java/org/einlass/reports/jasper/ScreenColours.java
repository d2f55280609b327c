package org.einlass.reports.jasper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import net.sf.jasperreports.repo.InputStreamResource;
import net.sf.jasperreports.repo.Resource;
import net.sf.jasperreports.repo.StreamRepositoryService;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that the press may fetch by name: the JDK's sRGB profile, which PDF/A wants inside every
 * file.
 */
final class ScreenColours implements StreamRepositoryService {

    static final String LOCATION = "einlass-srgb.icc";

    private final byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @Override
    public @Nullable InputStream getInputStream(String uri) {
        return LOCATION.equals(uri) ? new ByteArrayInputStream(profile) : null;
    }

    @Override
    public OutputStream getOutputStream(String uri) {
        throw new UnsupportedOperationException("The press stores nothing.");
    }

    @Override
    public @Nullable Resource getResource(String uri) {
        return null;
    }

    @Override
    public void saveResource(String uri, Resource resource) {
        throw new UnsupportedOperationException("The press stores nothing.");
    }

    @Override
    public <K extends Resource> @Nullable K getResource(String uri, Class<K> type) {
        if (!LOCATION.equals(uri) || !InputStreamResource.class.equals(type)) {
            return null;
        }
        InputStreamResource resource = new InputStreamResource();
        resource.setInputStream(new ByteArrayInputStream(profile));
        return type.cast(resource);
    }
}
