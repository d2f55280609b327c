package org.einlass.server.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.contract.code.ExternalCode;
import org.einlass.server.registration.Sameness;

/** The rows of a list that can be registered, and the faults of those that cannot. */
final class Candidates {
    private final RegistrationList list;
    private final RowReading reading;
    private final List<Candidate> accepted = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<Sameness, Long> people = new HashMap<>();
    private final Map<ExternalCode, Long> codes = new HashMap<>();

    Candidates(RegistrationList list, EventWords words) {
        this.list = list;
        this.reading = new RowReading(words);
        this.faults.addAll(list.faults());
        list.rows().forEach(this::take);
    }

    List<Candidate> accepted() {
        return List.copyOf(accepted);
    }

    List<RowFault> faults() {
        return List.copyOf(faults);
    }

    private void take(Row row) {
        try {
            Candidate candidate = reading.read(row);
            refuseSecondRow(candidate);
            refuseSecondCode(candidate);
            accepted.add(candidate);
        } catch (RowFaultException e) {
            faults.add(e.in(row, list.headings()));
        }
    }

    private void refuseSecondRow(Candidate candidate) {
        Long earlier = people.putIfAbsent(candidate.sameness(), candidate.line());
        if (earlier == null) {
            return;
        }
        boolean keyed = candidate.sameness().kind() == Sameness.Kind.OWN_KEY;
        throw new RowFaultException(
                keyed ? Column.KEY : Column.FAMILY_NAME,
                new Wording(
                        (keyed ? "Dieselbe Kennung" : "Dieselbe Person derselben Organisation")
                                + " steht schon in Zeile " + earlier + ".",
                        (keyed ? "The same key" : "The same person of the same organisation") + " stands in line "
                                + earlier + " already."),
                new Wording(
                        "Bitte eine der Zeilen entfernen oder verschiedene Kennungen vergeben.",
                        "Remove one of the rows or give them different keys."));
    }

    private void refuseSecondCode(Candidate candidate) {
        ExternalCode code = candidate.external();
        Long earlier = code == null ? null : codes.putIfAbsent(code, candidate.line());
        if (earlier != null) {
            throw new RowFaultException(
                    Column.EXTERNAL_CODE,
                    new Wording(
                            "Derselbe Code steht schon in Zeile " + earlier + ".",
                            "The same code stands in line " + earlier + " already."),
                    new Wording("Bitte jedem einen eigenen Code geben.", "Give each one a code of their own."));
        }
    }
}
