package org.einlass.server.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.NameSpelling;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.event.EventConfig;
import org.einlass.server.journal.Fact;
import org.einlass.server.registration.DeskRegistrationTable;
import org.jspecify.annotations.Nullable;

/**
 * What desks, and guests at kiosks, wrote about one registration, and what follows from it: who stands there,
 * with which fields, which codes were replaced, and what a person must look at. A pure function of the set of facts
 * and of what stood there before.
 */
final class DeskEdits {
    static final String STATUS = "status";
    /** The base of a status that nothing but a desk's fact holds. */
    static final String NOTHING = "";

    private static final Set<String> HAS_A_PLACE = Set.of(RegistrationStatus.CONFIRMED.name(), NOTHING);
    private static final Set<String> CAN_BE_REPRESENTED =
            Set.of(RegistrationStatus.CONFIRMED.name(), RegistrationStatus.WAITLISTED.name());

    private final Phase phase;
    private final EventSalt salt;
    private final List<OrganiserQuestion> questions;
    private final String subject;
    private final PassageHistory passageHistory;
    private final List<Fact> facts;
    private final Set<EntryId> scans;
    private final Map<EntryId, Optional<DeskMessage>> letters;
    private final BaseState baseState;
    private final Map<String, FieldState> fields = new TreeMap<>();
    private final Map<LookupId, Long> replaced = new HashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    /**
     * A field that desks decide about.
     *
     * @param base what stood there without any desk
     * @param effective what the facts made of it
     * @param absorbed facts that somebody knew who changed the field by hand since: they decide no more
     */
    record FieldState(String base, String effective, Set<String> absorbed) {

        FieldState {
            absorbed = Set.copyOf(absorbed);
        }

        static FieldState untouched(String value) {
            return new FieldState(value, value, Set.of());
        }

        FieldState now(String value) {
            return new FieldState(base, value, absorbed);
        }

        boolean counts(Fact fact) {
            return !absorbed.contains(fact.id().toString());
        }
    }

    /**
     * What the tables say of the registration.
     *
     * @param current its fields by column; empty where there is no such registration
     * @param kept the fields that desks decided about before
     * @param brought facts that brought a code, those that were set aside among them
     * @param choices categories and programmes of the event
     */
    record BaseState(
            Map<String, String> current, Map<String, FieldState> kept, List<Fact> brought, Set<String> choices) {

        BaseState {
            current = Map.copyOf(current);
            kept = Map.copyOf(kept);
            brought = List.copyOf(brought);
            choices = Set.copyOf(choices);
        }

        boolean exists() {
            return !current.isEmpty();
        }
    }

    private DeskEdits(
            EventConfig eventConfig,
            String subject,
            Collection<Fact> facts,
            Map<EntryId, Optional<DeskMessage>> letters,
            BaseState baseState) {
        this.phase = eventConfig.phase();
        this.salt = eventConfig.salt();
        this.questions = eventConfig.questions();
        this.subject = subject;
        this.passageHistory = new PassageHistory(facts);
        this.facts = facts.stream().filter(this::counts).sorted().toList();
        this.scans = facts.stream()
                .filter(fact -> fact.entry() instanceof JournalEntry.Scanned)
                .map(Fact::id)
                .collect(Collectors.toSet());
        this.letters = letters;
        this.baseState = baseState;
    }

    /** Whether a fact is one that a dossier is made of. */
    static boolean isDeskWork(Fact fact) {
        JournalEntry entry = fact.entry();
        return entry instanceof JournalEntry.Newcomer
                || entry instanceof JournalEntry.Corrected
                || entry instanceof JournalEntry.GuestEntry
                || entry instanceof JournalEntry.BadgeReissued
                || entry instanceof JournalEntry.EnteredFromPaper;
    }

    static String choice(String kind, String id) {
        return kind + " " + id;
    }

    static DeskEdits of(
            EventConfig eventConfig,
            String subject,
            Collection<Fact> facts,
            Map<EntryId, Optional<DeskMessage>> letters,
            BaseState baseState) {
        DeskEdits deskEdits = new DeskEdits(eventConfig, subject, facts, letters, baseState);
        deskEdits.lookForTheRegistration();
        deskEdits.lookAtLetters();
        deskEdits.lookAtSpellings();
        deskEdits.lookAtAnswers();
        deskEdits.lookAtChoices();
        deskEdits.replaceCodes();
        if (baseState.exists()) {
            deskEdits.stand();
            deskEdits.correct();
        }
        return deskEdits;
    }

    /** Practice never counts, but while it is practised. */
    private boolean counts(Fact fact) {
        boolean practice = fact.phase() == Phase.REHEARSAL && phase != Phase.REHEARSAL;
        return isDeskWork(fact) && !practice && !passageHistory.isUndone(fact.id());
    }

    /** The fields that desks decide about, by column. */
    Map<String, FieldState> fields() {
        return fields;
    }

    /** Codes of this registration that a newer badge replaced, and when. */
    Map<LookupId, Long> replaced() {
        return replaced;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    private void lookForTheRegistration() {
        List<EntryId> dangling =
                facts.stream().filter(fact -> !makes(fact)).map(Fact::id).toList();
        if (!baseState.exists() && !dangling.isEmpty()) {
            clarify(ClarificationKind.UNKNOWN_REGISTRATION, "", dangling);
        }
    }

    private boolean makes(Fact fact) {
        return fact.entry() instanceof JournalEntry.Newcomer newcomer
                && newcomer.registration().toString().equals(subject);
    }

    private boolean represents(Fact fact) {
        return fact.entry() instanceof JournalEntry.Substituted substituted
                && substituted.represents().toString().equals(subject);
    }

    private void lookAtLetters() {
        for (Fact fact : facts) {
            if (!represents(fact) && isUnreadable(fact)) {
                clarify(ClarificationKind.UNREADABLE_LETTER, fact.id().toString(), List.of(fact.id()));
            }
        }
    }

    private boolean isUnreadable(Fact fact) {
        JournalEntry entry = fact.entry();
        Optional<DeskMessage> deskMessage = letters.get(fact.id());
        if (deskMessage == null) {
            return entry instanceof JournalEntry.Newcomer
                    || entry instanceof JournalEntry.Corrected
                    || entry instanceof JournalEntry.SpellingCorrected
                    || entry instanceof JournalEntry.QuestionAnswered;
        }
        if (deskMessage.isEmpty()) {
            return true;
        }
        if (entry instanceof JournalEntry.Corrected) {
            List<FieldCorrection> corrections = deskMessage.get().corrections();
            return corrections.isEmpty() || !corrections.stream().allMatch(DeskEdits::isPossible);
        }
        if (entry instanceof JournalEntry.SpellingCorrected) {
            return deskMessage.get().corrections().isEmpty();
        }
        if (entry instanceof JournalEntry.QuestionAnswered) {
            return !isAnswer(deskMessage.get().answers());
        }
        if (entry instanceof JournalEntry.Newcomer newcomer) {
            return hasNoName(deskMessage.get()) || !tells(deskMessage.get(), newcomer.badge());
        }
        return entry instanceof JournalEntry.BadgeReissued reissued && !tells(deskMessage.get(), reissued.badge());
    }

    private void lookAtSpellings() {
        for (Fact fact : facts) {
            if (fact.entry() instanceof JournalEntry.SpellingCorrected && !isUnreadable(fact) && !isSpelling(fact)) {
                clarify(ClarificationKind.NAME_DOUBTFUL, fact.id().toString(), List.of(fact.id()));
            }
        }
    }

    private boolean isSpelling(Fact fact) {
        return letters.getOrDefault(fact.id(), Optional.empty())
                .filter(letter -> NameSpelling.isSpelling(letter.corrections()))
                .isPresent();
    }

    /**
     * A kiosk that was offline may have asked what the organiser has changed since: the answer is kept, and a person asks
     * the guest again. What staff wrote down at a desk is what the guest told them; it goes before what was answered earlier.
     */
    private void lookAtAnswers() {
        Map<String, Fact> latest = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact.entry() instanceof JournalEntry.QuestionAnswered answered
                    && isHeard(answered)
                    && !isUnreadable(fact)) {
                answers(fact).keySet().forEach(question -> latest.put(question, fact));
            }
        }
        latest.forEach((question, fact) -> {
            boolean byStaff = fact.entry() instanceof JournalEntry.GuestEntry entry && entry.isByStaff();
            if (!byStaff && !isOffered(question, answers(fact).get(question))) {
                clarify(ClarificationKind.ANSWER_NOT_OFFERED, fact.id().toString(), List.of(fact.id()));
            }
        });
    }

    private Map<String, String> answers(Fact fact) {
        return letters.getOrDefault(fact.id(), Optional.empty())
                .map(DeskMessage::answers)
                .orElse(Map.of());
    }

    /** A question that kiosks ask no more offers nothing, and what was answered to it stays. */
    private boolean isOffered(String name, @Nullable String answer) {
        return questions.stream()
                .filter(question -> question.name().equals(name))
                .allMatch(question -> question.choices().stream()
                        .anyMatch(choice -> choice.german().equals(answer)));
    }

    /** Whether a guest said it whom the device had read, or who stood before staff. */
    private boolean isHeard(JournalEntry.GuestEntry entry) {
        return entry.isByStaff() || scans.contains(entry.scan());
    }

    /** Whether the corrections of a fact count: a desk's, or of a guest whom the device had read. */
    private boolean corrects(Fact fact) {
        return fact.entry() instanceof JournalEntry.SpellingCorrected spelling
                ? scans.contains(spelling.scan()) && isSpelling(fact)
                : fact.entry() instanceof JournalEntry.Corrected && !isUnreadable(fact);
    }

    /** One answer to one question, of the length that a kiosk's question may have. */
    private static boolean isAnswer(Map<String, String> answers) {
        return answers.size() == 1
                && answers.entrySet().stream()
                        .allMatch(one -> isText(one.getKey(), OrganiserQuestion.LONGEST_NAME)
                                && isText(one.getValue(), OrganiserQuestion.LONGEST_CHOICE));
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean hasNoName(DeskMessage deskMessage) {
        Attendee attendee = deskMessage.attendee();
        return attendee == null || attendee.isUnnamed();
    }

    private boolean tells(DeskMessage deskMessage, LookupId badge) {
        return Optional.ofNullable(deskMessage.badge())
                .flatMap(Code::parse)
                .filter(code -> salt.lookupId(code).equals(badge))
                .isPresent();
    }

    private static boolean isPossible(FieldCorrection correction) {
        if (correction.field() == null || correction.seen() == null || correction.now() == null) {
            return false;
        }
        boolean nameless = correction.field() == AttendeeField.FAMILY_NAME
                && correction.now().isBlank();
        int length = correction.now().codePointCount(0, correction.now().length());
        boolean noAnswer = correction.field() == AttendeeField.PHOTOGRAPHS && !PhotoConsent.isText(correction.now());
        return correction.field() != AttendeeField.UNRECOGNISED
                && !nameless
                && !noAnswer
                && length <= Attendee.LONGEST_FIELD;
    }

    private void lookAtChoices() {
        facts.stream().filter(this::makes).forEach(fact -> {
            JournalEntry.Newcomer newcomer = (JournalEntry.Newcomer) fact.entry();
            boolean known = baseState
                            .choices()
                            .contains(choice("category", newcomer.category().text()))
                    && newcomer.programmes().stream()
                            .allMatch(programme -> baseState.choices().contains(choice("programme", programme.text())));
            if (!known) {
                clarify(ClarificationKind.UNKNOWN_CATEGORY, fact.id().toString(), List.of(fact.id()));
            }
        });
    }

    /**
     * The earliest replacement counts, in whatever order they arrive; a reissue that counts no more gives its
     * code back.
     */
    private void replaceCodes() {
        Set<LookupId> valid = new HashSet<>();
        for (Fact fact : facts) {
            if (fact.entry() instanceof JournalEntry.BadgeReissued reissued) {
                valid.add(reissued.badge());
                reissued.replaces().forEach(code -> replaced.merge(code, fact.at(), Math::min));
            }
        }
        for (Fact fact : baseState.brought()) {
            if (fact.entry() instanceof JournalEntry.BadgeReissued reissued && !valid.contains(reissued.badge())) {
                replaced.merge(reissued.badge(), fact.at(), Math::min);
            }
        }
    }

    private FieldState before(String field, List<Fact> deciding) {
        String current = baseState.current().getOrDefault(field, "");
        FieldState kept = baseState.kept().get(field);
        if (kept == null) {
            return FieldState.untouched(current);
        }
        boolean ours = current.equals(kept.effective()) || current.equals(kept.base());
        return ours
                ? kept
                : new FieldState(
                        current,
                        current,
                        deciding.stream().map(fact -> fact.id().toString()).collect(Collectors.toSet()));
    }

    private void stand() {
        List<Fact> deciding =
                facts.stream().filter(fact -> makes(fact) || represents(fact)).toList();
        FieldState before = before(STATUS, deciding);
        String own = before.base().equals(NOTHING) ? own() : before.base();
        List<Fact> substitutions = deciding.stream().filter(this::represents).toList();
        boolean represented =
                CAN_BE_REPRESENTED.contains(own) && substitutions.stream().anyMatch(before::counts);
        fields.put(STATUS, before.now(represented ? RegistrationStatus.REPRESENTED.name() : own));
        boolean placeless = !substitutions.isEmpty() && !HAS_A_PLACE.contains(own);
        if (placeless || substitutions.size() > 1) {
            List<EntryId> entries = substitutions.stream().map(Fact::id).toList();
            clarify(ClarificationKind.SUBSTITUTION_CLASH, "", entries);
        }
    }

    /** Where only a desk's fact holds the registration. */
    private String own() {
        boolean held = facts.stream().anyMatch(this::makes);
        return (held ? RegistrationStatus.CONFIRMED : RegistrationStatus.CANCELLED).name();
    }

    /** @param seen what stood there; null for what a guest says of themselves, which holds whatever stood there */
    private record Correcting(Fact fact, @Nullable String seen, String now) {

        boolean counts(String before) {
            return seen == null || seen.strip().equals(before);
        }
    }

    /** What a fact says of the registration's fields, by column. */
    private Map<String, Correcting> correcting(Fact fact) {
        Map<String, Correcting> said = new HashMap<>();
        Optional<DeskMessage> letter = letters.getOrDefault(fact.id(), Optional.empty());
        if (fact.entry() instanceof JournalEntry.PhotoAnswered answered && scans.contains(answered.scan())) {
            said.put(
                    column(AttendeeField.PHOTOGRAPHS),
                    new Correcting(fact, null, answered.answer().text()));
        }
        if (fact.entry() instanceof JournalEntry.QuestionAnswered answered
                && isHeard(answered)
                && !isUnreadable(fact)) {
            letter.ifPresent(message -> message.answers()
                    .forEach((question, answer) ->
                            said.put(DeskRegistrationTable.answerField(question), new Correcting(fact, null, answer))));
        }
        return said;
    }

    private void correct() {
        Map<String, List<Correcting>> corrections = new TreeMap<>();
        for (Fact fact : facts) {
            correcting(fact)
                    .forEach((field, said) -> corrections
                            .computeIfAbsent(field, column -> new ArrayList<>())
                            .add(said));
            if (corrects(fact)) {
                letters.getOrDefault(fact.id(), Optional.empty()).stream()
                        .flatMap(deskMessage -> deskMessage.corrections().stream())
                        .forEach(correction -> corrections
                                .computeIfAbsent(column(correction.field()), column -> new ArrayList<>())
                                .add(new Correcting(fact, correction.seen(), correction.now())));
            }
        }
        baseState.kept().keySet().stream()
                .filter(field -> !field.equals(STATUS))
                .forEach(field -> corrections.putIfAbsent(field, List.of()));
        corrections.forEach(this::correct);
    }

    static String column(AttendeeField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    /**
     * In order of time, each counts where it saw what stood there; else it clashes, unless it says the same.
     */
    private void correct(String field, List<Correcting> corrections) {
        FieldState before =
                before(field, corrections.stream().map(Correcting::fact).toList());
        String value = before.base();
        Set<EntryId> made = new HashSet<>();
        List<Correcting> late = new ArrayList<>();
        for (Correcting correcting : corrections) {
            String now = correcting.now().strip();
            if (!before.counts(correcting.fact())) {
                continue;
            }
            if (correcting.counts(value)) {
                value = now;
                made.add(correcting.fact().id());
            } else {
                late.add(correcting);
            }
        }
        fields.put(field, before.now(value));
        clash(field, value, made, late);
    }

    private void clash(String field, String value, Set<EntryId> made, List<Correcting> late) {
        List<EntryId> entries = new ArrayList<>(late.stream()
                .filter(correcting -> !correcting.now().strip().equals(value))
                .map(correcting -> correcting.fact().id())
                .toList());
        if (!entries.isEmpty()) {
            entries.addAll(made);
            clarify(ClarificationKind.CORRECTION_CLASH, field, entries);
        }
    }

    private void clarify(ClarificationKind kind, String about, List<EntryId> entries) {
        conflicts.add(Conflict.of(kind, subject, about, entries));
    }
}
