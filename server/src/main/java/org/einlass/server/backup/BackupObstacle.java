package org.einlass.server.backup;

import org.einlass.contract.Wording;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/** Why no backup was made: a sentence and a remedy for the operator. */
public enum BackupObstacle {
    RUNNING(
            new Wording("Eine Sicherung läuft schon.", "A backup is being made already."),
            new Wording("Bitte ihr Ende abwarten.", "Wait until it has ended.")),
    NO_RECOVERY_KEY(
            new Wording(
                    "Es gibt noch keinen Wiederherstellungsschlüssel (keys/recovery.pub).",
                    "There is no recovery key yet (keys/recovery.pub)."),
            new Wording(
                    "Bitte den Server mit seinem Startprogramm neu starten; dabei entsteht der Schlüssel.",
                    "Restart the server by its launcher, which makes the key.")),
    NO_FOLDER(
            new Wording(
                    "Der Ordner für Sicherungen fehlt oder ist nicht beschreibbar.",
                    "The folder for backups is missing or cannot be written."),
            new Wording(
                    "Bitte den Stick oder das Laufwerk anschließen und dem Benutzer des Servers die Rechte geben.",
                    "Connect the stick or drive, and give the server's user the rights to it.")),
    NO_ROOM(
            new Wording("Für eine Sicherung ist zu wenig Platz frei.", "There is too little room for a backup."),
            new Wording(
                    "Bitte auf der Platte der Daten und der Sicherungen Platz schaffen.",
                    "Make room on the disk of the data and on that of the backups.")),
    NOT_COPIED(
            new Wording(
                    "Die Datenbank ließ sich nicht vollständig lesen und prüfen.",
                    "The database could not be read and checked as a whole."),
            new Wording(
                    "Bitte die Platte prüfen und es noch einmal versuchen; ältere Sicherungen aufheben.",
                    "Check the disk and try again; keep the earlier backups.")),
    NOT_WRITTEN(
            new Wording("Die Sicherung ließ sich nicht schreiben.", "The backup could not be written."),
            new Wording(
                    "Bitte den Ordner der Sicherungen und seine Platte prüfen.",
                    "Check the folder of the backups and its disk.")),
    NOT_THE_SAME(
            new Wording(
                    "Die Sicherung las sich anders, als sie geschrieben wurde, und wurde verworfen.",
                    "The backup read differently from what was written, and was thrown away."),
            new Wording("Bitte einen anderen Stick oder ein anderes Laufwerk nehmen.", "Take another stick or drive."));

    private final Wording sentence;
    private final Wording remedy;

    BackupObstacle(Wording sentence, Wording remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public Wording sentence() {
        return sentence;
    }

    public Wording remedy() {
        return remedy;
    }

    Rejected rejected() {
        return Rejected.because(RejectionReason.BACKUP_IMPOSSIBLE).saying(sentence, remedy);
    }
}
