package org.einlass.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;

/**
 * What is wrong with options that an operator gives to the server's Java. No sentence repeats a value that may be a
 * secret.
 */
final class JavaOptionCheck {
    private static final String OURS = "-Deinlass.";
    private static final int ANY = Integer.MAX_VALUE;

    /** The numbers that may be chosen, with the least and the most. */
    private static final Map<String, int[]> NUMBERS = Map.of(
            "together", new int[] {1, 64},
            "pages.waiting", new int[] {1, ANY},
            "queue", new int[] {1, ANY},
            "warmup", new int[] {0, ANY},
            "answering.threads", new int[] {1, ANY},
            "body.seconds", new int[] {1, ANY},
            "requests.per-second", new int[] {1, ANY},
            "unknown-tokens.per-second", new int[] {1, ANY},
            "strangers.per-second", new int[] {1, ANY});

    /** What Java programs call a secret that is handed to them by an option. */
    private static final Pattern SECRET = Pattern.compile("(?i)-D[^=]*(?:passw|passphrase|secret)[^=]*=.*");

    private static final int PATIENCE_SECONDS = 20;

    private JavaOptionCheck() {}

    /** One sentence for each mistake, without the place where it stands. */
    static List<Wording> mistakes(List<String> options) {
        List<Wording> mistakes = new ArrayList<>();
        options.forEach(option -> mistake(option).ifPresent(mistakes::add));
        if (mistakes.isEmpty() && !options.isEmpty()) {
            refusal(options).map(JavaOptionCheck::refused).ifPresent(mistakes::add);
        }
        return mistakes;
    }

    private static Optional<Wording> mistake(String option) {
        String name = option.replaceFirst("=.*", "");
        if (name.equals(OURS + "database")) {
            return Optional.of(new Wording(
                    name + " gehört in die Einstellung database von einlass.properties, denn eine Kommandozeile kann"
                            + " jeder an diesem Rechner lesen.",
                    name + " belongs into the setting database of einlass.properties, for everybody on this machine"
                            + " can read a command line."));
        }
        if (SECRET.matcher(option).matches()) {
            return Optional.of(new Wording(
                    name + " ist ein Geheimnis, und eine Kommandozeile kann jeder an diesem Rechner lesen. Bitte"
                            + " weglassen.",
                    name + " is a secret, and everybody on this machine can read a command line. Leave it out."));
        }
        if (option.startsWith(OURS)) {
            return ours(option.substring(OURS.length()), name);
        }
        return option.startsWith("-")
                ? Optional.empty()
                : Optional.of(new Wording(
                        option + " ist keine Java-Option. Sie beginnen mit -, zum Beispiel -Xmx1g.",
                        option + " is no Java option. They begin with -, for example -Xmx1g."));
    }

    private static Optional<Wording> ours(String said, String name) {
        String key = said.replaceFirst("=.*", "");
        String value = said.contains("=") ? said.substring(said.indexOf('=') + 1) : "";
        if (key.equals("second-factor")) {
            return value.equals("required")
                    ? Optional.empty()
                    : Optional.of(new Wording(name + " kann nur required sein.", name + " can only be required."));
        }
        int[] bounds = NUMBERS.get(key);
        if (bounds == null) {
            return Optional.of(new Wording(
                    name + ": Diese Option gibt es nicht; das Handbuch nennt sie alle.",
                    name + ": There is no such option; the handbook names all of them."));
        }
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
        if (number >= bounds[0] && number <= bounds[1]) {
            return Optional.empty();
        }
        String german = bounds[1] == ANY ? "ab " + bounds[0] : "von " + bounds[0] + " bis " + bounds[1];
        String english = bounds[1] == ANY ? "from " + bounds[0] : "from " + bounds[0] + " to " + bounds[1];
        return Optional.of(new Wording(
                option(name, value) + ": Bitte eine Zahl " + german + " nennen.",
                option(name, value) + ": Give a number " + english + "."));
    }

    private static String option(String name, String value) {
        return name + (value.isEmpty() ? "" : "=" + value);
    }

    private static Wording refused(String line) {
        return new Wording(
                "Java nimmt diese Optionen nicht: " + line + " Bitte berichtigen.",
                "Java does not take these options: " + line + " Correct them.");
    }

    /** Asks Java itself. @return its first line where it refuses them */
    private static Optional<String> refusal(List<String> options) {
        List<String> command = new ArrayList<>(List.of(ServerPlan.java()));
        command.addAll(options);
        command.add("-version");
        try {
            Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                java.getOutputStream().close();
                return answer(java);
            } finally {
                java.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty(); // A missing Java is told by the start itself.
        }
    }

    /** Who waits for a debugger, as options may say, refuses nothing. */
    private static Optional<String> answer(Process java) throws IOException {
        try {
            if (!java.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || java.exitValue() == 0) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Picked up"))
                .findFirst();
    }
}
