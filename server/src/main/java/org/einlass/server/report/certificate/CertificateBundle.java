package org.einlass.server.report.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.einlass.contract.Wording;
import org.einlass.server.registration.Registration;
import org.einlass.server.report.PlainFileName;
import org.einlass.server.statistics.OrganisationSpellings;

/** Certificates of many, a PDF for each organisation; spellings of one organisation lie in one PDF. */
final class CertificateBundle {
    /** More in one document would take the memory that the doors need. */
    private static final int MOST_IN_ONE_PDF = 500;

    private static final Wording NO_ORGANISATION = new Wording("ohne Organisation", "no organisation");

    private final Map<String, List<Registration>> groups;
    private final Function<List<Registration>, byte[]> pdf;
    private final Locale locale;
    private final OrganisationSpellings spellings;

    /**
     * @param people by organisation and name, at least one
     * @param pdf makes the document of some of them
     */
    CertificateBundle(List<Registration> people, Function<List<Registration>, byte[]> pdf, Locale locale) {
        this.groups = people.stream()
                .collect(Collectors.groupingBy(
                        one -> OrganisationSpellings.key(organisation(one)), LinkedHashMap::new, Collectors.toList()));
        this.pdf = pdf;
        this.locale = locale;
        this.spellings = OrganisationSpellings.of(
                people.stream().map(CertificateBundle::organisation).toList());
    }

    private static String organisation(Registration one) {
        return one.particulars().attendee().organisation();
    }

    /** How many certificates there are. */
    int size() {
        return groups.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Writes a ZIP.
     *
     * @param done is told after each document how many certificates are written
     * @throws IOException where the disk takes no more, or the thread was interrupted
     */
    void write(OutputStream out, IntConsumer done) throws IOException {
        int written = 0;
        int number = 0;
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (List<Registration> group : groups.values()) {
                String spelling = spellings.spelling(organisation(group.get(0)));
                String name =
                        PlainFileName.of(spelling.isEmpty() ? NO_ORGANISATION.in(locale) : spelling, "certificates");
                for (int from = 0; from < group.size(); from += MOST_IN_ONE_PDF) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IOException("The server ends; these certificates are made again after its start.");
                    }
                    List<Registration> part = group.subList(from, Math.min(group.size(), from + MOST_IN_ONE_PDF));
                    zip.putNextEntry(new ZipEntry("%04d-%s.pdf".formatted(++number, name)));
                    zip.write(pdf.apply(part));
                    zip.closeEntry();
                    written += part.size();
                    done.accept(written);
                }
            }
        }
    }
}
