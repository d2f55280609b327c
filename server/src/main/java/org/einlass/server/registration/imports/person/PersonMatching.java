package org.einlass.server.registration.imports.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.imports.person.PersonMatch.CodeUse;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;

/**
 * Finds out who the rows of a list are, in this order: own key, ticket code, order position, mail address
 * with full name; name with organisation is a proposal, unless neither side has anything firmer. Nobody is
 * doubled or merged in silence: what is not certain is asked, one question a kind.
 */
public final class PersonMatching {
    private final PersonIndex index;
    private final ImportAnswers answers;
    private final Set<RegistrationId> before;
    private final Map<Long, PersonMatch> matches = new HashMap<>();
    private final Set<RegistrationId> claimed = new HashSet<>();
    private final Set<RegistrationId> proposed = new HashSet<>();
    private final Map<PersonQuestion, List<Long>> asked = new LinkedHashMap<>();
    private final List<Long> newCodes = new ArrayList<>();
    private boolean keysShifted;

    /** @param known everybody registered before the list */
    public PersonMatching(Collection<KnownPerson> known, ImportAnswers answers) {
        this(known, answers, Set.of());
    }

    /**
     * @param known everybody registered before the list
     * @param before whom the same export named the last time
     */
    public PersonMatching(Collection<KnownPerson> known, ImportAnswers answers, Set<RegistrationId> before) {
        this.index = new PersonIndex(known);
        this.answers = answers;
        this.before = before;
    }

    /**
     * Finds all rows of a list; those that are marked firmly first, so that a name never takes somebody from
     * them.
     */
    public void find(List<ListedPerson> rows) {
        keysShifted = rows.stream().anyMatch(this::hasKeyOfAnother);
        rows.stream().filter(row -> !index.marked(row).isEmpty()).forEach(this::findMarked);
        List<ListedPerson> others =
                rows.stream().filter(row -> !matches.containsKey(row.line())).toList();
        others.stream().filter(ListedPerson::unnamed).forEach(this::findUnnamed);
        others.stream().filter(row -> !row.unnamed()).forEach(this::findByMail);
        others.stream().filter(row -> !matches.containsKey(row.line())).forEach(this::findByName);
        others.stream().filter(row -> !matches.containsKey(row.line())).forEach(this::findLookAlike);
    }

    /** Who the row of that line is. */
    public PersonMatch match(long line) {
        return Objects.requireNonNull(matches.get(line), "line");
    }

    /** Whether some row means this registration, or may. */
    public boolean isNamed(RegistrationId registration) {
        return claimed.contains(registration) || proposed.contains(registration);
    }

    public List<ImportQuestion> questions() {
        return asked.entrySet().stream()
                .map(entry -> entry.getKey().about(entry.getValue()))
                .toList();
    }

    /** Lines of rows that bring a new ticket code for somebody who has one: both lead to them. */
    public List<Long> newCodes() {
        return newCodes;
    }

    private void findMarked(ListedPerson row) {
        List<KnownPerson> found = index.marked(row);
        KnownPerson first = found.get(0);
        if (hasOtherKey(row, first)) {
            settleOtherKey(row, first);
            return;
        }
        if (found.size() > 1) {
            settle(row, PersonQuestion.KEYS_DISAGREE, first);
            return;
        }
        Optional<KnownPerson> other = exchanged(row, first);
        if (row.ownKey() != null) {
            settleKey(row, first, other);
            return;
        }
        if (other.isPresent()) {
            switch (answer(row, PersonQuestion.CODES_SWAPPED)) {
                case "keep" -> known(row, other.get(), CodeUse.LEFT);
                case "move" -> known(row, other.get(), CodeUse.MOVED);
                case "rename" -> known(row, first, CodeUse.TAKEN);
                default -> ask(row, PersonQuestion.CODES_SWAPPED, first);
            }
            return;
        }
        if (claimed.contains(first.id())) {
            ask(row, PersonQuestion.KEYS_DISAGREE, first);
            return;
        }
        known(row, first, CodeUse.TAKEN);
    }

    /** Whether the row's key is that of somebody of another name, while its person is registered under another key. */
    private boolean hasKeyOfAnother(ListedPerson row) {
        return row.ownKey() != null
                && index.marked(row).stream()
                        .limit(1)
                        .anyMatch(holder -> exchanged(row, holder).isPresent());
    }

    /** Where the keys of one row are shifted, every other rename by key is doubtful, too. */
    private void settleKey(ListedPerson row, KnownPerson holder, Optional<KnownPerson> sameName) {
        boolean doubtful = keysShifted && !PersonIndex.isSameName(row, holder);
        String answer = doubtful ? answer(row, PersonQuestion.KEYS_SHIFTED) : "key";
        if (answer.equals("name") && sameName.isPresent()) {
            known(row, sameName.get(), CodeUse.LEFT);
        } else if (!answer.equals("key")) {
            ask(row, PersonQuestion.KEYS_SHIFTED, holder);
        } else if (claimed.contains(holder.id())) {
            ask(row, PersonQuestion.KEYS_DISAGREE, holder);
        } else {
            known(row, holder, CodeUse.TAKEN);
        }
    }

    private String answer(ListedPerson row, PersonQuestion question) {
        return answers.to(question.id(), row.line()).orElse("");
    }

    /** Nobody has the row's key, and its code or order position is that of somebody with another key. */
    private void settleOtherKey(ListedPerson row, KnownPerson holder) {
        switch (answer(row, PersonQuestion.KEYS_DISAGREE)) {
            case "keep" -> matches.put(row.line(), new PersonMatch.Unknown(CodeUse.LEFT));
            case "move" -> matches.put(row.line(), new PersonMatch.Unknown(CodeUse.MOVED));
            default -> ask(row, PersonQuestion.KEYS_DISAGREE, holder);
        }
    }

    /** The code leads to somebody whom the organiser knows by another key: never renamed in silence. */
    private static boolean hasOtherKey(ListedPerson row, KnownPerson holder) {
        String key = holder.ownKey();
        return row.ownKey() != null && key != null && !key.equals(row.ownKey());
    }

    /**
     * Somebody else of exactly the row's name, while the code's holder has another: the codes may be
     * exchanged.
     */
    private Optional<KnownPerson> exchanged(ListedPerson row, KnownPerson holder) {
        return PersonIndex.isSameName(row, holder)
                ? Optional.empty()
                : index.sameName(row).stream()
                        .filter(one -> !one.id().equals(holder.id()) && PersonIndex.isSameOrganisation(row, one))
                        .findFirst();
    }

    /** Places without a name are told apart by their number within the organisation, never by the name. */
    private void findUnnamed(ListedPerson row) {
        Optional<KnownPerson> same = row.isMarked()
                ? Optional.empty()
                : free(index.sameFingerprint(row), one -> !one.isMarked()).stream()
                        .findFirst();
        same.ifPresentOrElse(
                one -> known(row, one, CodeUse.TAKEN),
                () -> matches.put(row.line(), new PersonMatch.Unknown(CodeUse.TAKEN)));
    }

    private void findByMail(ListedPerson row) {
        List<KnownPerson> free = free(index.sameMail(row), one -> true);
        if (free.size() == 1) {
            known(row, free.get(0), CodeUse.TAKEN);
        } else if (free.size() > 1) {
            settle(row, PersonQuestion.SAME_PERSON, free.get(0));
        }
    }

    private void findByName(ListedPerson row) {
        List<KnownPerson> free = free(index.sameName(row), one -> PersonIndex.isSameOrganisation(row, one));
        List<KnownPerson> plain = Stream.concat(
                        free(index.sameFingerprint(row), one -> true).stream(),
                        free.stream().filter(one -> PersonIndex.isSpelledTheSame(row, one)))
                .filter(one -> !one.isMarked())
                .distinct()
                .toList();
        if (!row.isMarked() && plain.size() == 1) {
            known(row, plain.get(0), CodeUse.TAKEN);
        } else if (!free.isEmpty()) {
            settle(row, PersonQuestion.SAME_PERSON, free.get(0));
        }
    }

    private void findLookAlike(ListedPerson row) {
        Stream<KnownPerson> otherOrganisation = free(
                index.sameName(row),
                one -> NameLikeness.organisations(row.attendee().organisation(), one.organisation()))
                .stream();
        Stream<KnownPerson> otherName =
                free(index.sameGivenName(row), one -> NameLikeness.families(row.familyName(), one.familyName()))
                        .stream();
        Stream<KnownPerson> otherFamily = free(index.sameMailAndGivenName(row), one -> true).stream();
        Stream<KnownPerson> otherGivenName = free(
                index.sameFamilyName(row),
                one -> NameLikeness.givenNames(row.attendee().givenName(), one.givenName()))
                .stream();
        Stream<KnownPerson> turned =
                free(index.turnedName(row), one -> PersonIndex.isSameOrganisation(row, one)).stream();
        Stream<KnownPerson> moved = free(index.sameName(row), one -> before.contains(one.id())).stream();
        Optional<KnownPerson> alike = Stream.of(
                        otherFamily, otherOrganisation, otherName, otherGivenName, turned, moved)
                .flatMap(Function.identity())
                .findFirst();
        if (alike.isPresent()) {
            settle(row, PersonQuestion.LOOK_ALIKE, alike.get());
        } else {
            matches.put(row.line(), new PersonMatch.Unknown(CodeUse.TAKEN));
        }
    }

    private List<KnownPerson> free(List<KnownPerson> found, Predicate<KnownPerson> fits) {
        List<KnownPerson> free = found.stream()
                .filter(one -> !isNamed(one.id()) && fits.test(one))
                .toList();
        return free.stream().filter(one -> !isMergedIntoOneOf(free, one)).toList();
    }

    /** Of two that somebody has merged, a list means the one that remains, and the other one by its next row. */
    private static boolean isMergedIntoOneOf(List<KnownPerson> people, KnownPerson one) {
        return one.mergedInto() != null
                && people.stream().anyMatch(other -> other.id().equals(one.mergedInto()));
    }

    /** Takes the answer that was given, or asks. */
    private void settle(ListedPerson row, PersonQuestion question, KnownPerson one) {
        switch (answer(row, question)) {
            case "same" -> known(row, one, CodeUse.TAKEN);
            case "keep" -> known(row, one, CodeUse.LEFT);
            case "move" -> known(row, one, CodeUse.MOVED);
            case "new" -> matches.put(row.line(), new PersonMatch.Unknown(CodeUse.TAKEN));
            default -> ask(row, question, one);
        }
    }

    private void known(ListedPerson row, KnownPerson one, CodeUse codeUse) {
        claimed.add(one.id());
        matches.put(row.line(), new PersonMatch.Known(one.id(), codeUse));
        boolean brings = row.code() != null && !one.codes().contains(row.code());
        if (brings && codeUse == CodeUse.TAKEN && !one.codes().isEmpty()) {
            newCodes.add(row.line());
        }
    }

    private void ask(ListedPerson row, PersonQuestion question, KnownPerson one) {
        proposed.add(one.id());
        matches.put(row.line(), new PersonMatch.Asked(one.id()));
        asked.computeIfAbsent(question, none -> new ArrayList<>()).add(row.line());
    }
}
