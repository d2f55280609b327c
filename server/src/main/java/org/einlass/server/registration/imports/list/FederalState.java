package org.einlass.server.registration.imports.list;

import org.einlass.contract.Wording;

/** A state of Germany, named by the letters of ISO 3166-2:DE. */
enum FederalState {
    BW("Baden-Württemberg", "Baden-Württemberg"),
    BY("Bayern", "Bavaria"),
    BE("Berlin", "Berlin"),
    BB("Brandenburg", "Brandenburg"),
    HB("Bremen", "Bremen"),
    HH("Hamburg", "Hamburg"),
    HE("Hessen", "Hesse"),
    MV("Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
    NI("Niedersachsen", "Lower Saxony"),
    NW("Nordrhein-Westfalen", "North Rhine-Westphalia"),
    RP("Rheinland-Pfalz", "Rhineland-Palatinate"),
    SL("Saarland", "Saarland"),
    SN("Sachsen", "Saxony"),
    ST("Sachsen-Anhalt", "Saxony-Anhalt"),
    SH("Schleswig-Holstein", "Schleswig-Holstein"),
    TH("Thüringen", "Thuringia");

    private final Wording words;

    FederalState(String german, String english) {
        this.words = new Wording(german, english);
    }

    Wording words() {
        return words;
    }
}
