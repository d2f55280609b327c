package org.einlass.kiosk.desk.state;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.einlass.contract.Wording;
import org.einlass.kiosk.gate.JournalException;
import org.jspecify.annotations.Nullable;

/** What a desk says of what was done, in both languages. */
public enum DeskSentences {
    CHECKING_IN("%s wird eingecheckt …", "Checking in %s …"),
    CHECKED_IN("%s ist eingecheckt.", "%s is checked in."),
    BADGE_COMES("%s ist eingecheckt. Das Namensschild wird gedruckt.", "%s is checked in. The badge is being printed."),
    BADGE_ONLY_COMES(
            "Das Namensschild von %s wird gedruckt. Das ist noch keine Ankunft: Gezählt wird am Einlass.",
            "The badge of %s is being printed. This is no arrival yet: the entrance counts."),
    BADGE_ONLY_ASKED("Das Namensschild für %s …", "The badge for %s …"),
    BADGE_ONLY_AGAIN(
            "Das Namensschild von %s ist schon gedruckt. Das ist noch keine Ankunft: Gezählt wird am Einlass.",
            "The badge of %s is printed already. This is no arrival yet: the entrance counts."),
    BADGE_READY("%s ist eingecheckt. Das Namensschild ist gedruckt.", "%s is checked in. The badge is printed."),
    THERE_ALREADY("%s war schon da: eingecheckt %s.", "%s was here before: checked in %s."),
    NO_BADGE("%s ist eingecheckt, aber ohne Namensschild. %s", "%s is checked in, but without a badge. %s"),
    BADGE_HANDED_OVER(
            "%s ist eingecheckt. Der Drucker hat das Namensschild; er meldet nicht, ob es fertig ist.",
            "%s is checked in. The printer has the badge; it does not say when it is done."),
    NEW_BADGE_HANDED_OVER(
            "Der Drucker hat das Namensschild für %s; er meldet nicht, ob es fertig ist.",
            "The printer has the badge for %s; it does not say when it is done."),
    NO_NEW_BADGE("Das Namensschild für %s ist nicht gedruckt. %s", "The badge for %s is not printed. %s"),
    A_BADGE_IS_MISSING("Ein Namensschild ist nicht gedruckt. %s", "A badge is not printed. %s"),
    UNEXPECTED(
            "Das ging nicht. Bitte noch einmal versuchen, sonst an einem anderen Schalter weitermachen.",
            "That did not work. Please try again, else go on at another desk."),
    NOT_CHECKED_IN("%s ist nicht eingecheckt. %s", "%s is not checked in. %s"),
    PROVISIONAL(
            "%s ist vorläufig eingelassen. Bitte die Anmeldung nachtragen.",
            "%s is let in provisionally. Please complete the registration."),
    BUSY(
            "Zu viele Gäste warten auf ihr Ergebnis. Bitte in einem Moment noch einmal.",
            "Too many guests wait for their outcome. Please try again in a moment."),
    UNDONE("Zurückgenommen: %s.", "Taken back: %s."),
    NOBODY_SHOWN("Bitte zuerst einen Gast suchen oder scannen.", "Please search for a guest or scan a ticket first."),
    NOT_REFUSED(
            "%s wurde hier nicht abgewiesen. Bitte mit der Eingabetaste einchecken.",
            "%s was not refused here. Please check in by Enter."),
    CORRECTION("Berichtigung von %s", "correction of %s"),
    CORRECTED("%s ist berichtigt.", "%s is corrected."),
    CORRECTED_AND_REPRINTED(
            "%s ist berichtigt, das neue Namensschild wird gedruckt. Bitte das alte einziehen.",
            "%s is corrected, the new badge is being printed. Please take back the old one."),
    REPRINT("neues Namensschild für %s", "new badge for %s"),
    REPRINTED(
            "Das neue Namensschild für %s wird gedruckt. Das alte gilt dann nicht mehr.",
            "The new badge for %s is being printed. The old one counts no more then."),
    FROM_BOX("%s Bitte das Namensschild ausgeben: %s.", "%s Please hand out the badge: %s."),
    IN_BOX(
            "Das Namensschild von %s liegt gedruckt bereit: %s. Bitte erst dort nachsehen.",
            "The badge of %s lies printed and ready: %s. Please look there first."),
    CAME_OUT("Das Namensschild von %s ist da. Das ist festgehalten.", "The badge of %s is there. That is on record."),
    PRINTED_AGAIN("Das Namensschild von %s wird noch einmal gedruckt.", "The badge of %s is being printed again."),
    NEW_BADGE_READY("Das Namensschild für %s ist gedruckt.", "The badge for %s is printed."),
    LETTING_IN("Einlassen von %s", "letting in of %s"),
    LET_IN("%s ist eingelassen. Der Grund ist festgehalten.", "%s is let in. The reason is on record."),
    SETTLED("Geklärt: %s.", "Settled: %s."),
    TAKING_BACK("Rücknahme des Einlasses von %s", "taking back of the admission of %s"),
    ADMISSION_TAKEN_BACK("Der letzte Einlass von %s ist zurückgenommen.", "The last admission of %s is taken back."),
    NOTHING_TO_UNDO("Es gibt nichts zurückzunehmen.", "There is nothing to take back."),
    CODE_LEADS_TO_NOBODY(
            "Dieser Code gehört zu niemandem, den dieser Schalter kennt. %s",
            "This code belongs to nobody" + " whom this desk knows. %s"),
    SOMEBODY("Dieser Gast", "This guest"),
    ONCE_MORE(
            "Der Code war nicht ganz zu lesen. Bitte noch einmal scannen.",
            "The code could not be read as a whole." + " Please scan it once more."),
    WAITING(
            "Der Server hat noch nicht geantwortet. Einen Moment, bitte.",
            "The server has not answered yet. One" + " moment, please."),
    SAVING("Wird gespeichert …", "Being saved …"),
    NO_DOOR_SHEET(
            "Dieser Schalter kennt seine Veranstaltung noch nicht. Bitte Netz und Adresse prüfen.",
            "This desk does not know its event yet. Please check network and address."),
    NO_ROSTER(
            "Die Gästeliste ist noch nicht da, und der Server schweigt. Bitte in einem Moment noch einmal.",
            "The guest list is not here yet, and the server is silent. Please try again in a moment."),
    NO_JOURNAL(
            "Die Festplatte nimmt nichts an. Bitte an einem anderen Schalter weitermachen.",
            "The disk takes nothing. Please go on at another desk."),
    WITHDRAWN(
            "Dieses Gerät wurde außer Betrieb genommen. Bitte die Leitung rufen.",
            "This device was taken out of use. Please call the supervisor."),
    NO_COUNTER_NAME(
            "Dieser Schalter hat noch keinen Namen. Bitte in den Einstellungen eintragen: counter = 2.",
            "This counter has no name yet. Please write it into the settings: counter = 2."),
    COUNTER_OPEN(
            "Schalter %s ist offen. Kiosks schicken Gäste hierher.", "Counter %s is open. Kiosks send guests here."),
    COUNTER_CLOSED(
            "Schalter %s ist geschlossen. Kiosks schicken niemanden mehr hierher.",
            "Counter %s is closed. Kiosks send nobody here any more."),
    COUNTER_OPENED(
            "Die Leitung hat Schalter %s geöffnet. Kiosks schicken Gäste hierher.",
            "The supervisor has opened counter %s. Kiosks send guests here."),
    COUNTER_SHUT(
            "Die Leitung hat Schalter %s geschlossen. Kiosks schicken niemanden mehr hierher.",
            "The supervisor has closed counter %s. Kiosks send nobody here any more."),
    NOBODY_COMES("Zu diesem Schalter ist niemand unterwegs.", "Nobody is on the way to this counter."),
    SOMEBODY_UNKNOWN("Gast ohne bekanntes Ticket", "Guest without a known ticket"),
    COMES_FOR_BADGE(
            "Eingelassen, aber ohne Namensschild: Der Drucker am Kiosk ist gestört. Bitte hier drucken.",
            "Let in, but without a badge: the kiosk's printer is out of order. Please print it here."),
    COMES_AS_ANOTHER(
            "Sagt, der Kiosk habe eine andere Person gemeint. Bitte Ausweis und Namensschild ansehen.",
            "Says that the kiosk meant another person. Please look at the badge and ask for an identity card."),
    COMES_FOR_NAME(
            "Der Name ist falsch geschrieben. Bitte berichtigen und neu drucken; der Code bleibt gültig.",
            "The name is misspelt. Please correct and print it again; the code stays valid."),
    COMES_REFUSED(
            "Am Kiosk nicht eingelassen. Bitte nach dem Namen fragen.",
            "Not let in at the kiosk. Please ask for the name."),
    NOBODY_CALLS("Niemand ruft um Hilfe, zu dem noch keiner kommt.", "Nobody calls for help to whom nobody comes."),
    NO_CALL_TO_END(
            "Dieser Schalter kommt zu keinem Hilferuf. Bitte zuerst den Ruf in der Liste antippen.",
            "This desk comes to no call for help. Please touch the call in the list first."),
    COMING_TO("%s weiß jetzt, dass dieser Schalter kommt.", "%s knows now that this desk comes."),
    NOT_COMING_TO(
            "Der Server antwortet nicht; %s weiß noch nicht, dass jemand kommt. Bitte trotzdem hingehen.",
            "The server does not answer; %s does not know yet that somebody comes. Please go there all the same."),
    CALL_ENDED("Der Hilferuf von %s ist erledigt.", "The call for help of %s is done."),
    CALL_NOT_ENDED(
            "Der Server antwortet nicht; der Hilferuf von %s bleibt stehen. Bitte in einem Moment noch einmal.",
            "The server does not answer; the call for help of %s stays. Please try again in a moment."),
    SOMEBODY_COMES("%s kommt.", "%s comes."),
    ORGANISER_COMES("Die Leitung kommt.", "The supervisor comes."),
    DOCUMENT_COMES("%s wird vom Server geholt …", "%s is being fetched from the server …"),
    DOCUMENT_PRINTS("%s wird gedruckt: %s …", "%s is being printed: %s …"),
    DOCUMENT_PRINTED("%s ist beim Drucker (%s): %s.", "%s is at the printer (%s): %s."),
    DOCUMENT_FAILED("%s ist nicht gedruckt. %s", "%s is not printed. %s"),
    DOCUMENT_MADE("%s wird gesetzt …", "%s is being set …"),
    COURSE("Das Merkblatt", "The one-page course"),
    SPARE_BADGES("Das Blatt mit Reserveschildern", "The sheet of spare badges"),
    HANDOVER_PAGE("Die Seite zur Übergabe", "The page of the handover"),
    UNLOCK_CARD("Die Entsperrkarte", "The unlock card"),
    NO_UNLOCK_CARD(
            "Eine Karte gibt es erst, wenn die Gästeliste geöffnet ist. Bitte warten, bis der Server antwortet.",
            "There is a card only when the guest list is open. Please wait until the server answers."),
    NO_CARD_IN_FOLDER(
            "Dieser Schalter druckt in einen Ordner, und dort bliebe das Geheimnis der Karte liegen. Bitte in den Einstellungen mit printer.documents einen Drucker nennen.",
            "This desk prints into a folder, where the card's secret would stay. Please name a printer by printer.documents in the settings."),
    PRACTICE_TICKETS("Die zwanzig Übungstickets", "The twenty practice tickets"),
    PRACTICE_NOT_NOW(
            "Übungstickets gibt es nur in der Probe: sonst zählten sie mit. Die Leitung stellt die Probe in der Konsole ein.",
            "Practice tickets are for the rehearsal only: else they would count. The supervisor sets it in the console."),
    DOCUMENT_LATER(
            "Der Server hat gerade viel zu tun. Bitte in einer Minute noch einmal.",
            "The server is busy just now. Please try again in a minute."),
    DOCUMENT_REFUSED(
            "Der Server gibt sie diesem Schalter nicht, oder es gibt dazu noch nichts. Bitte die Leitung fragen.",
            "The server does not give it to this desk, or there is nothing yet. Please ask the supervisor."),
    DOCUMENT_NO_SERVER(
            "Der Server antwortet nicht. Bitte die Liste für den Notfall aus der Mappe nehmen.",
            "The server does not answer. Please take the list for an emergency from the folder."),
    NO_GROUP("Außer %2$s ist von %1$s niemand mehr zu erwarten.", "Nobody else but %2$s is to be expected of %1$s."),
    LARGE_GROUP(
            "Von %s werden mehr erwartet; hier stehen die ersten %s. Wer fehlt, kommt danach.",
            "More are expected of %s; here are the first %s. Whoever is missing comes next."),
    NOBODY_CHOSEN("Niemand ist angehakt.", "Nobody is ticked."),
    NO_VERDICT(
            "Für %s kam kein Ergebnis. Bitte noch einmal einchecken.",
            "There was no outcome for %s. Please check in once more."),
    GROUP("Einchecken der Delegation %s (%s)", "check-in of the delegation %s (%s)"),
    GROUP_COMES("%s von %s der Delegation %s sind eingecheckt …", "%s of %s of the delegation %s are checked in …"),
    GROUP_BADGES_COME("Namensschilder für %s von %s der Delegation %s …", "Badges for %s of %s of the delegation %s …"),
    GROUP_BADGES_THERE(
            "Alle %s der Delegation %s sind bedient, %s Namensschilder sind gedruckt. Das ist noch keine Ankunft.",
            "All %s of the delegation %s are served, %s badges are printed. This is no arrival yet."),
    GROUP_THERE(
            "Alle %s der Delegation %s sind eingecheckt, %s Namensschilder sind gedruckt.",
            "All %s of the delegation %s are checked in, %s badges are printed."),
    GROUP_WITHOUT(
            "%s von %s der Delegation %s sind eingecheckt. Nicht eingecheckt: %s. Bitte einzeln klären.",
            "%s of %s of the delegation %s are checked in. Not checked in: %s. Please clarify one by one."),
    GROUP_STOPPED(
            "Die Delegation %s ist angehalten; niemand weiter wird eingecheckt.",
            "The delegation %s is stopped; nobody else is checked in."),
    GROUP_BOXES("Bitte Namensschilder ausgeben: %s.", "Please hand out badges: %s."),
    GROUP_NO_BADGE("Ohne Namensschild: %s. %s", "Without a badge: %s. %s"),
    PAPER("Eintrag vom Papier für %s", "entry from paper for %s"),
    FROM_PAPER(
            "%s kam am %s um %s Uhr, vom Papier eingetragen. Bitte den Nächsten suchen.",
            "%s came on %s at %s, entered from paper. Please search for the next one."),
    NO_TIME(
            "Das ist keine Uhrzeit. Bitte Stunde und Minute vom Papier abschreiben, etwa 9:12 oder 4.7. 18:30.",
            "This is no time. Please copy hour and minute from the paper, such as 9:12 or 4.7. 18:30."),
    PAPER_LIST("Die Papierliste", "The paper list"),
    NO_PAPER_LIST(
            "Die Papierliste ist noch nicht gemacht: Dieser Schalter kennt noch keine Gäste mit Namen. Bitte gleich"
                    + " noch einmal.",
            "The paper list is not made yet: this desk knows no guests by name yet. Please try again soon."),
    PAPER_LIST_TOO_LONG(
            "Für eine Papierliste sind es zu viele Gäste. Bitte mit ⇧F8 die Liste für den Notfall vom Server drucken.",
            "There are too many guests for a paper list. Please print the list for an emergency with ⇧F8."),
    NO_ROLE_CATEGORY(
            "Diese Veranstaltung hat keine Teilnahmeart, die nicht als Besuch zählt. Bitte die Leitung, eine anzulegen.",
            "This event has no category that does not count as visitor. Please ask the organiser to add one."),
    NO_FUNCTION("Bitte die Funktion eintragen, zum Beispiel Technik.", "Please enter the function, for example Crew."),
    WRONG_COPIES("Bitte eine Anzahl von 1 bis %s eintragen.", "Please enter a number from 1 to %s."),
    ONE_COPY_FOR_A_PERSON(
            "Für eine Person gibt es ein Schild. Bitte die Anzahl 1 eintragen oder den Namen leeren.",
            "A person gets one badge. Please enter the number 1, or empty the name."),
    ROLE_BADGE("Rollenschild %s", "role badge %s"),
    ROLE_BADGES_MADE(
            "Rollenschild wird gedruckt: %s. Eingecheckt ist damit noch niemand.",
            "Role badge is printed: %s. Nobody is checked in by that."),
    ASSIGNING("Reserveschild für %s", "spare badge for %s"),
    ASSIGNED(
            "Das Reserveschild gehört jetzt %s. Bitte den Namen darauf schreiben; das alte gilt nicht mehr.",
            "The spare badge is now that of %s. Please write the name on it; the old one counts no more."),
    CHECK_IN("Einchecken von %s", "check-in of %s"),
    BAD_NAME(
            "Ein Kürzel hat Kleinbuchstaben ohne Umlaute, Ziffern und Bindestriche. Bitte neu eingeben.",
            "A short name has letters a to z, digits and hyphens. Please enter it again."),
    BAD_PIN("Eine PIN hat 4 bis 12 Ziffern. Bitte neu eingeben.", "A PIN has 4 to 12 digits. Please enter it again."),
    WRONG(
            "Kürzel und PIN passen nicht zusammen. Bitte noch einmal.",
            "Short name and PIN do not match. Please try" + " again."),
    BARRED(
            "Zu viele Versuche. Bitte die Entsperrkarte dieses Schalters scannen.",
            "Too many attempts. Please scan this desk's unlock card."),
    BADGE_WANTED("Bitte zuerst den Helferausweis scannen.", "Please scan your helper's badge first."),
    BADGE_READ("Ausweis gelesen. Bitte die PIN eingeben.", "Badge read. Please enter the PIN."),
    BADGE_UNKNOWN(
            "Diesen Ausweis kennt der Schalter noch nicht. Bitte in einem Moment noch einmal scannen.",
            "The desk does not know this badge yet. Please scan it again in a moment."),
    BADGE_OTHER_DAY(
            "Dieser Ausweis gilt an einem anderen Tag. Bitte die Leitung rufen.",
            "This badge is good on another day. Please call the supervisor."),
    BADGE_OVER(
            "Der Helferausweis gilt nicht mehr, der Schalter ist verdeckt. Bitte die Leitung rufen.",
            "The helper's badge is no longer good, the desk is covered. Please call the supervisor."),
    BADGE_BARRED(
            "Zu viele falsche PINs. Dieser Ausweis öffnet hier bis %s nichts.",
            "Too many wrong PINs. This badge opens nothing here until %s."),
    BADGE_WRONG("Das war nicht die PIN zu diesem Ausweis.", "That was not the PIN of this badge."),
    BADGE_HANDOVER(
            "Übergabe: Wer jetzt übernimmt, scannt den Helferausweis.",
            "Handover: whoever takes over now scans a helper's badge."),
    CARD_FITS("Die Karte passt. Bitte Kürzel und PIN wählen.", "The card fits. Please choose a short name and a PIN."),
    CARD_KEPT("Das ist die Entsperrkarte. Bitte gut verwahren.", "This is the unlock card. Please keep it safe."),
    HANDED_OVER(
            "Übergabe: Wer jetzt übernimmt, wählt Kürzel und PIN.",
            "Handover: whoever takes over now chooses a short name and a PIN."),
    CARD_UNKNOWN("Das ist nicht die Karte dieses Schalters.", "This is not this desk's card.");

    private final Wording pattern;

    DeskSentences(String german, String english) {
        pattern = new Wording(german, english);
    }

    /** The sentence with its gaps filled. */
    public Wording say(Wording... parts) {
        Object[] german = new Object[parts.length];
        Object[] english = new Object[parts.length];
        for (int part = 0; part < parts.length; part++) {
            german[part] = parts[part].german();
            english[part] = parts[part].english();
        }
        return new Wording(pattern.german().formatted(german), pattern.english().formatted(english));
    }

    public DeskNotice done(Wording... parts) {
        return new DeskNotice(DeskNotice.Tone.DONE, say(parts));
    }

    public DeskNotice calm(Wording... parts) {
        return new DeskNotice(DeskNotice.Tone.CALM, say(parts));
    }

    public DeskNotice attention(Wording... parts) {
        return new DeskNotice(DeskNotice.Tone.ATTENTION, say(parts));
    }

    /** What is said of something that broke: a disk that takes nothing, or a fault of the program. */
    public static DeskSentences ofFailure(@Nullable Throwable broken) {
        Throwable cause = broken;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof JournalException ? NO_JOURNAL : UNEXPECTED;
    }

    /** "um 09:12 Uhr", or with the day where that is another one than {@code now}'s. */
    public static Wording moment(Instant moment, Instant now, ZoneId zone) {
        ZonedDateTime then = moment.atZone(zone);
        boolean today = then.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today
                ? new Wording(
                        format("'um' HH:mm 'Uhr'", Locale.GERMAN, then), format("'at' HH:mm", Locale.ENGLISH, then))
                : new Wording(
                        format("'am' d.M. 'um' HH:mm 'Uhr'", Locale.GERMAN, then),
                        format("'on' d MMMM 'at' HH:mm", Locale.ENGLISH, then));
    }

    private static String format(String pattern, Locale language, ZonedDateTime moment) {
        return DateTimeFormatter.ofPattern(pattern, language).format(moment);
    }
}
