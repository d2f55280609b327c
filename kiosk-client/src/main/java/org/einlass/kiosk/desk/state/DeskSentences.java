package org.einlass.kiosk.desk.state;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.einlass.contract.Wording;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.words.MessageBundle;
import org.jspecify.annotations.Nullable;

/** What a desk says of what was done, in both languages. */
public enum DeskSentences {
    CHECKING_IN,
    CHECKED_IN,
    BADGE_COMES,
    BADGE_ONLY_COMES,
    BADGE_ONLY_ASKED,
    BADGE_ONLY_AGAIN,
    BADGE_READY,
    THERE_ALREADY,
    NO_BADGE,
    BADGE_HANDED_OVER,
    NEW_BADGE_HANDED_OVER,
    NO_NEW_BADGE,
    A_BADGE_IS_MISSING,
    UNEXPECTED,
    NOT_CHECKED_IN,
    PROVISIONAL,
    BUSY,
    UNDONE,
    NOBODY_SHOWN,
    NOT_REFUSED,
    CORRECTION,
    CORRECTED,
    CORRECTED_AND_REPRINTED,
    REPRINT,
    REPRINTED,
    FROM_BOX,
    IN_BOX,
    CAME_OUT,
    PRINTED_AGAIN,
    NEW_BADGE_READY,
    LETTING_IN,
    LET_IN,
    SETTLED,
    TAKING_BACK,
    ADMISSION_TAKEN_BACK,
    NOTHING_TO_UNDO,
    CODE_LEADS_TO_NOBODY,
    SOMEBODY,
    ONCE_MORE,
    WAITING,
    SAVING,
    NO_DOOR_SHEET,
    NO_ROSTER,
    NO_JOURNAL,
    WITHDRAWN,
    NO_COUNTER_NAME,
    COUNTER_OPEN,
    COUNTER_CLOSED,
    COUNTER_OPENED,
    COUNTER_SHUT,
    NOBODY_COMES,
    SOMEBODY_UNKNOWN,
    COMES_FOR_BADGE,
    COMES_AS_ANOTHER,
    COMES_FOR_NAME,
    COMES_REFUSED,
    NOBODY_CALLS,
    NO_CALL_TO_END,
    COMING_TO,
    NOT_COMING_TO,
    CALL_ENDED,
    CALL_NOT_ENDED,
    SOMEBODY_COMES,
    ORGANISER_COMES,
    DOCUMENT_COMES,
    DOCUMENT_PRINTS,
    DOCUMENT_PRINTED,
    DOCUMENT_FAILED,
    DOCUMENT_MADE,
    COURSE,
    SPARE_BADGES,
    HANDOVER_PAGE,
    UNLOCK_CARD,
    NO_UNLOCK_CARD,
    NO_CARD_IN_FOLDER,
    PRACTICE_TICKETS,
    PRACTICE_NOT_NOW,
    DOCUMENT_LATER,
    DOCUMENT_REFUSED,
    DOCUMENT_NO_SERVER,
    NO_GROUP,
    LARGE_GROUP,
    NOBODY_CHOSEN,
    NO_VERDICT,
    GROUP,
    GROUP_COMES,
    GROUP_BADGES_COME,
    GROUP_BADGES_THERE,
    GROUP_THERE,
    GROUP_WITHOUT,
    GROUP_STOPPED,
    GROUP_BOXES,
    GROUP_NO_BADGE,
    PAPER,
    FROM_PAPER,
    NO_TIME,
    PAPER_LIST,
    NO_PAPER_LIST,
    PAPER_LIST_TOO_LONG,
    NO_ROLE_CATEGORY,
    NO_FUNCTION,
    WRONG_COPIES,
    ONE_COPY_FOR_A_PERSON,
    ROLE_BADGE,
    ROLE_BADGES_MADE,
    ASSIGNING,
    ASSIGNED,
    ANSWER,
    ANSWERED,
    NO_ANSWER,
    LONG_ANSWER,
    NO_QUESTION,
    CHECK_IN,
    BAD_NAME,
    BAD_PIN,
    WRONG,
    BARRED,
    BADGE_WANTED,
    BADGE_READ,
    BADGE_UNKNOWN,
    BADGE_OTHER_DAY,
    BADGE_OVER,
    BADGE_BARRED,
    BADGE_WRONG,
    BADGE_HANDOVER,
    CARD_FITS,
    CARD_KEPT,
    HANDED_OVER,
    CARD_UNKNOWN;

    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.desk.state.sentences");

    /** The sentence with its gaps filled. */
    public Wording say(Wording... parts) {
        return WORDS.say("sentence." + name(), (Object[]) parts);
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
        Wording clock = Wording.same(format("HH:mm", Locale.ROOT, then));
        Wording day = new Wording(format("d.M.", Locale.GERMAN, then), format("d MMMM", Locale.ENGLISH, then));
        return today ? WORDS.say("moment.today", clock) : WORDS.say("moment.otherDay", day, clock);
    }

    /** "9:12 Uhr", of a time that was written for its reader. */
    public static Wording clock(String time) {
        return WORDS.say("moment.clock", time);
    }

    /** "1 Seite", "3 Seiten". */
    public static Wording pages(int count) {
        return count == 1 ? WORDS.say("pages.one") : WORDS.say("pages.more", String.valueOf(count));
    }

    private static String format(String pattern, Locale language, ZonedDateTime moment) {
        return DateTimeFormatter.ofPattern(pattern, language).format(moment);
    }
}
