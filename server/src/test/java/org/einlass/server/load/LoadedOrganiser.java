package org.einlass.server.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.einlass.server.json.Json;

/** What an organiser does meanwhile. */
final class LoadedOrganiser {
    private final URI server;
    private final String token;

    LoadedOrganiser(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Makes a device and revokes its token. @return the token */
    String revokedDevice(String id) throws IOException, InterruptedException {
        HttpResponse<String> made = send("PUT", "devices/" + id, "application/json", "{\"kind\": \"KIOSK\"}");
        send("DELETE", "devices/" + id, "application/json", "");
        return Json.mapper().readTree(made.body()).path("token").asText();
    }

    /** Lets a list of that many new people in. */
    void takeList(String key, int rows) throws IOException, InterruptedException {
        int first = Math.floorMod(key.hashCode(), 50) * rows;
        HttpResponse<String> report =
                send("POST", "import", "text/csv", String.join("\n", ListedPeople.lines(key, first, rows)));
        if (Json.mapper().readTree(report.body()).path("added").asInt() != rows) {
            throw new IllegalStateException("Not all rows came in: " + report.body());
        }
    }

    private HttpResponse<String> send(String method, String below, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(LoadedServer.path(below)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + below + ": " + response.statusCode() + response.body());
        }
        return response;
    }
}
