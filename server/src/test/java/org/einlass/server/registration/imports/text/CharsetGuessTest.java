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
            windows-1252 | Name\\nSigurður Þórsson\\nGuðrún Björnsdóttir
            windows-1254 | Vorname;Nachname\\nÇağla;Yıldız\\nİbrahim;Öztürk
            windows-1254 | Nachname\\nErdoğan\\nYıldırım
            windows-1257 | Name\\nJānis Bērziņš\\nŽivilė Šimkutė
            IBM852       | Name\\nJiří Dvořák\\nŠárka Nováková
            IBM852       | Name\\nKovács Győző\\nSzűcs Erzsébet
            IBM852       | Name\\nŁukasz Wiśniewski\\nMałgorzata Żółkiewska
            x-MacCentralEurope | Name\\nŁukasz Wiśniewski\\nMałgorzata Żółkiewska
            KOI8-R       | Name\\nИван Петров\\nОльга Смирнова
            ISO-8859-5   | Name\\nИван Петров\\nОльга Смирнова
            IBM866       | Name\\nИван Петров\\nОльга Смирнова
            x-MacCyrillic | Name\\nИван Петров\\nОльга Смирнова
            windows-1253 | Name\\nΓιώργος Παπαδόπουλος\\nΜαρία Ιωάννου
            x-MacRoman   | Name\\nFrançoise Lefèvre\\nJosé Núñez
            IBM850       | Name\\nFrançoise Lefèvre\\nJosé Núñez
            x-MacRoman   | Name\\nJAN MÜLLER\\nÖMER ÄRZTEN
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
            Wa&lstrok;&eogon;sa M&ecaron;sto | Wałęsa Město
            Yi&gbreve;it &Idot;smail &inodot; | Yiğit İsmail ı
            Tő&kgreen;&Odblac;&udblac;       | TőĸŐű
            """)
    void readsEntities(String written, String meant) {
        assertThat(HtmlEntities.restore(HtmlEntities.decode(written))).isEqualTo(meant);
    }
}
