package org.einlass.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup}: lets the running server make a backup now, such as before it is moved. */
@Command(name = "backup", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final int GOOD = 200;
    private static final int NO_TOKEN = 401;
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern DETAIL = Pattern.compile("\"(?:detail|remedy)\"\\s*:\\s*\"([^\"]+)\"");

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "data-of-server")
    private Path data = Path.of("");

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port-of-server")
    private @Nullable String port;

    @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "token-file")
    private @Nullable Path tokenFile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = new DataFolder(data);
        Map<String, String> said = new HashMap<>();
        if (port != null) {
            said.put("http.port", port);
        }
        int http = ServerSettingsReader.read(folder, said).httpPort();
        HttpResponse<String> answer = ask(http, token(folder), folder);
        if (answer.statusCode() == NO_TOKEN) {
            throw invalid(tokenFile(folder));
        }
        if (answer.statusCode() != GOOD) {
            throw refused(answer);
        }
        Matcher name = NAME.matcher(answer.body());
        say(new Wording(
                "Die Sicherung " + (name.find() ? name.group(1) : "") + " ist gemacht und geprüft.",
                "The backup " + (name.reset().find() ? name.group(1) : "") + " is made and checked."));
        return 0;
    }

    private Path tokenFile(DataFolder folder) {
        return tokenFile == null ? folder.organiserToken() : tokenFile;
    }

    private static ObstacleException invalid(Path file) {
        return new ObstacleException(new Wording(
                "Das Token in " + file
                        + " gilt nicht mehr. Bitte in der Konsole eines für alle Veranstaltungen machen und"
                        + " seine Datei mit --token-file nennen.",
                "The token in " + file
                        + " is valid no more. Make one for all events in the console and name its file by"
                        + " --token-file."));
    }

    private String token(DataFolder folder) {
        Path file = tokenFile(folder);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ObstacleException(new Wording(
                    "Das Token in " + file + " ist nicht zu lesen. Bitte mit --token-file die Datei eines Tokens für"
                            + " alle Veranstaltungen nennen.",
                    "The token in " + file
                            + " cannot be read. Name the file of a token for all events by --token-file."));
        }
    }

    private static HttpResponse<String> ask(int port, String token, DataFolder folder) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/backups"))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", Locale.getDefault().getLanguage())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ObstacleException(new Wording(
                    "Der Server von " + folder.folder() + " antwortet nicht auf Port " + port
                            + ". Bitte starten, oder seinen Port mit --port nennen.",
                    "The server of " + folder.folder() + " does not answer on port " + port
                            + ". Start it, or name its port by --port."));
        }
    }

    /** In the server's own sentence and remedy. */
    private static ObstacleException refused(HttpResponse<String> answer) {
        StringBuilder sentences = new StringBuilder();
        Matcher found = DETAIL.matcher(answer.body());
        while (found.find()) {
            sentences.append(sentences.length() == 0 ? "" : " ").append(found.group(1));
        }
        String sentence = sentences.length() == 0 ? "HTTP " + answer.statusCode() : sentences.toString();
        return ObstacleException.of(sentence);
    }

    private void say(Wording words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words.in(Locale.getDefault()));
        out.flush();
    }
}
