package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;

/** Sixty people who do not exist, of many kinds of names, for pictures. Offices and places are real ones. */
public final class InventedPeople {
    /** Title, given name, particle, family name, function, organisation. */
    private static final String PEOPLE = """
            Dr.|Anke||Wiesenthal|Referatsleiterin|Thüringer Finanzministerium
            |Björn||Öztürk|Sachbearbeiter Digitalisierung|Stadt Erfurt
            Prof. Dr.|Charlotte|von der|Heide|Professorin für Verwaltungsinformatik|HTWK Leipzig
            |Dževad||Hadžić||Landratsamt Gotha
            |Eva-Maria||Müller-Lüdenscheidt|Amtsleiterin|Landkreis Saalfeld-Rudolstadt
            |Ferdinand|van|Dijk|Leiter IT|Stadtwerke Jena
            |Gülşen||Yıldırım||Stadt Weimar
            |Håkon||Ångström|Berater|Nordlicht Beratung GmbH
            |Ilse||Kühn|Datenschutzbeauftragte|Thüringer Landesverwaltungsamt
            |Jürgen||Groß||Gemeinde Nesse-Apfelstädt
            Dipl.-Ing.|Karolína||Dvořáková|Projektleiterin|Stadt Suhl
            |Lê Thị||Mai||Universität Erfurt
            |Maximilian|Freiherr von|Tannenfels|Bürgermeister|Stadt Bad Langensalza
            |Nguyễn Văn||Hùng||Ernst-Abbe-Hochschule Jena
            |Ömer||Çelik|Softwareentwickler|ITnet Thüringen e. V.
            |Petra||Schmidt-Schnarrenberger|Abteilungsleiterin|Thüringer Ministerium für Digitales und Infrastruktur
            |Quirin||Baumgärtner||Bundesamt für Sicherheit in der Informationstechnik
            |Renáta||Szabó|Referentin|Sächsisches Staatsministerium der Finanzen
            |Søren||Kjærgaard||Nordlicht Beratung GmbH
            |Tamara||Weiß|Personalratsvorsitzende|Landratsamt Wartburgkreis
            |Ulrich||Zschimmer||Stadt Altenburg
            |Věra||Nováková|Übersetzerin|
            |Walter||Krebs|Kämmerer|Stadt Sonneberg
            |Xenia||Papadopoulou||Universität Leipzig
            |Yannick||Lefèvre|Architekt|Rechenzentrum Mitteldeutschland
            |Zoë||Adler||Stadt Gera
            |Łukasz||Wójcik|Entwickler|Fachverfahren Mitte GmbH
            |Aïcha||Benali||Landesamt für Statistik
            |Bo||Li||Stadt Gera
            MdL|Cornelia||Hartung|Abgeordnete|Thüringer Landtag
            |Detlef||Eisenschmidt|Hausmeister|Arena Erfurt
            |Elżbieta||Kamińska||Sächsische Staatskanzlei
            |Friedrich-Wilhelm||Oberländer|Dezernent|Landkreis Eichsfeld
            |Gudrun||Straßburger||Stadt Nordhausen
            |Hannelore||Pfeffer-Ziegenhals|Leiterin Bürgerservice|Stadt Ilmenau
            |İbrahim||Şahin||Stadt Eisenach
            |Jana||Stoyanova|Werkstudentin|Friedrich-Schiller-Universität Jena
            Dr. rer. nat.|Konrad||Vogelgesang||Landesamt für Umwelt
            |Lieselotte|zu|Sayn|Stiftungsrätin|Kulturstiftung
            |Mareike||Böttcher||Stadt Mühlhausen
            |Naïma||El Amrani|Referentin|Bundesministerium des Innern
            |Ole||Petersen||Dataport
            |Paweł||Zieliński|Vermesser|Landesamt für Bodenmanagement
            |Ruth||Goldmann||Stadt Meiningen
            |Sándor||Kovács|Systemverwalter|Landratsamt Sömmerda
            |Theodora||Ioannidou||Universität Erfurt
            |Uta||Schneewind|Pressesprecherin|Stadt Erfurt
            |Vincenzo||D’Amico|Koch|Arena Erfurt
            |Wiebke||Tjaden||Stadt Arnstadt
            |Yusuf||Demir|Auszubildender|Thüringer Landesrechenzentrum
            |Zdeněk||Procházka||Stadt Zeulenroda-Triebes
            |Annegret||Löwenstein|Gleichstellungsbeauftragte|Landkreis Greiz
            |Bastian||Querfurth||Stadt Apolda
            |Clara||Nußbaum|Studentin|Hochschule Schmalkalden
            |Dörte||Ruhland||Kyffhäuserkreis
            |Emil||Täuber|Rentner|
            |Frauke||Hohenwarter-Brandt|Ministerialrätin|Thüringer Staatskanzlei
            |Géza||Molnár||Landratsamt Hildburghausen
            |Heidrun||Ackermann|Archivarin|Landesarchiv Thüringen
            |Ingo||Fuchs||Gemeinde Geratal
            """;

    private InventedPeople() {}

    /** Their badges; every third a speaker's, every fifth the press's. */
    public static List<Badge> badges() {
        List<Badge> badges = new ArrayList<>();
        for (String line : PEOPLE.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            int place = badges.size();
            CategoryBand band =
                    place % 5 == 4 ? SampleBadges.PRESS : place % 3 == 0 ? SampleBadges.SPEAKER : SampleBadges.ATTENDEE;
            badges.add(SampleBadges.badge(
                    new BadgeName(parts[0], parts[1], parts[2], parts[3], ""), parts[4], parts[5], "", band));
        }
        return badges;
    }
}
