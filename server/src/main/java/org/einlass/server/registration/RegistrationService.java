package org.einlass.server.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.search.NameFolding;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells organisers who is registered. Any thread may call it. */
public final class RegistrationService {
    private static final int MOST = 500;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Store store;

    public RegistrationService(Store store) {
        this.store = store;
    }

    /**
     * One page in the order of ids.
     *
     * @param after the cursor that the page before named, or an empty text
     * @param key only the registration with this key of the organiser's
     * @param most 1 to {@value #MOST} registrations; anything else is taken as the nearest of them
     */
    public RegistrationPage page(EventId event, String after, @Nullable String key, int most) {
        int size = Math.max(1, Math.min(MOST, most));
        return store.read(handle -> page(handle, event, after, key, size));
    }

    /**
     * Finds registrations by words of their names and organisations, however umlauts and capitals are
     * written.
     *
     * @param text every word of it must begin a word of the registration; empty for all
     * @param status only those that stand there; absent for all
     * @param from how many are skipped
     * @param most how many are told
     */
    public RegistrationMatches search(
            EventId event, String text, @Nullable RegistrationStatus status, int from, int most) {
        List<String> words = words(text);
        List<RegistrationMatches.Line> found = store
                .read(handle -> {
                    EventTable.checkKnown(handle, event);
                    return RegistrationTable.lines(handle, event);
                })
                .stream()
                .filter(line -> status == null || line.status() == status)
                .filter(line -> words.isEmpty() || matches(line, words))
                .map(line -> Map.entry(NameFolding.fold(line.familyName() + " " + line.givenName()), line))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        int begin = Math.min(Math.max(0, from), found.size());
        return new RegistrationMatches(
                found.size(), found.subList(begin, Math.min(found.size(), begin + Math.max(0, most))));
    }

    private static boolean matches(RegistrationMatches.Line line, List<String> words) {
        List<String> own = words(line.familyName() + " " + line.givenName() + " " + line.organisation());
        return words.stream().allMatch(word -> own.stream().anyMatch(one -> one.startsWith(word)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(NameFolding.fold(text), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A registration. @throws Rejected where the event has no such registration */
    public Registration find(EventId event, RegistrationId id) {
        return store.read(handle -> RegistrationTable.find(handle, event, id))
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_REGISTRATION));
    }

    /** The codes of a registration as people may see them, the newest first. */
    public List<CodeTable.Line> codes(EventId event, RegistrationId id) {
        return store.read(handle -> CodeTable.lines(handle, event, id));
    }

    private static RegistrationPage page(Handle handle, EventId event, String after, @Nullable String key, int size) {
        EventTable.checkKnown(handle, event);
        List<Registration> found = RegistrationTable.page(handle, event, after, key, size + 1);
        boolean last = found.size() <= size;
        List<Registration> page = last ? found : found.subList(0, size);
        return new RegistrationPage(page, last ? null : page.get(size - 1).id().toString());
    }
}
