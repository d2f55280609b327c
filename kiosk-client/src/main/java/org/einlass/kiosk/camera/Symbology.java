package org.einlass.kiosk.camera;

import com.google.zxing.BarcodeFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Kinds of printed codes, as the settings name them. QR codes are always read. */
public enum Symbology {
    QR("qr", BarcodeFormat.QR_CODE),
    CODE_128("code128", BarcodeFormat.CODE_128),
    DATA_MATRIX("datamatrix", BarcodeFormat.DATA_MATRIX),
    AZTEC("aztec", BarcodeFormat.AZTEC),
    PDF_417("pdf417", BarcodeFormat.PDF_417);

    private final String label;
    private final BarcodeFormat format;

    Symbology(String label, BarcodeFormat format) {
        this.label = label;
        this.format = format;
    }

    BarcodeFormat format() {
        return format;
    }

    /**
     * The kinds that a text names, with commas between; QR is among them in any case.
     *
     * @throws IllegalArgumentException where it names an unknown one
     */
    public static Set<Symbology> named(String text) {
        Set<Symbology> named = EnumSet.of(QR);
        for (String label : text.split(",", -1)) {
            named.add(Arrays.stream(values())
                    .filter(one -> one.label.equals(label.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text)));
        }
        return Collections.unmodifiableSet(named);
    }

    /** Those among them that the search for QR codes does not find. */
    static Set<Symbology> others(Collection<Symbology> kinds) {
        Set<Symbology> others = EnumSet.noneOf(Symbology.class);
        others.addAll(kinds);
        others.remove(QR);
        return others;
    }

    @Override
    public String toString() {
        return label;
    }
}
