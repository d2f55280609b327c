package org.einlass.contract.backup;

import org.einlass.contract.Wording;

/** Why a backup cannot be read: one sentence with its remedy. */
public enum BackupFault {
    NO_BACKUP(new Wording(
            "Das ist keine Sicherung von Einlass. Bitte eine Datei nennen, die auf .einlass-backup endet.",
            "This is no backup of Einlass. Name a file that ends in .einlass-backup.")),
    NEWER(new Wording(
            "Diese Sicherung hat ein neueres Einlass gemacht. Bitte mit dem neueren Programm wiederherstellen.",
            "A newer Einlass made this backup. Restore it with the newer program.")),
    WRONG_KEY(new Wording(
            "Dieser Wiederherstellungsschlüssel gehört zu einer anderen Sicherung. Bitte den Schlüssel suchen, der beim"
                    + " ersten Start dieses Servers gedruckt wurde.",
            "This recovery key belongs to another backup. Look for the key that was printed at the first start of"
                    + " this server.")),
    CUT(new Wording(
            "Die Sicherung hört zu früh auf oder ist am Ende beschädigt. Bitte sie noch einmal kopieren oder eine ältere"
                    + " nehmen.",
            "The backup ends too early or is damaged at its end. Copy it once more, or take an older one.")),
    DAMAGED(new Wording(
            "Die Sicherung ist beschädigt. Bitte sie noch einmal kopieren oder eine ältere nehmen.",
            "The backup is damaged. Copy it once more, or take an older one."));

    private final Wording sentence;

    BackupFault(Wording sentence) {
        this.sentence = sentence;
    }

    /** What is wrong and what to do. */
    public Wording sentence() {
        return sentence;
    }
}
