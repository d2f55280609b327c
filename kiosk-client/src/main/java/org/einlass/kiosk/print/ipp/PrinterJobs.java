package org.einlass.kiosk.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.JobState;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one printer, found by number, and after a crash by their names.
 *
 * <p>That a printer does not list a job proves nothing by itself: printers forget finished jobs. It proves
 * that the job never was there only where the printer still lists a finished print of ours that is older.
 */
final class PrinterJobs {
    private static final int MOST_LISTED = 500;
    private static final String USER = "einlass";
    private static final String HIDDEN = "";

    private final URI printer;
    private final IppConnection connection;
    private final Duration patience;
    private final Map<EntryId, Integer> numbers = new HashMap<>();
    /** By number, of jobs that were listed without a name; {@link #HIDDEN} where the printer would not tell. */
    private final TreeMap<Integer, String> names = new TreeMap<>();

    /** @param patience until the printer has answered one question */
    PrinterJobs(URI printer, IppConnection connection, Duration patience) {
        this.printer = printer;
        this.connection = connection;
        this.patience = patience;
    }

    /** The printer has taken a print under this number. */
    void taken(EntryId print, int number) {
        numbers.put(print, number);
    }

    /** What became of a print. */
    JobState state(EntryId print) {
        try {
            Integer number = numbers.get(print);
            JobState state = number == null ? byName(print) : byNumber(print, number);
            if (!state.isOnItsWay() && state != JobState.UNREACHABLE) {
                numbers.remove(print);
            }
            return state;
        } catch (IOException silent) {
            return JobState.UNREACHABLE;
        }
    }

    /** Whether the printer has given a print up, on our word or before. */
    boolean cancel(EntryId print) {
        Integer number = numbers.get(print);
        if (number == null) {
            return false;
        }
        try {
            IppPacket question = IppPacket.cancelJob(printer, number)
                    .putOperationAttributes(Types.requestingUserName.of(USER))
                    .build();
            connection.ask(question, patience);
            return state(print) == JobState.FAILED;
        } catch (IOException silent) {
            return false;
        }
    }

    /** A printer whose memory was wiped gives its numbers anew: what bears another name is somebody else's job. */
    private JobState byNumber(EntryId print, int number) throws IOException {
        IppPacket answer = ask(number);
        AttributeGroup job = isSuccess(answer) ? answer.get(Tag.jobAttributes) : null;
        String name = nameIn(job);
        if (job == null || !(name.equals(HIDDEN) || name.equals(print.toString()))) {
            return byName(print);
        }
        return state(job).orElse(JobState.CANNOT_SAY);
    }

    private IppPacket ask(int number) throws IOException {
        return connection.ask(
                IppPacket.getJobAttributes(printer, number, Types.jobState, Types.jobName)
                        .putOperationAttributes(Types.requestingUserName.of(USER))
                        .build(),
                patience);
    }

    private JobState byName(EntryId print) throws IOException {
        forgetNamesOfAWipedPrinter();
        Listing waiting = list("not-completed");
        Optional<JobState> known = waiting.find(print);
        if (known.isPresent()) {
            return known.get();
        }
        Listing finished = list("completed");
        return finished.find(print)
                .orElseGet(() -> waiting.complete && finished.complete && finished.reachesBackBefore(print)
                        ? JobState.NOT_THERE
                        : JobState.CANNOT_SAY);
    }

    /**
     * Names are kept by the number of their job. A print system whose memory was wiped counts from the beginning again; it
     * then no longer knows the highest of these numbers, or knows it by another name.
     */
    private void forgetNamesOfAWipedPrinter() throws IOException {
        Integer highest = names.isEmpty() ? null : names.lastKey();
        if (highest != null && !nameOf(highest).equals(names.get(highest))) {
            names.clear();
        }
    }

    private String nameOf(int number) throws IOException {
        IppPacket answer = ask(number);
        return isSuccess(answer) ? nameIn(answer.get(Tag.jobAttributes)) : HIDDEN;
    }

    private Listing list(String which) throws IOException {
        IppPacket question = IppPacket.getJobs(printer, Types.jobId, Types.jobName, Types.jobState)
                .putOperationAttributes(
                        Types.requestingUserName.of(USER), Types.whichJobs.of(which), Types.limit.of(MOST_LISTED))
                .build();
        IppPacket answer = connection.ask(question, patience);
        Listing listing = new Listing(isSuccess(answer));
        for (AttributeGroup group : answer.getAttributeGroups()) {
            if (group.getTag().equals(Tag.jobAttributes)) {
                listing.add(name(group), state(group));
            }
        }
        return listing;
    }

    /**
     * The name of a listed job; empty where the printer hides it. CUPS lists a finished job without its name once it has
     * put the job's file away, and tells the name to who asks for that one job.
     */
    private String name(AttributeGroup job) throws IOException {
        Integer number = job.getValue(Types.jobId);
        String told = nameIn(job);
        if (!told.isEmpty() || number == null) {
            return told;
        }
        String known = names.get(number);
        if (known == null) {
            known = nameOf(number);
            names.put(number, known);
        }
        return known;
    }

    private static String nameIn(@Nullable AttributeGroup job) {
        Name name = job == null ? null : job.getValue(Types.jobName);
        return name == null ? HIDDEN : name.getValue().strip();
    }

    static boolean isSuccess(IppPacket answer) {
        return answer.getCode() < Status.clientErrorBadRequest.getCode();
    }

    private static Optional<JobState> state(@Nullable AttributeGroup job) {
        com.hp.jipp.model.JobState state = job == null ? null : job.getValue(Types.jobState);
        if (state == null) {
            return Optional.empty();
        }
        return switch (state.getCode()) {
            case 3 -> Optional.of(JobState.WAITING);
            case 5 -> Optional.of(JobState.PRINTING);
            case 4, 6 -> Optional.of(JobState.HELD_UP);
            case 7, 8 -> Optional.of(JobState.FAILED);
            case 9 -> Optional.of(JobState.PRINTED);
            default -> Optional.empty();
        };
    }

    /** The jobs that a printer lists; not complete where it refuses, or hides a job's name or state. */
    private static final class Listing {
        private final Map<String, JobState> jobs = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private boolean complete;

        Listing(boolean complete) {
            this.complete = complete;
        }

        void add(String name, Optional<JobState> state) {
            if (name.isEmpty() || state.isEmpty()) {
                complete = false;
                return;
            }
            names.add(name);
            jobs.put(name, state.get());
        }

        /** A printer that lists a job twice has it still where one of both says so. */
        Optional<JobState> find(EntryId print) {
            return Optional.ofNullable(jobs.get(print.toString()));
        }

        /** Names of prints begin with their time: the order of their texts is that of their making. */
        boolean reachesBackBefore(EntryId print) {
            return names.stream().anyMatch(name -> isPrint(name) && name.compareTo(print.toString()) < 0);
        }

        private static boolean isPrint(String name) {
            return name.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
        }
    }
}
