package org.einlass.kiosk.camera;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network camera that sends its pictures over HTTP; user and password may stand in the address (Basic, RFC
 * 7617).
 */
final class HttpVideo implements VideoStream {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;

    private final URI address;
    private volatile @Nullable HttpURLConnection connection;
    private volatile int status = HttpURLConnection.HTTP_OK;

    HttpVideo(URI address) {
        this.address = address;
    }

    @Override
    public InputStream open() throws IOException {
        URLConnection opened = address.toURL().openConnection();
        if (!(opened instanceof HttpURLConnection http)) {
            throw new IOException("a camera's address starts with http:// or https://");
        }
        connection = http;
        status = HttpURLConnection.HTTP_OK;
        http.setConnectTimeout(CONNECT_MILLIS);
        http.setReadTimeout(READ_MILLIS);
        http.setUseCaches(false);
        String user = address.getUserInfo();
        if (user != null) {
            byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
            http.setRequestProperty(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        status = http.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            http.disconnect();
            throw new IOException("the camera answers with status " + status);
        }
        return http.getInputStream();
    }

    @Override
    public Optional<FrameSource.Hindrance> hindrance() {
        boolean locked = status == HttpURLConnection.HTTP_UNAUTHORIZED || status == HttpURLConnection.HTTP_FORBIDDEN;
        return locked ? Optional.of(FrameSource.Hindrance.LOCKED) : Optional.empty();
    }

    @Override
    public void abort() {
        HttpURLConnection open = connection;
        if (open != null) {
            open.disconnect();
        }
    }
}
