package org.einlass.contract.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.einlass.quality.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameFoldingTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßåøæłşığđčřžńęéáöüaaeeuuoo";

    @ParameterizedTest
    @CsvSource({
        "Müller, Mueller",
        "MÜLLER, muller",
        "Groß, GROSS",
        "Goethe, Göthe",
        "Sørensen, Soerensen",
        "Åse, Aase",
        "Łukasz, lukasz",
        "Hřebíček, hrebicek",
        "IŞIK, işık",
        "İbrahim, ibrahim",
        "Nguyễn, nguyen",
        "Đặng, dang",
        "Þórdís, thordis",
        "Kærgaard, kargard",
        "Ștefan, stefan",
    })
    void bringsSpellingsOfOneNameToOneForm(String one, String other) {
        assertThat(NameFolding.fold(one)).isEqualTo(NameFolding.fold(other));
    }

    @Test
    void foldsADecomposedNameLikeAComposedOne() {
        assertThat(NameFolding.words("Mu\u0308ller")).isEqualTo(NameFolding.words("Müller"));
    }

    @Test
    void partsWordsAtHyphensApostrophesAndBlanks() {
        assertThat(NameFolding.words("Müller-Lüdenscheidt, Jürgen O’Brien"))
                .containsExactly("müller", "lüdenscheidt", "jürgen", "o", "brien");
        assertThat(NameFolding.compounds("O'Brien Eva")).containsExactly(List.of("o", "brien"), List.of("eva"));
        assertThat(NameFolding.words(" -- .,")).isEmpty();
    }

    @Test
    void foldsTheBeginningOfANameToTheBeginningOfTheFoldedName() {
        Seeds.each(300, chance -> {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                name.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
            }

            String whole = NameFolding.fold(name.toString());

            for (int typed = 0; typed <= name.length(); typed++) {
                assertThat(whole).startsWith(NameFolding.fold(name.substring(0, typed)));
            }
        });
    }
}
