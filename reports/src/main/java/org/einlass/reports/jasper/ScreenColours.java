package org.einlass.reports.jasper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
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

    /** What the colours are called in a file. */
    static final String NAME = "sRGB IEC61966-2.1";

    static final int COMPONENTS = 3;

    private static final byte[] PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final byte[] DEFLATED = deflate(PROFILE);

    private final byte[] profile = PROFILE;

    /** The profile as it lies in a file. */
    static byte[] deflated() {
        return DEFLATED.clone();
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream to = new DeflaterOutputStream(deflated)) {
            to.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }

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
