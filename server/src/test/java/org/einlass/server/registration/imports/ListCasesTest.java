package org.einlass.server.registration.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.json.Json;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.ExternalCodes;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.list.ListRequest;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that come one after the other: who is who, who is gone, what is asked, and how it is taken back. */
final class ListCasesTest {
    private static final EventId EVENT = new EventId("kongress");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String DOCUMENT = """
            {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin", "firstDay": "2026-11-28",
             "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}}],
             "categories": [{"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"},
                             "colour": "#1d5a96", "countsAsVisitor": true}],
             "areas": [{"id": "halle", "title": {"german": "Halle", "english": "Hall"}}], "doors": []}
            """;

    @TempDir
    Path folder;

    /** A server's side of several imports. */
    private final class Side implements AutoCloseable {
        private final Store store;
        private final ListImport listImport;
        private final ImportUndo importUndo;
        private boolean seenAtADoor;

        private Side(Databases database) throws IOException {
            ServerKey serverKey = ServerKey.of(folder.resolve("key"));
            CodeKeyTable keys = new CodeKeyTable(serverKey);
            Random chance = new Random(4);
            store = Store.open(database.furnished(folder));
            RegistrationIssuer issuer = new RegistrationIssuer(keys, new CodeTable(serverKey), CLOCK, chance);
            listImport = new ListImport(store, issuer, CLOCK, chance);
            importUndo = new ImportUndo(store, issuer, (handle, event, one) -> seenAtADoor, CLOCK);
            EventDocument event = Json.mapper().readValue(DOCUMENT, EventDocument.class);
            store.write(WriteKey.of(EVENT), transaction -> {
                        new EventChanges(keys, chance, (changed, which) -> {})
                                .put(transaction, EVENT, event, CLOCK.instant());
                        return event;
                    })
                    .toCompletableFuture()
                    .join();
        }

        private ImportReport take(boolean dryRun, List<String> answers, byte[] file) throws IOException {
            ListRequest request = new ListRequest(Locale.ENGLISH, null, ImportAnswers.of(answers));
            return listImport.run(EVENT, new ByteArrayInputStream(file), new ImportRequest(dryRun, request));
        }

        private ImportReport take(String... lines) throws IOException {
            return take(false, List.of(), String.join("\n", lines).getBytes(UTF_8));
        }

        private ImportReport answered(List<String> answers, String... lines) throws IOException {
            return take(false, answers, String.join("\n", lines).getBytes(UTF_8));
        }

        private ImportReport takeCase(String file) throws IOException {
            return take(false, List.of(), bytes(file));
        }

        private List<String> people() {
            return store.read(handle -> RegistrationTable.page(handle, EVENT, "", null, 100)).stream()
                    .map(one -> one.particulars().attendee().fullName() + ", "
                            + one.particulars().attendee().organisation())
                    .sorted()
                    .toList();
        }

        /** Who stands behind another system's code. */
        private String holder(String code) {
            return store.read(handle -> ExternalCodes.owner(
                            handle,
                            EVENT,
                            EventTable.salt(handle, EVENT).orElseThrow().lookupId(new ExternalCode(code)))
                    .flatMap(id -> RegistrationTable.find(handle, EVENT, id))
                    .map(one -> one.particulars().attendee().fullName())
                    .orElse("nobody"));
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void renameWhoeverHoldsTheSameCode(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.takeCase("09-renamed-same-code/1.csv");

            ImportReport second = side.takeCase("09-renamed-same-code/2.csv");

            assertThat(second.updated()).isEqualTo(1);
            assertThat(second.unchanged()).isEqualTo(1);
            assertThat(side.people()).containsExactly("Eva Schmidt-Weber, Stadt Gera", "Jan Kurz, Stadt Jena");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nameWhoIsGoneAndCancelNobody(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.takeCase("10-gone-from-list/1.csv");

            ImportReport second = side.takeCase("10-gone-from-list/2.csv");

            assertThat(second.gone()).isEqualTo(1);
            assertThat(second.missing()).extracting(ImportReport.Missing::key).containsExactly("K2");
            assertThat(side.people()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void askBeforeAKeyWithoutItsZerosMakesASecondPerson(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.takeCase("15-excel-keys/list2.csv");

            ImportReport second = side.takeCase("15-excel-keys/list3.csv");

            assertThat(second.asked()).isEqualTo(1);
            assertThat(second.questions()).extracting(ImportReport.Question::id).containsExactly("same-person");
            assertThat(side.people()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void seeTheSamePersonInWhateverFormItsLettersCome(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.takeCase("26-nfd/1.csv");

            assertThat(side.takeCase("26-nfd/2.csv").unchanged()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void proposeTheSamePersonForACorrectedNameOrOrganisation(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.takeCase("30-organisation-renamed/1.csv");

            ImportReport second = side.takeCase("30-organisation-renamed/2.csv");
            assertThat(second.questions()).singleElement().satisfies(question -> {
                assertThat(question.id()).isEqualTo("look-alike");
                assertThat(question.lines()).containsExactly(2L, 3L);
            });
            assertThat(side.people()).hasSize(2);

            ImportReport third = side.take(
                    false, List.of("look-alike:same", "look-alike.3:new"), bytes("30-organisation-renamed/2.csv"));
            assertThat(third.updated()).isEqualTo(1);
            assertThat(third.added()).isEqualTo(1);
            assertThat(side.people())
                    .containsExactly(
                            "Eva Schmidt, Stadtverwaltung Gera", "Jan Kurtz, Stadt Jena", "Jan Kurz, Stadt Jena");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takeEightTicketsOfOneNameForEightPeopleAndKnowThemAgain(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            String[] list = {
                "Order code;Position ID;Name;E-Mail;Secret",
                "AB1;1;Eva Schmidt;e@example.org;s1xxxxxxxx",
                "AB1;2;Eva Schmidt;e@example.org;s2xxxxxxxx",
                "AB1;3;Eva Schmidt;e@example.org;s3xxxxxxxx"
            };

            assertThat(side.take(list).added()).isEqualTo(3);
            assertThat(side.take(list).unchanged()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowByMailAndNameWhoeverComesWithANewCodeAndLetBothLeadThere(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.take("Name;E-Mail;Ticketcode", "Eva Schmidt;e@example.org;first-code");

            ImportReport second = side.take("Name;E-Mail;Ticketcode", "Eva Schmidt;E@example.org;second-code");

            assertThat(second.added()).isZero();
            assertThat(second.notes()).anySatisfy(note -> assertThat(note).contains("new ticket code"));
            assertThat(side.holder("first-code")).isEqualTo("Eva Schmidt");
            assertThat(side.holder("second-code")).isEqualTo("Eva Schmidt");
        }
    }

    @ParameterizedTest
    @EnumSource
    void askOnceAboutRowsThatExchangedTheirCodes(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.take("Name;Organisation;Ticketcode", "Eva Schmidt;Gera;code-aaa", "Jan Kurz;Jena;code-bbb");

            ImportReport second =
                    side.take("Name;Organisation;Ticketcode", "Eva Schmidt;Gera;code-bbb", "Jan Kurz;Jena;code-aaa");

            assertThat(second.asked()).isEqualTo(2);
            assertThat(second.questions()).extracting(ImportReport.Question::id).containsExactly("codes-swapped");
            assertThat(side.holder("code-aaa")).isEqualTo("Eva Schmidt");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveTwoNamesakesTwoAndAskAboutTheSameNameInAnotherList(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.take("Key;Name;Organisation", "K1;Andreas Müller;MI", "K2;Andreas Müller;MI");

            assertThat(side.take("Key;Name;Organisation", "K1;Andreas Müller;MI", "K2;Andreas Müller;MI")
                            .unchanged())
                    .isEqualTo(2);
            assertThat(side.take("Name;Organisation", "Andreas Müller;MI").asked())
                    .isEqualTo(1);
            assertThat(side.answered(List.of("same-person:same"), "Name;Organisation", "Andreas Müller;MI")
                            .unchanged())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writeNothingBeforeAColumnAboutAdmissionIsUnderstood(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            String[] list = {"Name;Status", "Eva Schmidt;Ehrengast", "Jan Kurz;storniert"};

            assertThatThrownBy(() -> side.take(list)).isInstanceOfSatisfying(Rejected.class, refused -> {
                assertThat(refused.reason()).isEqualTo(RejectionReason.UNANSWERED);
                assertThat(refused.remedy().english())
                        .contains("answer=value.status.ehrengast:confirmed|waitlisted|cancelled|blocked");
            });
            assertThat(side.people()).isEmpty();
            assertThat(side.answered(List.of("value.status.ehrengast:confirmed"), list)
                            .added())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takeAnImportBackAsAWhole(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera");
            ImportReport second = side.take(
                    "Key;Name;Organisation;Ticketcode", "K1;Eva Schmidt;Stadt Gera;code-aaa", "K2;Jan Kurz;Jena;");

            side.importUndo.undo(EVENT, Objects.requireNonNull(second.importId()));
            side.importUndo.undo(EVENT, second.importId());

            assertThat(side.people()).containsExactly("Eva Schmidt, Gera");
            assertThat(side.holder("code-aaa")).isEqualTo("nobody");
            assertThat(side.importUndo.imports(EVENT)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takeNothingBackOnceSomebodyWasChangedSince(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            ImportReport first = side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera", "K2;Jan Kurz;Jena");
            side.take("Key;Name;Organisation", "K1;Eva Schmidt;Stadt Gera");

            assertThatThrownBy(() -> side.importUndo.undo(EVENT, Objects.requireNonNull(first.importId())))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RejectionReason.CONFLICT));
            assertThat(side.people()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takeNothingBackOnceSomebodyWasAtADoor(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            ImportReport first = side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera");
            side.seenAtADoor = true;

            assertThatThrownBy(() -> side.importUndo.undo(EVENT, Objects.requireNonNull(first.importId())))
                    .hasRootCauseInstanceOf(Rejected.class);
            assertThat(side.people()).hasSize(1);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ListCasesTest.class.getResourceAsStream("cases/" + file), file)) {
            return in.readAllBytes();
        }
    }
}
