package org.einlass.server.registration.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an undone import leaves behind: nothing that a later list could go wrong by. */
final class ImportUndoTest {
    private static final EventId EVENT = ImportServices.EVENT;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void forgetsTheKeysThatAnUndoneListGave(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Name;E-Mail", "Eva Schmidt;eva@example.org", "Jan Meier;jan@example.org");
            ImportReport shifted =
                    side.take("Key;Name;E-Mail", "17;Jan Meier;jan@example.org", "18;Eva Schmidt;eva@example.org");
            assertThat(shifted.unchanged()).isEqualTo(2);
            side.undoing().undo(EVENT, id(shifted));

            ImportReport right =
                    side.take("Key;Name;E-Mail", "17;Eva Schmidt;eva@example.org", "18;Jan Meier;jan@example.org");

            assertThat(right.unchanged()).isEqualTo(2);
            assertThat(side.people()).containsExactly("Eva Schmidt, ", "Jan Meier, ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsTheMailAddressesThatAnUndoneListGave(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;E-Mail", "K1;Eva Schmidt;first@example.org");
            ImportReport wrong = side.take("Key;Name;E-Mail", "K1;Eva Schmidt;wrong@example.org");
            side.undoing().undo(EVENT, id(wrong));

            assertThat(side.take("Name;E-Mail", "Eva Schmidt;first@example.org").unchanged())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesACodeThatALaterListGaveToSomebodyElse(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name", "K1;Eva Schmidt", "K2;Jan Kurz");
            ImportReport linking = side.take("Key;Name;Ticketcode", "K1;Eva Schmidt;code-xxx", "K2;Jan Kurz;");
            side.answered(
                    List.of("keys-disagree:move"), "Key;Name;Ticketcode", "K1;Eva Schmidt;", "K2;Jan Kurz;code-xxx");
            assertThat(side.holder("code-xxx")).isEqualTo("Jan Kurz");

            assertThatThrownBy(() -> side.undoing().undo(EVENT, id(linking)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("changed afterwards");
            assertThat(side.holder("code-xxx")).isEqualTo("Jan Kurz");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhomALaterListGaveACodeOrAKey(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ImportReport first = side.take("Name;E-Mail", "Eva Schmidt;eva@example.org");
            ImportReport second = side.take("Key;Name;E-Mail;Ticketcode", "K1;Eva Schmidt;eva@example.org;code-xxx");

            assertThatThrownBy(() -> side.undoing().undo(EVENT, id(first))).isInstanceOf(Rejected.class);
            assertThat(side.holder("code-xxx")).isEqualTo("Eva Schmidt");

            side.undoing().undo(EVENT, id(second));
            side.undoing().undo(EVENT, id(first));
            assertThat(side.people()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void undoesOneImportAfterTheOtherAsItsRemedySays(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ImportReport first = side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera");
            ImportReport second = side.take("Key;Name;Organisation", "K1;Eva Schmidt;Jena");
            assertThatThrownBy(() -> side.undoing().undo(EVENT, id(first))).isInstanceOf(Rejected.class);

            side.undoing().undo(EVENT, id(second));
            assertThat(side.people()).containsExactly("Eva Schmidt, Gera");
            side.undoing().undo(EVENT, id(first));

            assertThat(side.people()).isEmpty();
        }
    }

    private static String id(ImportReport report) {
        return Objects.requireNonNull(report.importId());
    }
}
