package org.einlass.server.registration.imports.status;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.server.registration.imports.text.PlainText;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * The words by which ticket systems and offices say who comes, and what they mean under each kind of heading.
 */
public final class StatusWords {
    private static final Map<String, StatusVerdict> WORDS = new HashMap<>();

    static {
        know(
                StatusVerdict.CONFIRMED,
                "confirmed",
                "bestätigt",
                "bestätigte",
                "Teilnahme bestätigt",
                "Anmeldung bestätigt",
                "angemeldet",
                "registriert",
                "registered",
                "zugesagt",
                "Zusage",
                "Zusagen",
                "Anmeldungen",
                "hat zugesagt",
                "approved",
                "accepted",
                "akzeptiert",
                "angenommen",
                "genehmigt",
                "freigegeben",
                "zugelassen",
                "akkreditiert",
                "accredited",
                "ja",
                "yes",
                "paid",
                "bezahlt",
                "free",
                "kostenlos",
                "kostenfrei",
                "attending",
                "going",
                "will attend",
                "teilnehmend",
                "nimmt persönlich teil",
                "participating",
                "nimmt teil",
                "kommt",
                "dabei",
                "wc-completed",
                "wc-processing",
                "completed",
                "complete",
                "abgeschlossen",
                "vollständig",
                "success",
                "successful",
                "succeeded",
                "erfolgreich",
                "checked in",
                "checked-in",
                "eingecheckt",
                "anwesend",
                "attended",
                "teilgenommen",
                "booked",
                "gebucht",
                "fest gebucht",
                "active",
                "aktiv",
                "valid",
                "gültig",
                "not void",
                "nicht storniert",
                "issued",
                "ausgestellt",
                "verified",
                "ok",
                "angemeldet und bestätigt",
                "paid in full",
                "ja, ich komme",
                "ja, ich nehme teil",
                "ich nehme teil",
                "ich komme",
                "ja, gerne",
                "ja, gern",
                "komme gern",
                "komme gerne",
                "ich komme gern",
                "ich komme gerne",
                "sagt zu",
                "nimmt gern teil",
                "Teilnahme zugesagt",
                "Anmeldung",
                "ticket issued",
                "Ticket versendet",
                "eingelassen",
                "ja, vor Ort",
                "vor Ort",
                "Präsenz",
                "in Präsenz",
                "in person",
                "on site",
                "onsite",
                "yes, I will attend",
                "vollständig bezahlt",
                "inscrit",
                "inscrite",
                "confirmé",
                "confirmée",
                "accepté",
                "acceptée",
                "iscritto",
                "iscritta",
                "confermato",
                "confermata",
                "confirmado",
                "confirmada",
                "bevestigd",
                "potwierdzony",
                "potwierdzona",
                "potvrzeno");
        know(
                StatusVerdict.WAITLISTED,
                "Awaiting moderation",
                "Moderation ausstehend",
                "wc-on-hold",
                "wc-pending",
                "auto-draft",
                "waitlisted",
                "waitlist",
                "waiting list",
                "waiting",
                "on waitlist",
                "on waiting list",
                "Warteliste",
                "auf Warteliste",
                "auf der Warteliste",
                "wartend",
                "wartet",
                "WL",
                "Nachrücker",
                "Nachrückerliste",
                "pending",
                "pending approval",
                "approval pending",
                "pending payment",
                "pending (overdue)",
                "overdue",
                "überfällig",
                "ausstehend (überfällig)",
                "fällig",
                "Zahlung fällig",
                "Bezahlung ausstehend",
                "pending confirmation",
                "awaiting confirmation",
                "unter Vorbehalt",
                "vorbehaltlich",
                "tentative",
                "provisional",
                "vorläufig",
                "in review",
                "under review",
                "to be reviewed",
                "payment pending",
                "awaiting approval",
                "awaiting payment",
                "ausstehend",
                "Freigabe ausstehend",
                "Zahlung ausstehend",
                "Bestätigung ausstehend",
                "offen",
                "noch offen",
                "open",
                "unpaid",
                "not paid",
                "unbezahlt",
                "nicht bezahlt",
                "placed",
                "on hold",
                "in Prüfung",
                "in Bearbeitung",
                "beantragt",
                "requested",
                "applied",
                "angefragt",
                "unconfirmed",
                "unbestätigt",
                "nicht bestätigt",
                "not confirmed",
                "vorgemerkt",
                "liste d'attente",
                "en liste d'attente",
                "sur liste d'attente",
                "en attente",
                "lista d'attesa",
                "in lista d'attesa",
                "in attesa");
        know(
                StatusVerdict.CANCELLED,
                "nicht teilnehmend",
                "not participating",
                "wc-cancelled",
                "wc-refunded",
                "wc-failed",
                "trash",
                "entfällt",
                "fällt aus",
                "cancelled",
                "canceled",
                "storniert",
                "storno",
                "gecancelt",
                "abgesagt",
                "Absage",
                "Absagen",
                "Abmeldungen",
                "Stornierungen",
                "Stornos",
                "hat abgesagt",
                "abgemeldet",
                "declined",
                "rejected",
                "denied",
                "refused",
                "abgelehnt",
                "not approved",
                "not attending",
                "not going",
                "nimmt nicht teil",
                "kommt nicht",
                "keine Teilnahme",
                "verhindert",
                "nein",
                "no",
                "refunded",
                "refund",
                "erstattet",
                "rückerstattet",
                "zurückerstattet",
                "chargeback",
                "charged back",
                "expired",
                "abgelaufen",
                "verfallen",
                "void",
                "voided",
                "ungültig",
                "invalid",
                "not valid",
                "deleted",
                "gelöscht",
                "removed",
                "entfernt",
                "withdrawn",
                "zurückgezogen",
                "revoked",
                "widerrufen",
                "inactive",
                "inaktiv",
                "deaktiviert",
                "disabled",
                "Stornierung",
                "Abmeldung",
                "failed",
                "fehlgeschlagen",
                "unregistered",
                "nein, leider nicht",
                "leider nicht",
                "leider nein",
                "nein, ich komme nicht",
                "nein, ich nehme nicht teil",
                "nein, ich kann leider nicht teilnehmen",
                "ich kann leider nicht teilnehmen",
                "ich nehme nicht teil",
                "ich komme nicht",
                "kommt doch nicht",
                "kommt leider nicht",
                "canceled (paid fee)",
                "cancelled (paid fee)",
                "storniert (bezahlte Gebühr)",
                "storniert (Gebühr bezahlt)",
                "abgebrochen",
                "aborted",
                "abandoned",
                "disputed",
                "nimmt leider nicht teil",
                "nicht dabei",
                "nicht erschienen",
                "fehlt",
                "abwesend",
                "nicht zugelassen",
                "nicht freigegeben",
                "nicht genehmigt",
                "not accepted",
                "not admitted",
                "unsubscribed",
                "hat storniert",
                "wurde storniert",
                "ausgeladen",
                "uninvited",
                "paid (canceled)",
                "bezahlt (storniert)",
                "disqualified",
                "entschuldigt",
                "entschuldigt abwesend",
                "erkrankt",
                "annulé",
                "annulée",
                "désinscrit",
                "désinscrite",
                "refusé",
                "refusée",
                "excusé",
                "excusée",
                "annullato",
                "annullata",
                "disdetto",
                "rifiutato",
                "cancelado",
                "cancelada",
                "anulado",
                "anulada",
                "geannuleerd",
                "afgemeld",
                "anulowany",
                "anulowana",
                "anulowano",
                "zrušeno",
                "zrušen",
                "zrušena");
        know(StatusVerdict.BLOCKED, "blocked", "gesperrt", "banned", "Hausverbot", "suspended");
    }

    private static final Set<String> YES = keys("ja", "yes", "y", "j", "x", "true", "wahr", "1", "on");
    private static final Set<String> NO =
            keys("nein", "no", "n", "false", "falsch", "0", "off", "none", "keine", "null", "nicht");
    private static final Pattern TICK = Pattern.compile("[✓✔☑✅👍🗸]\\uFE0F?");
    private static final Pattern CROSS = Pattern.compile("[✗✘❌☒👎🗷]\\uFE0F?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.*|\\d{5}(?:[.,]\\d+)?");
    private static final Pattern WHEN =
            Pattern.compile("^(.*?\\p{L})[\\s,;:]*(?:\\(?(?:am|on|seit|vom)\\s+)?\\d{1,4}[-./].*$");

    /** "Storniert (Krankheit)" */
    private static final Pattern WITH_REASON = Pattern.compile("^(.*?\\p{L})\\s*\\(([^()]*)\\)$");

    /** "Warteliste, Platz 3" */
    private static final Pattern PLACE_IN_LINE = Pattern.compile(
            "(?:auf (?:der )?)?(?:warteliste|wl|waitlist|waiting list|nachrücker)[,:]?\\s*\\(?(?:platz|nr\\.?|no\\.?|position|#)?\\s*"
                    + "\\d{1,5}\\)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TAKEN_BACK = Pattern.compile(
            "\\b(?:doch|kommt|wieder|rückgängig|zurückgenommen|irrtümlich|reactivated|restored|undone|again)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final int LONGEST_REMARK = 200;
    private static final Pattern SMELL = Pattern.compile(
            "storn(?:o|ier)|abgesagt|absage|sagtab|abgemeldet|abmeldung|cancell?ed|cancell?ation|^void(?:ed)?$|declined|refunded"
                    + "|erstattet|withdrawn|zuruckgezogen|wartelist|waitlist|waitinglist|verhindert|kommtnicht|nichtteil"
                    + "|notattend|notcoming|cannotattend|wontattend|noshow|gesperrt|hausverbot|blocked|banned|rejected|abgelehnt"
                    + "|entschuldigt|erkrankt|entfallt|falltaus|istkrank|^krank$|nichtzugelassen|kommtdochnicht|kommtleidernicht|leidernicht|leidernein"
                    + "|^annulee?$|^annullat[oa]$|^cancelad[oa]$|^anulad[oa]$|^geannuleerd$|^afgemeld$|^anulowan[yao]$|^zrusen[oa]?$|desinscrit|listedattente|listadattesa|^excusee?$"
                    + "|^(?:nur)?(?:online|virtuell|virtual|remote|digital|livestream|stream|webinar)(?:teilnahme|teilnehmer(?:in)?"
                    + "|ticket|zugang|attendance|attendee|participation|only)?$");

    /** A word about admission that was written into a name: "Eva Schmidt (abgesagt)", "STORNO: Jan Kurz". */
    private static final Pattern MARK = Pattern.compile(
            "(?:^|[(\\[:;,/]|\\s[\u2013-])\\s*(?:hat |ist |wurde |leider )*(?:abgesagt|absage|storniert|storno|abgemeldet"
                    + "|cancell?ed|declined|warteliste|nachrücker(?:in)?|waitlist(?:ed)?|verhindert|kommt (?:doch |leider )?nicht"
                    + "|nimmt nicht teil|entschuldigt|erkrankt|gesperrt|hausverbot|no[- ]show|refunded|gelöscht)"
                    + "\\s*(?:$|[)\\]:;,/!\u2013-]|(?:am|on|vom|seit)\\s|\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NO_AMOUNT = Pattern.compile("[€$£]?\\s?0+(?:[.,]0+)?\\s?(?:€|EUR|USD|GBP|CHF|\\$)?");
    private static final Pattern AMOUNT =
            Pattern.compile("(?:€|\\$|£|EUR|USD|GBP|CHF)?\\s?[-\u2212]?\\s?\\d+(?:[.,'\u00A0 ]\\d{3})*"
                    + "(?:[.,](?:\\d{1,2}|-{1,2}|\u2013))?\\s?(?:€|EUR|USD|GBP|CHF|\\$|Euro)?");
    private static final Pattern NEGATIVE = Pattern.compile("^\\D*[-\u2212]\\D*\\d");
    private static final Set<String> PAID = keys(
            "paid",
            "bezahlt",
            "free",
            "kostenlos",
            "kostenfrei",
            "complimentary",
            "vollständig bezahlt",
            "fully paid",
            "beglichen");
    private static final Set<String> SIGNS_OF_YES = Set.of("+", "z", "zu");
    private static final Set<String> SIGNS_OF_NO = Set.of("-", "\u2013", "a", "ab");

    private StatusWords() {}

    /** What a filled field means under its heading; empty where that is not known. */
    static Optional<StatusVerdict> verdict(StatusHeading heading, String text) {
        return switch (heading) {
            case STATUS -> word(text);
            case CANCELLED -> marked(text, StatusVerdict.CANCELLED);
            case WAITLISTED -> marked(text, StatusVerdict.WAITLISTED);
            case BLOCKED -> marked(text, StatusVerdict.BLOCKED);
            case CONFIRMED -> comes(text);
            case PAYMENT -> payment(text);
            case OWED -> owed(text);
            case REMARK -> smells(text) ? word(text) : Optional.of(StatusVerdict.NONE);
            case UNCLEAR, NONE -> Optional.empty();
        };
    }

    /** Whether a text under any heading speaks of somebody who does not come, or not yet. */
    static boolean smells(String text) {
        return text.length() <= LONGEST_REMARK
                && SMELL.matcher(TextKey.of(text)).find();
    }

    /** Whether a name or an organisation holds a remark about who does not come, or not yet. */
    public static boolean marks(String name) {
        Matcher mark = MARK.matcher(name);
        return PlainText.isOneWord(name) ? mark.lookingAt() : mark.find();
    }

    /** Whether a field answers a question with yes, in words or signs. */
    static boolean saysYes(String text) {
        return isYes(text) || SIGNS_OF_YES.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a field answers a question with no, in words or signs. */
    static boolean saysNo(String text) {
        return isNo(text) || SIGNS_OF_NO.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a field says in words that nothing is left to pay. */
    static boolean saysPaid(String text) {
        return PAID.contains(TextKey.of(text));
    }

    /** Whether a field is a day, or a moment of one. */
    static boolean isDay(String text) {
        return DATE.matcher(text).matches();
    }

    /** Whether a field is an amount of money, with its currency or without. */
    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    /** Whether a field is an amount of money that is more than nothing. */
    static boolean isAmountAboveNothing(String text) {
        return isAmount(text)
                && !NEGATIVE.matcher(text).find()
                && text.chars().anyMatch(sign -> sign >= '1' && sign <= '9');
    }

    private static Optional<StatusVerdict> word(String text) {
        StatusVerdict verdict = WORDS.get(TextKey.of(text));
        if (verdict != null) {
            return Optional.of(verdict);
        }
        if (PLACE_IN_LINE.matcher(text).matches()) {
            return Optional.of(StatusVerdict.WAITLISTED);
        }
        return Optional.of(WHEN.matcher(text))
                .filter(Matcher::matches)
                .map(dated -> WORDS.get(TextKey.of(dated.group(1))))
                .or(() -> withReason(text));
    }

    /** A reason in brackets takes no refusal back; what it adds to a consent is asked, unless it is known. */
    private static Optional<StatusVerdict> withReason(String text) {
        Matcher reason = WITH_REASON.matcher(text);
        StatusVerdict word = reason.matches() ? WORDS.get(TextKey.of(reason.group(1))) : null;
        if (word == null) {
            return Optional.empty();
        }
        StatusVerdict added = WORDS.get(TextKey.of(reason.group(2)));
        if (added != null) {
            return Optional.of(word.and(added));
        }
        return word == StatusVerdict.CONFIRMED
                        || TAKEN_BACK.matcher(reason.group(2)).find()
                ? Optional.empty()
                : Optional.of(word);
    }

    private static Optional<StatusVerdict> marked(String text, StatusVerdict meant) {
        if (isYes(text) || DATE.matcher(text).matches()) {
            return Optional.of(meant);
        }
        if (isNo(text) || NO_AMOUNT.matcher(text).matches()) {
            return Optional.of(StatusVerdict.NONE);
        }
        if (meant == StatusVerdict.WAITLISTED && NUMBER.matcher(text).matches()) {
            return Optional.of(meant);
        }
        return word(text).map(verdict -> verdict == StatusVerdict.CONFIRMED ? StatusVerdict.NONE : verdict);
    }

    private static Optional<StatusVerdict> comes(String text) {
        if (isYes(text) || DATE.matcher(text).matches()) {
            return Optional.of(StatusVerdict.CONFIRMED);
        }
        return isNo(text) ? Optional.of(StatusVerdict.CANCELLED) : word(text);
    }

    /** Who has not paid yet may come to one event and not to another: that is asked. */
    private static Optional<StatusVerdict> payment(String text) {
        if (isYes(text) || isDay(text) || isAmountAboveNothing(text)) {
            return Optional.of(StatusVerdict.NONE);
        }
        return paidWord(text);
    }

    /** Nothing, or less, is still to be paid; about any other amount a person has to say. */
    private static Optional<StatusVerdict> owed(String text) {
        if (isNo(text) || isAmount(text)) {
            return isAmountAboveNothing(text) ? Optional.empty() : Optional.of(StatusVerdict.NONE);
        }
        return isYes(text) ? Optional.empty() : paidWord(text);
    }

    private static Optional<StatusVerdict> paidWord(String text) {
        return word(text)
                .filter(verdict -> verdict != StatusVerdict.WAITLISTED && !isNo(text))
                .map(verdict -> verdict == StatusVerdict.CONFIRMED ? StatusVerdict.NONE : verdict);
    }

    private static boolean isYes(String text) {
        return YES.contains(TextKey.of(text)) || TICK.matcher(text).matches();
    }

    private static boolean isNo(String text) {
        return NO.contains(TextKey.of(text)) || CROSS.matcher(text).matches();
    }

    private static Set<String> keys(String... words) {
        return Stream.of(words).map(TextKey::of).collect(Collectors.toUnmodifiableSet());
    }

    private static void know(StatusVerdict verdict, String... words) {
        List.of(words).forEach(word -> WORDS.put(TextKey.of(word), verdict));
    }
}
