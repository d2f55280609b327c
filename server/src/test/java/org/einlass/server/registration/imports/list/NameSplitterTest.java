package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameSplitterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
                    Müller-Lüdenscheidt, Dr. Jürgen            | Dr.                  | Jürgen               | ''                    | Müller-Lüdenscheidt
                    Dr. Jürgen Müller-Lüdenscheidt             | Dr.                  | Jürgen               | ''                    | Müller-Lüdenscheidt
                    Dr. Müller-Lüdenscheidt, Jürgen            | Dr.                  | Jürgen               | ''                    | Müller-Lüdenscheidt
                    Müller-Lüdenscheidt, Jürgen, Dr.           | Dr.                  | Jürgen               | ''                    | Müller-Lüdenscheidt
                    Jürgen Müller, MdL                         | MdL                  | Jürgen               | ''                    | Müller
                    Jürgen Müller MdL                          | MdL                  | Jürgen               | ''                    | Müller
                    Zoë Weiß                                   | ''                   | Zoë                  | ''                    | Weiß
                    HANS-DIETER SCHMIDT                        | ''                   | HANS-DIETER          | ''                    | SCHMIDT
                    URSULA VON DER LEYEN                       | ''                   | URSULA               | VON DER               | LEYEN
                    von der Leyen, Ursula                      | ''                   | Ursula               | von der               | Leyen
                    Goethe, Johann Wolfgang von                | ''                   | Johann Wolfgang      | von                   | Goethe
                    Johann Wolfgang von Goethe                 | ''                   | Johann Wolfgang      | von                   | Goethe
                    Ødegård Bjørn van der Sørensen             | ''                   | Ødegård Bjørn        | van der               | Sørensen
                    Siân ap Rhys-Llewellyn                     | ''                   | Siân                 | ap                    | Rhys-Llewellyn
                    Anne-Sophie de la Rochefoucauld-d'Estissac | ''                   | Anne-Sophie          | de la                 | Rochefoucauld-d'Estissac
                    Maximiliane Theodora von und zu Hohenstein | ''                   | Maximiliane Theodora | von und zu            | Hohenstein
                    Karl Freiherr von und zu Hohenfels         | ''                   | Karl                 | Freiherr von und zu   | Hohenfels
                    Hohenfels, Karl Freiherr von und zu        | ''                   | Karl                 | Freiherr von und zu   | Hohenfels
                    Steffi Graf                                | ''                   | Steffi               | ''                    | Graf
                    Prof. Dr.-Ing. habil. Eva Müller           | Prof. Dr.-Ing. habil.| Eva                  | ''                    | Müller
                    Dr. Dr. h. c. mult. Elisabeth von Thüringen| Dr. Dr. h. c. mult.  | Elisabeth            | von                   | Thüringen
                    Dipl.-Verw.-Wiss. (FH) Eva Straßburger     | Dipl.-Verw.-Wiss. (FH)| Eva                 | ''                    | Straßburger
                    Müller Schmidt, Karl Heinz                 | ''                   | Karl Heinz           | ''                    | Müller Schmidt
                    John F. Kennedy                            | ''                   | John F.               | ''                    | Kennedy
                    Ng O                                       | ''                   | Ng                   | ''                    | O
                    Ng                                         | ''                   | ''                   | ''                    | Ng
                    Müller,                                    | ''                   | ''                   | ''                    | Müller
                    Eva Müller, LL.M.                          | LL.M.                | Eva                  | ''                    | Müller
                    Müller, Eva, M.A., Ph.D.                   | M.A. Ph.D.           | Eva                  | ''                    | Müller
                    Jan Kurz, MBA                              | MBA                  | Jan                  | ''                    | Kurz
                    SCHMIDT Eva                                | ''                   | Eva                  | ''                    | SCHMIDT
                    VON DER LEYEN Ursula                       | ''                   | Ursula               | VON DER               | LEYEN
                    Karl Heinz MÜLLER                          | ''                   | Karl Heinz           | ''                    | MÜLLER
                    Ursula von der LEYEN                       | ''                   | Ursula               | von der               | LEYEN
                    von der Leyen Ursula                       | ''                   | Ursula               | von der               | Leyen
                    محمد الحسيني                               | ''                   | محمد                 | ''                    | الحسيني
                    """)
    void takesANameApart(String whole, String title, String given, String particle, String family) {
        NameSplitter parts = NameSplitter.of(whole).orElseThrow();

        assertThat(parts).isEqualTo(new NameSplitter("", title, given, particle, family, ""));
    }

    @Test
    void keepsTheSalutationApart() {
        NameSplitter parts = NameSplitter.of("Frau Prof. Dr. Eva Müller").orElseThrow();

        assertThat(parts).isEqualTo(new NameSplitter("Frau", "Prof. Dr.", "Eva", "", "Müller", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Karl Heinz Müller Schmidt",
                "Anna Maria Müller",
                "Nguyễn Thị Hồng Ánh",
                "Müller, Jürgen, Erfurt",
                "Eva und Jürgen Müller",
                "Eva Müller / Jürgen Schmidt",
                "Eva Müller (Presse)",
                "Eva Schmidt, Gera",
                "Eva Schmidt, Stadt Gera",
                "Eva Schmidt, Leiterin Referat 4",
                "Schmidt, Landratsamt Gotha",
                "von Müller Schmidt Karl",
                "eva.mueller@example.org",
                "Dr.",
                "von",
                ",",
                ", Jürgen",
            })
    void guessesNothingWhereTheFamilyNameIsUncertain(String whole) {
        assertThat(NameSplitter.of(whole)).isEmpty();
    }
}
