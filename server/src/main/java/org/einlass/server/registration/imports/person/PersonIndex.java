package org.einlass.server.registration.imports.person;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.imports.text.TextKey;
import org.einlass.server.registration.imports.text.Whitespace;
import org.jspecify.annotations.Nullable;

/** Everybody registered, found by each thing that a list may know them by. */
final class PersonIndex {
    private final Map<String, KnownPerson> byKey = new HashMap<>();
    private final Map<String, KnownPerson> byCode = new HashMap<>();
    private final Map<String, KnownPerson> byPosition = new HashMap<>();
    private final Map<String, List<KnownPerson>> byFingerprint = new HashMap<>();
    private final Map<String, List<KnownPerson>> byMail = new HashMap<>();
    private final Map<String, List<KnownPerson>> byMailAndGivenName = new HashMap<>();
    private final Map<String, List<KnownPerson>> byName = new HashMap<>();
    private final Map<String, List<KnownPerson>> byGivenName = new HashMap<>();
    private final Map<String, List<KnownPerson>> byFamilyName = new HashMap<>();

    PersonIndex(Collection<KnownPerson> known) {
        for (KnownPerson one : known) {
            if (one.ownKey() != null) {
                byKey.put(one.ownKey(), one);
            }
            one.codes().forEach(code -> byCode.put(code, one));
            if (!one.orderPosition().isEmpty()) {
                byPosition.put(one.orderPosition(), one);
            }
            if (one.fingerprint() != null) {
                add(byFingerprint, one.fingerprint(), one);
            }
            String name = name(one.givenName(), one.familyName());
            if (!one.mail().isEmpty()) {
                add(byMail, one.mail() + " " + name, one);
                add(byMailAndGivenName, one.mail() + " " + TextKey.of(one.givenName()), one);
            }
            add(byName, name, one);
            add(byFamilyName, TextKey.of(one.familyName()) + " " + TextKey.of(one.organisation()), one);
            add(byGivenName, TextKey.of(one.givenName()) + " " + TextKey.of(one.organisation()), one);
        }
    }

    /** Those whom key, ticket code and order position name, in this order, nobody twice. */
    List<KnownPerson> marked(ListedPerson row) {
        List<KnownPerson> found = new ArrayList<>();
        find(byKey, row.ownKey()).ifPresent(found::add);
        find(byCode, row.code()).filter(one -> !found.contains(one)).ifPresent(found::add);
        find(byPosition, row.orderPosition())
                .filter(one -> !found.contains(one))
                .ifPresent(found::add);
        return found;
    }

    /** Those of the same mail address and full name. */
    List<KnownPerson> sameMail(ListedPerson row) {
        return row.mail().isEmpty() ? List.of() : byMail.getOrDefault(row.mail() + " " + name(row), List.of());
    }

    /**
     * Those whom a list without keys first told by the same name and organisation, whatever was corrected
     * since.
     */
    List<KnownPerson> sameFingerprint(ListedPerson row) {
        return byFingerprint.getOrDefault(row.fingerprint(), List.of());
    }

    /** Those of the same name, however spelled. */
    List<KnownPerson> sameName(ListedPerson row) {
        return byName.getOrDefault(name(row), List.of());
    }

    /** Those of the same given name in the same organisation. */
    List<KnownPerson> sameGivenName(ListedPerson row) {
        String given = TextKey.of(row.attendee().givenName());
        return given.isEmpty()
                ? List.of()
                : byGivenName.getOrDefault(
                        given + " " + TextKey.of(row.attendee().organisation()), List.of());
    }

    /** Those of the same family name in the same organisation. */
    List<KnownPerson> sameFamilyName(ListedPerson row) {
        return byFamilyName.getOrDefault(
                TextKey.of(row.familyName()) + " " + TextKey.of(row.attendee().organisation()), List.of());
    }

    /** Those whose given name is the row's family name, and the other way round. */
    List<KnownPerson> turnedName(ListedPerson row) {
        return byName.getOrDefault(name(row.familyName(), row.attendee().givenName()), List.of());
    }

    /** Those of the same mail address and given name: the family name may be another one by now. */
    List<KnownPerson> sameMailAndGivenName(ListedPerson row) {
        String given = TextKey.of(row.attendee().givenName());
        return given.isEmpty() || row.mail().isEmpty()
                ? List.of()
                : byMailAndGivenName.getOrDefault(row.mail() + " " + given, List.of());
    }

    static boolean isSameName(ListedPerson row, KnownPerson one) {
        return name(row).equals(name(one.givenName(), one.familyName()));
    }

    static boolean isSameOrganisation(ListedPerson row, KnownPerson one) {
        return TextKey.of(row.attendee().organisation()).equals(TextKey.of(one.organisation()));
    }

    /** Spelled the same to the letter, but for case and blanks. */
    static boolean isSpelledTheSame(ListedPerson row, KnownPerson one) {
        return folded(row.attendee().givenName() + " " + row.familyName())
                        .equals(folded(one.givenName() + " " + one.familyName()))
                && folded(row.attendee().organisation()).equals(folded(one.organisation()));
    }

    private static String folded(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Whitespace.single(upper.toLowerCase(Locale.ROOT));
    }

    private static String name(ListedPerson row) {
        return name(row.attendee().givenName(), row.familyName());
    }

    private static String name(String given, String family) {
        return TextKey.of(given) + " " + TextKey.of(family);
    }

    private static Optional<KnownPerson> find(Map<String, KnownPerson> known, @Nullable String key) {
        return key == null || key.isEmpty() ? Optional.empty() : Optional.ofNullable(known.get(key));
    }

    private static void add(Map<String, List<KnownPerson>> lists, String key, KnownPerson one) {
        lists.computeIfAbsent(key, none -> new ArrayList<>()).add(one);
    }
}
