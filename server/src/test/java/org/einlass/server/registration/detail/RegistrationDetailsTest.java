package org.einlass.server.registration.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.change.RegistrationEdit;
import org.einlass.server.registration.change.TwinService;
import org.einlass.server.registration.imports.ImportServices;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only staff, organisers and the press office are told of a registration. */
final class RegistrationDetailsTest {
    private static final EventId EVENT = ImportServices.EVENT;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneOffset.UTC);
    private static final String BY = "anna";

    @TempDir
    Path folder;

    private static RegistrationChangeService people(ImportServices side) {
        return new RegistrationChangeService(side.store(), side.issuer(), (handle, event, one) -> false, CLOCK);
    }

    private static List<Registration> all(ImportServices side) {
        return side.store().read(handle -> RegistrationTable.page(handle, EVENT, "", null, 10));
    }

    private static Registration of(ImportServices side, String familyName) {
        return all(side).stream()
                .filter(one -> one.particulars().attendee().familyName().equals(familyName))
                .findFirst()
                .orElseThrow();
    }

    private static RegistrationDetails details(Set<AccessNeed> needs, boolean consent) {
        return new RegistrationDetails("Gera", null, needs, consent, "ruft vorher an", Map.of("Menü", "vegan"), "");
    }

    private static int rowsWith(ImportServices side, String table, String text) {
        return side.store()
                .read(handle -> handle.createQuery(
                                "select count(*) from " + table + " where before like '%" + text + "%'")
                        .mapTo(Integer.class)
                        .one());
    }

    @ParameterizedTest
    @EnumSource
    void keepsAccessNeedsHintDelegationAndAnswers(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmid");
            RegistrationChangeService people = people(side);
            RegistrationId eva = all(side).get(0).id();
            RegistrationDetails details = details(Set.of(AccessNeed.WHEELCHAIR, AccessNeed.SEAT), true);

            Registration after = people.change(EVENT, eva, RegistrationEdit.ofDetails(details), null, BY);

            assertThat(after.particulars().details()).isEqualTo(details);
            assertThat(after.version()).isEqualTo(2);
            people.change(EVENT, eva, RegistrationEdit.ofStatus(RegistrationStatus.BLOCKED), null, BY);
            assertThat(people.read(EVENT, eva).particulars().details()).isEqualTo(details);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoAccessNeedsWithoutConsent(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmid");
            RegistrationChangeService people = people(side);
            RegistrationId eva = all(side).get(0).id();
            RegistrationEdit edit = RegistrationEdit.ofDetails(details(Set.of(AccessNeed.SIGHT), false));

            assertThatThrownBy(() -> people.change(EVENT, eva, edit, null, BY))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused -> assertThat(refused.field()).contains("details.accessConsent"));
            assertThat(people.read(EVENT, eva).particulars().details()).isEqualTo(RegistrationDetails.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAccessNeedsEverywhereWithTheConsent(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;Eva Schmid;Gera");
            RegistrationChangeService people = people(side);
            RegistrationId eva = all(side).get(0).id();
            people.change(EVENT, eva, RegistrationEdit.ofDetails(details(Set.of(AccessNeed.SIGHT), true)), null, BY);
            people.change(EVENT, eva, RegistrationEdit.ofStatus(RegistrationStatus.WAITLISTED), null, BY);
            side.take("Key;Name;Organisation", "K1;Eva Schmid;Jena");
            assertThat(rowsWith(side, "registration_changes", "SIGHT")).isPositive();
            assertThat(rowsWith(side, "import_rows", "SIGHT")).isPositive();
            assertThat(people.history(EVENT, eva))
                    .noneMatch(change -> change.toString().contains("SIGHT"));

            people.change(EVENT, eva, RegistrationEdit.ofDetails(details(Set.of(), false)), null, BY);

            assertThat(rowsWith(side, "registration_changes", "SIGHT")).isZero();
            assertThat(rowsWith(side, "import_rows", "SIGHT")).isZero();
            assertThat(people.read(EVENT, eva).particulars().details().accessNeeds())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsTheAccreditationDecideWhoFromThePressMayCome(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmid");
            RegistrationChangeService people = people(side);
            RegistrationId eva = all(side).get(0).id();

            for (Accreditation one : List.of(Accreditation.APPLIED, Accreditation.ACCREDITED, Accreditation.REFUSED)) {
                RegistrationDetails press = new RegistrationDetails("", one, Set.of(), false, "", Map.of(), "");
                Registration after = people.change(EVENT, eva, RegistrationEdit.ofDetails(press), null, BY);

                assertThat(after.particulars().status()).isEqualTo(one.status());
                assertThat(one.sentence().german()).contains("kkredit");
                assertThat(one.sentence().english()).containsIgnoringCase("accredit");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void handsOnlyTheDelegationToASubstitute(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmid");
            RegistrationChangeService people = people(side);
            RegistrationId eva = all(side).get(0).id();
            people.change(EVENT, eva, RegistrationEdit.ofDetails(details(Set.of(AccessNeed.SIGHT), true)), null, BY);

            Registration heir = people.substitute(EVENT, eva, Attendee.of("Jan", "Kurz", "Gera"), BY);

            assertThat(heir.particulars().details()).isEqualTo(RegistrationDetails.NONE.withDelegation("Gera"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheNeedsOfBothTwinsOfTheOneThatRemains(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;Eva Schmid;Gera", "K2;Eva Schmid;Gera");
            RegistrationChangeService people = people(side);
            TwinService twins = new TwinService(side.store(), side.issuer(), CLOCK);
            RegistrationId one = all(side).get(0).id();
            RegistrationId other = all(side).get(1).id();
            people.change(EVENT, other, RegistrationEdit.ofDetails(details(Set.of(AccessNeed.SIGHT), true)), null, BY);

            Registration merged = twins.merge(EVENT, one, other, null, BY);
            assertThat(merged.particulars().details().accessNeeds()).containsExactly(AccessNeed.SIGHT);

            twins.split(EVENT, other, BY);
            assertThat(people.read(EVENT, one).particulars().details()).isEqualTo(RegistrationDetails.NONE);
            assertThat(people.read(EVENT, other).particulars().details().accessNeeds())
                    .containsExactly(AccessNeed.SIGHT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusedPhotographsStayRefusedWhenTwinsAreMerged(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(
                    "Key;Name;Organisation;Fotos",
                    "K1;Eva Schmid;Gera;ja",
                    "K2;Eva Schmid;Gera;nein",
                    "K3;Jan Kurz;Gera;ja",
                    "K4;Jan Kurz;Gera;nein");
            TwinService twins = new TwinService(side.store(), side.issuer(), CLOCK);
            List<Registration> evas = namesakes(side, "Schmid");
            List<Registration> jans = namesakes(side, "Kurz");
            RegistrationId cancelled = jans.get(1).id();
            people(side).change(EVENT, cancelled, RegistrationEdit.ofStatus(RegistrationStatus.CANCELLED), null, BY);

            Registration eva = twins.merge(EVENT, evas.get(0).id(), evas.get(1).id(), null, BY);
            Registration jan = twins.merge(EVENT, jans.get(0).id(), cancelled, null, BY);

            assertThat(eva.particulars().attendee().photoConsent()).isEqualTo(PhotoConsent.NO);
            assertThat(jan.particulars().attendee().photoConsent())
                    .as("a cancelled twin refused")
                    .isEqualTo(PhotoConsent.NO);
            twins.split(EVENT, evas.get(1).id(), BY);
            assertThat(people(side)
                            .read(EVENT, evas.get(0).id())
                            .particulars()
                            .attendee()
                            .photoConsent())
                    .isEqualTo(PhotoConsent.YES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAMergedTwinsRowWithdrawsIsWithdrawnFromTheOneThatRemains(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            String headings = "Key;Name;Organisation;Fotos;Access needs;Access consent";
            side.take(headings, "K1;Eva Schmid;Gera;ja;;", "K2;Eva Schmid;Gera;ja;Sight;ja");
            TwinService twins = new TwinService(side.store(), side.issuer(), CLOCK);
            RegistrationId remaining = byKey(side, "K1");
            Registration merged = twins.merge(EVENT, remaining, byKey(side, "K2"), null, BY);
            assertThat(merged.particulars().attendee().photoConsent()).isEqualTo(PhotoConsent.YES);
            assertThat(merged.particulars().details().accessNeeds()).containsExactly(AccessNeed.SIGHT);

            side.take(headings, "K2;Eva Schmid;Gera;nein;;nein");

            Registration after = people(side).read(EVENT, remaining);
            assertThat(after.particulars().attendee().photoConsent()).isEqualTo(PhotoConsent.NO);
            assertThat(after.particulars().details().accessNeeds()).isEmpty();
            assertThat(rowsWith(side, "registration_changes", "SIGHT")).isZero();
        }
    }

    private static RegistrationId byKey(ImportServices side, String key) {
        return all(side).stream()
                .filter(one -> key.equals(one.ownKey()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Those who agreed to photographs first. */
    private static List<Registration> namesakes(ImportServices side, String familyName) {
        return all(side).stream()
                .filter(one -> one.particulars().attendee().familyName().equals(familyName))
                .sorted(Comparator.comparing((Registration one) ->
                                one.particulars().attendee().photographs())
                        .reversed())
                .toList();
    }

    @Test
    void needsOfARegistrationWithoutConsentGoToNobody() {
        RegistrationDetails merged =
                details(Set.of(AccessNeed.SIGHT), false).with(details(Set.of(AccessNeed.SEAT), true));

        assertThat(merged.accessNeeds()).containsExactly(AccessNeed.SEAT);
        assertThat(merged.accessConsent()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aListNeedsBothColumnsToSetAccessNeedsAndEitherToTakeThemAway(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            String both = "Key;Name;Unterstützungsbedarf;Einwilligung Unterstützungsbedarf";
            side.take(both, "K1;Eva Schmid;Rollstuhl;ja", "K2;Jan Kurz;blind;ja");

            side.take("Key;Name;Unterstützungsbedarf", "K1;Eva Schmid;Sitzplatz", "K2;Jan Kurz;");
            assertThat(needs(side, "Schmid")).containsExactly(AccessNeed.WHEELCHAIR);
            assertThat(needs(side, "Kurz")).containsExactly(AccessNeed.SIGHT);
            side.take("Key;Name;Einwilligung Unterstützungsbedarf", "K1;Eva Schmid;ja", "K2;Jan Kurz;");
            assertThat(needs(side, "Schmid")).containsExactly(AccessNeed.WHEELCHAIR);
            assertThat(needs(side, "Kurz")).containsExactly(AccessNeed.SIGHT);

            side.take("Key;Name;Einwilligung Unterstützungsbedarf", "K1;Eva Schmid;nein", "K2;Jan Kurz;ja");
            assertThat(of(side, "Schmid").particulars().details()).isEqualTo(RegistrationDetails.NONE);
            side.take("Key;Name;Unterstützungsbedarf", "K1;Eva Schmid;", "K2;Jan Kurz;keine");
            assertThat(of(side, "Kurz").particulars().details()).isEqualTo(RegistrationDetails.NONE);
        }
    }

    private static Set<AccessNeed> needs(ImportServices side, String familyName) {
        return of(side, familyName).particulars().details().accessNeeds();
    }

    @ParameterizedTest
    @EnumSource
    void aWithdrawalByListIsForgottenEverywhere(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;Eva Schmid;Gera");
            RegistrationChangeService people = people(side);
            RegistrationId eva = all(side).get(0).id();
            people.change(EVENT, eva, RegistrationEdit.ofDetails(details(Set.of(AccessNeed.SIGHT), true)), null, BY);
            people.change(EVENT, eva, RegistrationEdit.ofStatus(RegistrationStatus.WAITLISTED), null, BY);
            assertThat(rowsWith(side, "registration_changes", "SIGHT")).isPositive();

            ImportReport report = side.take("Key;Name;Einwilligung Unterstützungsbedarf", "K1;Eva Schmid;nein");

            assertThat(rowsWith(side, "registration_changes", "SIGHT")).isZero();
            assertThat(rowsWith(side, "import_rows", "SIGHT")).isZero();
            side.undoing().undo(EVENT, Objects.requireNonNull(report.importId()));
            assertThat(needs(side, "Schmid")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWithdrawalByListHoldsForMergedRegistrationsToo(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Organisation", "K1;Eva Schmid;Gera", "K2;Eva Schmid;Gera");
            TwinService twins = new TwinService(side.store(), side.issuer(), CLOCK);
            RegistrationId one = all(side).get(0).id();
            people(side)
                    .change(EVENT, one, RegistrationEdit.ofDetails(details(Set.of(AccessNeed.SIGHT), true)), null, BY);
            Registration merged = twins.merge(EVENT, one, all(side).get(1).id(), null, BY);

            side.take("Key;Name;Einwilligung Unterstützungsbedarf", merged.ownKey() + ";Eva Schmid;nein");

            assertThat(people(side).read(EVENT, one).particulars().details().accessNeeds())
                    .isEmpty();
            assertThat(rowsWith(side, "registration_changes", "SIGHT")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void comesInWithAListAndGoesWithItsUndoing(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmid", "K2;Jan Kurz");

            ImportReport report = side.answered(
                    List.of("map.menu:question", "map.akkreditierung:status"),
                    "Key;Name;Delegation;Unterstützungsbedarf;Einwilligung Unterstützungsbedarf;"
                            + "Hinweis für das Team;Menü;Akkreditierung",
                    "K1;Eva Schmid;Stadt Gera;Rollstuhl, Sitzplatz;ja;bringt Technik;vegan;beantragt",
                    "K2;Jan Kurz;;blind;;;;akkreditiert");

            assertThat(report.updated()).isEqualTo(2);
            assertThat(report.warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.reason()).contains("consent"));
            Registration eva = of(side, "Schmid");
            assertThat(eva.particulars().details())
                    .usingRecursiveComparison()
                    .isEqualTo(new RegistrationDetails(
                            "Stadt Gera",
                            Accreditation.APPLIED,
                            Set.of(AccessNeed.WHEELCHAIR, AccessNeed.SEAT),
                            true,
                            "bringt Technik",
                            Map.of("Menü", "vegan"),
                            ""));
            assertThat(eva.particulars().status()).isEqualTo(RegistrationStatus.WAITLISTED);
            RegistrationDetails jan = of(side, "Kurz").particulars().details();
            assertThat(jan.accreditation()).isEqualTo(Accreditation.ACCREDITED);
            assertThat(jan.accessNeeds()).isEmpty();

            side.undoing().undo(EVENT, Objects.requireNonNull(report.importId()));
            assertThat(all(side))
                    .allSatisfy(one -> assertThat(one.particulars().details()).isEqualTo(RegistrationDetails.NONE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheTelephoneNumberThatAListTellsUntilItIsUndone(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Handy", "K1;Eva Schmid;0170 4711", "K2;Jan Kurz;");

            ImportReport report =
                    side.take("Key;Name;Tel.", "K1;Eva Schmid;+49 361 4711-12", "K2;Jan Kurz;bitte per Mail");

            assertThat(report.updated()).isEqualTo(1);
            assertThat(report.warnings())
                    .singleElement()
                    .satisfies(warning ->
                            assertThat(warning.reason()).isEqualTo("This is no telephone number; it is not kept."));
            assertThat(phones(side)).containsExactly("+49 361 4711-12");
            side.take("Key;Name;Tel.", "K1;Eva Schmid;", "K2;Jan Kurz;");
            assertThat(phones(side)).as("an empty field tells nothing").containsExactly("+49 361 4711-12");
            Registration eva = of(side, "Schmid");
            assertThat(eva.forOthersThanStaff().particulars().details().phone()).isEmpty();

            side.undoing().undo(EVENT, Objects.requireNonNull(report.importId()));
            assertThat(phones(side)).containsExactly("0170 4711");
        }
    }

    private static Collection<String> phones(ImportServices side) {
        return side.store().read(handle -> DetailTable.phones(handle, EVENT)).values();
    }

    @Test
    void anAnswerLeavesAllElseAsItWasAndOneQuestionTooManyStaysOut() {
        RegistrationDetails details = RegistrationDetails.NONE.withPhone("+49 361 555");
        for (int question = 1; question <= RegistrationDetails.MOST_ANSWERS + 1; question++) {
            details = details.withAnswer("Frage " + question, "ja");
        }

        assertThat(details.phone()).isEqualTo("+49 361 555");
        assertThat(details.answers())
                .hasSize(RegistrationDetails.MOST_ANSWERS)
                .containsKey("Frage 50")
                .doesNotContainKey("Frage 51");
        assertThat(details.withAnswer("Frage 50", "nein").answers()).containsEntry("Frage 50", "nein");
    }
}
