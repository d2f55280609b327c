package org.einlass.contract.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.junit.jupiter.api.Test;

/** The written queries of {@code queries.txt}, each asked of an index with a crowd in it. */
final class SearchTableTest {
    private static final int CROWD = 6000;
    private static final int FIRST = 3;

    private final List<SearchEntry<String>> wanted = new ArrayList<>();
    private final List<WrittenQuery> queries = new ArrayList<>();

    private record WrittenQuery(String text, SearchEntry<String> wanted) {}

    @Test
    void showsTheWantedPersonAmongTheFirstThree() throws IOException {
        readTable();
        SearchIndex<String> index = new SearchIndex<>(SearchCrowd.SALT);
        index.change(crowdWithoutNamesakes(), Set.of());
        wanted.forEach(index::put);

        List<String> misses = new ArrayList<>();
        int best = 0;
        for (WrittenQuery query : queries) {
            List<SearchHit<String>> hits = index.search(query.text(), FIRST);
            RegistrationId id = query.wanted().id();
            if (hits.stream().noneMatch(hit -> hit.id().equals(id))) {
                misses.add(query.text() + " -> " + query.wanted().key() + ", but found "
                        + hits.stream().map(SearchHit::key).toList());
            }
            if (!hits.isEmpty() && hits.get(0).id().equals(id)) {
                best++;
            }
        }

        System.out.printf(
                "%d written queries for %d of %d people: first %d, among the first three %d%n",
                queries.size(), wanted.size(), index.size(), best, queries.size() - misses.size());
        misses.forEach(miss -> System.out.println("Missed: " + miss));
        assertThat(queries).hasSizeGreaterThanOrEqualTo(300);
        assertThat(misses).hasSizeLessThanOrEqualTo(queries.size() / 100);
    }

    private void readTable() throws IOException {
        Random chance = new Random(7);
        for (String line : lines()) {
            if (line.startsWith("    ")) {
                queries.add(new WrittenQuery(line.strip(), wanted.get(wanted.size() - 1)));
            } else if (line.contains("|") && !line.startsWith("#")) {
                wanted.add(person(line, new RegistrationId(new UUID(chance.nextLong(), chance.nextLong()))));
            }
        }
    }

    private List<String> lines() throws IOException {
        try (InputStream table = Objects.requireNonNull(getClass().getResourceAsStream("queries.txt"))) {
            return new String(table.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static SearchEntry<String> person(String line, RegistrationId id) {
        List<String> cells =
                List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
        Attendee attendee = new Attendee(
                "",
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(6),
                cells.get(5),
                "",
                "");
        Set<LookupId> codes =
                cells.get(9).isEmpty() ? Set.of() : Set.of(SearchCrowd.SALT.lookupId(new ExternalCode(cells.get(9))));
        return new SearchEntry<>(
                id, attendee, cells.get(7), new BookingNumber(cells.get(8)), codes, attendee.fullName());
    }

    /** Of two people with one name nobody can say who was meant. */
    private List<SearchEntry<String>> crowdWithoutNamesakes() {
        Set<String> names = wanted.stream().map(SearchTableTest::name).collect(Collectors.toSet());
        SearchCrowd crowd = new SearchCrowd(42);
        List<SearchEntry<String>> people = new ArrayList<>();
        while (people.size() < CROWD) {
            SearchEntry<String> next = crowd.next();
            if (!names.contains(name(next))) {
                people.add(next);
            }
        }
        return people;
    }

    private static String name(SearchEntry<String> entry) {
        return NameFolding.fold(
                entry.attendee().givenName() + " " + entry.attendee().familyName());
    }
}
