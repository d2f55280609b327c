package org.einlass.contract.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.quality.Seeds;
import org.junit.jupiter.api.Test;

final class SearchIndexTest {
    private static final List<String> QUERIES = List.of(
            "mü",
            "Müller",
            "Peter Mueller",
            "schmit",
            "Anna BMI",
            "Stadt Gera",
            "von",
            "Dr. Meyer",
            "Hanspeter",
            "universitat",
            "a",
            "Lindqvist Xylophon",
            "referat 7",
            "berlin example");

    private final SearchIndex<String> index = new SearchIndex<>(SearchCrowd.SALT);

    @Test
    void findsTheDoubleNameHoweverItIsTyped() {
        put(1, Attendee.of("Jürgen", "Müller-Lüdenscheidt", "Stadt Gera"));
        put(2, Attendee.of("Jutta", "Müllner", "Stadt Jena"));

        for (String typed : List.of(
                "Mueller Luedenscheidt",
                "Muller",
                "Jurgen",
                "Müller Jürgen",
                "Müller-Lüdenscheidt, Jürgen",
                "jür lüd")) {
            assertThat(first(typed)).as(typed).isEqualTo(id(1));
        }
    }

    @Test
    void findsByTwoLetters() {
        put(1, Attendee.of("Eva", "Wu", "Stadt Gera"));
        put(2, Attendee.of("Eva", "Wundt", "Stadt Gera"));
        put(3, Attendee.of("Eva", "Zander", "Wulf GmbH"));

        assertThat(ids("wu")).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void findsAFamilyNameThatIsAParticleBeforeParticles() {
        put(1, attendee("Dr.", "Anna", "von", "Bülow"));
        put(2, attendee("", "Anna", "", "Von"));

        assertThat(first("Von")).isEqualTo(id(2));
        assertThat(first("Dr. Von")).isEqualTo(id(2));
        assertThat(first("Anna Von")).isEqualTo(id(2));
        assertThat(ids("von Bülow")).containsExactly(id(1));
        assertThat(ids("Frau Prof. Bülow")).containsExactly(id(1));
    }

    @Test
    void putsWhatIsWrittenAsTypedBeforeWhatIsOnlyFoldedAlike() {
        put(1, Attendee.of("Eva", "Müller", ""));
        put(2, Attendee.of("Eva", "Mueller", ""));
        put(3, Attendee.of("Eva", "Muller", ""));

        assertThat(first("Müller")).isEqualTo(id(1));
        assertThat(first("mueller")).isEqualTo(id(2));
        assertThat(first("MULLER")).isEqualTo(id(3));
        assertThat(ids("Müller")).hasSize(3);
    }

    @Test
    void ranksSpellingsByHowNearTheyAre() {
        put(1, Attendee.of("Eva", "Meyer", ""));
        put(2, Attendee.of("Eva", "Meyerhof", ""));
        put(3, Attendee.of("Eva", "Meier", ""));
        put(4, Attendee.of("Eva", "Mayr", ""));

        assertThat(ids("Meyer")).containsExactly(id(1), id(2), id(3), id(4));
    }

    @Test
    void findsOneTypoOfEachKind() {
        put(1, Attendee.of("Eva", "Brandstetter", ""));

        for (String typed : List.of("Barndstetter", "Brandstettter", "Brandsteter", "Brandstotter", "Xrandstetter")) {
            assertThat(first(typed)).as(typed).isEqualTo(id(1));
        }
        assertThat(ids("Baradstetetr")).isEmpty();
    }

    @Test
    void findsAnOrganisationByItsNameAndItsAbbreviation() {
        put(1, Attendee.of("Eva", "Anders", "Bundesministerium des Innern"));
        put(2, Attendee.of("Ute", "Bender", "BMI"));
        put(3, Attendee.of("Ida", "Conrad", "Min. d. Finanzen"));
        put(4, Attendee.of("Pia", "Dressel", "LKA Sachsen"));

        assertThat(ids("BMI")).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(ids("Bundesministerium des Innern")).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(ids("Ministerium der Finanzen")).containsExactly(id(3));
        assertThat(ids("Landeskriminalamt")).containsExactly(id(4));
    }

    @Test
    void findsBookingNumbersAndCodesWholeOnly() {
        BookingNumber number = BookingNumber.next(new Random(3));
        index.put(new SearchEntry<>(
                id(1),
                Attendee.of("Eva", "Anders", ""),
                "",
                number,
                Set.of(SearchCrowd.SALT.lookupId(new ExternalCode("PX7-2024-Q"))),
                "the key"));

        SearchHit<String> hit = index.search(number.grouped(), 5).get(0);

        assertThat(hit).isEqualTo(new SearchHit<>(id(1), "the key", 1, Set.of(SearchField.BOOKING_NUMBER), true));
        assertThat(ids(number.digits())).containsExactly(id(1));
        assertThat(ids("Anders " + number.grouped())).containsExactly(id(1));
        assertThat(ids(number.digits().substring(0, 8))).isEmpty();
        assertThat(index.search("px7-2024-q", 5).get(0).fields()).containsExactly(SearchField.CODE);
        assertThat(ids("PX7-2024")).isEmpty();
    }

    @Test
    void findsByTheDomainOfAMailAddress() {
        index.put(new SearchEntry<>(
                id(1), Attendee.of("Eva", "Schmidt", ""), "eva@stadt-gera.example", null, Set.of(), "key"));
        put(2, Attendee.of("Jan", "Kurz", ""));

        for (String typed :
                List.of("stadt-gera.example", "@stadt-gera.example", "stadt-gera", "schmidt gera.example")) {
            assertThat(first(typed)).as(typed).isEqualTo(id(1));
        }
    }

    @Test
    void saysWhereTheWordsWereFound() {
        index.put(new SearchEntry<>(
                id(1), Attendee.of("Eva", "Anders", "Stadt Gera"), "ea@rathaus.example", null, Set.of(), "key"));

        assertThat(index.search("anders gera rathaus", 1).get(0).fields())
                .containsExactlyInAnyOrder(SearchField.FAMILY_NAME, SearchField.ORGANISATION, SearchField.MAIL);
    }

    @Test
    void showsTheNearestWhereNobodyHasAllWords() {
        put(1, Attendee.of("Jürgen", "Anders", "Stadt Gera"));
        put(2, Attendee.of("Jürgen", "Bender", "Stadt Jena"));

        List<SearchHit<String>> hits = index.search("Jürgen Anders Quedlinburg", 5);

        assertThat(hits).extracting(SearchHit::id).containsExactly(id(1));
        assertThat(hits.get(0).complete()).isFalse();
    }

    @Test
    void ordersEqualHitsByNameWhateverTheSegment() {
        put(1, Attendee.of("Zita", "Muster", ""));
        put(2, Attendee.of("Anna", "Muster", ""));
        put(3, Attendee.of("Karl", "Muster", ""));

        assertThat(ids("Muster")).containsExactly(id(2), id(3), id(1));
    }

    @Test
    void forgetsTheOldNameOfACorrectedRegistration() {
        put(1, Attendee.of("Eva", "Anders", ""));

        put(1, Attendee.of("Eva", "Bender", ""));

        assertThat(ids("Anders")).isEmpty();
        assertThat(ids("Bender")).containsExactly(id(1));
        assertThat(index.size()).isOne();
    }

    @Test
    void takesAnyTextAndBoundsIt() {
        put(1, Attendee.of("Eva", "Anders", ""));

        assertThat(ids("")).isEmpty();
        assertThat(ids(" -,; \0 \ud800 ' ")).isEmpty();
        assertThat(ids("x".repeat(100_000))).isEmpty();
        assertThat(ids("Anders " + " ".repeat(100_000))).containsExactly(id(1));
        assertThat(index.search("Anders Eva a b c d e f g h i j k l m n", 5)).hasSize(1);
        assertThatThrownBy(() -> index.search("Anders", 0)).hasMessageContaining("1 to 1000");
    }

    @Test
    void anIndexAfterRandomChangesEqualsOneBuiltAtOnce() {
        Seeds.each(10, chance -> {
            SearchIndex<String> changed = new SearchIndex<>(SearchCrowd.SALT);
            SearchCrowd crowd = new SearchCrowd(chance.nextLong());
            Map<RegistrationId, SearchEntry<String>> left = new TreeMap<>();
            for (int change = 0; change < 40; change++) {
                List<SearchEntry<String>> put = new ArrayList<>();
                List<RegistrationId> removed = new ArrayList<>();
                for (int i = chance.nextInt(chance.nextInt(10) == 0 ? 120 : 4); i > 0; i--) {
                    SearchEntry<String> next = crowd.next();
                    put.add(chance.nextBoolean() || left.isEmpty() ? next : renamed(next, oneOf(left, chance)));
                }
                for (int i = chance.nextInt(6); i > 0 && !left.isEmpty(); i--) {
                    removed.add(oneOf(left, chance));
                }
                removed.forEach(left::remove);
                put.forEach(entry -> left.put(entry.id(), entry));
                changed.change(put, removed);
            }

            SearchIndex<String> built = new SearchIndex<>(SearchCrowd.SALT);
            built.change(left.values(), Set.of());

            assertThat(changed.size()).isEqualTo(built.size());
            for (String query : QUERIES) {
                assertThat(changed.search(query, 20)).as(query).isEqualTo(built.search(query, 20));
            }
            for (SearchEntry<String> entry : left.values()) {
                String number = Objects.requireNonNull(entry.bookingNumber()).digits();
                assertThat(changed.search(number, 2)).hasSize(1).isEqualTo(built.search(number, 2));
            }
        });
    }

    @Test
    void readersAlwaysSeeAWholeStateWhileOneWrites() throws Exception {
        put(1, Attendee.of("Eva", "Anders", "Stadt Gera"));
        AtomicBoolean isWriting = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(3);
        Callable<Integer> read = () -> {
            int searches = 0;
            do {
                assertThat(ids("Anders Eva")).containsExactly(id(1));
                List<SearchHit<String>> twins = index.search("Zwillingsbruder", 10);
                assertThat(twins.size()).isIn(0, 2);
                searches++;
            } while (isWriting.get());
            return searches;
        };
        List<Future<Integer>> running = List.of(readers.submit(read), readers.submit(read), readers.submit(read));

        SearchCrowd crowd = new SearchCrowd(5);
        for (int i = 0; i < 400; i++) {
            put(1, Attendee.of("Eva", "Anders", "Stadt Gera " + i));
            index.change(
                    List.of(
                            crowd.next(),
                            entry(2, Attendee.of("Kai", "Zwillingsbruder", "")),
                            entry(3, Attendee.of("Udo", "Zwillingsbruder", ""))),
                    List.of());
            index.change(List.of(), List.of(id(2), id(3)));
        }
        isWriting.set(false);

        for (Future<Integer> reader : running) {
            assertThat(reader.get()).isPositive();
        }
        readers.shutdown();
        assertThat(index.size()).isEqualTo(401);
    }

    private static RegistrationId oneOf(Map<RegistrationId, ?> left, Random chance) {
        return List.copyOf(left.keySet()).get(chance.nextInt(left.size()));
    }

    private static SearchEntry<String> renamed(SearchEntry<String> entry, RegistrationId id) {
        return new SearchEntry<>(id, entry.attendee(), entry.mail(), entry.bookingNumber(), entry.codes(), entry.key());
    }

    private void put(int number, Attendee attendee) {
        index.put(entry(number, attendee));
    }

    private static SearchEntry<String> entry(int number, Attendee attendee) {
        return new SearchEntry<>(id(number), attendee, "", null, Set.of(), attendee.fullName());
    }

    private static Attendee attendee(String title, String givenName, String particle, String familyName) {
        return new Attendee("", title, givenName, particle, familyName, "", "", "", "", "");
    }

    private RegistrationId first(String typed) {
        return index.search(typed, 1).get(0).id();
    }

    private List<RegistrationId> ids(String typed) {
        return index.search(typed, 10).stream().map(SearchHit::id).toList();
    }

    private static RegistrationId id(int number) {
        return new RegistrationId(new UUID(0, number));
    }
}
