package org.einlass.server.registration.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that come one after the other: who is who, who is gone, what is asked, and how it is taken back. */
final class ListCasesTest {
    private static final EventId EVENT = ImportServices.EVENT;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void renameWhoeverHoldsTheSameCode(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
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
        try (ImportServices side = new ImportServices(database, folder)) {
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
        try (ImportServices side = new ImportServices(database, folder)) {
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
        try (ImportServices side = new ImportServices(database, folder)) {
            side.takeCase("26-nfd/1.csv");

            assertThat(side.takeCase("26-nfd/2.csv").unchanged()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void proposeTheSamePersonForACorrectedNameOrOrganisation(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.takeCase("30-organisation-renamed/1.csv");

            ImportReport second = side.takeCase("30-organisation-renamed/2.csv");
            assertThat(second.questions()).singleElement().satisfies(question -> {
                assertThat(question.id()).isEqualTo("look-alike");
                assertThat(question.lines()).containsExactly(2L, 3L);
            });
            assertThat(side.people()).hasSize(2);

            ImportReport third = side.take(
                    false,
                    List.of("look-alike:same", "look-alike.3:new"),
                    ImportServices.bytes("30-organisation-renamed/2.csv"));
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
        try (ImportServices side = new ImportServices(database, folder)) {
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
        try (ImportServices side = new ImportServices(database, folder)) {
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
        try (ImportServices side = new ImportServices(database, folder)) {
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
    void letCodesFollowThePeopleWhereTheOrganiserSaysSoAndUndoIt(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name;Organisation;Ticketcode", "Eva Schmidt;Gera;code-aaa", "Jan Kurz;Jena;code-bbb");

            ImportReport second = side.answered(
                    List.of("codes-swapped:move"),
                    "Name;Organisation;Ticketcode",
                    "Eva Schmidt;Gera;code-bbb",
                    "Jan Kurz;Jena;code-aaa");
            assertThat(side.holder("code-aaa")).isEqualTo("Jan Kurz");
            assertThat(side.holder("code-bbb")).isEqualTo("Eva Schmidt");

            side.undoing().undo(EVENT, Objects.requireNonNull(second.importId()));
            assertThat(side.holder("code-aaa")).isEqualTo("Eva Schmidt");
        }
    }

    @ParameterizedTest
    @EnumSource
    void giveAnotherKeysCodeToNobodyInSilence(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Ticketcode", "K1;Eva Schmidt;code-aaa");

            assertThat(side.take("Key;Name;Ticketcode", "K2;Jan Kurz;code-aaa").questions())
                    .extracting(ImportReport.Question::id)
                    .contains("keys-disagree");
            assertThat(side.answered(List.of("keys-disagree:move"), "Key;Name;Ticketcode", "K2;Jan Kurz;code-aaa")
                            .added())
                    .isEqualTo(1);
            assertThat(side.holder("code-aaa")).isEqualTo("Jan Kurz");
            assertThat(side.people()).containsExactly("Eva Schmidt, ", "Jan Kurz, ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancelWhoIsGoneOnlyWhereTheOrganiserSaysSoAndUndoIt(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmidt", "K2;Jan Kurz", "K3;Ole Lang");

            assertThat(side.take(true, List.of(), "Key;Name\nK1;Eva Schmidt\nK2;Jan Kurz".getBytes(UTF_8))
                            .questions())
                    .extracting(ImportReport.Question::id)
                    .containsExactly("gone");
            ImportReport cancelling =
                    side.answered(List.of("gone:cancel"), "Key;Name", "K1;Eva Schmidt", "K2;Jan Kurz");
            assertThat(side.statuses()).containsExactly("CANCELLED", "CONFIRMED", "CONFIRMED");

            side.undoing().undo(EVENT, Objects.requireNonNull(cancelling.importId()));
            assertThat(side.statuses()).containsOnly("CONFIRMED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void missNobodyWhoIsRepresented(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmidt", "K2;Jan Kurz");
            represent(side, "Kurz");

            ImportReport second = side.answered(List.of("gone:cancel"), "Key;Name", "K1;Eva Schmidt");

            assertThat(second.gone()).isZero();
            assertThat(side.statuses()).containsExactly("CONFIRMED", "CONFIRMED", "REPRESENTED");
        }
    }

    private static void represent(ImportServices side, String familyName) {
        List<Registration> all = side.store().read(handle -> RegistrationTable.page(handle, EVENT, "", null, 9));
        RegistrationId guest = all.stream()
                .filter(one -> one.particulars().attendee().familyName().equals(familyName))
                .findFirst()
                .orElseThrow()
                .id();
        DoorHistory nobody = (handle, event, one) -> false;
        new RegistrationChangeService(side.store(), side.issuer(), nobody, Clock.systemUTC())
                .substitute(EVENT, guest, Attendee.of("Ole", "Lang", ""), "desk-1");
    }

    @ParameterizedTest
    @EnumSource
    void askNothingTwiceAboutListsOfOneExport(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.answered(
                    List.of("value.status.ehrengast:confirmed", "map.haus:Organisation"),
                    "Name;Haus;Status",
                    "Eva Schmidt;Gera;Ehrengast");

            ImportReport second = side.take("Name;Haus;Status", "Jan Kurz;Jena;Ehrengast");

            assertThat(second.added()).isEqualTo(1);
            assertThat(second.notes()).anySatisfy(note -> assertThat(note).contains("headings of this list are known"));
            assertThat(side.people()).containsExactly("Eva Schmidt, Gera", "Jan Kurz, Jena");
        }
    }

    @ParameterizedTest
    @EnumSource
    void countPlacesWithoutANameAndLetTheNextListNameThem(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;N.N.;Gera", "K2;N. N.;Gera", "K3;Begleitung von Eva;Gera");
            assertThat(side.people()).containsExactly(", Gera", ", Gera", ", Gera");

            ImportReport second =
                    side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera", "K2;folgt;Gera", "K3;NN;Gera");

            assertThat(second.updated()).isEqualTo(1);
            assertThat(second.unchanged()).isEqualTo(2);
            assertThat(side.people()).containsExactly(", Gera", ", Gera", "Eva Schmidt, Gera");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takePeopleFromThePastedLinesOfAMail(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(
                    "Name;Organisation;E-Mail",
                    "Dr. Eva Muster;Stadt Gera;eva@gera.example",
                    "Ole Lang;Suhl;o@suhl.example");

            ImportReport pasted = side.take(
                    "Hallo Frau Meier,",
                    "",
                    "bitte noch diese Personen anmelden:",
                    "- Dr. Eva Muster, Stadt Gera, eva@gera.example",
                    "- Kurz, Jan, Stadt Jena <jan@jena.example>",
                    "3. Prof. Dr. Ida Wart, LL.M.; Universität Jena; ida@uni.example",
                    "* N.N., Stadt Suhl, post@suhl.example",
                    "",
                    "Viele Grüße",
                    "Max");

            assertThat(pasted.added()).isEqualTo(3);
            assertThat(pasted.unchanged()).isEqualTo(1);
            assertThat(pasted.gone()).isZero();
            assertThat(pasted.rejected()).isEmpty();
            assertThat(pasted.notes()).anySatisfy(note -> assertThat(note).contains("line 1, 3, 9, 10"));
            assertThat(side.people())
                    .containsExactly(
                            ", Stadt Suhl",
                            "Dr. Eva Muster, Stadt Gera",
                            "Jan Kurz, Stadt Jena",
                            "Ole Lang, Suhl",
                            "Prof. Dr. LL.M. Ida Wart, Universität Jena");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveTwoNamesakesTwoAndAskAboutTheSameNameInAnotherList(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
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
        try (ImportServices side = new ImportServices(database, folder)) {
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
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera");
            ImportReport second = side.take(
                    "Key;Name;Organisation;Ticketcode", "K1;Eva Schmidt;Stadt Gera;code-aaa", "K2;Jan Kurz;Jena;");

            side.undoing().undo(EVENT, Objects.requireNonNull(second.importId()));
            side.undoing().undo(EVENT, second.importId());

            assertThat(side.people()).containsExactly("Eva Schmidt, Gera");
            assertThat(side.holder("code-aaa")).isEqualTo("nobody");
            assertThat(side.undoing().imports(EVENT)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takeNothingBackOnceSomebodyWasChangedSince(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ImportReport first = side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera", "K2;Jan Kurz;Jena");
            side.take("Key;Name;Organisation", "K1;Eva Schmidt;Stadt Gera");

            assertThatThrownBy(() -> side.undoing().undo(EVENT, Objects.requireNonNull(first.importId())))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RejectionReason.CONFLICT));
            assertThat(side.people()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takeNothingBackOnceSomebodyWasAtADoor(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ImportReport first = side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera");
            side.seenAtADoor();

            assertThatThrownBy(() -> side.undoing().undo(EVENT, Objects.requireNonNull(first.importId())))
                    .isInstanceOf(Rejected.class);
            assertThat(side.people()).hasSize(1);
        }
    }
}
