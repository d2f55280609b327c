package org.einlass.server.registration.imports.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * A column of one list that says who may come. All its fields are shown to it first; then it tells what it
 * means, or what has to be asked.
 */
public final class StatusColumn {
    private static final int MOST_VALUES = 8;
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_ABBREVIATION = 3;
    private static final String IGNORE = "ignore";
    private static final String STATUS = "status";
    private static final List<String> VERDICTS = List.of("confirmed", "waitlisted", "cancelled", "blocked");
    private static final String DAY = "day";
    private static final String AMOUNT = "amount";
    private static final String NOTHING = "nothing";
    private static final Set<String> GROUPS = Set.of(DAY, AMOUNT, NOTHING);

    private final int place;
    private final String heading;
    private final String slug;
    private final Map<String, List<Long>> linesOfValue = new LinkedHashMap<>();
    private final Map<String, Integer> rowsOfValue = new HashMap<>();
    private final Map<String, String> shownValue = new LinkedHashMap<>();
    private final Map<String, StatusVerdict> verdicts = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Set<String> several = new HashSet<>();
    private final List<Long> emptyLines = new ArrayList<>();
    private StatusHeading kind;
    private Optional<StatusVerdict> whereEmpty = Optional.empty();

    public StatusColumn(int place, String heading, StatusHeading kind) {
        this.place = place;
        this.heading = heading;
        this.slug = ImportQuestion.slug(heading);
        this.kind = kind;
    }

    /** Place of the column in the file, from 0. */
    public int place() {
        return place;
    }

    public String heading() {
        return heading;
    }

    /** Shows it one field; blank where the row has none. */
    public void see(long line, String text) {
        if (text.isEmpty()) {
            emptyLines.add(line);
            return;
        }
        String key = key(text);
        linesOfValue.computeIfAbsent(key, unseen -> new ArrayList<>()).add(line);
        rowsOfValue.merge(key, 1, Integer::sum);
        String first = shownValue.putIfAbsent(key, text);
        if (first != null && GROUPS.contains(key) && !first.equals(text)) {
            several.add(key);
        }
    }

    /**
     * Whether it has any say, once every field was seen: an empty column has none, a column of amounts
     * neither.
     */
    public boolean decides(ImportAnswers answers) {
        boolean amounts = kind == StatusHeading.UNCLEAR
                && shownValue.values().stream().allMatch(StatusWords::isAmount)
                && shownValue.values().stream().anyMatch(text -> text.length() > 1);
        boolean ignored = answers.to("column." + slug).filter(IGNORE::equals).isPresent();
        return !shownValue.isEmpty() && !amounts && !ignored;
    }

    /** Whether a column that nobody named for admission speaks of it: "hat abgesagt" among remarks. */
    public boolean smells() {
        return shownValue.values().stream().anyMatch(StatusWords::smells);
    }

    /** Whether one of its fields holds that text. */
    public boolean holds(String text) {
        return shownValue.containsKey(key(text));
    }

    /** How many different texts it holds. */
    public int values() {
        return shownValue.size();
    }

    /** Whether it answers one question with yes and no, and nothing else. */
    public boolean answersYesAndNo() {
        return shownValue.values().stream().anyMatch(StatusWords::saysYes)
                && shownValue.values().stream().anyMatch(StatusWords::saysNo)
                && shownValue.values().stream().allMatch(text -> StatusWords.saysYes(text) || StatusWords.saysNo(text));
    }

    /**
     * Whether it speaks of admission, so that its heading may mean that as well: with words only that do, or with one
     * that is no abbreviation.
     */
    public boolean speaksOfAdmission() {
        return !shownValue.isEmpty()
                && (shownValue.values().stream().allMatch(StatusColumn::isAboutAdmission)
                        || shownValue.values().stream()
                                .anyMatch(text -> text.length() > LONGEST_ABBREVIATION && isAboutAdmission(text)));
    }

    private static boolean isAboutAdmission(String text) {
        return StatusWords.verdict(StatusHeading.STATUS, text).isPresent();
    }

    /** Whether it tells who has paid, or who still owes. */
    public boolean isAboutMoney() {
        return kind == StatusHeading.PAYMENT || kind == StatusHeading.OWED;
    }

    /** Whether it is read after all others: it is about money, or how much was paid back. */
    public boolean waitsForOthers() {
        return isAboutMoney()
                || (kind == StatusHeading.CANCELLED
                        && shownValue.values().stream().allMatch(StatusWords::isAmount)
                        && shownValue.values().stream().anyMatch(text -> text.length() > 1));
    }

    /** How many rows name an amount that is more than nothing. */
    public int rowsWithAmount() {
        return rowsOfValue.getOrDefault(AMOUNT, 0);
    }

    /** What its heading says. */
    public StatusHeading kind() {
        return kind;
    }

    /** Whether it holds days and amounts of money, and no words. */
    public boolean isOnlyDaysAndAmounts() {
        return GROUPS.containsAll(shownValue.keySet());
    }

    /**
     * Leaves out rows of which other columns say enough, so that nobody is asked twice whether somebody has
     * paid, and never of whoever does not come.
     *
     * @param settled lines of rows whose people do not come, or about whom is asked already
     * @param paid lines of rows that tell elsewhere that somebody has paid
     */
    public void leaveOut(Set<Long> settled, Set<Long> paid) {
        emptyLines.removeAll(settled);
        emptyLines.removeAll(paid);
        linesOfValue.forEach((key, lines) -> {
            lines.removeAll(settled);
            if (key.equals(NOTHING)) {
                lines.removeAll(paid);
            }
            if (lines.isEmpty()) {
                leftOut.add(key);
                verdicts.put(key, StatusVerdict.NONE);
            }
        });
    }

    /**
     * Whether that field says that its person does not come, or has to be asked about because of money, or
     * that nothing is left to pay.
     */
    public boolean settles(String text) {
        boolean stays = verdict(text)
                .filter(verdict -> verdict != StatusVerdict.NONE && verdict != StatusVerdict.CONFIRMED)
                .isPresent();
        boolean asked = isAboutMoney()
                && !text.isEmpty()
                && !key(text).equals(NOTHING)
                && StatusWords.verdict(kind, text).isEmpty();
        boolean nothing = kind == StatusHeading.OWED && key(text).equals(NOTHING);
        return stays || asked || nothing;
    }

    /** Whether that field says that its person has paid. */
    public boolean pays(String text) {
        return isAboutMoney()
                ? !text.isEmpty() && StatusWords.verdict(kind, text).isPresent()
                : kind == StatusHeading.STATUS && StatusWords.saysPaid(text);
    }

    /** Works out what each value means, with the answers given, and returns what is still to be asked. */
    public List<ImportQuestion> settle(ImportAnswers answers) {
        if (answers.to("column." + slug).filter(STATUS::equals).isPresent() && kind == StatusHeading.UNCLEAR) {
            kind = StatusHeading.STATUS;
        }
        boolean unclear = kind == StatusHeading.UNCLEAR
                || (kind == StatusHeading.REMARK && answers.to("column." + slug).isEmpty());
        if (unclear) {
            return List.of(aboutColumn());
        }
        List<ImportQuestion> questions = new ArrayList<>();
        shownValue.forEach((key, text) -> verdict(key, text, answers)
                .or(() -> Optional.ofNullable(verdicts.get(key)))
                .ifPresentOrElse(verdict -> verdicts.put(key, verdict), () -> questions.add(aboutValue(key))));
        if (questions.size() > MOST_VALUES && answers.to("column." + slug).isEmpty()) {
            return List.of(aboutColumn());
        }
        if (speaksOfEach() && !emptyLines.isEmpty()) {
            whereEmpty = answers.to("empty." + slug).flatMap(StatusVerdict::answered);
            if (whereEmpty.isEmpty()) {
                questions.add(aboutEmpty());
            }
        } else {
            whereEmpty = Optional.of(StatusVerdict.NONE);
        }
        return questions;
    }

    /** What the field says; empty where that has to be asked. */
    public Optional<StatusVerdict> verdict(String text) {
        if (text.isEmpty()) {
            return speaksOfEach() ? whereEmpty : Optional.of(StatusVerdict.NONE);
        }
        return Optional.ofNullable(verdicts.get(key(text)));
    }

    /**
     * An empty field among filled ones is no answer: whoever has not paid, or said nothing, may come or not.
     */
    private boolean speaksOfEach() {
        return kind == StatusHeading.STATUS || kind == StatusHeading.CONFIRMED || kind == StatusHeading.PAYMENT;
    }

    /** Whether any of its words was understood. */
    public boolean isRead() {
        return !leftOut.containsAll(verdicts.keySet());
    }

    /** How its words were read, for the preview: "pending = waitlisted (3)". */
    public Wording reading() {
        return new Wording(
                "Die Spalte „" + heading + "“ entscheidet über den Einlass: " + listed(true) + ".",
                "The column \"" + heading + "\" decides about admission: " + listed(false) + ".");
    }

    private String listed(boolean german) {
        String more = verdicts.size() > MOST_SHOWN ? ", ..." : "";
        return verdicts.entrySet().stream()
                .filter(entry -> !leftOut.contains(entry.getKey()))
                .limit(MOST_SHOWN)
                .map(entry -> shown(entry.getKey()) + " = "
                        + (german
                                ? entry.getValue().words().german()
                                : entry.getValue().words().english())
                        + " ("
                        + rowsOfValue.getOrDefault(entry.getKey(), 0) + ")")
                .collect(Collectors.joining(", ", "", more));
    }

    private Optional<StatusVerdict> verdict(String key, String text, ImportAnswers answers) {
        Optional<StatusVerdict> answered = answers.to(valueId(key)).flatMap(StatusVerdict::answered);
        return answered.isPresent() ? answered : StatusWords.verdict(kind, text);
    }

    private ImportQuestion aboutColumn() {
        List<Long> lines =
                linesOfValue.values().stream().flatMap(List::stream).sorted().toList();
        String examples = linesOfValue.keySet().stream()
                .sorted(Comparator.comparing(key -> !StatusWords.smells(shownValue.getOrDefault(key, ""))))
                .limit(3)
                .map(this::shown)
                .collect(Collectors.joining(", "));
        return ImportQuestion.of(
                "column." + slug,
                ImportQuestion.Scope.LIST,
                new Wording(
                        "Entscheidet die Spalte „" + heading + "“ (" + examples + ") darüber, wer kommen darf?",
                        "Does the column \"" + heading + "\" (" + examples + ") decide about who may come?"),
                List.of(STATUS, IGNORE),
                lines);
    }

    private ImportQuestion aboutValue(String key) {
        String shown = shown(key);
        return ImportQuestion.of(
                valueId(key),
                ImportQuestion.Scope.LIST,
                new Wording(
                        "Was bedeutet „" + shown + "“ in der Spalte „" + heading + "“ für den Einlass?",
                        "What does \"" + shown + "\" in the column \"" + heading + "\" mean for admission?"),
                VERDICTS,
                linesOfValue.getOrDefault(key, List.of()));
    }

    private ImportQuestion aboutEmpty() {
        return ImportQuestion.of(
                "empty." + slug,
                ImportQuestion.Scope.LIST,
                new Wording(
                        "Was bedeutet ein leeres Feld in der Spalte „" + heading + "“ für den Einlass?",
                        "What does an empty field in the column \"" + heading + "\" mean for admission?"),
                VERDICTS,
                emptyLines);
    }

    private String valueId(String key) {
        return "value." + slug + "." + ImportQuestion.slug(key);
    }

    private String shown(String key) {
        String text = shownValue.getOrDefault(key, key);
        String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
        return several.contains(key) ? shown + ", ..." : shown;
    }

    /** Days and amounts of payments are asked about together: what they are for single people says nothing. */
    private String key(String text) {
        if (isAboutMoney() && StatusWords.isDay(text)) {
            return DAY;
        }
        if (isAboutMoney() && StatusWords.isAmount(text) && text.length() > 1) {
            return StatusWords.isAmountAboveNothing(text) ? AMOUNT : NOTHING;
        }
        String key = TextKey.of(text);
        return key.isEmpty() ? text : key;
    }
}
