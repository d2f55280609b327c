package org.einlass.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;

/** Why a server cannot run here: one sentence and what to do about it, for the operator. */
public final class ObstacleException extends RuntimeException {
    /** How Java ends when no memory is left for objects (ExitOnOutOfMemoryError). */
    static final int OUT_OF_MEMORY = 3;

    private static final long serialVersionUID = 1L;

    private final transient Wording sentence;

    ObstacleException(Wording sentence) {
        super(sentence.english());
        this.sentence = sentence;
    }

    /** The sentence in the language of the operator's machine. */
    public String sentence() {
        return sentence.in(Locale.getDefault());
    }

    static ObstacleException portInUse(int port, String option) {
        return new ObstacleException(new Wording(
                "Port " + port + " ist schon belegt. Bitte das andere Programm beenden oder mit " + option
                        + " einen anderen wählen.",
                "Port " + port + " is in use. End the other program or choose another one with " + option + "."));
    }

    /** Several sentences, a line each. */
    static ObstacleException of(List<Wording> sentences) {
        return new ObstacleException(new Wording(
                sentences.stream().map(Wording::german).collect(Collectors.joining(System.lineSeparator())),
                sentences.stream().map(Wording::english).collect(Collectors.joining(System.lineSeparator()))));
    }

    static ObstacleException of(String sentence) {
        return new ObstacleException(Wording.same(sentence));
    }

    static ObstacleException noServer(Path home) {
        return new ObstacleException(new Wording(
                "Im Ordner " + home
                        + " liegt kein Einlass-Server. Bitte mit --home den Ordner mit jboss-modules.jar nennen.",
                "There is no Einlass server in the folder " + home
                        + ". Name the folder with jboss-modules.jar by --home."));
    }

    static ObstacleException unwritable(Path data) {
        return new ObstacleException(new Wording(
                "In den Datenordner " + data
                        + " kann nicht geschrieben werden. Bitte Rechte geben oder mit --data einen anderen wählen.",
                "The data folder " + data
                        + " cannot be written to. Give it the rights or choose another one with --data."));
    }

    static ObstacleException notPrivate(Path data) {
        return new ObstacleException(new Wording(
                "Im Datenordner " + data
                        + " liegt etwas, das einem anderen Benutzer gehört und das andere lesen können."
                        + " Bitte alles darin dem Benutzer dieses Servers geben (chown -R).",
                "In the data folder " + data + " is something of another user's that others can read."
                        + " Give all of it to the user of this server (chown -R)."));
    }

    static ObstacleException dataInUse(Path data) {
        return new ObstacleException(new Wording(
                "Mit dem Datenordner " + data
                        + " läuft schon ein Server. Bitte diesen beenden oder einen anderen Ordner wählen.",
                "Another server is running on the data folder " + data + ". End it or choose another folder."));
    }

    static ObstacleException restoreInterrupted(Path data) {
        return new ObstacleException(new Wording(
                "In " + data
                        + " wurde eine Wiederherstellung unterbrochen. Bitte den Ordner leeren und sie wiederholen.",
                "A restore was interrupted in " + data + ". Empty the folder and repeat it."));
    }

    static ObstacleException ended(int exitCode, Path log) {
        if (exitCode == OUT_OF_MEMORY) {
            return new ObstacleException(outOfMemory());
        }
        return new ObstacleException(new Wording(
                "Der Server hat sich beim Start beendet (Code " + exitCode + "). Der Grund steht in " + log + ".",
                "The server ended while starting (code " + exitCode + "). The reason is in " + log + "."));
    }

    /** What a server says that ended with {@link #OUT_OF_MEMORY}. */
    static Wording outOfMemory() {
        return new Wording(
                "Dem Server fehlt Speicher, deshalb hat er sich beendet. Bitte ihm mehr geben (java.options = -Xmx1g in"
                        + " einlass.properties) und wieder starten; die Daten sind unversehrt.",
                "The server lacks memory and has ended. Give it more (java.options = -Xmx1g in einlass.properties) and start"
                        + " it again; the data are whole.");
    }

    static ObstacleException noHttps(int port, Path log) {
        return new ObstacleException(new Wording(
                "Der Server ist über HTTPS auf Port " + port
                        + " nicht zu erreichen und wurde beendet. Der Grund steht in " + log + ".",
                "The server does not answer by HTTPS on port " + port + " and was ended. The reason is in " + log
                        + "."));
    }

    static ObstacleException late(long seconds, Path log) {
        return new ObstacleException(new Wording(
                "Der Server kam beim Start " + seconds
                        + " Sekunden lang nicht voran und wurde beendet. Der Grund steht in " + log + ".",
                "The server made no progress for " + seconds
                        + " seconds while starting and was ended. The reason is in " + log + "."));
    }
}
