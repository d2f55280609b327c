package org.einlass.server.registration.imports.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CharsetGuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252 | Vorname;Nachname\\nJörg;Müller\\nAnna;Schäfer
            windows-1252 | Name\\nThérèse Lefèvre\\nHélène Müller
            windows-1252 | Name\\nBjørn Sørensen\\nSøren Ødegård
            windows-1252 | Name\\nJosé Juárez\\nBegoña Muñoz
            windows-1252 | Organisation\\nLandkreis Gotha – Straßenamt\\nFirma „Süd“
            x-MacRoman   | Vorname;Nachname\\nJörg;Müller
            x-MacRoman   | Nachname\\nSchäfer
            x-MacRoman   | Nachname\\nGroß\\nWeiß
            x-MacRoman   | Ort\\nKöln\\nGöttingen\\nOrléans
            IBM850       | Vorname;Nachname\\nJörg;Müller
            IBM850       | Nachname\\nSchäfer
            IBM850       | Nachname\\nGroß\\nWeiß
            IBM850       | Ort\\nMünchen\\nOsnabrück
            windows-1250 | Name\\nAntonín Dvořák\\nJiří Kovář
            windows-1250 | Name\\nŁukasz Wójcik\\nMałgorzata Dąbrowska
            windows-1250 | Name\\nMilan Kovačević\\nJörg Müller
            windows-1250 | Name\\nKovács Győző\\nSzűcs Erzsébet
            windows-1251 | Name;Organisation\\nИван Петров;Stadt Gera\\nАнна Кузнецова;Stadt Jena
            windows-1251 | Имя;Name\\nОльга;Шевченко
            """)
    void findsTheEncodingUnderWhichTheLettersLookLikeNames(String encoding, String text) {
        byte[] file = text.replace("\\n", "\n").getBytes(Charset.forName(encoding));

        assertThat(CharsetGuess.of(file)).contains(Charset.forName(encoding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void findsUtf16WithoutAMark(String encoding) {
        byte[] file = "Vorname;Nachname\nИван;Петров\nJörg;Müller\n".getBytes(Charset.forName(encoding));

        assertThat(CharsetGuess.utf16(file)).contains(Charset.forName(encoding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vorname;Nachname\nJörg;Müller\n", "PK\3\4 no zero byte", "Nachname\nM\0"})
    void takesNothingElseForUtf16(String text) {
        assertThat(CharsetGuess.utf16(text.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"macintosh,x-MacRoman", "iso-8859-1,windows-1252", "CP850,IBM850", "utf-8,UTF-8"})
    void knowsEncodingsByTheNamesOfTheWeb(String name, String encoding) {
        assertThat(CharsetGuess.named(name)).contains(Charset.forName(encoding));
        assertThat(CharsetGuess.named("no such thing")).isEmpty();
        assertThat(CharsetGuess.of("Müller".getBytes(StandardCharsets.UTF_8))).contains(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            J&ouml;rg &amp; M&amp;#252;ller | Jörg & Müller
            AT&T; R&D; &unknown;            | AT&T; R&D; &unknown;
            &#x141;&oacute;d&#378;          | Łódź
            """)
    void readsEntities(String written, String meant) {
        assertThat(HtmlEntities.restore(HtmlEntities.decode(written))).isEqualTo(meant);
    }
}
