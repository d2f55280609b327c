package org.einlass.server.registration.imports.list;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.NameVocabulary;

/** The words of a name that are neither given nor family name. */
final class NameWords {
    private static final Set<String> POLITE =
            Set.of("sehr", "geehrter", "geehrte", "geehrtes", "dear", "lieber", "liebe");
    private static final Pattern DEGREE = Pattern.compile(
            "(?:ll\\. ?m\\.?|ll\\. ?b\\.?|m\\. ?a\\.?|b\\. ?a\\.?|m\\. ?sc\\.?|b\\. ?sc\\.?|m\\. ?eng\\.?|b\\. ?eng\\.?"
                    + "|m\\. ?ed\\.?|b\\. ?ed\\.?|mba|emba|mpa|mph|mdm|ph\\. ?d\\.?|d\\. ?phil\\.?|m\\. ?d\\.?|ma|ba|msc|bsc|llm|phd|md|esq\\.?"
                    + "|m\\. ?mus\\.?|b\\. ?mus\\.?|m\\.?p\\.?a\\.?|mag\\.|dipl\\.-\\S+(?: \\((?:fh|univ\\.?|ba)\\))?|state exam|ra|wp|stb"
                    + "|prof\\.?|dr\\.?(?: \\S+\\.)*|mdl|mdb|mdep|a\\. ?d\\.|i\\. ?r\\.|\\(hons\\.?\\))",
            Pattern.CASE_INSENSITIVE);

    /** Degrees that are known without points, as nobody writes a family name. */
    private static final Set<String> SPELLED_DEGREES = Set.of(
            "MBA", "EMBA", "MPA", "MPH", "LLM", "LL.M", "LLB", "PhD", "MSc", "BSc", "MEng", "BEng", "MdL", "MdB",
            "MdEP", "MDL", "MDB");

    /** Degrees that may be names, too: only behind two other names. */
    private static final Set<String> SHORT_DEGREES = Set.of("MA", "BA", "MD");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\((?:FH|Univ\\.?|BA|Hons\\.?)\\)");

    private static final Pattern TITLE = Pattern.compile(
            "prof\\.?|ddr\\.?|dr\\.?|dres\\.|dr\\.-\\S+|pd|priv\\.-doz\\.|mag\\.|lic\\.|dipl\\.-\\S+|md[lb]|mdep|mdbb"
                    + "|(?:staatssekretär|staatsminister|minister|ministerialrät|oberbürgermeister|bürgermeister"
                    + "|ministerpräsident|präsident|botschafter|senator)(?:in)?|ministerialrat|landrat|landrätin",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MORE_OF_A_TITLE = Pattern.compile(
            "h\\.?|c\\.?|e\\.?h\\.|h\\.c\\.|habil\\.?|mult\\.?|rer\\.|nat\\.|phil\\.|med\\.|dent\\.|vet\\.|iur\\.|jur\\.|pol\\."
                    + "|oec\\.|publ\\.|theol\\.|techn\\.|agr\\.|em\\.|apl\\.|univ\\.|\\((?:fh|univ\\.?|ba)\\)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORK = Pattern.compile(
            "stadt|gemeinde|landkreis|kreis|markt|land|bund|freistaat|universität|hochschule|fachhochschule|institut"
                    + "|verein|verband|gmbh|mbh|ag|kg|ohg|ug|e\\.v\\.|ev|se|inc\\.?|ltd\\.?|city|university|agency"
                    + "|.{0,20}(?:ministerium|amt|behörde|verwaltung|kanzlei|leiter|leiterin|leitung|referent|referentin"
                    + "|beauftragte|beauftragter|geschäftsführer|geschäftsführerin|vorstand|vorsitzende|vorsitzender"
                    + "|direktor|direktorin|dezernent|dezernentin|sachbearbeiter|sachbearbeiterin|sekretär|sekretärin"
                    + "|manager|managerin|berater|beraterin|sprecher|sprecherin|assistent|assistentin|administrator)"
                    + "|head|director|officer|ceo|cto|cio|cdo|bezirk|tlrz|it-leiter",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Words that say what somebody is, behind the comma after a name: "Bürgermeisterin", "Leiterin IT". */
    private static final Pattern FUNCTION = Pattern.compile(
            "(?:.{0,25}(?:minister|ministerin|staatssekretär|staatssekretärin|präsident|präsidentin|botschafter"
                    + "|botschafterin|senator|senatorin|bürgermeister|bürgermeisterin|landrat|landrätin|landräte"
                    + "|ministerialrat|ministerialrätin|stadtrat|stadträtin|gemeinderat|kreisrat|beigeordnete|beigeordneter"
                    + "|leiter|leiterin|leitung|referent|referentin|beauftragte|beauftragter|geschäftsführer"
                    + "|geschäftsführerin|geschäftsführung|vorstand|vorständin|vorsitzende|vorsitzender|direktor|direktorin"
                    + "|dezernent|dezernentin|sachbearbeiter|sachbearbeiterin|sekretär|sekretärin|manager|managerin"
                    + "|berater|beraterin|sprecher|sprecherin|assistent|assistentin|administrator|administratorin"
                    + "|kämmerer|kämmerin|amtmann|amtfrau|rektor|rektorin|kanzler|kanzlerin|professor|professorin"
                    + "|redakteur|redakteurin|journalist|journalistin|praktikant|praktikantin|architekt|architektin"
                    + "|entwickler|entwicklerin|koordinator|koordinatorin|dozent|dozentin)"
                    + "|ob|obm|head|director|officer|manager|mayor|ceo|cto|cio|cdo|ciso|cfo|coo|fotograf|fotografin)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> RANKS = Set.of(
            "ORR", "LRR", "LMR", "LRD", "RRD", "MDG", "MDGT", "OAR", "OAM", "RAR", "RHS", "ROI", "POR", "EPHK", "PHK",
            "KOR", "VAR");

    private static final Pattern FORMER = Pattern.compile(",? (?:a\\. ?D\\.|i\\. ?R\\.)$");
    private static final Pattern COMPANY = Pattern.compile(
            "(?:^|\\s)(?:gmbh|mbh|ag|kg|ohg|gbr|e\\. ?v\\.|kgaa|inc\\.|ltd\\.?|stadtverwaltung|landratsamt|ministerium"
                    + "|stadt|gemeinde|landkreis)(?=$|\\s)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private NameWords() {}

    static boolean isSalutation(String word) {
        return NameVocabulary.isSalutation(word.toLowerCase(Locale.ROOT));
    }

    /** How many words at the beginning only address somebody: "Sehr geehrter Herr" has three. */
    static int salutationsAtStart(List<String> words) {
        int end = 0;
        while (end < words.size() && isAddress(words.get(end))) {
            end++;
        }
        return end;
    }

    /** What of an address is the salutation: "Sehr geehrter Herr" is "Herr". */
    static String salutation(List<String> address) {
        return address.stream().filter(NameWords::isSalutation).collect(Collectors.joining(" "));
    }

    private static boolean isAddress(String word) {
        return isSalutation(word) || POLITE.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a text behind a comma holds nothing but degrees and titles: "LL.M.", "M.A., Ph.D." */
    static boolean areDegrees(String text) {
        return !text.isEmpty()
                && Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .allMatch(part -> DEGREE.matcher(part).matches()
                                || areTitles(List.of(part.split(" ", -1)))
                                || List.of(part.split(" ", -1)).stream()
                                        .allMatch(word -> DEGREE.matcher(word).matches()));
    }

    /**
     * Where the degrees begin that stand behind a name without a comma: "Nora Berg MBA", "Ute Roth B.Sc. M.Sc."
     *
     * @param names how many words the name has at least
     * @return how many words are no degrees
     */
    static int degreesBehind(List<String> words, int names) {
        int end = words.size();
        while (end > names && isDegreeBehind(words, end, names)) {
            end -= IN_BRACKETS.matcher(words.get(end - 1)).matches() ? 2 : 1;
        }
        return Math.max(end, Math.min(names, words.size()));
    }

    private static boolean isDegreeBehind(List<String> words, int end, int names) {
        String last = words.get(end - 1);
        boolean bracket = end - 1 > names && IN_BRACKETS.matcher(last).matches() && areDegrees(words.get(end - 2));
        return bracket
                || (last.indexOf('.') > 0 && areDegrees(last))
                || SPELLED_DEGREES.contains(last)
                || (names > 1 && SHORT_DEGREES.contains(last));
    }

    /** A word of capitals only, long enough to be no initial. */
    static boolean isCapitals(String word) {
        return word.length() > 2
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT))
                && word.codePoints().filter(Character::isLetter).count() > 2;
    }

    /**
     * Whether a word of capitals at the beginning may be an official's rank and no family name: "ORR Ole Lang".
     *
     * @param words how many words the whole name has
     */
    static boolean mayBeRank(String word, int words) {
        return RANKS.contains(word) || (words > 2 && word.length() < 4);
    }

    /** Whether words name an organisation, a town or an office, so that they are no given name. */
    static boolean tellsWork(List<String> words) {
        return words.stream().anyMatch(word -> WORK.matcher(word).matches());
    }

    /** Whether a text behind a comma says what somebody is: "Landrat", "Leiterin IT", "Staatssekretär a. D.". */
    static boolean isFunction(String text) {
        if (text.isEmpty()) {
            return false;
        }
        List<String> words =
                List.of(FORMER.matcher(text.strip()).replaceFirst("").split("[\\s/-]+", -1));
        return words.stream().anyMatch(word -> FUNCTION.matcher(word).matches()) && !isCompany(text);
    }

    /** Whether a family name is that of a company or a society. */
    static boolean isCompany(String family) {
        return COMPANY.matcher(family).find();
    }

    /** How many words at the beginning are titles: "Prof. Dr. h. c. mult. Elisabeth" has five. */
    static int titlesAtStart(List<String> words) {
        int titles = 0;
        while (titles < words.size() && isTitle(words.get(titles), titles > 0)) {
            titles++;
        }
        return titles;
    }

    static boolean areTitles(List<String> words) {
        return !words.isEmpty() && titlesAtStart(words) == words.size();
    }

    /**
     * Where the particle ends that begins at {@code from}, or {@code from} where none begins there. "Graf" is
     * a particle only before another one; in capitals, "VON" is one as well.
     */
    static int particleEnd(List<String> words, int from, boolean capitals) {
        int at = from;
        while (at < words.size()
                && NameVocabulary.NOBILITY.contains(words.get(at).toLowerCase(Locale.ROOT))) {
            at++;
        }
        int nobilityEnd = at;
        while (at < words.size() && isPartOfParticle(words, at, at > nobilityEnd, capitals)) {
            at++;
        }
        return at > nobilityEnd ? at : from;
    }

    private static boolean isTitle(String word, boolean afterTitle) {
        return TITLE.matcher(word).matches()
                || (afterTitle && MORE_OF_A_TITLE.matcher(word).matches());
    }

    private static boolean isPartOfParticle(List<String> words, int at, boolean inside, boolean capitals) {
        String word = spelled(words.get(at), capitals);
        boolean linking = inside && (word.equals("und") || word.equals("y")) && at + 1 < words.size();
        return NameVocabulary.PARTICLES.contains(word)
                || (linking && NameVocabulary.PARTICLES.contains(spelled(words.get(at + 1), capitals)));
    }

    private static String spelled(String word, boolean capitals) {
        return capitals ? word.toLowerCase(Locale.ROOT) : word;
    }
}
