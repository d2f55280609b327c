package org.einlass.contract.search;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;

/** Invented people as they come to a German congress: many with usual names, many more with rare ones. */
final class SearchCrowd {
    static final EventSalt SALT = new EventSalt("00112233445566778899aabbccddeeff");

    private static final List<String> TITLES =
            List.of("", "", "", "", "", "Dr.", "Dr.", "Prof. Dr.", "Dipl.-Ing.", "MdL");
    private static final List<String> PARTICLES = List.of("von", "von der", "van", "van den", "de", "zu", "di");
    private static final List<String> GIVEN = words("""
            Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred
            Gerhard Hans Bernd Thorsten Mathias Helmut Walter Heinz Martin Jörg Rolf Jens Sven Alexander Jan Rainer Holger
            Karl Dirk Joachim Ralf Carsten Herbert Oliver Wilhelm Kurt Markus Heinrich Harald Paul Marcel Robert Tobias Maria
            Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia Susanne Gabriele
            Christa Christine Hildegard Anna Birgit Barbara Gerda Martina Angelika Irmgard Cornelia Annette Heike Silke Ute
            Jutta Katrin Nicole Anja Tanja Julia Stefanie Melanie Hans-Peter Karl-Heinz Anne-Marie Eva-Maria Björn Søren Łukasz
            Paweł Małgorzata Agnieszka Jiří Tomáš Božena Mehmet Ayşe Gülsen İbrahim Fatma Minh Thị Đức Linh Nguyệt Åsa Håkon Lars
            François Chloé José Ángel María João Ştefan Željko Đorđe Zsófia Siobhán Michal Manuel Joel Johanna Hannah Sophie
            """);
    private static final List<String> FAMILIES = words("""
            Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
            Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann
            Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn
            Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon
            Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas
            Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff
            Pfeiffer Nowak Kowalski Wiśniewski Wójcik Zieliński Novák Svoboda Dvořák Černý Yılmaz Kaya Demir Şahin Çelik Öztürk
            Nguyễn Trần Lê Phạm Hoàng Đặng Hansen Johansson Andersson Lindström Bjørnsen Kjærgaard García Rodríguez González
            Gonçalves Silva Rossi Esposito Popescu Ionescu Kovács Szabó Nagy Horvat Petrović Jović O'Brien O'Neill Smith Jones
            Müller-Schmidt Meyer-Lange Schulze-Becker Meyerhoff Maierhofer Grünwald Löffler Kröger Strauß Preuß Heß Voß Reuß Thieß
            """);
    private static final List<String> BEGINNINGS = words("""
            Ober Nieder Schön Grün Stein Wald Feld Berg Bach Lind Eich Buch Rosen Hohen Lang Kurz Breit Schwarz Weiß Roth Gold
            Silber Eisen Kupfer Hammer Mühl Brunn Kirch Stadt Dorf Burg Hof Haus Winter Sommer Herbst Oster Wester Sonn Mond Stern
            Wolfs Bären Hirsch Falken Adler Reiher Fisch Korn Hafer Gersten Wein Apfel Birn Nuss Dorn Heide Moor Sand Kreuz Glock
            Küh Schäf Zieg Pferd Ross Füchs Häs Rüb Krö Möll Döb Lütt Kött Gröb Brück Strö Schnö Quitt Tann Fichten Ahorn Ulm
            """);
    private static final List<String> ENDINGS = words("""
            mann bauer hofer berger meier müller maier huber wald feld bach stein berg burg dorf haus hausen rode leben thal wiese
            acker garten kamp horst brink brock büttel stedt städt mühle moser reuter ritter koch schmied eder inger ling icke ke el
            le er ner ler ker ich itz nitz witz ow in ski czyk kötter kemper schulte jürgen hansen petersen dahl gren quist
            """);
    private static final List<String> PLACES = words("""
            Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover Nürnberg
            Duisburg Bochum Wuppertal Bielefeld Bonn Münster Mannheim Karlsruhe Augsburg Wiesbaden Gelsenkirchen Aachen Kiel
            Chemnitz Halle Magdeburg Freiburg Krefeld Mainz Lübeck Erfurt Oberhausen Rostock Kassel Hagen Potsdam Saarbrücken Gera
            Jena Weimar Göttingen Würzburg Tübingen Ulm Heilbronn Trier Cottbus Zwickau Schwerin Zürich Wien Graz Bern Basel Uelzen
            """);
    private static final List<String> HOUSES = List.of(
            "Stadt %s",
            "Stadtverwaltung %s",
            "Landkreis %s",
            "Universität %s",
            "Technische Universität %s",
            "Hochschule %s",
            "Universitätsklinikum %s",
            "Industrie- und Handelskammer %s",
            "Stadtwerke %s GmbH",
            "Sparkasse %s",
            "Amtsgericht %s",
            "Polizeipräsidium %s",
            "Bezirksregierung %s",
            "Caritasverband %s e.V.");
    private static final List<String> AUTHORITIES = List.of(
            "Bundesministerium des Innern und für Heimat",
            "Bundesministerium der Finanzen",
            "Bundesministerium für Wirtschaft und Klimaschutz",
            "Bundeskriminalamt",
            "Bundesverwaltungsamt",
            "Statistisches Bundesamt",
            "Bundesagentur für Arbeit",
            "Umweltbundesamt",
            "Deutscher Städtetag",
            "Deutsche Bahn AG",
            "Fraunhofer-Institut für Offene Kommunikationssysteme",
            "Ministerium für Inneres und Sport",
            "Sächsische Staatskanzlei",
            "Min. d. Justiz",
            "Landesamt für Umwelt",
            "Nordwind Consulting GmbH",
            "Kleeblatt Software SE",
            "Presseagentur Nord");

    private final Random chance;

    SearchCrowd(long seed) {
        chance = new Random(seed);
    }

    /** One more; the key is the full name. */
    SearchEntry<String> next() {
        String given = one(GIVEN) + (chance.nextInt(6) == 0 ? " " + one(GIVEN) : "");
        String family = chance.nextInt(2) == 0 ? one(FAMILIES) : one(BEGINNINGS) + one(ENDINGS);
        String whole = chance.nextInt(15) == 0 ? family + "-" + one(FAMILIES) : family;
        String place = one(PLACES);
        String organisation = chance.nextInt(3) == 0 ? one(AUTHORITIES) : String.format(one(HOUSES), place);
        Attendee attendee = new Attendee(
                "",
                one(TITLES),
                given,
                chance.nextInt(40) == 0 ? one(PARTICLES) : "",
                whole,
                "",
                organisation,
                chance.nextInt(3) == 0 ? "Referat " + (1 + chance.nextInt(80)) : "",
                "",
                "");
        String mail = NameFolding.fold(given.replace(' ', '-')) + "." + NameFolding.fold(whole) + "@"
                + NameFolding.fold(place) + "-" + chance.nextInt(40) + ".example";
        RegistrationId id = new RegistrationId(new UUID(chance.nextLong(), chance.nextLong()));
        ExternalCode code = new ExternalCode(Long.toString(chance.nextLong() >>> 4, 36));
        return new SearchEntry<>(
                id, attendee, mail, BookingNumber.next(chance), Set.of(SALT.lookupId(code)), attendee.fullName());
    }

    private String one(List<String> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
