package org.einlass.server.it;

import java.util.UUID;

/** What the tests send. */
final class Samples {
    static final String EVENT = """
            {"title": {"german": "Digitales Thüringen 2022", "english": "Digital Thuringia 2022"},
             "zone": "Europe/Berlin", "phase": "LIVE", "firstDay": "2022-07-04", "opens": "08:00",
             "place": {"german": "Arena Erfurt, Mozartallee 3, 99096 Erfurt", "english": "Arena Erfurt"},
             "hotline": "+49 361 5550100",
             "programmes": [
               {"id": "egk", "title": {"german": "E-Government-Kongress", "english": "E-government congress"}},
               {"id": "itls", "title": {"german": "IT-Leistungsschau", "english": "IT show"}}],
             "categories": [
               {"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"}, "colour": "#1d5a96",
                "countsAsVisitor": true},
               {"id": "team", "title": {"german": "Team", "english": "Crew"}, "colour": "#444444",
                "countsAsVisitor": false}],
             "areas": [{"id": "arena", "title": {"german": "Arena", "english": "Arena"}, "permitted": 900}],
             "doors": [
               {"id": "main", "title": {"german": "Haupteingang", "english": "Main entrance"}, "area": "arena",
                "prints": true},
               {"id": "once", "title": {"german": "Abendempfang", "english": "Reception"}, "area": "arena",
                "scope": "reception", "rule": {"repetition": "ONCE"}}]}
            """;

    static final String LIST = """
            Schlüssel;Vorname;Nachname;Organisation;Sektor;Programme;Ticketcode;Kategorie
            A1;Jördis;Müller-Lüdenscheidt;Thüringer Finanzministerium;Land;egk|itls;SHOP-1;
            A2;Ömer;Çelik;Stadt Erfurt;Kommune;egk;SHOP-2;Teilnehmer
            A3;Đặng;Thị Mai;"Dienstleister ""Nord"" GmbH";Wirtschaft;itls;SHOP-3;Team
            """;

    private Samples() {}

    static String question(UUID id, String door, String code) {
        return """
                {"id": "%s", "door": "%s", "code": "%s",
                 "time": {"wall": "2022-07-04T07:00:00Z", "boot": "%s", "monotonic": "PT5S"}}
                """.formatted(id, door, code, new UUID(7, 7));
    }
}
