package org.einlass.server.registration.imports.list;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.server.registration.imports.status.StatusHeading;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * What a heading of a real export means: one of our columns, a word about who may come, or nothing to us.
 *
 * @param known empty where it is none of ours
 * @param status {@link StatusHeading#NONE} where it says nothing about who may come
 */
record HeadingMeaning(Optional<KnownHeading> known, StatusHeading status) {
    private static final HeadingMeaning NOTHING = new HeadingMeaning(Optional.empty(), StatusHeading.NONE);

    /** Whoever pays or booked is not who comes. */
    private static final Pattern BUYER = Pattern.compile(
            "^(?:invoice|rechnung|billing|buyer|purchaser|kaufer|besteller|bucher|booker|auftraggeber|order(?:er)?name|ordermail|orderemail"
                    + "|ordercompany|orderfirst|orderlast|kontoinhaber|payer|zahler|ansprechpartner|contact|notfall"
                    + "|emergency|begleitperson)");

    private static final Pattern WORDS_AROUND = Pattern.compile(
            "^(?:bitte|ihre?r?|dein[e]?|your|please|what|is|vollst(?:ä|ae)ndiger)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOSE_BEFORE = Pattern.compile(
            "^(?:attendee|teilnehmer(?:in)?|teilnehmenden|gast|guest|participant|ticketholder|ticket|delegate"
                    + "|besucher|personliche|dienstliche|geschaftliche|work|business)(?=.{3})");
    private static final Pattern WHOSE_BEHIND = Pattern.compile(
            "(?<=.{3})(?:desteilnehmers|derteilnehmenden|derteilnehmerin|teilnehmer(?:in)?|dergaste?|desgastes"
                    + "|attendee|participant|derteilnehmendenperson)$");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");
    private static final Pattern ASKED_DAYS = Pattern.compile(
            "(?:an|fur)?welche[nmr]?(?:kongress|veranstaltungs)?tage?n?(?!ung)|(?:on|for)?which(?:conference)?days?");
    private static final Pattern SEVERAL =
            Pattern.compile("\\s*/\\s*|\\s+(?:oder|or|bzw\\.?|und|and|&)\\s+|\\s*\\|\\s*");

    /** A form's question with the field that it asks for: "Wie heißen Sie? [Vorname]". */
    private static final Pattern IN_BRACKETS_BEHIND = Pattern.compile("\\[([^\\]]{2,40})\\]\\s*$");

    private static final Set<KnownHeading> PARTS_OF_NAME =
            Set.of(KnownHeading.SALUTATION, KnownHeading.TITLE, KnownHeading.GIVEN_NAME, KnownHeading.FAMILY_NAME);

    private static final Pattern PART_OF = Pattern.compile("^(.*?)\\s*[:.]\\s+(.+)$");

    /** The meaning of a heading as it stands in a file. */
    static HeadingMeaning of(String heading) {
        if (KnownHeading.SEVERAL_HEADINGS.matcher(heading).find()) {
            return NOTHING;
        }
        Optional<KnownHeading> exact = KnownHeading.of(heading);
        if (exact.isPresent() && exact.get() != KnownHeading.STATUS) {
            return new HeadingMeaning(exact, StatusHeading.NONE);
        }
        StatusHeading status = StatusHeading.of(heading);
        if (status != StatusHeading.NONE) {
            return new HeadingMeaning(Optional.empty(), status);
        }
        Optional<KnownHeading> described =
                isOfBuyer(heading) ? Optional.empty() : asksForDays(heading).or(() -> described(heading));
        return described.isEmpty() ? NOTHING : new HeadingMeaning(described, StatusHeading.NONE);
    }

    /** What an organiser chose for a heading: a column by its own heading, "ignore", or "status". */
    static Optional<HeadingMeaning> chosen(String option) {
        if (option.equals("ignore")) {
            return Optional.of(NOTHING);
        }
        if (option.equals("status")) {
            return Optional.of(new HeadingMeaning(Optional.empty(), StatusHeading.STATUS));
        }
        return KnownHeading.of(option).map(column -> new HeadingMeaning(Optional.of(column), StatusHeading.NONE));
    }

    /** Whether a heading speaks of whoever pays, booked or is to be called, who may be nobody that comes. */
    static boolean isBuyer(String heading) {
        String key = TextKey.of(heading);
        return BUYER.matcher(key).find() && !isCompanion(heading);
    }

    /** "Vorname (Bucher)" is no name of a guest either. */
    private static boolean isOfBuyer(String heading) {
        return BUYER.matcher(TextKey.of(heading)).find()
                || IN_BRACKETS
                        .matcher(heading)
                        .results()
                        .anyMatch(
                                part -> BUYER.matcher(TextKey.of(part.group(1))).find());
    }

    /** "An welchen Tagen nehmen Sie teil?" is the column of days, and may say that somebody does not come. */
    private static Optional<KnownHeading> asksForDays(String heading) {
        return ASKED_DAYS.matcher(TextKey.of(heading)).lookingAt() ? Optional.of(KnownHeading.DAYS) : Optional.empty();
    }

    /** Whether a heading speaks of somebody whom a guest brings along. */
    static boolean isCompanion(String heading) {
        return TextKey.of(heading).startsWith("begleitperson");
    }

    boolean isKnown() {
        boolean decides = status != StatusHeading.NONE && status != StatusHeading.UNCLEAR;
        return known.isPresent() || decides;
    }

    private static Optional<KnownHeading> described(String heading) {
        String plain = BRACKETS.matcher(heading).replaceAll(" ").strip();
        Matcher part = PART_OF.matcher(plain);
        Optional<KnownHeading> found = part.matches() ? partOfName(part.group(1), part.group(2)) : Optional.empty();
        if (found.isEmpty()) {
            found = named(plain);
        }
        if (found.isEmpty()
                && part.matches()
                && !BUYER.matcher(TextKey.of(part.group(1))).find()) {
            found = named(part.group(2));
        }
        if (found.isEmpty()) {
            found = combined(plain);
        }
        Matcher asked = IN_BRACKETS_BEHIND.matcher(heading);
        return found.isEmpty() && asked.find() ? named(asked.group(1)) : found;
    }

    /** "Teilnehmername: Vorname" is the given name, and "Behörde: Name" that of the organisation. */
    private static Optional<KnownHeading> partOfName(String whose, String part) {
        if (BUYER.matcher(TextKey.of(whose)).find()) {
            return Optional.empty();
        }
        Optional<KnownHeading> found = named(part);
        if (found.filter(PARTS_OF_NAME::contains).isPresent()) {
            return found;
        }
        return named(whose)
                .filter(column ->
                        column == KnownHeading.ORGANISATION && found.equals(Optional.of(KnownHeading.WHOLE_NAME)));
    }

    private static Optional<KnownHeading> named(String text) {
        String bare = WORDS_AROUND.matcher(text.strip()).replaceFirst("");
        Optional<KnownHeading> found = KnownHeading.of(bare);
        String key = TextKey.of(bare);
        return found.or(() -> KnownHeading.of(WHOSE_BEFORE.matcher(key).replaceFirst("")))
                .or(() -> KnownHeading.of(WHOSE_BEHIND.matcher(key).replaceFirst("")))
                .filter(column -> column != KnownHeading.STATUS);
    }

    /** "Institution / Firma" is one column; "Name / Organisation" would be two. */
    private static Optional<KnownHeading> combined(String text) {
        List<String> parts =
                Stream.of(SEVERAL.split(text)).filter(part -> !part.isBlank()).toList();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        List<KnownHeading> meanings =
                parts.stream().flatMap(part -> named(part).stream()).distinct().toList();
        return meanings.size() == 1 ? Optional.of(meanings.get(0)) : Optional.empty();
    }
}
