package org.einlass.contract.desk;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.einlass.contract.Wording;

/** What there is to clarify, each kind with a sentence for staff and with what to do about it. */
public enum ClarificationKind {
    DOUBLE_ADMISSION(
            "Zweimal eingelassen, wo nur einmal gilt.",
            "Let in twice where once is the rule.",
            "Bitte Namen und Namensschild vergleichen: War es dieselbe Person?",
            "Please compare name and badge: was it the same person?"),
    VERDICTS_DIFFER(
            "Das Gerät hat eingelassen, der Server hatte abgelehnt.",
            "The device let in, the server had refused.",
            "Bitte die Anmeldung ansehen: Darf dieser Gast hier sein?",
            "Please look at the registration: may this guest be here?"),
    PROVISIONAL(
            "Vorläufig eingelassen, und niemand kennt den Code.",
            "Let in provisionally, and nobody knows the code.",
            "Bitte den Gast aufsuchen und die Anmeldung nachtragen.",
            "Please find the guest and complete the registration."),
    NOT_PROVEN(
            "Ein Gerät meldet einen Scan, den es nicht gelesen haben kann.",
            "A device reports a scan that it cannot have read.",
            "Der Einlass zählt nicht. Bitte die Leitung fragen, wer dieses Gerät hat.",
            "The admission does not count. Please ask the supervisor who has this device."),
    UNKNOWN_REGISTRATION(
            "Ein Schalter schrieb zu einer Anmeldung, die es nicht gibt.",
            "A desk wrote about a registration that does not exist.",
            "Bitte den Gast unter seinem Namen suchen.",
            "Please search for the guest by name."),
    UNREADABLE_LETTER(
            "Was ein Schalter schrieb, lässt sich nicht öffnen.",
            "What a desk wrote cannot be opened.",
            "Bitte Namen und Angaben am Schalter noch einmal eintragen.",
            "Please enter name and details at the desk once more."),
    UNKNOWN_CATEGORY(
            "Ein Schalter nannte eine Teilnahmeart, die es nicht gibt.",
            "A desk named a category that does not exist.",
            "Bitte Teilnahmeart und Programme der Anmeldung prüfen.",
            "Please check category and programmes of the registration."),
    CORRECTION_CLASH(
            "Dasselbe Feld wurde zweimal verschieden berichtigt.",
            "The same field was corrected twice in different ways.",
            "Bitte den Gast fragen und, wo nötig, noch einmal berichtigen.",
            "Please ask the guest, and correct once more where needed."),
    NAME_DOUBTFUL(
            "Ein Gast hat am Kiosk seinen Namen berichtigt, und es sieht nach einer anderen Person aus.",
            "A guest corrected the name at a kiosk, and it looks like another person.",
            "Geändert ist nichts. Bitte den Gast fragen und den Namen, wo nötig, am Schalter berichtigen.",
            "Nothing is changed. Please ask the guest, and correct the name at the desk where needed."),
    ANSWER_NOT_OFFERED(
            "Ein Gast hat am Kiosk etwas geantwortet, das die Frage nicht mehr anbietet.",
            "A guest answered at a kiosk what the question no longer offers.",
            "Die Antwort ist gespeichert. Bitte den Gast fragen, was er stattdessen möchte.",
            "The answer is kept. Please ask the guest what to choose instead."),
    SUBSTITUTION_CLASH(
            "Mehrere kommen für denselben Gast, oder er hatte keinen Platz.",
            "Several come for one guest, or the guest had no place.",
            "Bitte klären, wer den Platz bekommt.",
            "Please clarify who gets the place."),
    GAP(
            "Einträge eines Geräts fehlen dem Server.",
            "The server lacks entries of a device.",
            "Bitte das Gerät einschalten und mit dem Netz verbinden: Es liefert nach.",
            "Please switch the device on and connect it: it delivers them."),
    FORK(
            "Zwei Geräte melden unter demselben Namen.",
            "Two devices report under one name.",
            "Bitte die Leitung rufen: Eine Festplatte wurde kopiert oder zurückgespielt.",
            "Please call the supervisor: a disk was copied or restored."),
    DANGLING(
            "Ein Eintrag nennt einen anderen, den niemand gemeldet hat.",
            "An entry names another one that nobody has reported.",
            "Bitte das Gerät einschalten, von dem der andere stammt.",
            "Please switch on the device that made the other one."),
    /** A kind of a newer server. */
    @JsonEnumDefaultValue
    UNRECOGNISED(
            "Hier ist etwas zu klären, das dieses Programm nicht kennt.",
            "There is something to clarify that this program does not know.",
            "Bitte in der Verwaltung im Browser nachsehen.",
            "Please look it up in the console in a browser.");

    private final Wording sentence;
    private final Wording remedy;

    ClarificationKind(String german, String english, String germanRemedy, String englishRemedy) {
        sentence = new Wording(german, english);
        remedy = new Wording(germanRemedy, englishRemedy);
    }

    /** What happened, for staff. */
    public Wording sentence() {
        return sentence;
    }

    /** What to do about it, for staff. */
    public Wording remedy() {
        return remedy;
    }

    /** Whether an admission may be taken back to settle it: its last story then counts no more. */
    public boolean isOfAdmissions() {
        return this == DOUBLE_ADMISSION || this == VERDICTS_DIFFER || this == PROVISIONAL;
    }
}
